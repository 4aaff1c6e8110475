<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Who owes an item. */
final class Customer implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'name' => 'text',
        'aliases' => ['list', 'text'],
        'ibans' => ['list', 'text'],
        'virtual_ibans' => ['list', 'text'],
        'emails' => ['list', 'text'],
        'group' => 'text',
    ];

    /**
     * Other names: the contact, the trading name.
     *
     * @var list<string>
     */
    public readonly array $aliases;

    /**
     * Accounts that the customer pays from.
     *
     * @var list<string>
     */
    public readonly array $ibans;

    /**
     * Accounts of the host that only this customer pays into.
     *
     * @var list<string>
     */
    public readonly array $virtualIbans;

    /**
     * The customer's e-mail addresses.
     *
     * @var list<string>
     */
    public readonly array $emails;

    /**
     * @param string|null $id The host's id.
     * @param string|null $name Name of the person or the company.
     * @param array<string> $aliases Other names: the contact, the trading name.
     * @param array<string> $ibans Accounts that the customer pays from.
     * @param array<string> $virtualIbans Accounts of the host that only this customer pays into.
     * @param array<string> $emails The customer's e-mail addresses.
     * @param string|null $group Payers of one group pay for each other.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $id = null,
        public readonly ?string $name = null,
        array $aliases = [],
        array $ibans = [],
        array $virtualIbans = [],
        array $emails = [],
        public readonly ?string $group = null,
    ) {
        $this->aliases = Take::list($aliases, Take::text(...), '/aliases');
        $this->ibans = Take::list($ibans, Take::text(...), '/ibans');
        $this->virtualIbans = Take::list($virtualIbans, Take::text(...), '/virtual_ibans');
        $this->emails = Take::list($emails, Take::text(...), '/emails');
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(array $data): self
    {
        return new self(
            id: isset($data['id']) ? Take::text($data['id'], '/id') : null,
            name: isset($data['name']) ? Take::text($data['name'], '/name') : null,
            aliases: Take::list($data['aliases'] ?? [], Take::text(...), '/aliases'),
            ibans: Take::list($data['ibans'] ?? [], Take::text(...), '/ibans'),
            virtualIbans: Take::list($data['virtual_ibans'] ?? [], Take::text(...), '/virtual_ibans'),
            emails: Take::list($data['emails'] ?? [], Take::text(...), '/emails'),
            group: isset($data['group']) ? Take::text($data['group'], '/group') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>|\stdClass
     */
    public function jsonSerialize(): array|\stdClass
    {
        $out = [];
        if ($this->id !== null) {
            $out['id'] = $this->id;
        }
        if ($this->name !== null) {
            $out['name'] = $this->name;
        }
        if ($this->aliases !== []) {
            $out['aliases'] = $this->aliases;
        }
        if ($this->ibans !== []) {
            $out['ibans'] = $this->ibans;
        }
        if ($this->virtualIbans !== []) {
            $out['virtual_ibans'] = $this->virtualIbans;
        }
        if ($this->emails !== []) {
            $out['emails'] = $this->emails;
        }
        if ($this->group !== null) {
            $out['group'] = $this->group;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

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

/** An account of the host that an input names. */
final class Account implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'owner' => 'text',
        'name' => 'text',
        'bank' => 'text',
        'currency' => 'text',
    ];

    /**
     * @param string $id As the transactions name it: IBAN, or the bank's or the provider's own number.
     * @param string|null $owner Who holds it.
     * @param string|null $name What it is called: the product, or a name that the holder gave it.
     * @param string|null $bank BIC of the bank, or its national number.
     * @param string|null $currency The currency that it is held in.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        public readonly ?string $owner = null,
        public readonly ?string $name = null,
        public readonly ?string $bank = null,
        public readonly ?string $currency = null,
    ) {
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
            id: Take::text($data['id'] ?? null, '/id'),
            owner: isset($data['owner']) ? Take::text($data['owner'], '/owner') : null,
            name: isset($data['name']) ? Take::text($data['name'], '/name') : null,
            bank: isset($data['bank']) ? Take::text($data['bank'], '/bank') : null,
            currency: isset($data['currency']) ? Take::text($data['currency'], '/currency') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>
     */
    public function jsonSerialize(): array
    {
        $out = [];
        $out['id'] = $this->id;
        if ($this->owner !== null) {
            $out['owner'] = $this->owner;
        }
        if ($this->name !== null) {
            $out['name'] = $this->name;
        }
        if ($this->bank !== null) {
            $out['bank'] = $this->bank;
        }
        if ($this->currency !== null) {
            $out['currency'] = $this->currency;
        }
        return $out;
    }
}

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

/** What a statement that is to be written covers; what is left out is told from its rows. */
final class StatementHead implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'account' => 'text',
        'id' => 'text',
        'number' => 'text',
        'from' => 'date',
        'until' => 'date',
        'opening' => Money::class,
        'closing' => Money::class,
    ];

    /** First day of its period. */
    public readonly ?string $from;

    /** Last day of its period. */
    public readonly ?string $until;

    /**
     * @param string|null $account The account: IBAN or the bank's own number.
     * @param string|null $id Id of the statement.
     * @param string|null $number Number of the statement.
     * @param string|\DateTimeInterface|null $from First day of its period.
     * @param string|\DateTimeInterface|null $until Last day of its period.
     * @param Money|null $opening Booked balance before its entries.
     * @param Money|null $closing Booked balance after them.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $account = null,
        public readonly ?string $id = null,
        public readonly ?string $number = null,
        string|\DateTimeInterface|null $from = null,
        string|\DateTimeInterface|null $until = null,
        public readonly ?Money $opening = null,
        public readonly ?Money $closing = null,
    ) {
        $this->from = $from === null ? null : Take::date($from, '/from');
        $this->until = $until === null ? null : Take::date($until, '/until');
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
            account: isset($data['account']) ? Take::text($data['account'], '/account') : null,
            id: isset($data['id']) ? Take::text($data['id'], '/id') : null,
            number: isset($data['number']) ? Take::text($data['number'], '/number') : null,
            from: isset($data['from']) ? Take::date($data['from'], '/from') : null,
            until: isset($data['until']) ? Take::date($data['until'], '/until') : null,
            opening: isset($data['opening']) ? Take::record($data['opening'], Money::class, '/opening') : null,
            closing: isset($data['closing']) ? Take::record($data['closing'], Money::class, '/closing') : null,
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
        if ($this->account !== null) {
            $out['account'] = $this->account;
        }
        if ($this->id !== null) {
            $out['id'] = $this->id;
        }
        if ($this->number !== null) {
            $out['number'] = $this->number;
        }
        if ($this->from !== null) {
            $out['from'] = $this->from;
        }
        if ($this->until !== null) {
            $out['until'] = $this->until;
        }
        if ($this->opening !== null) {
            $out['opening'] = $this->opening;
        }
        if ($this->closing !== null) {
            $out['closing'] = $this->closing;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

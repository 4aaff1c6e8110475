<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Chain;
use Payymo\Enum\Proof;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A statement of an account: what it covers, and whether its balances prove its entries. */
final class Statement implements Record
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
        'booked' => Money::class,
        'entries' => 'whole',
        'proof' => 'text',
        'chain' => 'text',
    ];

    /** First day of its period. */
    public readonly ?string $from;

    /** Last day of its period, or the day of its closing balance. */
    public readonly ?string $until;

    /** Whether opening balance and entries make the closing balance. */
    public readonly string $proof;

    /** How it follows the statement before it. */
    public readonly string $chain;

    /**
     * @param int $entries Number of booked entries.
     * @param string|Proof $proof Whether opening balance and entries make the closing balance.
     * @param string|Chain $chain How it follows the statement before it.
     * @param string|null $account The account, as the transactions name it.
     * @param string|null $id Id that the bank gave it.
     * @param string|null $number Its number, as printed.
     * @param string|\DateTimeInterface|null $from First day of its period.
     * @param string|\DateTimeInterface|null $until Last day of its period, or the day of its closing balance.
     * @param Money|null $opening Booked balance before its entries.
     * @param Money|null $closing Booked balance after them.
     * @param Money|null $booked Sum of the booked entries.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $entries,
        string|Proof $proof,
        string|Chain $chain,
        public readonly ?string $account = null,
        public readonly ?string $id = null,
        public readonly ?string $number = null,
        string|\DateTimeInterface|null $from = null,
        string|\DateTimeInterface|null $until = null,
        public readonly ?Money $opening = null,
        public readonly ?Money $closing = null,
        public readonly ?Money $booked = null,
    ) {
        $this->from = $from === null ? null : Take::date($from, '/from');
        $this->until = $until === null ? null : Take::date($until, '/until');
        $this->proof = Take::word($proof, '/proof');
        $this->chain = Take::word($chain, '/chain');
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
            booked: isset($data['booked']) ? Take::record($data['booked'], Money::class, '/booked') : null,
            entries: Take::whole($data['entries'] ?? null, '/entries'),
            proof: Take::word($data['proof'] ?? null, '/proof'),
            chain: Take::word($data['chain'] ?? null, '/chain'),
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
        if ($this->booked !== null) {
            $out['booked'] = $this->booked;
        }
        $out['entries'] = $this->entries;
        $out['proof'] = $this->proof;
        $out['chain'] = $this->chain;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function proof(): ?Proof
    {
        return Proof::tryFrom($this->proof);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function chain(): ?Chain
    {
        return Chain::tryFrom($this->chain);
    }
}

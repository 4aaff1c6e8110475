<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Component;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A row of a payout. */
final class Member implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transaction' => 'text',
        'kind' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
    ];

    /** What it is in the payout. */
    public readonly string $kind;

    /** What it moved before fees. */
    public readonly string $amount;

    /**
     * @param string $transaction Id of the transaction.
     * @param string|Component $kind What it is in the payout.
     * @param string|int|\Stringable $amount What it moved before fees.
     * @param string $currency Of its account.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $transaction,
        string|Component $kind,
        mixed $amount,
        public readonly string $currency,
    ) {
        $this->kind = Take::word($kind, '/kind');
        $this->amount = Take::decimal($amount, '/amount');
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
            transaction: Take::text($data['transaction'] ?? null, '/transaction'),
            kind: Take::word($data['kind'] ?? null, '/kind'),
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
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
        $out['transaction'] = $this->transaction;
        $out['kind'] = $this->kind;
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?Component
    {
        return Component::tryFrom($this->kind);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\DifferenceKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Money of a transaction that settles nothing, or a label on a part of an item that stays open. */
final class Difference implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'kind' => 'text',
        'transaction' => 'text',
        'invoice' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
    ];

    /** What the difference is taken for. */
    public readonly string $kind;

    /** How much it is, in major units. */
    public readonly string $amount;

    /**
     * @param string|DifferenceKind $kind What the difference is taken for.
     * @param string|int|\Stringable $amount How much it is, in major units.
     * @param string $currency Of the amount.
     * @param string|null $transaction Whose money it is.
     * @param string|null $invoice Whose part it is.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|DifferenceKind $kind,
        mixed $amount,
        public readonly string $currency,
        public readonly ?string $transaction = null,
        public readonly ?string $invoice = null,
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
            kind: Take::word($data['kind'] ?? null, '/kind'),
            transaction: isset($data['transaction']) ? Take::text($data['transaction'], '/transaction') : null,
            invoice: isset($data['invoice']) ? Take::text($data['invoice'], '/invoice') : null,
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
        $out['kind'] = $this->kind;
        if ($this->transaction !== null) {
            $out['transaction'] = $this->transaction;
        }
        if ($this->invoice !== null) {
            $out['invoice'] = $this->invoice;
        }
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?DifferenceKind
    {
        return DifferenceKind::tryFrom($this->kind);
    }
}

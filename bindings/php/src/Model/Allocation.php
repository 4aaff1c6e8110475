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

/** So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or `customer`). */
final class Allocation implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transaction' => 'text',
        'credit' => 'text',
        'invoice' => 'text',
        'customer' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
        'paid_amount' => 'decimal',
        'paid_currency' => 'text',
        'rate' => 'decimal',
    ];

    /** In the target's currency; negative where it takes a settlement back. */
    public readonly string $amount;

    /** Where the currencies differ: what was paid. */
    public readonly ?string $paidAmount;

    /** `amount × rate = paid_amount`. */
    public readonly ?string $rate;

    /**
     * @param string|int|\Stringable $amount In the target's currency; negative where it takes a settlement back.
     * @param string $currency Of the target.
     * @param string|null $transaction Source: a transaction's id.
     * @param string|null $credit Source: a credit note's id.
     * @param string|null $invoice Target: an item's id.
     * @param string|null $customer Target: a customer's id, money on account.
     * @param string|int|\Stringable|null $paidAmount Where the currencies differ: what was paid.
     * @param string|null $paidCurrency Of the payment.
     * @param string|int|\Stringable|null $rate `amount × rate = paid_amount`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $amount,
        public readonly string $currency,
        public readonly ?string $transaction = null,
        public readonly ?string $credit = null,
        public readonly ?string $invoice = null,
        public readonly ?string $customer = null,
        mixed $paidAmount = null,
        public readonly ?string $paidCurrency = null,
        mixed $rate = null,
    ) {
        $this->amount = Take::decimal($amount, '/amount');
        $this->paidAmount = $paidAmount === null ? null : Take::decimal($paidAmount, '/paid_amount');
        $this->rate = $rate === null ? null : Take::decimal($rate, '/rate');
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
            transaction: isset($data['transaction']) ? Take::text($data['transaction'], '/transaction') : null,
            credit: isset($data['credit']) ? Take::text($data['credit'], '/credit') : null,
            invoice: isset($data['invoice']) ? Take::text($data['invoice'], '/invoice') : null,
            customer: isset($data['customer']) ? Take::text($data['customer'], '/customer') : null,
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            paidAmount: isset($data['paid_amount']) ? Take::decimal($data['paid_amount'], '/paid_amount') : null,
            paidCurrency: isset($data['paid_currency']) ? Take::text($data['paid_currency'], '/paid_currency') : null,
            rate: isset($data['rate']) ? Take::decimal($data['rate'], '/rate') : null,
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
        if ($this->transaction !== null) {
            $out['transaction'] = $this->transaction;
        }
        if ($this->credit !== null) {
            $out['credit'] = $this->credit;
        }
        if ($this->invoice !== null) {
            $out['invoice'] = $this->invoice;
        }
        if ($this->customer !== null) {
            $out['customer'] = $this->customer;
        }
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        if ($this->paidAmount !== null) {
            $out['paid_amount'] = $this->paidAmount;
        }
        if ($this->paidCurrency !== null) {
            $out['paid_currency'] = $this->paidCurrency;
        }
        if ($this->rate !== null) {
            $out['rate'] = $this->rate;
        }
        return $out;
    }
}

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

/** Charges taken off before the amount was booked. */
final class Fee implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'amount' => 'decimal',
        'currency' => 'text',
        'kind' => 'text',
    ];

    /** Positive, in the account's currency. */
    public readonly string $amount;

    /**
     * @param string|int|\Stringable $amount Positive, in the account's currency.
     * @param string $currency Of the account.
     * @param string|null $kind As the source names it: `stripe_fee`, `bank_fee` …
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $amount,
        public readonly string $currency,
        public readonly ?string $kind = null,
    ) {
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
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            kind: isset($data['kind']) ? Take::text($data['kind'], '/kind') : null,
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
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        if ($this->kind !== null) {
            $out['kind'] = $this->kind;
        }
        return $out;
    }
}

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

/** The amount before conversion: `amount × rate` is the gross. */
final class Original implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'amount' => 'decimal',
        'currency' => 'text',
        'rate' => 'decimal',
    ];

    /** In the payer's currency. */
    public readonly string $amount;

    /** Units of the account's currency for one of the payer's. */
    public readonly ?string $rate;

    /**
     * @param string|int|\Stringable $amount In the payer's currency.
     * @param string $currency The payer's currency.
     * @param string|int|\Stringable|null $rate Units of the account's currency for one of the payer's.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $amount,
        public readonly string $currency,
        mixed $rate = null,
    ) {
        $this->amount = Take::decimal($amount, '/amount');
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
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
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
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        if ($this->rate !== null) {
            $out['rate'] = $this->rate;
        }
        return $out;
    }
}

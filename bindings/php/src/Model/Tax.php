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

/** Tax in a total. */
final class Tax implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'rate' => 'decimal',
        'amount' => 'decimal',
    ];

    /** Rate of the tax in per cent. */
    public readonly string $rate;

    /** The tax, in the item's currency. */
    public readonly string $amount;

    /**
     * @param string|int|\Stringable $rate Rate of the tax in per cent.
     * @param string|int|\Stringable $amount The tax, in the item's currency.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $rate,
        mixed $amount,
    ) {
        $this->rate = Take::decimal($rate, '/rate');
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
            rate: Take::decimal($data['rate'] ?? null, '/rate'),
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
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
        $out['rate'] = $this->rate;
        $out['amount'] = $this->amount;
        return $out;
    }
}

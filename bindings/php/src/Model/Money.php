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

/** An amount of a currency. */
final class Money implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'currency' => 'text',
        'amount' => 'decimal',
    ];

    /** The amount in major units. */
    public readonly string $amount;

    /**
     * @param string $currency Currency code of ISO 4217.
     * @param string|int|\Stringable $amount The amount in major units.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $currency,
        mixed $amount,
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
            currency: Take::text($data['currency'] ?? null, '/currency'),
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
        $out['currency'] = $this->currency;
        $out['amount'] = $this->amount;
        return $out;
    }
}

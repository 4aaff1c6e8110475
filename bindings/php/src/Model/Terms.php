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

/** Early-payment discount. */
final class Terms implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'discount_percent' => 'decimal',
        'discount_days' => 'whole',
    ];

    /** Per cent of the total. */
    public readonly string $discountPercent;

    /**
     * @param string|int|\Stringable $discountPercent Per cent of the total.
     * @param int $discountDays Days from the date of issue.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $discountPercent,
        public readonly int $discountDays,
    ) {
        $this->discountPercent = Take::decimal($discountPercent, '/discount_percent');
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
            discountPercent: Take::decimal($data['discount_percent'] ?? null, '/discount_percent'),
            discountDays: Take::whole($data['discount_days'] ?? null, '/discount_days'),
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
        $out['discount_percent'] = $this->discountPercent;
        $out['discount_days'] = $this->discountDays;
        return $out;
    }
}

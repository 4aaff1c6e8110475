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

/** A currency of ISO 4217. */
final class CurrencyInfo implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'code' => 'text',
        'decimals' => 'whole',
        'historic' => 'truth',
        'fixed_euro_rate' => 'decimal',
    ];

    /** Units for one euro, where that is fixed for good. */
    public readonly ?string $fixedEuroRate;

    /**
     * @param string $code Currency code of ISO 4217.
     * @param int $decimals Decimals of its minor unit.
     * @param bool $historic Whether it is not in use any more.
     * @param string|int|\Stringable|null $fixedEuroRate Units for one euro, where that is fixed for good.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $code,
        public readonly int $decimals,
        public readonly bool $historic,
        mixed $fixedEuroRate = null,
    ) {
        $this->fixedEuroRate = $fixedEuroRate === null ? null : Take::decimal($fixedEuroRate, '/fixed_euro_rate');
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
            code: Take::text($data['code'] ?? null, '/code'),
            decimals: Take::whole($data['decimals'] ?? null, '/decimals'),
            historic: Take::truth($data['historic'] ?? null, '/historic'),
            fixedEuroRate: isset($data['fixed_euro_rate']) ? Take::decimal($data['fixed_euro_rate'], '/fixed_euro_rate') : null,
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
        $out['code'] = $this->code;
        $out['decimals'] = $this->decimals;
        $out['historic'] = $this->historic;
        if ($this->fixedEuroRate !== null) {
            $out['fixed_euro_rate'] = $this->fixedEuroRate;
        }
        return $out;
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\DecimalMark;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** An amount read from text as banks print it. */
final class LocalizedAmount implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'value' => 'decimal',
        'currency' => 'text',
        'amount' => 'decimal',
        'decimal_mark' => 'text',
        'ambiguous' => 'truth',
        'signed' => 'truth',
    ];

    /** In major units, signed. */
    public readonly string $value;

    /** The value in the currency of the text, or of the request, with its decimals. */
    public readonly ?string $amount;

    /** The mark, where the text itself shows it. */
    public readonly ?string $decimalMark;

    /**
     * @param string|int|\Stringable $value In major units, signed.
     * @param bool $ambiguous Whether another reading is as good, a thousand times larger or smaller.
     * @param bool $signed Whether the text states a direction.
     * @param string|null $currency The currency that the text names.
     * @param string|int|\Stringable|null $amount The value in the currency of the text, or of the request, with
     *     its decimals.
     * @param string|DecimalMark|null $decimalMark The mark, where the text itself shows it.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        mixed $value,
        public readonly bool $ambiguous,
        public readonly bool $signed,
        public readonly ?string $currency = null,
        mixed $amount = null,
        string|DecimalMark|null $decimalMark = null,
    ) {
        $this->value = Take::decimal($value, '/value');
        $this->amount = $amount === null ? null : Take::decimal($amount, '/amount');
        $this->decimalMark = $decimalMark === null ? null : Take::word($decimalMark, '/decimal_mark');
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
            value: Take::decimal($data['value'] ?? null, '/value'),
            currency: isset($data['currency']) ? Take::text($data['currency'], '/currency') : null,
            amount: isset($data['amount']) ? Take::decimal($data['amount'], '/amount') : null,
            decimalMark: isset($data['decimal_mark']) ? Take::word($data['decimal_mark'], '/decimal_mark') : null,
            ambiguous: Take::truth($data['ambiguous'] ?? null, '/ambiguous'),
            signed: Take::truth($data['signed'] ?? null, '/signed'),
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
        $out['value'] = $this->value;
        if ($this->currency !== null) {
            $out['currency'] = $this->currency;
        }
        if ($this->amount !== null) {
            $out['amount'] = $this->amount;
        }
        if ($this->decimalMark !== null) {
            $out['decimal_mark'] = $this->decimalMark;
        }
        $out['ambiguous'] = $this->ambiguous;
        $out['signed'] = $this->signed;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function decimalMark(): ?DecimalMark
    {
        return $this->decimalMark === null ? null : DecimalMark::tryFrom($this->decimalMark);
    }
}

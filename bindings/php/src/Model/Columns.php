<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\DateOrder;
use Payymo\Enum\DecimalMark;
use Payymo\Enum\Sign;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A column map for CSV exports whose headers are not understood or lack. */
final class Columns implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'delimiter' => 'text',
        'fields' => ['map', 'any'],
        'decimal_mark' => 'text',
        'date_order' => 'text',
        'sign' => 'text',
    ];

    /**
     * What the columns hold, by the name of a field (`booked_on`, `amount`, `debit`, `credit`, `text`, `name` …): a
     * header, a number from 0, or several of these.
     *
     * @var array<array-key, int|string|list<int|string>>
     */
    public readonly array $fields;

    /** The decimal mark of all amounts. */
    public readonly ?string $decimalMark;

    /** The order of day, month and year. */
    public readonly ?string $dateOrder;

    /** What a positive amount means. */
    public readonly ?string $sign;

    /**
     * @param string|null $delimiter One ASCII character.
     * @param array<array-key, int|string|array<int|string>> $fields What the columns hold, by the name of a field
     *     (`booked_on`, `amount`, `debit`, `credit`, `text`, `name` …): a header, a number from 0, or several of
     *     these.
     * @param string|DecimalMark|null $decimalMark The decimal mark of all amounts.
     * @param string|DateOrder|null $dateOrder The order of day, month and year.
     * @param string|Sign|null $sign What a positive amount means.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $delimiter = null,
        array $fields = [],
        string|DecimalMark|null $decimalMark = null,
        string|DateOrder|null $dateOrder = null,
        string|Sign|null $sign = null,
    ) {
        $this->fields = Take::map($fields, static fn (mixed $of, string $at): mixed => Take::either($of, [Take::whole(...), Take::text(...), static fn (mixed $of, string $at): array => Take::list($of, static fn (mixed $of, string $at): mixed => Take::either($of, [Take::whole(...), Take::text(...)], $at), $at)], $at), '/fields');
        $this->decimalMark = $decimalMark === null ? null : Take::word($decimalMark, '/decimal_mark');
        $this->dateOrder = $dateOrder === null ? null : Take::word($dateOrder, '/date_order');
        $this->sign = $sign === null ? null : Take::word($sign, '/sign');
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
            delimiter: isset($data['delimiter']) ? Take::text($data['delimiter'], '/delimiter') : null,
            fields: Take::map($data['fields'] ?? [], static fn (mixed $of, string $at): mixed => Take::either($of, [Take::whole(...), Take::text(...), static fn (mixed $of, string $at): array => Take::list($of, static fn (mixed $of, string $at): mixed => Take::either($of, [Take::whole(...), Take::text(...)], $at), $at)], $at), '/fields'),
            decimalMark: isset($data['decimal_mark']) ? Take::word($data['decimal_mark'], '/decimal_mark') : null,
            dateOrder: isset($data['date_order']) ? Take::word($data['date_order'], '/date_order') : null,
            sign: isset($data['sign']) ? Take::word($data['sign'], '/sign') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>|\stdClass
     */
    public function jsonSerialize(): array|\stdClass
    {
        $out = [];
        if ($this->delimiter !== null) {
            $out['delimiter'] = $this->delimiter;
        }
        if ($this->fields !== []) {
            $out['fields'] = (object) $this->fields;
        }
        if ($this->decimalMark !== null) {
            $out['decimal_mark'] = $this->decimalMark;
        }
        if ($this->dateOrder !== null) {
            $out['date_order'] = $this->dateOrder;
        }
        if ($this->sign !== null) {
            $out['sign'] = $this->sign;
        }
        return $out === [] ? new \stdClass() : $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function decimalMark(): ?DecimalMark
    {
        return $this->decimalMark === null ? null : DecimalMark::tryFrom($this->decimalMark);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function dateOrder(): ?DateOrder
    {
        return $this->dateOrder === null ? null : DateOrder::tryFrom($this->dateOrder);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function sign(): ?Sign
    {
        return $this->sign === null ? null : Sign::tryFrom($this->sign);
    }
}

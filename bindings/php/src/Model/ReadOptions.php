<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Format;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** How an input is read. The defaults need no tuning: everything is told from the bytes. */
final class ReadOptions implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'format' => 'text',
        'utc_offset_minutes' => 'whole',
        'account' => 'text',
        'currency' => 'text',
        'invoice_currencies' => ['map', 'text'],
        'columns' => Columns::class,
    ];

    /** The format, where the caller knows better than detection. */
    public readonly ?string $format;

    /**
     * Currencies of invoices known already, by id, for payments that name their invoice and no currency.
     *
     * @var array<array-key, string>
     */
    public readonly array $invoiceCurrencies;

    /**
     * @param string|Format|null $format The format, where the caller knows better than detection.
     * @param int|null $utcOffsetMinutes Minutes east of UTC by which instants become dates. Default 0.
     * @param string|null $account The host's own account, for inputs that do not name it.
     * @param string|null $currency The currency, for inputs that do not name it.
     * @param array<array-key, string> $invoiceCurrencies Currencies of invoices known already, by id, for
     *     payments that name their invoice and no currency.
     * @param Columns|null $columns What the columns of a CSV export hold, where its headers are not understood.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format|null $format = null,
        public readonly ?int $utcOffsetMinutes = null,
        public readonly ?string $account = null,
        public readonly ?string $currency = null,
        array $invoiceCurrencies = [],
        public readonly ?Columns $columns = null,
    ) {
        $this->format = $format === null ? null : Take::word($format, '/format');
        $this->invoiceCurrencies = Take::map($invoiceCurrencies, Take::text(...), '/invoice_currencies');
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
            format: isset($data['format']) ? Take::word($data['format'], '/format') : null,
            utcOffsetMinutes: isset($data['utc_offset_minutes']) ? Take::whole($data['utc_offset_minutes'], '/utc_offset_minutes') : null,
            account: isset($data['account']) ? Take::text($data['account'], '/account') : null,
            currency: isset($data['currency']) ? Take::text($data['currency'], '/currency') : null,
            invoiceCurrencies: Take::map($data['invoice_currencies'] ?? [], Take::text(...), '/invoice_currencies'),
            columns: isset($data['columns']) ? Take::record($data['columns'], Columns::class, '/columns') : null,
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
        if ($this->format !== null) {
            $out['format'] = $this->format;
        }
        if ($this->utcOffsetMinutes !== null) {
            $out['utc_offset_minutes'] = $this->utcOffsetMinutes;
        }
        if ($this->account !== null) {
            $out['account'] = $this->account;
        }
        if ($this->currency !== null) {
            $out['currency'] = $this->currency;
        }
        if ($this->invoiceCurrencies !== []) {
            $out['invoice_currencies'] = (object) $this->invoiceCurrencies;
        }
        if ($this->columns !== null) {
            $out['columns'] = $this->columns;
        }
        return $out === [] ? new \stdClass() : $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return $this->format === null ? null : Format::tryFrom($this->format);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\InvoiceKind;
use Payymo\Enum\InvoiceState;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** An open item: an invoice, a bill, a credit note, or a row of a ledger. */
final class Invoice implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'number' => 'text',
        'other_numbers' => ['list', 'text'],
        'kind' => 'text',
        'customer' => Customer::class,
        'issued_on' => 'date',
        'due_on' => 'date',
        'total' => 'decimal',
        'open' => 'decimal',
        'currency' => 'text',
        'previous_totals' => ['list', 'decimal'],
        'covers' => ['list', 'text'],
        'state' => 'text',
        'references' => ['list', 'text'],
        'tax' => ['list', Tax::class],
        'terms' => Terms::class,
        'description' => 'text',
        'metadata' => ['map', 'text'],
    ];

    /**
     * Pro-forma, order and earlier numbers.
     *
     * @var list<string>
     */
    public readonly array $otherNumbers;

    /** What the item is; `invoice` is the default. */
    public readonly ?string $kind;

    /** Date of issue. */
    public readonly ?string $issuedOn;

    /** Due date, as agreed with the customer. */
    public readonly ?string $dueOn;

    /** Total of the document, with tax. */
    public readonly string $total;

    /** What is still owed. Default: the total. */
    public readonly ?string $open;

    /**
     * What the total was before a late fee or a correction.
     *
     * @var list<string>
     */
    public readonly array $previousTotals;

    /**
     * Ids of the items that a mass-payment invoice stands for: they share one open amount.
     *
     * @var list<string>
     */
    public readonly array $covers;

    /** Whether it is open; `open` is the default. */
    public readonly ?string $state;

    /**
     * Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`).
     *
     * @var list<string>
     */
    public readonly array $references;

    /**
     * Tax in the total.
     *
     * @var list<Tax>
     */
    public readonly array $tax;

    /**
     * The host's own keys.
     *
     * @var array<array-key, string>
     */
    public readonly array $metadata;

    /**
     * @param string $id The host's key.
     * @param string|int|\Stringable $total Total of the document, with tax.
     * @param string $currency Of all its amounts.
     * @param string|null $number The number printed on the document; may repeat.
     * @param array<string> $otherNumbers Pro-forma, order and earlier numbers.
     * @param string|InvoiceKind|null $kind What the item is; `invoice` is the default.
     * @param Customer|null $customer Who owes it; absent or without a name: unknown.
     * @param string|\DateTimeInterface|null $issuedOn Date of issue.
     * @param string|\DateTimeInterface|null $dueOn Due date, as agreed with the customer.
     * @param string|int|\Stringable|null $open What is still owed. Default: the total.
     * @param array<string|int|\Stringable> $previousTotals What the total was before a late fee or a correction.
     * @param array<string> $covers Ids of the items that a mass-payment invoice stands for: they share one open
     *     amount.
     * @param string|InvoiceState|null $state Whether it is open; `open` is the default.
     * @param array<string> $references Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR,
     *     `pi_…`).
     * @param array<Tax|array<string, mixed>|\stdClass> $tax Tax in the total.
     * @param Terms|null $terms Terms of the discount for early payment.
     * @param string|null $description Free text of the item: its lines, or the memo of a ledger row.
     * @param array<array-key, string> $metadata The host's own keys.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        mixed $total,
        public readonly string $currency,
        public readonly ?string $number = null,
        array $otherNumbers = [],
        string|InvoiceKind|null $kind = null,
        public readonly ?Customer $customer = null,
        string|\DateTimeInterface|null $issuedOn = null,
        string|\DateTimeInterface|null $dueOn = null,
        mixed $open = null,
        array $previousTotals = [],
        array $covers = [],
        string|InvoiceState|null $state = null,
        array $references = [],
        array $tax = [],
        public readonly ?Terms $terms = null,
        public readonly ?string $description = null,
        array $metadata = [],
    ) {
        $this->otherNumbers = Take::list($otherNumbers, Take::text(...), '/other_numbers');
        $this->kind = $kind === null ? null : Take::word($kind, '/kind');
        $this->issuedOn = $issuedOn === null ? null : Take::date($issuedOn, '/issued_on');
        $this->dueOn = $dueOn === null ? null : Take::date($dueOn, '/due_on');
        $this->total = Take::decimal($total, '/total');
        $this->open = $open === null ? null : Take::decimal($open, '/open');
        $this->previousTotals = Take::list($previousTotals, Take::decimal(...), '/previous_totals');
        $this->covers = Take::list($covers, Take::text(...), '/covers');
        $this->state = $state === null ? null : Take::word($state, '/state');
        $this->references = Take::list($references, Take::text(...), '/references');
        $this->tax = Take::records($tax, Tax::class, '/tax');
        $this->metadata = Take::map($metadata, Take::text(...), '/metadata');
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
            id: Take::text($data['id'] ?? null, '/id'),
            number: isset($data['number']) ? Take::text($data['number'], '/number') : null,
            otherNumbers: Take::list($data['other_numbers'] ?? [], Take::text(...), '/other_numbers'),
            kind: isset($data['kind']) ? Take::word($data['kind'], '/kind') : null,
            customer: isset($data['customer']) ? Take::record($data['customer'], Customer::class, '/customer') : null,
            issuedOn: isset($data['issued_on']) ? Take::date($data['issued_on'], '/issued_on') : null,
            dueOn: isset($data['due_on']) ? Take::date($data['due_on'], '/due_on') : null,
            total: Take::decimal($data['total'] ?? null, '/total'),
            open: isset($data['open']) ? Take::decimal($data['open'], '/open') : null,
            currency: Take::text($data['currency'] ?? null, '/currency'),
            previousTotals: Take::list($data['previous_totals'] ?? [], Take::decimal(...), '/previous_totals'),
            covers: Take::list($data['covers'] ?? [], Take::text(...), '/covers'),
            state: isset($data['state']) ? Take::word($data['state'], '/state') : null,
            references: Take::list($data['references'] ?? [], Take::text(...), '/references'),
            tax: Take::records($data['tax'] ?? [], Tax::class, '/tax'),
            terms: isset($data['terms']) ? Take::record($data['terms'], Terms::class, '/terms') : null,
            description: isset($data['description']) ? Take::text($data['description'], '/description') : null,
            metadata: Take::map($data['metadata'] ?? [], Take::text(...), '/metadata'),
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
        $out['id'] = $this->id;
        if ($this->number !== null) {
            $out['number'] = $this->number;
        }
        if ($this->otherNumbers !== []) {
            $out['other_numbers'] = $this->otherNumbers;
        }
        if ($this->kind !== null) {
            $out['kind'] = $this->kind;
        }
        if ($this->customer !== null) {
            $out['customer'] = $this->customer;
        }
        if ($this->issuedOn !== null) {
            $out['issued_on'] = $this->issuedOn;
        }
        if ($this->dueOn !== null) {
            $out['due_on'] = $this->dueOn;
        }
        $out['total'] = $this->total;
        if ($this->open !== null) {
            $out['open'] = $this->open;
        }
        $out['currency'] = $this->currency;
        if ($this->previousTotals !== []) {
            $out['previous_totals'] = $this->previousTotals;
        }
        if ($this->covers !== []) {
            $out['covers'] = $this->covers;
        }
        if ($this->state !== null) {
            $out['state'] = $this->state;
        }
        if ($this->references !== []) {
            $out['references'] = $this->references;
        }
        if ($this->tax !== []) {
            $out['tax'] = $this->tax;
        }
        if ($this->terms !== null) {
            $out['terms'] = $this->terms;
        }
        if ($this->description !== null) {
            $out['description'] = $this->description;
        }
        if ($this->metadata !== []) {
            $out['metadata'] = (object) $this->metadata;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?InvoiceKind
    {
        return $this->kind === null ? null : InvoiceKind::tryFrom($this->kind);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function state(): ?InvoiceState
    {
        return $this->state === null ? null : InvoiceState::tryFrom($this->state);
    }
}

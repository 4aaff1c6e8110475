<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Status;
use Payymo\Enum\TransactionKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A movement on the host's own account, as its bank or gateway reports it. */
final class Transaction implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'account' => 'text',
        'booked_on' => 'date',
        'value_on' => 'date',
        'status' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
        'fees' => ['list', Fee::class],
        'original' => Original::class,
        'kind' => 'text',
        'counterparty' => Counterparty::class,
        'payee_iban' => 'text',
        'references' => ['list', Reference::class],
        'remittance' => 'text',
        'remittance_lines' => ['list', RemittanceLine::class],
        'bank_code' => BankCode::class,
        'returned' => Returned::class,
        'reverses' => 'text',
        'batch' => Batch::class,
        'source' => 'text',
        'metadata' => ['map', 'text'],
    ];

    /** Booking date of the bank. */
    public readonly string $bookedOn;

    /** Value date, from which interest counts. */
    public readonly ?string $valueOn;

    /** Whether it is booked; `booked` is the default. */
    public readonly ?string $status;

    /** What moved the account, signed: money in is positive. */
    public readonly string $amount;

    /**
     * Taken off before; gross = amount + fees: what settles an invoice.
     *
     * @var list<Fee>
     */
    public readonly array $fees;

    /** What it is. Default `other`. */
    public readonly ?string $kind;

    /**
     * References that the bank or the gateway gives by kind.
     *
     * @var list<Reference>
     */
    public readonly array $references;

    /**
     * Structured advice, one a document paid.
     *
     * @var list<RemittanceLine>
     */
    public readonly array $remittanceLines;

    /**
     * A provider's own keys (Stripe `metadata`).
     *
     * @var array<array-key, string>
     */
    public readonly array $metadata;

    /**
     * @param string $id Unique within a call; readers derive a stable one where the bank gives none.
     * @param string|\DateTimeInterface $bookedOn Booking date of the bank.
     * @param string|int|\Stringable $amount What moved the account, signed: money in is positive.
     * @param string $currency Of the account.
     * @param string|null $account The host's own account: IBAN or the provider's id.
     * @param string|\DateTimeInterface|null $valueOn Value date, from which interest counts.
     * @param string|Status|null $status Whether it is booked; `booked` is the default.
     * @param array<Fee|array<string, mixed>|\stdClass> $fees Taken off before; gross = amount + fees: what
     *     settles an invoice.
     * @param Original|null $original The amount before conversion, where the payer paid in another currency.
     * @param string|TransactionKind|null $kind What it is. Default `other`.
     * @param Counterparty|null $counterparty The other side.
     * @param string|null $payeeIban Where it came in, if that tells something (virtual IBANs).
     * @param array<Reference|array<string, mixed>|\stdClass> $references References that the bank or the gateway
     *     gives by kind.
     * @param string|null $remittance Free text of the payer, parts joined by one space.
     * @param array<RemittanceLine|array<string, mixed>|\stdClass> $remittanceLines Structured advice, one a
     *     document paid.
     * @param BankCode|null $bankCode Bank transaction code of ISO 20022, or the format's own.
     * @param Returned|null $returned Set when it takes back an earlier one.
     * @param string|null $reverses Id of the transaction that it takes back.
     * @param Batch|null $batch Where the bank booked several as one.
     * @param string|null $source The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` …
     * @param array<array-key, string> $metadata A provider's own keys (Stripe `metadata`).
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        string|\DateTimeInterface $bookedOn,
        mixed $amount,
        public readonly string $currency,
        public readonly ?string $account = null,
        string|\DateTimeInterface|null $valueOn = null,
        string|Status|null $status = null,
        array $fees = [],
        public readonly ?Original $original = null,
        string|TransactionKind|null $kind = null,
        public readonly ?Counterparty $counterparty = null,
        public readonly ?string $payeeIban = null,
        array $references = [],
        public readonly ?string $remittance = null,
        array $remittanceLines = [],
        public readonly ?BankCode $bankCode = null,
        public readonly ?Returned $returned = null,
        public readonly ?string $reverses = null,
        public readonly ?Batch $batch = null,
        public readonly ?string $source = null,
        array $metadata = [],
    ) {
        $this->bookedOn = Take::date($bookedOn, '/booked_on');
        $this->valueOn = $valueOn === null ? null : Take::date($valueOn, '/value_on');
        $this->status = $status === null ? null : Take::word($status, '/status');
        $this->amount = Take::decimal($amount, '/amount');
        $this->fees = Take::records($fees, Fee::class, '/fees');
        $this->kind = $kind === null ? null : Take::word($kind, '/kind');
        $this->references = Take::records($references, Reference::class, '/references');
        $this->remittanceLines = Take::records($remittanceLines, RemittanceLine::class, '/remittance_lines');
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
            account: isset($data['account']) ? Take::text($data['account'], '/account') : null,
            bookedOn: Take::date($data['booked_on'] ?? null, '/booked_on'),
            valueOn: isset($data['value_on']) ? Take::date($data['value_on'], '/value_on') : null,
            status: isset($data['status']) ? Take::word($data['status'], '/status') : null,
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            fees: Take::records($data['fees'] ?? [], Fee::class, '/fees'),
            original: isset($data['original']) ? Take::record($data['original'], Original::class, '/original') : null,
            kind: isset($data['kind']) ? Take::word($data['kind'], '/kind') : null,
            counterparty: isset($data['counterparty']) ? Take::record($data['counterparty'], Counterparty::class, '/counterparty') : null,
            payeeIban: isset($data['payee_iban']) ? Take::text($data['payee_iban'], '/payee_iban') : null,
            references: Take::records($data['references'] ?? [], Reference::class, '/references'),
            remittance: isset($data['remittance']) ? Take::text($data['remittance'], '/remittance') : null,
            remittanceLines: Take::records($data['remittance_lines'] ?? [], RemittanceLine::class, '/remittance_lines'),
            bankCode: isset($data['bank_code']) ? Take::record($data['bank_code'], BankCode::class, '/bank_code') : null,
            returned: isset($data['returned']) ? Take::record($data['returned'], Returned::class, '/returned') : null,
            reverses: isset($data['reverses']) ? Take::text($data['reverses'], '/reverses') : null,
            batch: isset($data['batch']) ? Take::record($data['batch'], Batch::class, '/batch') : null,
            source: isset($data['source']) ? Take::text($data['source'], '/source') : null,
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
        if ($this->account !== null) {
            $out['account'] = $this->account;
        }
        $out['booked_on'] = $this->bookedOn;
        if ($this->valueOn !== null) {
            $out['value_on'] = $this->valueOn;
        }
        if ($this->status !== null) {
            $out['status'] = $this->status;
        }
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        if ($this->fees !== []) {
            $out['fees'] = $this->fees;
        }
        if ($this->original !== null) {
            $out['original'] = $this->original;
        }
        if ($this->kind !== null) {
            $out['kind'] = $this->kind;
        }
        if ($this->counterparty !== null) {
            $out['counterparty'] = $this->counterparty;
        }
        if ($this->payeeIban !== null) {
            $out['payee_iban'] = $this->payeeIban;
        }
        if ($this->references !== []) {
            $out['references'] = $this->references;
        }
        if ($this->remittance !== null) {
            $out['remittance'] = $this->remittance;
        }
        if ($this->remittanceLines !== []) {
            $out['remittance_lines'] = $this->remittanceLines;
        }
        if ($this->bankCode !== null) {
            $out['bank_code'] = $this->bankCode;
        }
        if ($this->returned !== null) {
            $out['returned'] = $this->returned;
        }
        if ($this->reverses !== null) {
            $out['reverses'] = $this->reverses;
        }
        if ($this->batch !== null) {
            $out['batch'] = $this->batch;
        }
        if ($this->source !== null) {
            $out['source'] = $this->source;
        }
        if ($this->metadata !== []) {
            $out['metadata'] = (object) $this->metadata;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function status(): ?Status
    {
        return $this->status === null ? null : Status::tryFrom($this->status);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?TransactionKind
    {
        return $this->kind === null ? null : TransactionKind::tryFrom($this->kind);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\TwinPolicy;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Options of a reconciliation. The defaults need no tuning. */
final class Options implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'as_of' => 'date',
        'max_wrong_auto' => 'number',
        'auto' => AutoScope::class,
        'twins' => 'text',
        'bank_fee_per_mille' => 'whole',
        'bank_fee_cap' => 'whole',
        'rounding_minor' => 'whole',
        'discount_grace_days' => 'whole',
        'max_group' => 'whole',
        'pooled_ibans' => ['list', 'text'],
        'own_ibans' => ['list', 'text'],
        'own_names' => ['list', 'text'],
        'rates' => ['list', FxRate::class],
        'threads' => 'whole',
        'alternatives' => 'whole',
        'adapt' => 'truth',
        'audit_rate' => 'number',
        'audit_salt' => 'text',
    ];

    /** The day the result speaks of. Default: the latest booking date of the call. */
    public readonly ?string $asOf;

    /** Items of one customer and one amount that nothing tells apart. Default `oldest_first`. */
    public readonly ?string $twins;

    /**
     * IBANs that belong to nobody in particular: they identify no customer.
     *
     * @var list<string>
     */
    public readonly array $pooledIbans;

    /**
     * The host's own accounts: what moves between them is no receipt.
     *
     * @var list<string>
     */
    public readonly array $ownIbans;

    /**
     * Names of the host's own company: a transfer from it is no receipt.
     *
     * @var list<string>
     */
    public readonly array $ownNames;

    /**
     * The host's exchange rates; without any they are learnt from payments that name their item.
     *
     * @var list<FxRate>
     */
    public readonly array $rates;

    /**
     * @param string|\DateTimeInterface|null $asOf The day the result speaks of. Default: the latest booking date
     *     of the call.
     * @param float|null $maxWrongAuto The share of automatic matches that may be wrong, 0 to 0.5. Default 0.0001.
     * @param AutoScope|null $auto What `auto` may do.
     * @param string|TwinPolicy|null $twins Items of one customer and one amount that nothing tells apart. Default
     *     `oldest_first`.
     * @param int|null $bankFeePerMille The largest charge of banks on the way, per mille of the item. Default 20.
     * @param int|null $bankFeeCap The largest such charge, in major units. Default 50; 0: no charges.
     * @param int|null $roundingMinor The largest difference that is a rounding, in minor units. Default 5; 0:
     *     none.
     * @param int|null $discountGraceDays Days by which a discount may be taken late. Default 5.
     * @param int|null $maxGroup Most items that one payment may settle without their numbers in its text, up to
     *     64. Default 9.
     * @param array<string> $pooledIbans IBANs that belong to nobody in particular: they identify no customer.
     * @param array<string> $ownIbans The host's own accounts: what moves between them is no receipt.
     * @param array<string> $ownNames Names of the host's own company: a transfer from it is no receipt.
     * @param array<FxRate|array<string, mixed>|\stdClass> $rates The host's exchange rates; without any they are
     *     learnt from payments that name their item.
     * @param int|null $threads 0: as many as there are; 1: none beside the caller. The result does not depend on
     *     it. Default 1.
     * @param int|null $alternatives Most alternatives that are shown beside a match, up to 100. Default 3.
     * @param bool|null $adapt Whether the payments of a call teach about each other. Default on.
     * @param float|null $auditRate The share of automatic matches that are marked `audit`, 0 to 1. Default 0.
     * @param string|null $auditSalt A secret of the host that makes the sample one that nobody can foresee.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|\DateTimeInterface|null $asOf = null,
        public readonly ?float $maxWrongAuto = null,
        public readonly ?AutoScope $auto = null,
        string|TwinPolicy|null $twins = null,
        public readonly ?int $bankFeePerMille = null,
        public readonly ?int $bankFeeCap = null,
        public readonly ?int $roundingMinor = null,
        public readonly ?int $discountGraceDays = null,
        public readonly ?int $maxGroup = null,
        array $pooledIbans = [],
        array $ownIbans = [],
        array $ownNames = [],
        array $rates = [],
        public readonly ?int $threads = null,
        public readonly ?int $alternatives = null,
        public readonly ?bool $adapt = null,
        public readonly ?float $auditRate = null,
        #[\SensitiveParameter] public readonly ?string $auditSalt = null,
    ) {
        $this->asOf = $asOf === null ? null : Take::date($asOf, '/as_of');
        $this->twins = $twins === null ? null : Take::word($twins, '/twins');
        $this->pooledIbans = Take::list($pooledIbans, Take::text(...), '/pooled_ibans');
        $this->ownIbans = Take::list($ownIbans, Take::text(...), '/own_ibans');
        $this->ownNames = Take::list($ownNames, Take::text(...), '/own_names');
        $this->rates = Take::records($rates, FxRate::class, '/rates');
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(#[\SensitiveParameter] array $data): self
    {
        return new self(
            asOf: isset($data['as_of']) ? Take::date($data['as_of'], '/as_of') : null,
            maxWrongAuto: isset($data['max_wrong_auto']) ? Take::number($data['max_wrong_auto'], '/max_wrong_auto') : null,
            auto: isset($data['auto']) ? Take::record($data['auto'], AutoScope::class, '/auto') : null,
            twins: isset($data['twins']) ? Take::word($data['twins'], '/twins') : null,
            bankFeePerMille: isset($data['bank_fee_per_mille']) ? Take::whole($data['bank_fee_per_mille'], '/bank_fee_per_mille') : null,
            bankFeeCap: isset($data['bank_fee_cap']) ? Take::whole($data['bank_fee_cap'], '/bank_fee_cap') : null,
            roundingMinor: isset($data['rounding_minor']) ? Take::whole($data['rounding_minor'], '/rounding_minor') : null,
            discountGraceDays: isset($data['discount_grace_days']) ? Take::whole($data['discount_grace_days'], '/discount_grace_days') : null,
            maxGroup: isset($data['max_group']) ? Take::whole($data['max_group'], '/max_group') : null,
            pooledIbans: Take::list($data['pooled_ibans'] ?? [], Take::text(...), '/pooled_ibans'),
            ownIbans: Take::list($data['own_ibans'] ?? [], Take::text(...), '/own_ibans'),
            ownNames: Take::list($data['own_names'] ?? [], Take::text(...), '/own_names'),
            rates: Take::records($data['rates'] ?? [], FxRate::class, '/rates'),
            threads: isset($data['threads']) ? Take::whole($data['threads'], '/threads') : null,
            alternatives: isset($data['alternatives']) ? Take::whole($data['alternatives'], '/alternatives') : null,
            adapt: isset($data['adapt']) ? Take::truth($data['adapt'], '/adapt') : null,
            auditRate: isset($data['audit_rate']) ? Take::number($data['audit_rate'], '/audit_rate') : null,
            auditSalt: isset($data['audit_salt']) ? Take::text($data['audit_salt'], '/audit_salt') : null,
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
        if ($this->asOf !== null) {
            $out['as_of'] = $this->asOf;
        }
        if ($this->maxWrongAuto !== null) {
            $out['max_wrong_auto'] = $this->maxWrongAuto;
        }
        if ($this->auto !== null) {
            $out['auto'] = $this->auto;
        }
        if ($this->twins !== null) {
            $out['twins'] = $this->twins;
        }
        if ($this->bankFeePerMille !== null) {
            $out['bank_fee_per_mille'] = $this->bankFeePerMille;
        }
        if ($this->bankFeeCap !== null) {
            $out['bank_fee_cap'] = $this->bankFeeCap;
        }
        if ($this->roundingMinor !== null) {
            $out['rounding_minor'] = $this->roundingMinor;
        }
        if ($this->discountGraceDays !== null) {
            $out['discount_grace_days'] = $this->discountGraceDays;
        }
        if ($this->maxGroup !== null) {
            $out['max_group'] = $this->maxGroup;
        }
        if ($this->pooledIbans !== []) {
            $out['pooled_ibans'] = $this->pooledIbans;
        }
        if ($this->ownIbans !== []) {
            $out['own_ibans'] = $this->ownIbans;
        }
        if ($this->ownNames !== []) {
            $out['own_names'] = $this->ownNames;
        }
        if ($this->rates !== []) {
            $out['rates'] = $this->rates;
        }
        if ($this->threads !== null) {
            $out['threads'] = $this->threads;
        }
        if ($this->alternatives !== null) {
            $out['alternatives'] = $this->alternatives;
        }
        if ($this->adapt !== null) {
            $out['adapt'] = $this->adapt;
        }
        if ($this->auditRate !== null) {
            $out['audit_rate'] = $this->auditRate;
        }
        if ($this->auditSalt !== null) {
            $out['audit_salt'] = $this->auditSalt;
        }
        return $out === [] ? new \stdClass() : $out;
    }

    /**
     * What var_dump and print_r show: no secret. It does stand in what var_export, serialize and json_encode write.
     *
     * @return array<string, mixed>
     */
    public function __debugInfo(): array
    {
        return array_replace(get_object_vars($this), [
            'auditSalt' => $this->auditSalt === null ? null : '***',
        ]);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function twins(): ?TwinPolicy
    {
        return $this->twins === null ? null : TwinPolicy::tryFrom($this->twins);
    }
}

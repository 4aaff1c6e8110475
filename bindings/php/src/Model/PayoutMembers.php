<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\PayoutRest;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A payout of a gateway and the rows that name it. */
final class PayoutMembers implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'payout' => 'text',
        'members' => ['list', 'text'],
        'currency' => 'text',
        'sum' => 'decimal',
        'paid' => 'decimal',
        'difference' => 'decimal',
        'difference_kind' => 'text',
    ];

    /**
     * Ids of the rows that went into it.
     *
     * @var list<string>
     */
    public readonly array $members;

    /** What the members moved after fees. */
    public readonly string $sum;

    /** What left the gateway's account, where its row is given. */
    public readonly ?string $paid;

    /** What was paid out beyond the sum, where that is not zero. */
    public readonly ?string $difference;

    /** What the difference is. */
    public readonly ?string $differenceKind;

    /**
     * @param string $id The gateway's id of it.
     * @param array<string> $members Ids of the rows that went into it.
     * @param string $currency Currency code of ISO 4217.
     * @param string|int|\Stringable $sum What the members moved after fees.
     * @param string|null $payout Id of the row with which the gateway paid out, where it is given.
     * @param string|int|\Stringable|null $paid What left the gateway's account, where its row is given.
     * @param string|int|\Stringable|null $difference What was paid out beyond the sum, where that is not zero.
     * @param string|PayoutRest|null $differenceKind What the difference is.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        array $members,
        public readonly string $currency,
        mixed $sum,
        public readonly ?string $payout = null,
        mixed $paid = null,
        mixed $difference = null,
        string|PayoutRest|null $differenceKind = null,
    ) {
        $this->members = Take::list($members, Take::text(...), '/members');
        $this->sum = Take::decimal($sum, '/sum');
        $this->paid = $paid === null ? null : Take::decimal($paid, '/paid');
        $this->difference = $difference === null ? null : Take::decimal($difference, '/difference');
        $this->differenceKind = $differenceKind === null ? null : Take::word($differenceKind, '/difference_kind');
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
            payout: isset($data['payout']) ? Take::text($data['payout'], '/payout') : null,
            members: Take::list($data['members'] ?? null, Take::text(...), '/members'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            sum: Take::decimal($data['sum'] ?? null, '/sum'),
            paid: isset($data['paid']) ? Take::decimal($data['paid'], '/paid') : null,
            difference: isset($data['difference']) ? Take::decimal($data['difference'], '/difference') : null,
            differenceKind: isset($data['difference_kind']) ? Take::word($data['difference_kind'], '/difference_kind') : null,
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
        if ($this->payout !== null) {
            $out['payout'] = $this->payout;
        }
        $out['members'] = $this->members;
        $out['currency'] = $this->currency;
        $out['sum'] = $this->sum;
        if ($this->paid !== null) {
            $out['paid'] = $this->paid;
        }
        if ($this->difference !== null) {
            $out['difference'] = $this->difference;
        }
        if ($this->differenceKind !== null) {
            $out['difference_kind'] = $this->differenceKind;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function differenceKind(): ?PayoutRest
    {
        return $this->differenceKind === null ? null : PayoutRest::tryFrom($this->differenceKind);
    }
}

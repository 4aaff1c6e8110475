<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\BalanceKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A balance that the bank states. */
final class Balance implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'account' => 'text',
        'statement' => 'text',
        'kind' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
        'on' => 'date',
    ];

    /** What it is. */
    public readonly string $kind;

    /** The balance, signed; negative: overdrawn. */
    public readonly string $amount;

    /** Of which day. */
    public readonly ?string $on;

    /**
     * @param string|BalanceKind $kind What it is.
     * @param string|int|\Stringable $amount The balance, signed; negative: overdrawn.
     * @param string $currency Of the account.
     * @param string|null $account The account: IBAN or the bank's own number.
     * @param string|null $statement Id of the statement it stands in.
     * @param string|\DateTimeInterface|null $on Of which day.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|BalanceKind $kind,
        mixed $amount,
        public readonly string $currency,
        public readonly ?string $account = null,
        public readonly ?string $statement = null,
        string|\DateTimeInterface|null $on = null,
    ) {
        $this->kind = Take::word($kind, '/kind');
        $this->amount = Take::decimal($amount, '/amount');
        $this->on = $on === null ? null : Take::date($on, '/on');
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
            account: isset($data['account']) ? Take::text($data['account'], '/account') : null,
            statement: isset($data['statement']) ? Take::text($data['statement'], '/statement') : null,
            kind: Take::word($data['kind'] ?? null, '/kind'),
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            on: isset($data['on']) ? Take::date($data['on'], '/on') : null,
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
        if ($this->account !== null) {
            $out['account'] = $this->account;
        }
        if ($this->statement !== null) {
            $out['statement'] = $this->statement;
        }
        $out['kind'] = $this->kind;
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        if ($this->on !== null) {
            $out['on'] = $this->on;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?BalanceKind
    {
        return BalanceKind::tryFrom($this->kind);
    }
}

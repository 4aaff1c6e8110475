<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Component;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A part of a payout that is no row of its own. */
final class Residual implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'kind' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
    ];

    /** What the component stands for. */
    public readonly string $kind;

    /** With the sign that it has in the payout: fees are negative. */
    public readonly string $amount;

    /**
     * @param string|Component $kind What the component stands for.
     * @param string|int|\Stringable $amount With the sign that it has in the payout: fees are negative.
     * @param string $currency Of the payout.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Component $kind,
        mixed $amount,
        public readonly string $currency,
    ) {
        $this->kind = Take::word($kind, '/kind');
        $this->amount = Take::decimal($amount, '/amount');
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
            kind: Take::word($data['kind'] ?? null, '/kind'),
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
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
        $out['kind'] = $this->kind;
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?Component
    {
        return Component::tryFrom($this->kind);
    }
}

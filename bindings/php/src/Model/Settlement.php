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

/** What was settled before, by the host or by a gateway. */
final class Settlement implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'invoice' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
        'settled_on' => 'date',
        'transaction' => 'text',
        'external_ids' => ['list', 'text'],
    ];

    /** How much; negative where it was taken back. */
    public readonly string $amount;

    /** Day on which it was settled. */
    public readonly string $settledOn;

    /**
     * Ids of the gateway: `pi_…`, `PM…`.
     *
     * @var list<string>
     */
    public readonly array $externalIds;

    /**
     * @param string $invoice Id of the item.
     * @param string|int|\Stringable $amount How much; negative where it was taken back.
     * @param string $currency Of the item.
     * @param string|\DateTimeInterface $settledOn Day on which it was settled.
     * @param string|null $transaction Id of the transaction, if known.
     * @param array<string> $externalIds Ids of the gateway: `pi_…`, `PM…`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $invoice,
        mixed $amount,
        public readonly string $currency,
        string|\DateTimeInterface $settledOn,
        public readonly ?string $transaction = null,
        array $externalIds = [],
    ) {
        $this->amount = Take::decimal($amount, '/amount');
        $this->settledOn = Take::date($settledOn, '/settled_on');
        $this->externalIds = Take::list($externalIds, Take::text(...), '/external_ids');
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
            invoice: Take::text($data['invoice'] ?? null, '/invoice'),
            amount: Take::decimal($data['amount'] ?? null, '/amount'),
            currency: Take::text($data['currency'] ?? null, '/currency'),
            settledOn: Take::date($data['settled_on'] ?? null, '/settled_on'),
            transaction: isset($data['transaction']) ? Take::text($data['transaction'], '/transaction') : null,
            externalIds: Take::list($data['external_ids'] ?? [], Take::text(...), '/external_ids'),
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
        $out['invoice'] = $this->invoice;
        $out['amount'] = $this->amount;
        $out['currency'] = $this->currency;
        $out['settled_on'] = $this->settledOn;
        if ($this->transaction !== null) {
            $out['transaction'] = $this->transaction;
        }
        if ($this->externalIds !== []) {
            $out['external_ids'] = $this->externalIds;
        }
        return $out;
    }
}

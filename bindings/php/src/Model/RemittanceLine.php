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

/** A line of structured remittance advice: one document paid. */
final class RemittanceLine implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'reference' => 'text',
        'amount' => 'decimal',
        'currency' => 'text',
        'text' => 'text',
    ];

    /** How much of the payment is for it. */
    public readonly ?string $amount;

    /**
     * @param string|null $reference The document's number.
     * @param string|int|\Stringable|null $amount How much of the payment is for it.
     * @param string|null $currency Default: that of the transaction.
     * @param string|null $text Text beside it.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $reference = null,
        mixed $amount = null,
        public readonly ?string $currency = null,
        public readonly ?string $text = null,
    ) {
        $this->amount = $amount === null ? null : Take::decimal($amount, '/amount');
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
            reference: isset($data['reference']) ? Take::text($data['reference'], '/reference') : null,
            amount: isset($data['amount']) ? Take::decimal($data['amount'], '/amount') : null,
            currency: isset($data['currency']) ? Take::text($data['currency'], '/currency') : null,
            text: isset($data['text']) ? Take::text($data['text'], '/text') : null,
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
        if ($this->reference !== null) {
            $out['reference'] = $this->reference;
        }
        if ($this->amount !== null) {
            $out['amount'] = $this->amount;
        }
        if ($this->currency !== null) {
            $out['currency'] = $this->currency;
        }
        if ($this->text !== null) {
            $out['text'] = $this->text;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

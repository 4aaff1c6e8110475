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

/** An item with something left. */
final class OpenInvoice implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'invoice' => 'text',
        'open' => 'decimal',
        'currency' => 'text',
    ];

    /** What is still owed after all matches, automatic and in review. */
    public readonly string $open;

    /**
     * @param string $invoice Id of the open item.
     * @param string|int|\Stringable $open What is still owed after all matches, automatic and in review.
     * @param string $currency Of the item.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $invoice,
        mixed $open,
        public readonly string $currency,
    ) {
        $this->open = Take::decimal($open, '/open');
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
            open: Take::decimal($data['open'] ?? null, '/open'),
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
        $out['invoice'] = $this->invoice;
        $out['open'] = $this->open;
        $out['currency'] = $this->currency;
        return $out;
    }
}

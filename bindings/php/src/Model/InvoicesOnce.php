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

/** The items of all inputs, each once. */
final class InvoicesOnce implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'invoices' => ['list', Invoice::class],
        'copies' => 'whole',
        'errors' => ['list', Problem::class],
    ];

    /**
     * In the order given.
     *
     * @var list<Invoice>
     */
    public readonly array $invoices;

    /**
     * Those left out because another has their id and says something else.
     *
     * @var list<Problem>
     */
    public readonly array $errors;

    /**
     * @param array<Invoice|array<string, mixed>|\stdClass> $invoices In the order given.
     * @param int $copies How many were left out as copies.
     * @param array<Problem|array<string, mixed>|\stdClass> $errors Those left out because another has their id
     *     and says something else.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $invoices,
        public readonly int $copies,
        array $errors,
    ) {
        $this->invoices = Take::records($invoices, Invoice::class, '/invoices');
        $this->errors = Take::records($errors, Problem::class, '/errors');
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
            invoices: Take::records($data['invoices'] ?? null, Invoice::class, '/invoices'),
            copies: Take::whole($data['copies'] ?? null, '/copies'),
            errors: Take::records($data['errors'] ?? null, Problem::class, '/errors'),
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
        $out['invoices'] = $this->invoices;
        $out['copies'] = $this->copies;
        $out['errors'] = $this->errors;
        return $out;
    }
}

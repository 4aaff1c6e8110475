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

/** The settlements of all inputs, each once. */
final class SettlementsOnce implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'settlements' => ['list', Settlement::class],
        'copies' => 'whole',
    ];

    /**
     * In the order given.
     *
     * @var list<Settlement>
     */
    public readonly array $settlements;

    /**
     * @param array<Settlement|array<string, mixed>|\stdClass> $settlements In the order given.
     * @param int $copies How many were left out as copies.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $settlements,
        public readonly int $copies,
    ) {
        $this->settlements = Take::records($settlements, Settlement::class, '/settlements');
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
            settlements: Take::records($data['settlements'] ?? null, Settlement::class, '/settlements'),
            copies: Take::whole($data['copies'] ?? null, '/copies'),
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
        $out['settlements'] = $this->settlements;
        $out['copies'] = $this->copies;
        return $out;
    }
}

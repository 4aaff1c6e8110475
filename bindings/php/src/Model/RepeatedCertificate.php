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

/** A certificate that a bundle holds more than once. */
final class RepeatedCertificate implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'first' => 'whole',
        'line' => 'whole',
    ];

    /**
     * @param int $first Its place among the certificates, counted from 0.
     * @param int $line The line where it stands again, counted from 1.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $first,
        public readonly int $line,
    ) {
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
            first: Take::whole($data['first'] ?? null, '/first'),
            line: Take::whole($data['line'] ?? null, '/line'),
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
        $out['first'] = $this->first;
        $out['line'] = $this->line;
        return $out;
    }
}

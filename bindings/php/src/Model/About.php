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

/** What the library is. */
final class About implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'version' => 'text',
        'contract' => 'whole',
        'parameters' => 'text',
        'operations' => ['list', 'text'],
    ];

    /**
     * Names of all operations.
     *
     * @var list<string>
     */
    public readonly array $operations;

    /**
     * @param string $version Of the library.
     * @param int $contract Version of the documents: 1.
     * @param string $parameters Name of the engine's parameter set.
     * @param array<string> $operations Names of all operations.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $version,
        public readonly int $contract,
        public readonly string $parameters,
        array $operations,
    ) {
        $this->operations = Take::list($operations, Take::text(...), '/operations');
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
            version: Take::text($data['version'] ?? null, '/version'),
            contract: Take::whole($data['contract'] ?? null, '/contract'),
            parameters: Take::text($data['parameters'] ?? null, '/parameters'),
            operations: Take::list($data['operations'] ?? null, Take::text(...), '/operations'),
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
        $out['version'] = $this->version;
        $out['contract'] = $this->contract;
        $out['parameters'] = $this->parameters;
        $out['operations'] = $this->operations;
        return $out;
    }
}

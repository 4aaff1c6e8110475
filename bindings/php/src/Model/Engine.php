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

/** What computed a result: equal fields and equal input give equal bytes. */
final class Engine implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'version' => 'text',
        'parameters' => 'text',
        'options' => 'text',
        'memory' => 'text',
    ];

    /**
     * @param string $version Version of the engine.
     * @param string $parameters Name of the parameter set.
     * @param string $options Digest of the options.
     * @param string $memory Digest of the memory, or `none`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $version,
        public readonly string $parameters,
        public readonly string $options,
        public readonly string $memory,
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
            version: Take::text($data['version'] ?? null, '/version'),
            parameters: Take::text($data['parameters'] ?? null, '/parameters'),
            options: Take::text($data['options'] ?? null, '/options'),
            memory: Take::text($data['memory'] ?? null, '/memory'),
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
        $out['parameters'] = $this->parameters;
        $out['options'] = $this->options;
        $out['memory'] = $this->memory;
        return $out;
    }
}

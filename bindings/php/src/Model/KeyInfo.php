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

/** A key that a verifier holds. */
final class KeyInfo implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'thumbprint' => 'text',
        'algorithms' => ['list', 'text'],
    ];

    /**
     * The algorithms it is used with.
     *
     * @var list<string>
     */
    public readonly array $algorithms;

    /**
     * @param string $thumbprint Its thumbprint (RFC 7638).
     * @param array<string|\BackedEnum> $algorithms The algorithms it is used with.
     * @param string|null $id Its id, which tokens name as `kid`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $thumbprint,
        array $algorithms,
        public readonly ?string $id = null,
    ) {
        $this->algorithms = Take::list($algorithms, Take::word(...), '/algorithms');
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
            id: isset($data['id']) ? Take::text($data['id'], '/id') : null,
            thumbprint: Take::text($data['thumbprint'] ?? null, '/thumbprint'),
            algorithms: Take::list($data['algorithms'] ?? null, Take::word(...), '/algorithms'),
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
        if ($this->id !== null) {
            $out['id'] = $this->id;
        }
        $out['thumbprint'] = $this->thumbprint;
        $out['algorithms'] = $this->algorithms;
        return $out;
    }
}

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

/** What a role may do, as patterns: `invoice:read`, `invoice:*`, `*:read`, `*:*`. */
final class Role implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'allows' => ['list', 'text'],
        'denies' => ['list', 'text'],
    ];

    /**
     * Patterns of what it may do.
     *
     * @var list<string>
     */
    public readonly array $allows;

    /**
     * Patterns of what it may never do, whatever another role allows.
     *
     * @var list<string>
     */
    public readonly array $denies;

    /**
     * @param array<string> $allows Patterns of what it may do.
     * @param array<string> $denies Patterns of what it may never do, whatever another role allows.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $allows = [],
        array $denies = [],
    ) {
        $this->allows = Take::list($allows, Take::text(...), '/allows');
        $this->denies = Take::list($denies, Take::text(...), '/denies');
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
            allows: Take::list($data['allows'] ?? [], Take::text(...), '/allows'),
            denies: Take::list($data['denies'] ?? [], Take::text(...), '/denies'),
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
        if ($this->allows !== []) {
            $out['allows'] = $this->allows;
        }
        if ($this->denies !== []) {
            $out['denies'] = $this->denies;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

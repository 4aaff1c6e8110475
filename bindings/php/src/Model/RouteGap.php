<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\RouteGapKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What is wrong with a table of routes. */
final class RouteGap implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'gap' => 'text',
        'route' => 'text',
        'role' => 'text',
        'meant' => 'truth',
    ];

    /** What is wrong. */
    public readonly string $gap;

    /**
     * @param string|RouteGapKind $gap What is wrong.
     * @param string $route The route of which that is said.
     * @param string|null $role The role that may what it should not, or may not what it should.
     * @param bool|null $meant Whether the role is meant to.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|RouteGapKind $gap,
        public readonly string $route,
        public readonly ?string $role = null,
        public readonly ?bool $meant = null,
    ) {
        $this->gap = Take::word($gap, '/gap');
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
            gap: Take::word($data['gap'] ?? null, '/gap'),
            route: Take::text($data['route'] ?? null, '/route'),
            role: isset($data['role']) ? Take::text($data['role'], '/role') : null,
            meant: isset($data['meant']) ? Take::truth($data['meant'], '/meant') : null,
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
        $out['gap'] = $this->gap;
        $out['route'] = $this->route;
        if ($this->role !== null) {
            $out['role'] = $this->role;
        }
        if ($this->meant !== null) {
            $out['meant'] = $this->meant;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function gap(): ?RouteGapKind
    {
        return RouteGapKind::tryFrom($this->gap);
    }
}

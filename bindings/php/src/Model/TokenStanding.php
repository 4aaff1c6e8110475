<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\RevocationScope;
use Payymo\Enum\Standing;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Whether a token that holds stands, or was revoked. */
final class TokenStanding implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'standing' => 'text',
        'scope' => 'text',
    ];

    /** What the store says of it. */
    public readonly string $standing;

    /** With what it was taken back. */
    public readonly ?string $scope;

    /**
     * @param string|Standing $standing What the store says of it.
     * @param string|RevocationScope|null $scope With what it was taken back.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Standing $standing,
        string|RevocationScope|null $scope = null,
    ) {
        $this->standing = Take::word($standing, '/standing');
        $this->scope = $scope === null ? null : Take::word($scope, '/scope');
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
            standing: Take::word($data['standing'] ?? null, '/standing'),
            scope: isset($data['scope']) ? Take::word($data['scope'], '/scope') : null,
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
        $out['standing'] = $this->standing;
        if ($this->scope !== null) {
            $out['scope'] = $this->scope;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function standing(): ?Standing
    {
        return Standing::tryFrom($this->standing);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function scope(): ?RevocationScope
    {
        return $this->scope === null ? null : RevocationScope::tryFrom($this->scope);
    }
}

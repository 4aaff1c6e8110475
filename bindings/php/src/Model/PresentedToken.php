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

/** A refresh token whose signature and claims hold. */
final class PresentedToken implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'family' => 'text',
        'id' => 'text',
        'verified' => VerifiedToken::class,
    ];

    /**
     * @param string $family Id of its family: the row to look up.
     * @param string $id Its own id (`jti`).
     * @param VerifiedToken $verified All that it says.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $family,
        public readonly string $id,
        public readonly VerifiedToken $verified,
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
            family: Take::text($data['family'] ?? null, '/family'),
            id: Take::text($data['id'] ?? null, '/id'),
            verified: Take::record($data['verified'] ?? null, VerifiedToken::class, '/verified'),
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
        $out['family'] = $this->family;
        $out['id'] = $this->id;
        $out['verified'] = $this->verified;
        return $out;
    }
}

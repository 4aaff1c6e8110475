<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\RevocationScope;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What was taken back before its time: one token, or all of a scope that was issued before a time. */
final class Revocation implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'scope' => 'text',
        'issuer' => 'text',
        'value' => 'text',
        'not_before' => 'whole',
        'until' => 'whole',
    ];

    /** What is taken back. */
    public readonly string $scope;

    /**
     * @param string|RevocationScope $scope What is taken back.
     * @param string $value The token's id (`jti`), the subject, the family, the tenant, or the key's thumbprint.
     * @param int $until When the last of those tokens expires, after which this may be forgotten.
     * @param string|null $issuer The issuer (`iss`), of a token and of a subject.
     * @param int|null $notBefore All that was issued before this time is taken back: seconds since 1970. Not of a
     *     token; without it all of the scope.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|RevocationScope $scope,
        public readonly string $value,
        public readonly int $until,
        public readonly ?string $issuer = null,
        public readonly ?int $notBefore = null,
    ) {
        $this->scope = Take::word($scope, '/scope');
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
            scope: Take::word($data['scope'] ?? null, '/scope'),
            issuer: isset($data['issuer']) ? Take::text($data['issuer'], '/issuer') : null,
            value: Take::text($data['value'] ?? null, '/value'),
            notBefore: isset($data['not_before']) ? Take::whole($data['not_before'], '/not_before') : null,
            until: Take::whole($data['until'] ?? null, '/until'),
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
        $out['scope'] = $this->scope;
        if ($this->issuer !== null) {
            $out['issuer'] = $this->issuer;
        }
        $out['value'] = $this->value;
        if ($this->notBefore !== null) {
            $out['not_before'] = $this->notBefore;
        }
        $out['until'] = $this->until;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function scope(): ?RevocationScope
    {
        return RevocationScope::tryFrom($this->scope);
    }
}

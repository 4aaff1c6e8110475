<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\SignatureAlgorithm;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A token whose signature and claims hold. Whether it was revoked is another question. */
final class VerifiedToken implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'claims' => ['map', 'json'],
        'algorithm' => 'text',
        'key' => 'text',
        'key_id' => 'text',
    ];

    /**
     * All that it says.
     *
     * @var array<array-key, mixed>
     */
    public readonly array $claims;

    /** How it is signed. */
    public readonly string $algorithm;

    /**
     * @param array<array-key, mixed> $claims All that it says.
     * @param string|SignatureAlgorithm $algorithm How it is signed.
     * @param string $key Thumbprint of the key under which it is signed (RFC 7638).
     * @param string|null $keyId `kid` of its header.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $claims,
        string|SignatureAlgorithm $algorithm,
        public readonly string $key,
        public readonly ?string $keyId = null,
    ) {
        $this->claims = Take::map($claims, Take::any(...), '/claims');
        $this->algorithm = Take::word($algorithm, '/algorithm');
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
            claims: Take::map($data['claims'] ?? null, Take::any(...), '/claims'),
            algorithm: Take::word($data['algorithm'] ?? null, '/algorithm'),
            key: Take::text($data['key'] ?? null, '/key'),
            keyId: isset($data['key_id']) ? Take::text($data['key_id'], '/key_id') : null,
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
        $out['claims'] = (object) $this->claims;
        $out['algorithm'] = $this->algorithm;
        $out['key'] = $this->key;
        if ($this->keyId !== null) {
            $out['key_id'] = $this->keyId;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function algorithm(): ?SignatureAlgorithm
    {
        return SignatureAlgorithm::tryFrom($this->algorithm);
    }
}

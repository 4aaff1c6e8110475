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

/** A key that checks signatures: `pem` or `jwk`, one of both. */
final class PublicKey implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'pem' => 'text',
        'jwk' => 'text',
        'algorithm' => 'text',
        'id' => 'text',
    ];

    /** The one algorithm that it is used with. */
    public readonly string $algorithm;

    /**
     * @param string|SignatureAlgorithm $algorithm The one algorithm that it is used with.
     * @param string|null $pem The key in PEM: PUBLIC KEY or RSA PUBLIC KEY.
     * @param string|null $jwk The key as a JSON Web Key (RFC 7517).
     * @param string|null $id Its id, which tokens name as `kid`; that of the JWK where none is given.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|SignatureAlgorithm $algorithm,
        public readonly ?string $pem = null,
        public readonly ?string $jwk = null,
        public readonly ?string $id = null,
    ) {
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
            pem: isset($data['pem']) ? Take::text($data['pem'], '/pem') : null,
            jwk: isset($data['jwk']) ? Take::text($data['jwk'], '/jwk') : null,
            algorithm: Take::word($data['algorithm'] ?? null, '/algorithm'),
            id: isset($data['id']) ? Take::text($data['id'], '/id') : null,
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
        if ($this->pem !== null) {
            $out['pem'] = $this->pem;
        }
        if ($this->jwk !== null) {
            $out['jwk'] = $this->jwk;
        }
        $out['algorithm'] = $this->algorithm;
        if ($this->id !== null) {
            $out['id'] = $this->id;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function algorithm(): ?SignatureAlgorithm
    {
        return SignatureAlgorithm::tryFrom($this->algorithm);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Give;
use Payymo\Internal\Handle;
use Payymo\Internal\Take;

/**
 * A key that signs tokens.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Signer extends Handle
{
    /**
     * Takes in a key that signs.
     *
     * @param Enum\SignatureAlgorithm|string $algorithm The one algorithm that it signs with.
     * @param string|null $pem The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY.
     * @param string|null $jwk The key as a JSON Web Key with its private members.
     * @param string|null $secret The secret of an HMAC, as long as its hash at least.
     * @param string|null $keyId Its id, which tokens name as `kid`.
     * @throws Exception\PayymoException `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`,
     *     `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
     */
    public function __construct(
        Enum\SignatureAlgorithm|string $algorithm,
        #[\SensitiveParameter] ?string $pem = null,
        #[\SensitiveParameter] ?string $jwk = null,
        #[\SensitiveParameter] ?string $secret = null,
        ?string $keyId = null,
    ) {
        $this->made('signer.new', [
            'pem' => $pem,
            'jwk' => $jwk,
            'secret' => $secret,
            'algorithm' => Give::value($algorithm, 'text', '/algorithm'),
            'key_id' => $keyId,
        ]);
    }

    /**
     * Signs claims as a JSON Web Token. What no verifier would take is not signed.
     *
     * @param array<array-key, mixed>|\stdClass $claims The claims; whole numbers of 53 bits.
     * @param string|null $type The type (`typ`) of the token; `JWT` where nothing is said.
     * @return string
     * @throws Exception\PayymoException `token.json`, `token.claim`, `token.header`, `token.too_large`,
     *     `crypto.failed`
     */
    public function sign(array|\stdClass $claims, ?string $type = null): string
    {
        $answer = $this->asked('signer.sign', [
            'claims' => Give::value($claims, ['map', 'json'], '/claims'),
            'type' => $type,
        ]);
        return Take::text($answer, '');
    }

    /**
     * Its public half as a JSON Web Key, to be published. That of a secret is refused.
     *
     * @return string
     * @throws Exception\PayymoException `key.kind`
     */
    public function jwk(): string
    {
        $answer = $this->asked('signer.jwk', []);
        return Take::text($answer, '');
    }
}

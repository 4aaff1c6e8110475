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
 * Keys and what is asked of tokens, prepared once for many tokens.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Verifier extends Handle
{
    /** @var list<Model\Problem> */
    private array $errors = [];

    /**
     * What could not be used of that which it was made of.
     *
     * @return list<Model\Problem>
     */
    public function errors(): array
    {
        return $this->errors;
    }

    /**
     * Takes in the keys of a verifier and what it asks of tokens. Answers why keys of a set were left out.
     *
     * @param Model\TokenPolicy|array<string, mixed>|\stdClass $policy What is asked of tokens.
     * @param string|null $jwks A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret.
     * @param iterable<Model\PublicKey|array<string, mixed>|\stdClass>|null $keys Public keys, each with its
     *     algorithm.
     * @param array<array-key, string>|\stdClass|null $secrets Secrets of HMAC by their ids, as long as the hash
     *     at least; for bytes that are no text a JWK in `jwks`.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`,
     *     `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`,
     *     `key.syntax`, `key.use`, `key.weak`
     */
    public function __construct(
        Model\TokenPolicy|array|\stdClass $policy,
        #[\SensitiveParameter] ?string $jwks = null,
        ?iterable $keys = null,
        #[\SensitiveParameter] array|\stdClass|null $secrets = null,
        bool $strict = false,
    ) {
        $answer = $this->made('verifier.new', [
            'jwks' => $jwks,
            'keys' => Give::value($keys, ['list', Model\PublicKey::class], '/keys'),
            'secrets' => Give::value($secrets, ['map', 'text'], '/secrets'),
            'policy' => Give::value($policy, Model\TokenPolicy::class, '/policy'),
            'strict' => $strict,
        ]);
        $this->errors = Take::records($answer, Model\Problem::class, '');
    }

    /**
     * Verifies a JSON Web Token: form, algorithm, key, signature, claims, binding. Whether it was revoked is asked of
     * `revocations`.
     *
     * @param string $token The token, without `Bearer`.
     * @param int $now The time: seconds since 1970.
     * @param Model\TokenBinding|array<string, mixed>|\stdClass|null $binding The key that was shown with the
     *     token. A token that is bound to another, or to one where none was shown, is refused.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\VerifiedToken
     * @throws Exception\PayymoException `token.too_large`, `token.segments`, `token.base64`, `token.json`,
     *     `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`,
     *     `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`,
     *     `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
     */
    public function verify(
        string $token,
        int $now,
        Model\TokenBinding|array|\stdClass|null $binding = null,
        bool $strict = false,
    ): Model\VerifiedToken {
        $answer = $this->asked('verifier.verify', [
            'token' => $token,
            'now' => $now,
            'binding' => Give::value($binding, Model\TokenBinding::class, '/binding'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\VerifiedToken::class, '');
    }

    /**
     * Verifies signed content that is no token (RFC 7515) and answers it: of its claims nothing is looked at.
     *
     * @param string $jws The compact JWS.
     * @param string|null $payload The content, where it stands beside the JWS (RFC 7797).
     * @return string
     * @throws Exception\PayymoException `token.too_large`, `token.segments`, `token.base64`, `token.header`,
     *     `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`
     */
    public function open(string $jws, ?string $payload = null): string
    {
        $blobs = [];
        $answer = $this->asked('verifier.open', [
            'jws' => $jws,
            'payload' => Give::blob($payload, $blobs),
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * The keys that it holds.
     *
     * @return list<Model\KeyInfo>
     * @throws Exception\PayymoException `contract.*`
     */
    public function keys(): array
    {
        $answer = $this->asked('verifier.keys', []);
        return Take::records($answer, Model\KeyInfo::class, '');
    }

    /**
     * Its public keys as a JSON Web Key Set, to be published. Secrets are refused.
     *
     * @return string
     * @throws Exception\PayymoException `key.kind`
     */
    public function jwks(): string
    {
        $answer = $this->asked('verifier.jwks', []);
        return Take::text($answer, '');
    }
}

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
 * An issuer of access and refresh tokens.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Sessions extends Handle
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
     * An issuer of sessions: whose tokens say what, the key that signs them, and, while keys are changed, the others
     * that are taken. Answers why keys of a set were left out.
     *
     * @param string $issuer Who issues them (`iss`).
     * @param string $accessAudience The API that takes access tokens (`aud`).
     * @param string $refreshAudience The end point that exchanges refresh tokens (`aud`).
     * @param Enum\SignatureAlgorithm|string $algorithm The one algorithm that it signs with.
     * @param string|null $pem The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY.
     * @param string|null $jwk The key as a JSON Web Key with its private members.
     * @param string|null $secret The secret of an HMAC, as long as its hash at least.
     * @param string|null $keyId Its id, which tokens name as `kid`.
     * @param string|null $jwks A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret.
     * @param iterable<Model\PublicKey|array<string, mixed>|\stdClass>|null $keys Public keys, each with its
     *     algorithm.
     * @param array<array-key, string>|\stdClass|null $secrets Secrets of HMAC by their ids, as long as the hash
     *     at least; for bytes that are no text a JWK in `jwks`.
     * @param Model\SessionLifetimes|array<string, mixed>|\stdClass|null $lifetimes How long what lives.
     * @param int|null $leeway Seconds by which clocks may differ, 300 at most; 30 where nothing is said.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`,
     *     `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`,
     *     `key.syntax`, `key.use`, `key.weak`
     */
    public function __construct(
        string $issuer,
        string $accessAudience,
        string $refreshAudience,
        Enum\SignatureAlgorithm|string $algorithm,
        #[\SensitiveParameter] ?string $pem = null,
        #[\SensitiveParameter] ?string $jwk = null,
        #[\SensitiveParameter] ?string $secret = null,
        ?string $keyId = null,
        #[\SensitiveParameter] ?string $jwks = null,
        ?iterable $keys = null,
        #[\SensitiveParameter] array|\stdClass|null $secrets = null,
        Model\SessionLifetimes|array|\stdClass|null $lifetimes = null,
        ?int $leeway = null,
        bool $strict = false,
    ) {
        $answer = $this->made('sessions.new', [
            'issuer' => $issuer,
            'access_audience' => $accessAudience,
            'refresh_audience' => $refreshAudience,
            'algorithm' => Give::value($algorithm, 'text', '/algorithm'),
            'pem' => $pem,
            'jwk' => $jwk,
            'secret' => $secret,
            'key_id' => $keyId,
            'jwks' => $jwks,
            'keys' => Give::value($keys, ['list', Model\PublicKey::class], '/keys'),
            'secrets' => Give::value($secrets, ['map', 'text'], '/secrets'),
            'lifetimes' => Give::value($lifetimes, Model\SessionLifetimes::class, '/lifetimes'),
            'leeway' => $leeway,
            'strict' => $strict,
        ]);
        $this->errors = Take::records($answer, Model\Problem::class, '');
    }

    /**
     * A login: the family to write where the store has none of its id. Then `sessions.confirm` makes its tokens.
     *
     * @param string $subject Who logged in (`sub`).
     * @param string $tenant Whose data they work on.
     * @param string $client Id of the client, which has shown who it is.
     * @param string $random 32 fresh bytes of a source of random bytes.
     * @param int $now The time: seconds since 1970.
     * @param Model\TokenBinding|array<string, mixed>|\stdClass|null $binding The key that its tokens are to be
     *     bound to (`cnf`): whoever brings one must show it.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\SessionStep
     * @throws Exception\PayymoException `input.options`, `token.binding`
     */
    public function begin(
        string $subject,
        string $tenant,
        string $client,
        string $random,
        int $now,
        Model\TokenBinding|array|\stdClass|null $binding = null,
        bool $strict = false,
    ): Model\SessionStep {
        $blobs = [];
        $answer = $this->asked('sessions.begin', [
            'subject' => $subject,
            'tenant' => $tenant,
            'client' => $client,
            'binding' => Give::value($binding, Model\TokenBinding::class, '/binding'),
            'random' => Give::blob($random, $blobs),
            'now' => $now,
            'strict' => $strict,
        ], $blobs);
        return Take::record($answer, Model\SessionStep::class, '');
    }

    /**
     * Reads a refresh token that came, for the id of the family whose state the host then looks up.
     *
     * @param string $token The refresh token that came.
     * @param string $client Id of the client, which has shown who it is.
     * @param int $now The time: seconds since 1970.
     * @param Model\TokenBinding|array<string, mixed>|\stdClass|null $binding The key that was shown with the
     *     token. A token that is bound to another, or to one where none was shown, is refused.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\PresentedToken
     * @throws Exception\PayymoException `token.too_large`, `token.segments`, `token.base64`, `token.json`,
     *     `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`,
     *     `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`,
     *     `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
     */
    public function present(
        string $token,
        string $client,
        int $now,
        Model\TokenBinding|array|\stdClass|null $binding = null,
        bool $strict = false,
    ): Model\PresentedToken {
        $answer = $this->asked('sessions.present', [
            'token' => $token,
            'client' => $client,
            'binding' => Give::value($binding, Model\TokenBinding::class, '/binding'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\PresentedToken::class, '');
    }

    /**
     * What to do with a refresh token that came: exchange it, end the family that it was copied from, or refuse it.
     * Nothing is granted until the store has answered and `sessions.confirm` was asked.
     *
     * @param string $token The refresh token that came.
     * @param string $client Id of the client, which has shown who it is.
     * @param string $state The state, as the host's store holds it.
     * @param string $random 16 fresh bytes of a source of random bytes, for the successor.
     * @param int $now The time: seconds since 1970.
     * @param Model\TokenBinding|array<string, mixed>|\stdClass|null $binding The key that was shown with the
     *     token. A token that is bound to another, or to one where none was shown, is refused.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\SessionStep
     * @throws Exception\PayymoException `input.options`, `token.too_large`, `token.segments`, `token.base64`,
     *     `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`,
     *     `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`,
     *     `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
     */
    public function refresh(
        string $token,
        string $client,
        string $state,
        string $random,
        int $now,
        Model\TokenBinding|array|\stdClass|null $binding = null,
        bool $strict = false,
    ): Model\SessionStep {
        $blobs = [];
        $answer = $this->asked('sessions.refresh', [
            'token' => $token,
            'client' => $client,
            'binding' => Give::value($binding, Model\TokenBinding::class, '/binding'),
            'state' => $state,
            'random' => Give::blob($random, $blobs),
            'now' => $now,
            'strict' => $strict,
        ], $blobs);
        return Take::record($answer, Model\SessionStep::class, '');
    }

    /**
     * The tokens of a state that the store said was written; `null` where it said anything else, and for a family
     * that has ended or expired.
     *
     * @param string $state The state, as the host's store holds it.
     * @param Enum\WriteResult|string $written What the store said.
     * @param iterable<string> $permissions What the access token may do: `invoice:read`, `invoice:*`.
     * @param string $random 16 fresh bytes of a source of random bytes, for the access token's id.
     * @param int $now The time: seconds since 1970.
     * @return Model\SessionTokens|null
     * @throws Exception\PayymoException `input.options`, `permission.syntax`, `token.claim`, `token.header`,
     *     `token.too_large`, `crypto.failed`
     */
    public function confirm(
        string $state,
        Enum\WriteResult|string $written,
        iterable $permissions,
        string $random,
        int $now,
    ): ?Model\SessionTokens {
        $blobs = [];
        $answer = $this->asked('sessions.confirm', [
            'state' => $state,
            'written' => Give::value($written, 'text', '/written'),
            'permissions' => Give::value($permissions, ['list', 'text'], '/permissions'),
            'random' => Give::blob($random, $blobs),
            'now' => $now,
        ], $blobs);
        return $answer === null ? null : Take::record($answer, Model\SessionTokens::class, '');
    }

    /**
     * Ends a login: the state to write, until it is written. Access tokens live on until they expire, or until the
     * family is put among the revocations.
     *
     * @param string $state The state, as the host's store holds it.
     * @param Enum\FamilyEnd|string $why Why it ends.
     * @param int $now The time: seconds since 1970.
     * @return Model\SessionStep
     * @throws Exception\PayymoException `contract.*`
     */
    public function end(string $state, Enum\FamilyEnd|string $why, int $now): Model\SessionStep
    {
        $answer = $this->asked('sessions.end', [
            'state' => $state,
            'why' => Give::value($why, 'text', '/why'),
            'now' => $now,
        ]);
        return Take::record($answer, Model\SessionStep::class, '');
    }

    /**
     * Verifies an access token of its own sessions. Whether it was revoked is asked of `revocations`.
     *
     * @param string $token The access token, without `Bearer`.
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
        $answer = $this->asked('sessions.verify', [
            'token' => $token,
            'binding' => Give::value($binding, Model\TokenBinding::class, '/binding'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\VerifiedToken::class, '');
    }
}

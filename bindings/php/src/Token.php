<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** What is asked of keys and of tokens that hold. */
final class Token
{
    private function __construct()
    {
    }

    /**
     * Whether a token that holds stands, by what the host's own store says of it: without `revocations` the store was
     * not asked, and the token does not stand.
     *
     * @param Model\VerifiedToken|array<string, mixed>|\stdClass $token The token, as it was verified.
     * @param iterable<Model\Revocation|array<string, mixed>|\stdClass>|null $revocations What the store knows of
     *     the token's id, subject, family, tenant and key.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\TokenStanding
     * @throws Exception\PayymoException `contract.*`
     */
    public static function standing(
        Model\VerifiedToken|array|\stdClass $token,
        ?iterable $revocations = null,
        bool $strict = false,
    ): Model\TokenStanding {
        $answer = Call::run('token.standing', [
            'token' => Give::value($token, Model\VerifiedToken::class, '/token'),
            'revocations' => Give::value($revocations, ['list', Model\Revocation::class], '/revocations'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\TokenStanding::class, '');
    }

    /**
     * The thumbprint of a public key (RFC 7638).
     *
     * @param string $jwk The key as a JSON Web Key.
     * @param Enum\SignatureAlgorithm|string $algorithm An algorithm that it is for.
     * @return string
     * @throws Exception\PayymoException `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`,
     *     `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
     */
    public static function thumbprint(string $jwk, Enum\SignatureAlgorithm|string $algorithm): string
    {
        $answer = Call::run('token.thumbprint', [
            'jwk' => $jwk,
            'algorithm' => Give::value($algorithm, 'text', '/algorithm'),
        ]);
        return Take::text($answer, '');
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Algorithms of signatures (RFC 7518, RFC 8037, RFC 9864).
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum SignatureAlgorithm: string
{
    /** RSA PKCS #1 with SHA-256. */
    case RS256 = 'RS256';

    /** RSA PKCS #1 with SHA-384. */
    case RS384 = 'RS384';

    /** RSA PKCS #1 with SHA-512. */
    case RS512 = 'RS512';

    /** RSA PSS with SHA-256. */
    case PS256 = 'PS256';

    /** RSA PSS with SHA-384. */
    case PS384 = 'PS384';

    /** RSA PSS with SHA-512. */
    case PS512 = 'PS512';

    /** ECDSA on P-256 with SHA-256. */
    case ES256 = 'ES256';

    /** ECDSA on P-384 with SHA-384. */
    case ES384 = 'ES384';

    /** ECDSA on P-521 with SHA-512; not of every build. */
    case ES512 = 'ES512';

    /** EdDSA on Curve25519; `EdDSA` in older tokens. */
    case Ed25519 = 'Ed25519';

    /** HMAC with SHA-256. */
    case HS256 = 'HS256';

    /** HMAC with SHA-384. */
    case HS384 = 'HS384';

    /** HMAC with SHA-512. */
    case HS512 = 'HS512';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::RS256 => 'RSA PKCS #1 with SHA-256.',
            self::RS384 => 'RSA PKCS #1 with SHA-384.',
            self::RS512 => 'RSA PKCS #1 with SHA-512.',
            self::PS256 => 'RSA PSS with SHA-256.',
            self::PS384 => 'RSA PSS with SHA-384.',
            self::PS512 => 'RSA PSS with SHA-512.',
            self::ES256 => 'ECDSA on P-256 with SHA-256.',
            self::ES384 => 'ECDSA on P-384 with SHA-384.',
            self::ES512 => 'ECDSA on P-521 with SHA-512; not of every build.',
            self::Ed25519 => 'EdDSA on Curve25519; `EdDSA` in older tokens.',
            self::HS256 => 'HMAC with SHA-256.',
            self::HS384 => 'HMAC with SHA-384.',
            self::HS512 => 'HMAC with SHA-512.',
        };
    }
}

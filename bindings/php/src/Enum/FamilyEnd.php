<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Why a login ended.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum FamilyEnd: string
{
    /** A refresh token came again after it was exchanged. */
    case Reuse = 'reuse';

    /** A refresh token came from another holder. */
    case OtherHolder = 'other_holder';

    /** Somebody logged out. */
    case Logout = 'logout';

    /** The host ended it. */
    case Revoked = 'revoked';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Reuse => 'A refresh token came again after it was exchanged.',
            self::OtherHolder => 'A refresh token came from another holder.',
            self::Logout => 'Somebody logged out.',
            self::Revoked => 'The host ended it.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is asked of revocation lists.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RevocationCheck: string
{
    /** Each certificate below the anchor must be answered for by a list. */
    case Require = 'require';

    /** The same, but for a leaf that is short-lived. */
    case ShortLived = 'short_lived';

    /** Where a list is there, it holds; where none is, the chain passes with a warning. */
    case IfAvailable = 'if_available';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Require => 'Each certificate below the anchor must be answered for by a list.',
            self::ShortLived => 'The same, but for a leaf that is short-lived.',
            self::IfAvailable => 'Where a list is there, it holds; where none is, the chain passes with a warning.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * How far a certificate is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum HeldStage: string
{
    /** It was issued and stands nowhere yet. */
    case Waiting = 'waiting';

    /** It stands beside the one in use. */
    case Staged = 'staged';

    /** It is in use. */
    case Active = 'active';

    /** It was in use, and still stands beside the one that is. */
    case Retiring = 'retiring';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Waiting => 'It was issued and stands nowhere yet.',
            self::Staged => 'It stands beside the one in use.',
            self::Active => 'It is in use.',
            self::Retiring => 'It was in use, and still stands beside the one that is.',
        };
    }
}

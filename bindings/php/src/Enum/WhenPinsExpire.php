<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What pins do when their time is over.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum WhenPinsExpire: string
{
    /** No chain passes until there are newer ones. */
    case Refuse = 'refuse';

    /** They bind no more, and the chain carries a warning. */
    case Unpin = 'unpin';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Refuse => 'No chain passes until there are newer ones.',
            self::Unpin => 'They bind no more, and the chain carries a warning.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whether to fetch an issuer's published keys.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum FetchAction: string
{
    /** Use the keys that are there. */
    case Use = 'use';

    /** Write the state; where it was written, fetch. The keys that are there are good enough meanwhile. */
    case Behind = 'behind';

    /** Write the state; where it was written, fetch and check the token with what comes. Else refuse it. */
    case First = 'first';

    /** Refuse the token: no fetch for so many seconds. */
    case Wait = 'wait';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Use => 'Use the keys that are there.',
            self::Behind => 'Write the state; where it was written, fetch. The keys that are there are good enough meanwhile.',
            self::First => 'Write the state; where it was written, fetch and check the token with what comes. Else refuse it.',
            self::Wait => 'Refuse the token: no fetch for so many seconds.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What somebody wants of an event.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ClaimStep: string
{
    /** To handle it. */
    case Begin = 'begin';

    /** To say that it was handled. */
    case Complete = 'complete';

    /** To give it back: the next delivery may try again at once. */
    case Fail = 'fail';

    /** To have it for longer. */
    case Extend = 'extend';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Begin => 'To handle it.',
            self::Complete => 'To say that it was handled.',
            self::Fail => 'To give it back: the next delivery may try again at once.',
            self::Extend => 'To have it for longer.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a store said of a write.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum WriteResult: string
{
    /** It was written. */
    case Applied = 'applied';

    /** Something else was written since: look again. */
    case Conflict = 'conflict';

    /** Whether it was written is not known. */
    case Unavailable = 'unavailable';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Applied => 'It was written.',
            self::Conflict => 'Something else was written since: look again.',
            self::Unavailable => 'Whether it was written is not known.',
        };
    }
}

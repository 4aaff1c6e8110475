<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What happens to twins: items of one customer and one amount that nothing tells apart.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum TwinPolicy: string
{
    /** They count as one explanation and go oldest first. */
    case OldestFirst = 'oldest_first';

    /** A person chooses. */
    case Review = 'review';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::OldestFirst => 'They count as one explanation and go oldest first.',
            self::Review => 'A person chooses.',
        };
    }
}

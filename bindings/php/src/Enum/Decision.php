<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whether a match may be booked without a person.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Decision: string
{
    /** As good as certain: book it. */
    case Auto = 'auto';

    /** For a person. */
    case Review = 'review';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Auto => 'As good as certain: book it.',
            self::Review => 'For a person.',
        };
    }
}

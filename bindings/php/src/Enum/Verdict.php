<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a person said of a match.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Verdict: string
{
    /** It is right. */
    case Confirmed = 'confirmed';

    /** It is wrong, and what would be right was not said. */
    case Rejected = 'rejected';

    /** Something else is right. */
    case Corrected = 'corrected';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Confirmed => 'It is right.',
            self::Rejected => 'It is wrong, and what would be right was not said.',
            self::Corrected => 'Something else is right.',
        };
    }
}

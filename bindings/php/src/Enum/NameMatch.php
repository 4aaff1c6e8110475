<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What relates two names, from strongest to weakest.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum NameMatch: string
{
    /** The same words in the same order. */
    case Equal = 'equal';

    /** The same words in another order. */
    case EqualTokens = 'equal_tokens';

    /** The same letters with the spaces elsewhere. */
    case Glued = 'glued';

    /** Single letters stand for words, all others are equal. */
    case Initials = 'initials';

    /** One is the other cut off where banks cut. */
    case Truncated = 'truncated';

    /** All words of the shorter stand in the longer. */
    case Subset = 'subset';

    /** All words pair, some with small edits. */
    case Typo = 'typo';

    /** Only the surname is shared. */
    case SurnameOnly = 'surname_only';

    /** Some words are shared. */
    case Partial = 'partial';

    /** Nothing is shared, or there is no name. */
    case Different = 'different';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Equal => 'The same words in the same order.',
            self::EqualTokens => 'The same words in another order.',
            self::Glued => 'The same letters with the spaces elsewhere.',
            self::Initials => 'Single letters stand for words, all others are equal.',
            self::Truncated => 'One is the other cut off where banks cut.',
            self::Subset => 'All words of the shorter stand in the longer.',
            self::Typo => 'All words pair, some with small edits.',
            self::SurnameOnly => 'Only the surname is shared.',
            self::Partial => 'Some words are shared.',
            self::Different => 'Nothing is shared, or there is no name.',
        };
    }
}

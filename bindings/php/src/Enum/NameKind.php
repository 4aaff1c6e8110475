<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * A guess at who bears a name.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum NameKind: string
{
    /** A title, initials, `SURNAME, FIRST` or two holders say so. */
    case Person = 'person';

    /** A legal form or a word of trade says so. */
    case Company = 'company';

    /** Nothing says either. */
    case Unknown = 'unknown';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Person => 'A title, initials, `SURNAME, FIRST` or two holders say so.',
            self::Company => 'A legal form or a word of trade says so.',
            self::Unknown => 'Nothing says either.',
        };
    }
}

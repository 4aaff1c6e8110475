<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Which references are reported of a text.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Strictness: string
{
    /** Those that show what they are: by prefix, frame or shape, or by a label beside them. */
    case Labelled = 'labelled';

    /** Mere digits too: every number of at least four digits that passes a check. */
    case Bare = 'bare';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Labelled => 'Those that show what they are: by prefix, frame or shape, or by a label beside them.',
            self::Bare => 'Mere digits too: every number of at least four digits that passes a check.',
        };
    }
}

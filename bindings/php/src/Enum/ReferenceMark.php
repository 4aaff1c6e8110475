<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * How a reference shows what it is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ReferenceMark: string
{
    /** By its own prefix, frame or shape. */
    case Form = 'form';

    /** By a label beside it. */
    case Label = 'label';

    /** By its check digit alone. */
    case Bare = 'bare';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Form => 'By its own prefix, frame or shape.',
            self::Label => 'By a label beside it.',
            self::Bare => 'By its check digit alone.',
        };
    }
}

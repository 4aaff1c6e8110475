<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is to be done with a ring of keys.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum KeyRingDue: string
{
    /** Make a key and publish it. */
    case Stage = 'stage';

    /** Let the next key sign. */
    case Switch = 'switch';

    /** Take a key out. */
    case Drop = 'drop';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Stage => 'Make a key and publish it.',
            self::Switch => 'Let the next key sign.',
            self::Drop => 'Take a key out.',
        };
    }
}

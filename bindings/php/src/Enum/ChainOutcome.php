<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a chain came to. Only `valid` is valid.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ChainOutcome: string
{
    /** It holds. */
    case Valid = 'valid';

    /** It does not. */
    case Invalid = 'invalid';

    /** Whether it holds was not asked: the sandbox. */
    case Skipped = 'skipped';

    /** Whether it holds cannot be told: no list that is in time says whether a certificate was revoked. */
    case Indeterminate = 'indeterminate';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Valid => 'It holds.',
            self::Invalid => 'It does not.',
            self::Skipped => 'Whether it holds was not asked: the sandbox.',
            self::Indeterminate => 'Whether it holds cannot be told: no list that is in time says whether a certificate was revoked.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a positive amount means.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Sign: string
{
    /** Money in is positive, as on a bank account. */
    case InPositive = 'in_positive';

    /** Money out is positive, as charges are on a card statement. */
    case OutPositive = 'out_positive';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::InPositive => 'Money in is positive, as on a bank account.',
            self::OutPositive => 'Money out is positive, as charges are on a card statement.',
        };
    }
}

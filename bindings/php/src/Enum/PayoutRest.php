<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What lies between a payout and the sum of its members.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum PayoutRest: string
{
    /** Exactly what the gateway had back when the payout failed. */
    case Returned = 'returned';

    /** Nothing in the rows says what. */
    case Unexplained = 'unexplained';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Returned => 'Exactly what the gateway had back when the payout failed.',
            self::Unexplained => 'Nothing in the rows says what.',
        };
    }
}

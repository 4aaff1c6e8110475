<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a balance is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum BalanceKind: string
{
    /** Booked, before the statement's entries. */
    case Opening = 'opening';

    /** Booked, after the statement's entries. */
    case Closing = 'closing';

    /** Available, interim or forward: not part of the balance proof. */
    case Other = 'other';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Opening => 'Booked, before the statement\'s entries.',
            self::Closing => 'Booked, after the statement\'s entries.',
            self::Other => 'Available, interim or forward: not part of the balance proof.',
        };
    }
}

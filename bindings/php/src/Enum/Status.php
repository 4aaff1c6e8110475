<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whether the bank has booked a transaction.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Status: string
{
    /** Booked: final. */
    case Booked = 'booked';

    /** Announced: may change or vanish. */
    case Pending = 'pending';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Booked => 'Booked: final.',
            self::Pending => 'Announced: may change or vanish.',
        };
    }
}

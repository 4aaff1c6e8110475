<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * At which stage a payment came back.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ReturnStage: string
{
    /** Before settlement. */
    case Reject = 'reject';

    /** After settlement, by the bank. */
    case Return = 'return';

    /** By the payee, or on the payer's demand. */
    case Refund = 'refund';

    /** By the card scheme. */
    case Chargeback = 'chargeback';

    /** Under the scheme's indemnity. */
    case Indemnity = 'indemnity';

    /** A dispute won: the money is back. */
    case Won = 'won';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Reject => 'Before settlement.',
            self::Return => 'After settlement, by the bank.',
            self::Refund => 'By the payee, or on the payer\'s demand.',
            self::Chargeback => 'By the card scheme.',
            self::Indemnity => 'Under the scheme\'s indemnity.',
            self::Won => 'A dispute won: the money is back.',
        };
    }
}

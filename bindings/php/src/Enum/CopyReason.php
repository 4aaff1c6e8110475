<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Why a row is a copy of another.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum CopyReason: string
{
    /** The same id, and it says the same. */
    case Repeated = 'repeated';

    /** Another export of a gateway tells of the same payment, and knows another part of it. */
    case OnePayment = 'one_payment';

    /** Another source of the account tells of the same entry. */
    case OneEvent = 'one_event';

    /** The sum of a batch, and another source tells its payments one by one. */
    case Parts = 'parts';

    /** A pending row, and the booked row has its id. */
    case Booked = 'booked';

    /** A pending row, and the booked row has its reference, account and amount. */
    case BookedByReference = 'booked_by_reference';

    /** A pending row, and the booked row has its other side, text, account and amount. */
    case BookedByText = 'booked_by_text';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Repeated => 'The same id, and it says the same.',
            self::OnePayment => 'Another export of a gateway tells of the same payment, and knows another part of it.',
            self::OneEvent => 'Another source of the account tells of the same entry.',
            self::Parts => 'The sum of a batch, and another source tells its payments one by one.',
            self::Booked => 'A pending row, and the booked row has its id.',
            self::BookedByReference => 'A pending row, and the booked row has its reference, account and amount.',
            self::BookedByText => 'A pending row, and the booked row has its other side, text, account and amount.',
        };
    }
}

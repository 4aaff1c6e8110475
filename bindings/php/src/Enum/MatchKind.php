<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Shapes of a match.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum MatchKind: string
{
    /** One payment, one item; part payments too. */
    case Single = 'single';

    /** One payment, several items. */
    case Grouped = 'grouped';

    /** Several payments, one item. */
    case Instalment = 'instalment';

    /** The payer is certain, the item is not. */
    case OnAccount = 'on_account';

    /** A credit note applied. */
    case ApplyCredit = 'apply_credit';

    /** Takes an earlier settlement back, or gives it again. */
    case Reversal = 'reversal';

    /** A gateway's deposit and its parts. */
    case Payout = 'payout';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Single => 'One payment, one item; part payments too.',
            self::Grouped => 'One payment, several items.',
            self::Instalment => 'Several payments, one item.',
            self::OnAccount => 'The payer is certain, the item is not.',
            self::ApplyCredit => 'A credit note applied.',
            self::Reversal => 'Takes an earlier settlement back, or gives it again.',
            self::Payout => 'A gateway\'s deposit and its parts.',
        };
    }
}

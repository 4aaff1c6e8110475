<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * State of an open item; only `open` is ever automatic.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum InvoiceState: string
{
    /** Open. */
    case Open = 'open';

    /** Settled: explains payments and is never paid again. */
    case Closed = 'closed';

    /** Not issued yet; explains payments as a closed one does. */
    case Draft = 'draft';

    /** Void or cancelled; explains payments as a closed one does. */
    case Void = 'void';

    /** A debit is under way. */
    case InCollection = 'in_collection';

    /** Dispute or insolvency. */
    case OnHold = 'on_hold';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Open => 'Open.',
            self::Closed => 'Settled: explains payments and is never paid again.',
            self::Draft => 'Not issued yet; explains payments as a closed one does.',
            self::Void => 'Void or cancelled; explains payments as a closed one does.',
            self::InCollection => 'A debit is under way.',
            self::OnHold => 'Dispute or insolvency.',
        };
    }
}

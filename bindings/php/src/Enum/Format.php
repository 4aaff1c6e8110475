<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Formats of statements and lists.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Format: string
{
    /** The contract's own JSON: a document, a list of rows, JSON Lines. */
    case Canonical = 'canonical';

    /** GoCardless Bank Account Data. */
    case Gocardless = 'gocardless';

    /** Stripe objects, lists and events. */
    case Stripe = 'stripe';

    /** ISO 20022 camt.053. */
    case Camt053 = 'camt053';

    /** CSV exports of banks and of billing systems. */
    case Csv = 'csv';

    /** Answers of the WHMCS API. */
    case Whmcs = 'whmcs';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Canonical => 'The contract\'s own JSON: a document, a list of rows, JSON Lines.',
            self::Gocardless => 'GoCardless Bank Account Data.',
            self::Stripe => 'Stripe objects, lists and events.',
            self::Camt053 => 'ISO 20022 camt.053.',
            self::Csv => 'CSV exports of banks and of billing systems.',
            self::Whmcs => 'Answers of the WHMCS API.',
        };
    }
}

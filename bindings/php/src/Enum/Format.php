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
    /** ISO 20022 camt.052, the report of an account within the day. */
    case Camt052 = 'camt052';

    /** ISO 20022 camt.053, the statement. */
    case Camt053 = 'camt053';

    /** ISO 20022 camt.054, the notification of single bookings. */
    case Camt054 = 'camt054';

    /** SWIFT MT940, the customer statement. */
    case Mt940 = 'mt940';

    /** SWIFT MT942, the interim transaction report. */
    case Mt942 = 'mt942';

    /** BAI2, the balance and transaction report of North American banks. */
    case Bai2 = 'bai2';

    /** CODA, the coded statement of account of Belgian banks. */
    case Coda = 'coda';

    /** UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931. */
    case Ubl = 'ubl';

    /** UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung. */
    case Cii = 'cii';

    /** GoCardless Bank Account Data. */
    case Gocardless = 'gocardless';

    /** GoCardless Pro, the API that collects direct debits. */
    case GocardlessPro = 'gocardless_pro';

    /** The account information API of the UK's banks. */
    case OpenBankingUk = 'open_banking_uk';

    /** PayPal's transaction search and balances. */
    case Paypal = 'paypal';

    /** Balance statements of Wise. */
    case Wise = 'wise';

    /** Plaid's transactions. */
    case Plaid = 'plaid';

    /** WHMCS API answers. */
    case Whmcs = 'whmcs';

    /** Stripe objects. */
    case Stripe = 'stripe';

    /** Stripe's report CSVs. */
    case StripeReport = 'stripe_report';

    /** PayPal's activity download. */
    case PaypalCsv = 'paypal_csv';

    /** The contract's own JSON. */
    case Canonical = 'canonical';

    /** Open Financial Exchange, SGML or XML. */
    case Ofx = 'ofx';

    /** Quicken Interchange Format. */
    case Qif = 'qif';

    /** A bank's CSV export. */
    case Csv = 'csv';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Camt052 => 'ISO 20022 camt.052, the report of an account within the day.',
            self::Camt053 => 'ISO 20022 camt.053, the statement.',
            self::Camt054 => 'ISO 20022 camt.054, the notification of single bookings.',
            self::Mt940 => 'SWIFT MT940, the customer statement.',
            self::Mt942 => 'SWIFT MT942, the interim transaction report.',
            self::Bai2 => 'BAI2, the balance and transaction report of North American banks.',
            self::Coda => 'CODA, the coded statement of account of Belgian banks.',
            self::Ubl => 'UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931.',
            self::Cii => 'UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.',
            self::Gocardless => 'GoCardless Bank Account Data.',
            self::GocardlessPro => 'GoCardless Pro, the API that collects direct debits.',
            self::OpenBankingUk => 'The account information API of the UK\'s banks.',
            self::Paypal => 'PayPal\'s transaction search and balances.',
            self::Wise => 'Balance statements of Wise.',
            self::Plaid => 'Plaid\'s transactions.',
            self::Whmcs => 'WHMCS API answers.',
            self::Stripe => 'Stripe objects.',
            self::StripeReport => 'Stripe\'s report CSVs.',
            self::PaypalCsv => 'PayPal\'s activity download.',
            self::Canonical => 'The contract\'s own JSON.',
            self::Ofx => 'Open Financial Exchange, SGML or XML.',
            self::Qif => 'Quicken Interchange Format.',
            self::Csv => 'A bank\'s CSV export.',
        };
    }
}

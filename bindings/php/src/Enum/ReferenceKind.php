<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a reference refers to.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ReferenceKind: string
{
    /** End-to-end id of the payer. */
    case EndToEnd = 'end_to_end';

    /** Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …). */
    case Creditor = 'creditor';

    /** Mandate of a direct debit. */
    case Mandate = 'mandate';

    /** Invoice number in structured advice. */
    case Invoice = 'invoice';

    /** The gateway's payment id. */
    case Payment = 'payment';

    /** The gateway's payout id. */
    case Payout = 'payout';

    /** Cheque number. */
    case Cheque = 'cheque';

    /** The bank's own reference. */
    case Bank = 'bank';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::EndToEnd => 'End-to-end id of the payer.',
            self::Creditor => 'Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …).',
            self::Mandate => 'Mandate of a direct debit.',
            self::Invoice => 'Invoice number in structured advice.',
            self::Payment => 'The gateway\'s payment id.',
            self::Payout => 'The gateway\'s payout id.',
            self::Cheque => 'Cheque number.',
            self::Bank => 'The bank\'s own reference.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Schemes of payment references.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Scheme: string
{
    /** ISO 11649 creditor reference. */
    case Rf = 'rf';

    /** Belgian structured communication (OGM, VCS). */
    case Ogm = 'ogm';

    /** Swiss QR reference. */
    case Qrr = 'qrr';

    /** Swiss ISR reference (ESR, BVR, PVR), until 2022. */
    case Esr = 'esr';

    /** Finnish reference number. */
    case Viitenumero = 'viitenumero';

    /** Estonian reference number. */
    case Viitenumber = 'viitenumber';

    /** Norwegian customer identification, modulus 10. */
    case KidMod10 = 'kid_mod10';

    /** Norwegian customer identification, modulus 11. */
    case KidMod11 = 'kid_mod11';

    /** Swedish OCR reference number. */
    case Ocr = 'ocr';

    /** Slovenian reference. */
    case Si = 'si';

    /** Danish payment slip (FIK, GIK) with a payment id. */
    case Fik = 'fik';

    /** Dutch payment reference. */
    case Betalingskenmerk = 'betalingskenmerk';

    /** Czech and Slovak variable symbol. */
    case VariableSymbol = 'variable_symbol';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Rf => 'ISO 11649 creditor reference.',
            self::Ogm => 'Belgian structured communication (OGM, VCS).',
            self::Qrr => 'Swiss QR reference.',
            self::Esr => 'Swiss ISR reference (ESR, BVR, PVR), until 2022.',
            self::Viitenumero => 'Finnish reference number.',
            self::Viitenumber => 'Estonian reference number.',
            self::KidMod10 => 'Norwegian customer identification, modulus 10.',
            self::KidMod11 => 'Norwegian customer identification, modulus 11.',
            self::Ocr => 'Swedish OCR reference number.',
            self::Si => 'Slovenian reference.',
            self::Fik => 'Danish payment slip (FIK, GIK) with a payment id.',
            self::Betalingskenmerk => 'Dutch payment reference.',
            self::VariableSymbol => 'Czech and Slovak variable symbol.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is to be said of an IBAN.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum IbanVerdict: string
{
    /** Of the right length for its country, with the right check digits. */
    case Valid = 'valid';

    /** The check digits do not fit: a digit is wrong. */
    case BadChecksum = 'bad_checksum';

    /** Too short or too long for its country. */
    case BadLength = 'bad_length';

    /** Of the form of an IBAN, but no country uses it. */
    case UnknownCountry = 'unknown_country';

    /** Not of the form: two letters, two digits, up to 30 letters and digits. */
    case NotIban = 'not_iban';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Valid => 'Of the right length for its country, with the right check digits.',
            self::BadChecksum => 'The check digits do not fit: a digit is wrong.',
            self::BadLength => 'Too short or too long for its country.',
            self::UnknownCountry => 'Of the form of an IBAN, but no country uses it.',
            self::NotIban => 'Not of the form: two letters, two digits, up to 30 letters and digits.',
        };
    }
}

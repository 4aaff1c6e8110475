<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is to be said of a BIC.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum BicVerdict: string
{
    /** Of the form, with a country of ISO 3166. */
    case Valid = 'valid';

    /** Of the form, but of no country. */
    case UnknownCountry = 'unknown_country';

    /** Not four letters, a country, two characters and perhaps a branch of three. */
    case NotBic = 'not_bic';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Valid => 'Of the form, with a country of ISO 3166.',
            self::UnknownCountry => 'Of the form, but of no country.',
            self::NotBic => 'Not four letters, a country, two characters and perhaps a branch of three.',
        };
    }
}

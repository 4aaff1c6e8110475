<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is not wrong with a chain, but should be known.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ChainWarning: string
{
    /** No list answers for a certificate of the path, and none was required. */
    case RevocationUnknown = 'revocation_unknown';

    /** The leaf is short-lived, and no list was asked about it. */
    case ShortLived = 'short_lived';

    /** The pin is that of a leaf of a public authority, whose next one comes within weeks. */
    case PinOnPublicLeaf = 'pin_on_public_leaf';

    /** The time of the pins is over: nothing was pinned. */
    case PinsExpired = 'pins_expired';

    /** The leaf does not say what it may be used for. */
    case NoExtendedKeyUsage = 'no_extended_key_usage';

    /** The common name of the leaf is none of its alternative names. */
    case CommonName = 'common_name';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::RevocationUnknown => 'No list answers for a certificate of the path, and none was required.',
            self::ShortLived => 'The leaf is short-lived, and no list was asked about it.',
            self::PinOnPublicLeaf => 'The pin is that of a leaf of a public authority, whose next one comes within weeks.',
            self::PinsExpired => 'The time of the pins is over: nothing was pinned.',
            self::NoExtendedKeyUsage => 'The leaf does not say what it may be used for.',
            self::CommonName => 'The common name of the leaf is none of its alternative names.',
        };
    }
}

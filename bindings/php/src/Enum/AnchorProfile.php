<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whose rules chains are held against.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum AnchorProfile: string
{
    /** Authorities of the public web: they vouch for servers alone. */
    case Public = 'public';

    /** Authorities that the host or its partner runs: for servers and clients. */
    case Private = 'private';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Public => 'Authorities of the public web: they vouch for servers alone.',
            self::Private => 'Authorities that the host or its partner runs: for servers and clients.',
        };
    }
}

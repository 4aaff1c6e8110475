<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a leaf is to be used for.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ChainPurpose: string
{
    /** A server that was called by a name. */
    case Server = 'server';

    /** A client that signs in; against private anchors alone. */
    case Client = 'client';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Server => 'A server that was called by a name.',
            self::Client => 'A client that signs in; against private anchors alone.',
        };
    }
}

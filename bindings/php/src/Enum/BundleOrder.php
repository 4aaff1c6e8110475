<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * How the certificates of a bundle follow one another.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum BundleOrder: string
{
    /** Each was issued in the name of the next. */
    case Chain = 'chain';

    /** Each was issued in the name of the one before. */
    case Reversed = 'reversed';

    /** No chain. */
    case None = 'none';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Chain => 'Each was issued in the name of the next.',
            self::Reversed => 'Each was issued in the name of the one before.',
            self::None => 'No chain.',
        };
    }
}

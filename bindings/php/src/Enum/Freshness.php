<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whether the time of signing was looked at.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Freshness: string
{
    /** It was signed at a time within the tolerance. */
    case Stamped = 'stamped';

    /** It was signed at a time, and any age was accepted. */
    case Unchecked = 'unchecked';

    /** The scheme signs no time: only the ids of its events stop a message that was recorded. */
    case None = 'none';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Stamped => 'It was signed at a time within the tolerance.',
            self::Unchecked => 'It was signed at a time, and any age was accepted.',
            self::None => 'The scheme signs no time: only the ids of its events stop a message that was recorded.',
        };
    }
}

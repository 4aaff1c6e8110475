<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is wrong with a table of routes.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RouteGapKind: string
{
    /** A route of the host that the table does not list. */
    case Unlisted = 'unlisted';

    /** A route of the table that the host does not have. */
    case Unknown = 'unknown';

    /** A route that stands twice. */
    case Twice = 'twice';

    /** A route that no role may use. */
    case Unreachable = 'unreachable';

    /** A role may what it is not meant to, or may not what it is. */
    case Differs = 'differs';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Unlisted => 'A route of the host that the table does not list.',
            self::Unknown => 'A route of the table that the host does not have.',
            self::Twice => 'A route that stands twice.',
            self::Unreachable => 'A route that no role may use.',
            self::Differs => 'A role may what it is not meant to, or may not what it is.',
        };
    }
}

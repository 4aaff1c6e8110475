<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What parts units from cents.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum DecimalMark: string
{
    /** `1,234.56` */
    case Point = '.';

    /** `1.234,56` */
    case Comma = ',';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Point => '`1,234.56`',
            self::Comma => '`1.234,56`',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Whether the balances of a statement prove its entries.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Proof: string
{
    /** Opening balance and entries make the closing balance. */
    case Holds = 'holds';

    /** They do not: a warning says by how much. */
    case Broken = 'broken';

    /** The statement does not state both balances in one currency. */
    case NoBalances = 'no_balances';

    /** An entry or a balance could not be read, or the input ends within the statement. */
    case Incomplete = 'incomplete';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Holds => 'Opening balance and entries make the closing balance.',
            self::Broken => 'They do not: a warning says by how much.',
            self::NoBalances => 'The statement does not state both balances in one currency.',
            self::Incomplete => 'An entry or a balance could not be read, or the input ends within the statement.',
        };
    }
}

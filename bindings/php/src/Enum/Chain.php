<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * How a statement follows the one before it of the same account and currency in the same input.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Chain: string
{
    /** No statement of the account came before, or a balance is missing. */
    case First = 'first';

    /** One begins with the balance with which the other ends. */
    case Joined = 'joined';

    /** The balances differ and the periods do not meet: a statement is missing. */
    case Gap = 'gap';

    /** The balances differ and the periods run into each other. */
    case Overlap = 'overlap';

    /** The same statement again. */
    case Repeated = 'repeated';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::First => 'No statement of the account came before, or a balance is missing.',
            self::Joined => 'One begins with the balance with which the other ends.',
            self::Gap => 'The balances differ and the periods do not meet: a statement is missing.',
            self::Overlap => 'The balances differ and the periods run into each other.',
            self::Repeated => 'The same statement again.',
        };
    }
}

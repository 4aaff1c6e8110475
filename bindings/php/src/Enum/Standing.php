<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a store of revocations says of a token.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Standing: string
{
    /** The store was asked and has nothing against it. */
    case Stands = 'stands';

    /** It was taken back. */
    case Revoked = 'revoked';

    /** The store was not asked: whether it stands is not known. */
    case NotConsulted = 'not_consulted';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Stands => 'The store was asked and has nothing against it.',
            self::Revoked => 'It was taken back.',
            self::NotConsulted => 'The store was not asked: whether it stands is not known.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What to do with a refresh token that came.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RefreshOutcome: string
{
    /** A login: write its family where none of its id is. */
    case Begin = 'begin';

    /** Write the family; then tokens may be made. */
    case Exchange = 'exchange';

    /**
     * The same client came again within the grace: write the state as it is, where the store still has its revision;
     * then tokens may be made once more.
     */
    case Again = 'again';

    /** Write the family, and try again until it is written: it has ended. No tokens. */
    case End = 'end';

    /** Refused: the family ended before. */
    case Ended = 'ended';

    /** Refused: the family or its token has expired. */
    case Expired = 'expired';

    /** Refused: the clock stands behind the last exchange by more than clocks differ. */
    case Clock = 'clock';

    /** Refused: the state is of a form that this version does not know. */
    case Version = 'version';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Begin => 'A login: write its family where none of its id is.',
            self::Exchange => 'Write the family; then tokens may be made.',
            self::Again => 'The same client came again within the grace: write the state as it is, where the store still has its revision; then tokens may be made once more.',
            self::End => 'Write the family, and try again until it is written: it has ended. No tokens.',
            self::Ended => 'Refused: the family ended before.',
            self::Expired => 'Refused: the family or its token has expired.',
            self::Clock => 'Refused: the clock stands behind the last exchange by more than clocks differ.',
            self::Version => 'Refused: the state is of a form that this version does not know.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What became of a step.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ClaimOutcome: string
{
    /** Begun: handle it, and complete it with this attempt before its lease ends. */
    case Handle = 'handle';

    /** Somebody else has it: answer the provider that it may come again. */
    case Busy = 'busy';

    /** It was handled before: answer the provider that all is well. */
    case Done = 'done';

    /** Older than what is remembered: it may have been handled and forgotten. */
    case TooOld = 'too_old';

    /** Completed by this holder. */
    case Completed = 'completed';

    /** Given back. */
    case Released = 'released';

    /** Leased for longer. */
    case Extended = 'extended';

    /** The lease is not this holder's any more: undo what was done in its name. */
    case Fenced = 'fenced';

    /** The store holds a form that this version does not know. */
    case Version = 'version';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Handle => 'Begun: handle it, and complete it with this attempt before its lease ends.',
            self::Busy => 'Somebody else has it: answer the provider that it may come again.',
            self::Done => 'It was handled before: answer the provider that all is well.',
            self::TooOld => 'Older than what is remembered: it may have been handled and forgotten.',
            self::Completed => 'Completed by this holder.',
            self::Released => 'Given back.',
            self::Extended => 'Leased for longer.',
            self::Fenced => 'The lease is not this holder\'s any more: undo what was done in its name.',
            self::Version => 'The store holds a form that this version does not know.',
        };
    }
}

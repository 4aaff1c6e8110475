<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * How pressing a step is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RotationState: string
{
    /** Its time has not come. */
    case Planned = 'planned';

    /** Its time has come. */
    case Due = 'due';

    /** It should have been done. */
    case Urgent = 'urgent';

    /** The certificate in use has expired, or none is in use. */
    case Expired = 'expired';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Planned => 'Its time has not come.',
            self::Due => 'Its time has come.',
            self::Urgent => 'It should have been done.',
            self::Expired => 'The certificate in use has expired, or none is in use.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is to be done with a certificate or a key.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RotationAction: string
{
    /** Order the next certificate. */
    case Renew = 'renew';

    /** Pin the key of the step. */
    case Pin = 'pin';

    /** Make a key, put it into a safe and pin it. */
    case PinBackup = 'pin_backup';

    /** Put the certificate beside the one in use. */
    case Stage = 'stage';

    /** Put the certificate to use. */
    case Switch = 'switch';

    /** Take the certificate away. */
    case Retire = 'retire';

    /** Take the pin away. */
    case Unpin = 'unpin';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Renew => 'Order the next certificate.',
            self::Pin => 'Pin the key of the step.',
            self::PinBackup => 'Make a key, put it into a safe and pin it.',
            self::Stage => 'Put the certificate beside the one in use.',
            self::Switch => 'Put the certificate to use.',
            self::Retire => 'Take the certificate away.',
            self::Unpin => 'Take the pin away.',
        };
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What was decided of a permission.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum PermissionOutcome: string
{
    /** A role allows it and none denies it. */
    case Allowed = 'allowed';

    /** A role denies it, which wins over all that allow it. */
    case Denied = 'denied';

    /** No role allows it. */
    case NotAllowed = 'not_allowed';

    /** The resource is another tenant's, or either names no tenant. */
    case OtherTenant = 'other_tenant';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Allowed => 'A role allows it and none denies it.',
            self::Denied => 'A role denies it, which wins over all that allow it.',
            self::NotAllowed => 'No role allows it.',
            self::OtherTenant => 'The resource is another tenant\'s, or either names no tenant.',
        };
    }
}

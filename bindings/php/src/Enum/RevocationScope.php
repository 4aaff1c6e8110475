<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What is taken back together.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum RevocationScope: string
{
    /** One token, by issuer and id. */
    case Token = 'token';

    /** All of one subject of an issuer. */
    case Subject = 'subject';

    /** All of one login. */
    case Family = 'family';

    /** All of one tenant. */
    case Tenant = 'tenant';

    /** All that is signed under one key. */
    case Key = 'key';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Token => 'One token, by issuer and id.',
            self::Subject => 'All of one subject of an issuer.',
            self::Family => 'All of one login.',
            self::Tenant => 'All of one tenant.',
            self::Key => 'All that is signed under one key.',
        };
    }
}

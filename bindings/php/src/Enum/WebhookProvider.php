<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Providers whose webhooks are known.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum WebhookProvider: string
{
    /** `Stripe-Signature` with a timestamp. */
    case Stripe = 'stripe';

    /** `Webhook-Signature` without a timestamp. */
    case Gocardless = 'gocardless';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Stripe => '`Stripe-Signature` with a timestamp.',
            self::Gocardless => '`Webhook-Signature` without a timestamp.',
        };
    }
}

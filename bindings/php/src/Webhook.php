<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** Webhooks verified, and each event handled once. */
final class Webhook
{
    private function __construct()
    {
    }

    /**
     * Verifies a webhook from its headers and the bytes of its body as they came. A framework that parses the body
     * before changes them: take the raw bytes.
     *
     * @param array<array-key, string>|\stdClass $secrets The live secrets by names of the host's own: while one
     *     rotates, the old and the new.
     * @param array<array-key, iterable<string>>|\stdClass $headers The headers by their names, in any case, each
     *     with all its values.
     * @param string $body The raw body.
     * @param int $now The time: seconds since 1970.
     * @param Enum\WebhookProvider|string|null $provider A provider whose scheme is known.
     * @param mixed|null $scheme How any other provider signs, as the chapter on webhooks describes it.
     * @param int|null $tolerance Seconds that the time of signing may be from now; 300 where nothing is said.
     * @param bool|null $anyAge Any time of signing is taken: what was recorded can then be sent again for ever.
     * @param int|null $largestBody Bytes of a body, 32 MiB at most; 1 MiB where nothing is said.
     * @param bool|null $explain Whether a wrong signature is explained by trying other spellings of the body;
     *     they are.
     * @return Model\VerifiedWebhook
     * @throws Exception\PayymoException `input.options`, `webhook.scheme`, `webhook.secret`, `webhook.missing`,
     *     `webhook.repeated`, `webhook.too_large`, `webhook.header`, `webhook.encoding`, `webhook.candidates`,
     *     `webhook.no_signature`, `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`, `webhook.signature`,
     *     `webhook.body_changed`, `webhook.too_old`, `webhook.ahead`, `webhook.event_json`, `webhook.event_id`
     */
    public static function verify(
        #[\SensitiveParameter] array|\stdClass $secrets,
        array|\stdClass $headers,
        string $body,
        int $now,
        Enum\WebhookProvider|string|null $provider = null,
        mixed $scheme = null,
        ?int $tolerance = null,
        ?bool $anyAge = null,
        ?int $largestBody = null,
        ?bool $explain = null,
    ): Model\VerifiedWebhook {
        $blobs = [];
        $answer = Call::run('webhook.verify', [
            'provider' => Give::value($provider, 'text', '/provider'),
            'scheme' => Give::value($scheme, 'json', '/scheme'),
            'secrets' => Give::value($secrets, ['map', 'text'], '/secrets'),
            'headers' => Give::value($headers, ['map', ['list', 'text']], '/headers'),
            'body' => Give::blob($body, $blobs),
            'now' => $now,
            'tolerance' => $tolerance,
            'any_age' => $anyAge,
            'largest_body' => $largestBody,
            'explain' => $explain,
        ], $blobs);
        return Take::record($answer, Model\VerifiedWebhook::class, '');
    }

    /**
     * What to do with an event, of which the store holds `state`: claimed with a lease, handled, completed; so that
     * it is handled once, also when a handler dies.
     *
     * @param Enum\ClaimStep|string $step What is wanted of the event.
     * @param string $holder Fresh random text for each time that an event is to be handled, the same from its
     *     beginning to its completion.
     * @param int $now The time: seconds since 1970.
     * @param string|null $state What the store holds of the event; left out where it holds nothing.
     * @param int|null $attempt The attempt that the answer to `begin` told; not of `begin`.
     * @param int|null $made Of `begin`: when the event was made, by a signed member of its body.
     * @param Model\ClaimLeases|array<string, mixed>|\stdClass|null $leases How long what is kept.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\ClaimDecision
     * @throws Exception\PayymoException `input.options`
     */
    public static function claim(
        Enum\ClaimStep|string $step,
        string $holder,
        int $now,
        ?string $state = null,
        ?int $attempt = null,
        ?int $made = null,
        Model\ClaimLeases|array|\stdClass|null $leases = null,
        bool $strict = false,
    ): Model\ClaimDecision {
        $answer = Call::run('webhook.claim', [
            'state' => $state,
            'step' => Give::value($step, 'text', '/step'),
            'holder' => $holder,
            'attempt' => $attempt,
            'made' => $made,
            'leases' => Give::value($leases, Model\ClaimLeases::class, '/leases'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\ClaimDecision::class, '');
    }
}

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

/** When to ask an issuer for its keys again. */
final class Jwks
{
    private function __construct()
    {
    }

    /**
     * Whether to fetch an issuer's published keys before a token is checked, and again where the token names a key
     * that they do not hold (`token.unknown_key`). Tokens that somebody makes up cause one fetch in a while and no
     * more.
     *
     * @param bool $unknownKey Whether a token names a key that is not there.
     * @param int $now The time: seconds since 1970.
     * @param string|null $state What the store holds of the fetches; left out where it holds nothing.
     * @param Model\FetchTimes|array<string, mixed>|\stdClass|null $times How long published keys are used.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\FetchDecision
     * @throws Exception\PayymoException `contract.*`
     */
    public static function decide(
        bool $unknownKey,
        int $now,
        ?string $state = null,
        Model\FetchTimes|array|\stdClass|null $times = null,
        bool $strict = false,
    ): Model\FetchDecision {
        $answer = Call::run('jwks.decide', [
            'state' => $state,
            'unknown_key' => $unknownKey,
            'times' => Give::value($times, Model\FetchTimes::class, '/times'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\FetchDecision::class, '');
    }

    /**
     * The state to write after a fetch.
     *
     * @param bool $came Whether a set came that could be read.
     * @param int $now The time: seconds since 1970.
     * @param string|null $state What the store holds of the fetches; left out where it holds nothing.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `contract.*`
     */
    public static function ended(bool $came, int $now, ?string $state = null): Model\StateWrite
    {
        $answer = Call::run('jwks.ended', [
            'state' => $state,
            'came' => $came,
            'now' => $now,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }
}

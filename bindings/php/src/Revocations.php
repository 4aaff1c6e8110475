<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Give;
use Payymo\Internal\Handle;
use Payymo\Internal\Take;

/**
 * What was revoked before its time, for many lookups.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Revocations extends Handle
{
    /**
     * Takes in what was revoked, for a process that lives long and verifies many tokens.
     *
     * @param iterable<Model\Revocation|array<string, mixed>|\stdClass>|null $entries What was revoked, as the
     *     host's store knows it.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `contract.*`
     */
    public function __construct(?iterable $entries = null, bool $strict = false)
    {
        $this->made('revocations.new', [
            'entries' => Give::value($entries, ['list', Model\Revocation::class], '/entries'),
            'strict' => $strict,
        ]);
    }

    /**
     * Takes in more that was revoked; what was there stays. With an error none of it is in.
     *
     * @param iterable<Model\Revocation|array<string, mixed>|\stdClass> $entries What was revoked since.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `contract.*`
     */
    public function add(iterable $entries, bool $strict = false): void
    {
        $this->asked('revocations.add', [
            'entries' => Give::value($entries, ['list', Model\Revocation::class], '/entries'),
            'strict' => $strict,
        ]);
    }

    /**
     * Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.
     *
     * @param int $expiredAt The time: seconds since 1970.
     * @throws Exception\PayymoException `contract.*`
     */
    public function forget(int $expiredAt): void
    {
        $this->asked('revocations.forget', [
            'expired_at' => $expiredAt,
        ]);
    }

    /**
     * How many single tokens are revoked.
     *
     * @return int
     * @throws Exception\PayymoException `contract.*`
     */
    public function count(): int
    {
        $answer = $this->asked('revocations.count', []);
        return Take::whole($answer, '');
    }

    /**
     * Whether a token that holds stands.
     *
     * @param Model\VerifiedToken|array<string, mixed>|\stdClass $token The token, as it was verified.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\TokenStanding
     * @throws Exception\PayymoException `contract.*`
     */
    public function standing(Model\VerifiedToken|array|\stdClass $token, bool $strict = false): Model\TokenStanding
    {
        $answer = $this->asked('revocations.standing', [
            'token' => Give::value($token, Model\VerifiedToken::class, '/token'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\TokenStanding::class, '');
    }
}

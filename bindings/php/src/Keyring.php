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

/** An issuer's keys through their life, kept by the host. */
final class Keyring
{
    private function __construct()
    {
    }

    /**
     * A ring of one key, which signs: to be written where the store holds nothing.
     *
     * @param string $key Thumbprint of the key (RFC 7638).
     * @param int $now The time: seconds since 1970.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `key.status`
     */
    public static function begin(string $key, int $now): Model\StateWrite
    {
        $answer = Call::run('keyring.begin', [
            'key' => $key,
            'now' => $now,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }

    /**
     * Takes in the next key, which is published and does not sign yet.
     *
     * @param string $state The state, as the host's store holds it.
     * @param string $key Thumbprint of the key (RFC 7638).
     * @param int $now The time: seconds since 1970.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `key.status`
     */
    public static function stage(string $state, string $key, int $now): Model\StateWrite
    {
        $answer = Call::run('keyring.stage', [
            'state' => $state,
            'key' => $key,
            'now' => $now,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }

    /**
     * Lets the next key sign, once it was published long enough for every verifier to know it.
     *
     * @param string $state The state, as the host's store holds it.
     * @param int $now The time: seconds since 1970.
     * @param Model\KeyTimes|array<string, mixed>|\stdClass|null $times How long keys are in which part of their
     *     life.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `key.status`
     */
    public static function switch(
        string $state,
        int $now,
        Model\KeyTimes|array|\stdClass|null $times = null,
        bool $strict = false,
    ): Model\StateWrite {
        $answer = Call::run('keyring.switch', [
            'state' => $state,
            'times' => Give::value($times, Model\KeyTimes::class, '/times'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }

    /**
     * Revokes a key: nothing that it signed counts from here on.
     *
     * @param string $state The state, as the host's store holds it.
     * @param string $key Thumbprint of the key (RFC 7638).
     * @param int $now The time: seconds since 1970.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `key.status`
     */
    public static function revoke(string $state, string $key, int $now): Model\StateWrite
    {
        $answer = Call::run('keyring.revoke', [
            'state' => $state,
            'key' => $key,
            'now' => $now,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }

    /**
     * Takes out the keys whose time is over.
     *
     * @param string $state The state, as the host's store holds it.
     * @param int $now The time: seconds since 1970.
     * @param Model\KeyTimes|array<string, mixed>|\stdClass|null $times How long keys are in which part of their
     *     life.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\StateWrite
     * @throws Exception\PayymoException `contract.*`
     */
    public static function dropEnded(
        string $state,
        int $now,
        Model\KeyTimes|array|\stdClass|null $times = null,
        bool $strict = false,
    ): Model\StateWrite {
        $answer = Call::run('keyring.drop_ended', [
            'state' => $state,
            'times' => Give::value($times, Model\KeyTimes::class, '/times'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\StateWrite::class, '');
    }

    /**
     * Whether what was signed under a key counts; the answer is an error where it does not.
     *
     * @param string $state The state, as the host's store holds it.
     * @param string $key Thumbprint of the key (RFC 7638).
     * @param int $now The time: seconds since 1970.
     * @param Model\KeyTimes|array<string, mixed>|\stdClass|null $times How long keys are in which part of their
     *     life.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `key.revoked`, `key.status`, `token.unknown_key`
     */
    public static function check(
        string $state,
        string $key,
        int $now,
        Model\KeyTimes|array|\stdClass|null $times = null,
        bool $strict = false,
    ): void {
        Call::run('keyring.check', [
            'state' => $state,
            'key' => $key,
            'times' => Give::value($times, Model\KeyTimes::class, '/times'),
            'now' => $now,
            'strict' => $strict,
        ]);
    }

    /**
     * Which key signs, and which are to be published.
     *
     * @param string $state The state, as the host's store holds it.
     * @return Model\KeyRingView
     * @throws Exception\PayymoException `contract.*`
     */
    public static function view(string $state): Model\KeyRingView
    {
        $answer = Call::run('keyring.view', [
            'state' => $state,
        ]);
        return Take::record($answer, Model\KeyRingView::class, '');
    }

    /**
     * What is to be done, the earliest first.
     *
     * @param string $state The state, as the host's store holds it.
     * @param Model\KeyTimes|array<string, mixed>|\stdClass|null $times How long keys are in which part of their
     *     life.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\KeyRingStep>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function due(
        string $state,
        Model\KeyTimes|array|\stdClass|null $times = null,
        bool $strict = false,
    ): array {
        $answer = Call::run('keyring.due', [
            'state' => $state,
            'times' => Give::value($times, Model\KeyTimes::class, '/times'),
            'strict' => $strict,
        ]);
        return Take::records($answer, Model\KeyRingStep::class, '');
    }
}

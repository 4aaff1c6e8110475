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

/** Bundles, pins, and when to renew what. */
final class Certificate
{
    private function __construct()
    {
    }

    /**
     * Reads a bundle in PEM: certificates and revocation lists with words between them. A private key in it is an
     * error.
     *
     * @param string $content The bundle in PEM.
     * @return Model\CertificateBundle
     * @throws Exception\PayymoException `certificate.pem`, `certificate.private_key`, `certificate.too_large`,
     *     `certificate.syntax`
     */
    public static function bundle(string $content): Model\CertificateBundle
    {
        $blobs = [];
        $answer = Call::run('certificate.bundle', [
            'content' => Give::blob($content, $blobs),
        ], $blobs);
        return Take::record($answer, Model\CertificateBundle::class, '');
    }

    /**
     * The pin of a public key: the base64 of its SHA-256 (RFC 7469). `anchors.verify` answers those of a path.
     *
     * @param string $key The key as `SubjectPublicKeyInfo` in DER.
     * @return string
     * @throws Exception\PayymoException `certificate.key`
     */
    public static function pin(string $key): string
    {
        $blobs = [];
        $answer = Call::run('certificate.pin', [
            'key' => Give::blob($key, $blobs),
        ], $blobs);
        return Take::text($answer, '');
    }

    /**
     * Plans the renewal of certificates: what to renew, pin, stage, switch and retire, when, and what of it is
     * urgent.
     *
     * @param iterable<Model\HeldCertificate|array<string, mixed>|\stdClass> $held The certificates that the host
     *     holds.
     * @param int $now The time: seconds since 1970.
     * @param iterable<Model\PinnedKey|array<string, mixed>|\stdClass>|null $pinned The keys that are pinned for
     *     its services.
     * @param Model\LeadTimes|array<string, mixed>|\stdClass|null $leads How long before the end of a certificate
     *     something is done.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\RotationPlan
     * @throws Exception\PayymoException `input.options`, `input.duplicate_id`, `input.bad_field`,
     *     `certificate.pin`
     */
    public static function plan(
        iterable $held,
        int $now,
        ?iterable $pinned = null,
        Model\LeadTimes|array|\stdClass|null $leads = null,
        bool $strict = false,
    ): Model\RotationPlan {
        $answer = Call::run('certificate.plan', [
            'held' => Give::value($held, ['list', Model\HeldCertificate::class], '/held'),
            'pinned' => Give::value($pinned, ['list', Model\PinnedKey::class], '/pinned'),
            'leads' => Give::value($leads, Model\LeadTimes::class, '/leads'),
            'now' => $now,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\RotationPlan::class, '');
    }
}

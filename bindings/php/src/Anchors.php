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
 * Authorities and their revocation lists, prepared once for many chains.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Anchors extends Handle
{
    /** @var list<Model\Problem> */
    private array $errors = [];

    /**
     * What could not be used of that which it was made of.
     *
     * @return list<Model\Problem>
     */
    public function errors(): array
    {
        return $this->errors;
    }

    /**
     * Takes in authorities and their revocation lists, prepared once for many chains. Answers why no chain may end in
     * some of them.
     *
     * @param iterable<string> $certificates The authorities, in DER or PEM; one of PEM may hold several, and
     *     lists.
     * @param Enum\AnchorProfile|string $profile Whose rules chains to them are held against.
     * @param iterable<string>|null $lists Revocation lists, in DER or PEM.
     * @throws Exception\PayymoException `certificate.no_anchor`, `certificate.too_large`, `certificate.syntax`,
     *     `certificate.pem`, `certificate.private_key`, `certificate.list_syntax`, `certificate.list_extension`,
     *     `certificate.list_unsupported`
     */
    public function __construct(iterable $certificates, Enum\AnchorProfile|string $profile, ?iterable $lists = null)
    {
        $blobs = [];
        $answer = $this->made('anchors.new', [
            'certificates' => Give::blobs($certificates, $blobs, '/certificates'),
            'profile' => Give::value($profile, 'text', '/profile'),
            'lists' => Give::blobs($lists, $blobs, '/lists'),
        ], $blobs);
        $this->errors = Take::records($answer, Model\Problem::class, '');
    }

    /**
     * Verifies a chain of certificates at a time, for a server or a client. What it came to is the answer: an error
     * is only a request that cannot be asked.
     *
     * @param iterable<string> $chain The leaf first, then what else the other side sent, in any order; in DER or
     *     PEM.
     * @param Enum\ChainPurpose|string $purpose What the leaf is to be used for.
     * @param Enum\RevocationCheck|string $revocation What is asked of revocation lists.
     * @param int $now The time: seconds since 1970.
     * @param string|null $name Of a server: the host name or address by which it was called.
     * @param Model\PinSet|array<string, mixed>|\stdClass|null $pins Keys of which the chain must hold one.
     * @param int|null $mostIntermediates Intermediates that may stand in the path; 6 where nothing is said.
     * @param string|null $sandbox Nothing is verified, for this reason: the outcome is `skipped`.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\ChainVerdict
     * @throws Exception\PayymoException `input.options`, `certificate.name`, `certificate.pem`,
     *     `certificate.private_key`, `certificate.too_large`, `certificate.syntax`, `certificate.pin`,
     *     `certificate.pin_no_backup`
     */
    public function verify(
        iterable $chain,
        Enum\ChainPurpose|string $purpose,
        Enum\RevocationCheck|string $revocation,
        int $now,
        ?string $name = null,
        Model\PinSet|array|\stdClass|null $pins = null,
        ?int $mostIntermediates = null,
        ?string $sandbox = null,
        bool $strict = false,
    ): Model\ChainVerdict {
        $blobs = [];
        $answer = $this->asked('anchors.verify', [
            'chain' => Give::blobs($chain, $blobs, '/chain'),
            'purpose' => Give::value($purpose, 'text', '/purpose'),
            'name' => $name,
            'revocation' => Give::value($revocation, 'text', '/revocation'),
            'pins' => Give::value($pins, Model\PinSet::class, '/pins'),
            'most_intermediates' => $mostIntermediates,
            'sandbox' => $sandbox,
            'now' => $now,
            'strict' => $strict,
        ], $blobs);
        return Take::record($answer, Model\ChainVerdict::class, '');
    }
}

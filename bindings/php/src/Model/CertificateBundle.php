<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\BundleOrder;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What a bundle in PEM holds. */
final class CertificateBundle implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'certificates' => ['list', 'text'],
        'lists' => ['list', 'text'],
        'repeated' => ['list', RepeatedCertificate::class],
        'order' => 'text',
    ];

    /**
     * Its certificates, each once, in base64 of their DER.
     *
     * @var list<string>
     */
    public readonly array $certificates;

    /**
     * Its revocation lists, in base64 of their DER.
     *
     * @var list<string>
     */
    public readonly array $lists;

    /**
     * Certificates that stood there again.
     *
     * @var list<RepeatedCertificate>
     */
    public readonly array $repeated;

    /** How the certificates follow one another. */
    public readonly string $order;

    /**
     * @param array<string> $certificates Its certificates, each once, in base64 of their DER.
     * @param array<string> $lists Its revocation lists, in base64 of their DER.
     * @param array<RepeatedCertificate|array<string, mixed>|\stdClass> $repeated Certificates that stood there
     *     again.
     * @param string|BundleOrder $order How the certificates follow one another.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $certificates,
        array $lists,
        array $repeated,
        string|BundleOrder $order,
    ) {
        $this->certificates = Take::list($certificates, Take::text(...), '/certificates');
        $this->lists = Take::list($lists, Take::text(...), '/lists');
        $this->repeated = Take::records($repeated, RepeatedCertificate::class, '/repeated');
        $this->order = Take::word($order, '/order');
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(array $data): self
    {
        return new self(
            certificates: Take::list($data['certificates'] ?? null, Take::text(...), '/certificates'),
            lists: Take::list($data['lists'] ?? null, Take::text(...), '/lists'),
            repeated: Take::records($data['repeated'] ?? null, RepeatedCertificate::class, '/repeated'),
            order: Take::word($data['order'] ?? null, '/order'),
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>
     */
    public function jsonSerialize(): array
    {
        $out = [];
        $out['certificates'] = $this->certificates;
        $out['lists'] = $this->lists;
        $out['repeated'] = $this->repeated;
        $out['order'] = $this->order;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function order(): ?BundleOrder
    {
        return BundleOrder::tryFrom($this->order);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A key that is pinned for a service. */
final class PinnedKey implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'service' => 'text',
        'pin' => 'text',
        'since' => 'whole',
    ];

    /**
     * @param string $service The service that is pinned.
     * @param string $pin SHA-256 of the key, in base64.
     * @param int $since Since when: seconds since 1970.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $service,
        public readonly string $pin,
        public readonly int $since,
    ) {
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
            service: Take::text($data['service'] ?? null, '/service'),
            pin: Take::text($data['pin'] ?? null, '/pin'),
            since: Take::whole($data['since'] ?? null, '/since'),
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
        $out['service'] = $this->service;
        $out['pin'] = $this->pin;
        $out['since'] = $this->since;
        return $out;
    }
}

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

/** The key that whoever brings a token has shown, by its hash in base64url: one of both. */
final class TokenBinding implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'key' => 'text',
        'certificate' => 'text',
    ];

    /**
     * @param string|null $key Thumbprint of a key that signed a proof (`jkt`, RFC 9449).
     * @param string|null $certificate SHA-256 of the client's certificate (`x5t#S256`, RFC 8705).
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $key = null,
        public readonly ?string $certificate = null,
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
            key: isset($data['key']) ? Take::text($data['key'], '/key') : null,
            certificate: isset($data['certificate']) ? Take::text($data['certificate'], '/certificate') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>|\stdClass
     */
    public function jsonSerialize(): array|\stdClass
    {
        $out = [];
        if ($this->key !== null) {
            $out['key'] = $this->key;
        }
        if ($this->certificate !== null) {
            $out['certificate'] = $this->certificate;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

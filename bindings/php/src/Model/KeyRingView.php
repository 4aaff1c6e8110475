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

/** Which keys of a ring sign and are published. */
final class KeyRingView implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'signs' => 'text',
        'published' => ['list', 'text'],
    ];

    /**
     * Thumbprints of the keys to publish.
     *
     * @var list<string>
     */
    public readonly array $published;

    /**
     * @param array<string> $published Thumbprints of the keys to publish.
     * @param string|null $signs Thumbprint of the key that signs; none where it was revoked.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $published,
        public readonly ?string $signs = null,
    ) {
        $this->published = Take::list($published, Take::text(...), '/published');
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
            signs: isset($data['signs']) ? Take::text($data['signs'], '/signs') : null,
            published: Take::list($data['published'] ?? null, Take::text(...), '/published'),
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
        if ($this->signs !== null) {
            $out['signs'] = $this->signs;
        }
        $out['published'] = $this->published;
        return $out;
    }
}

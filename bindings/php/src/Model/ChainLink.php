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

/** A certificate of a path. */
final class ChainLink implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'chain' => 'whole',
        'anchor' => 'whole',
        'pin' => 'text',
        'not_before' => 'whole',
        'not_after' => 'whole',
    ];

    /**
     * @param string $pin SHA-256 of its key, in base64.
     * @param int $notBefore The first second of its time.
     * @param int $notAfter The last second of its time.
     * @param int|null $chain Its place in the chain that was handed in, counted from 0.
     * @param int|null $anchor Its place among the anchors, counted from 0.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $pin,
        public readonly int $notBefore,
        public readonly int $notAfter,
        public readonly ?int $chain = null,
        public readonly ?int $anchor = null,
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
            chain: isset($data['chain']) ? Take::whole($data['chain'], '/chain') : null,
            anchor: isset($data['anchor']) ? Take::whole($data['anchor'], '/anchor') : null,
            pin: Take::text($data['pin'] ?? null, '/pin'),
            notBefore: Take::whole($data['not_before'] ?? null, '/not_before'),
            notAfter: Take::whole($data['not_after'] ?? null, '/not_after'),
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
        if ($this->chain !== null) {
            $out['chain'] = $this->chain;
        }
        if ($this->anchor !== null) {
            $out['anchor'] = $this->anchor;
        }
        $out['pin'] = $this->pin;
        $out['not_before'] = $this->notBefore;
        $out['not_after'] = $this->notAfter;
        return $out;
    }
}

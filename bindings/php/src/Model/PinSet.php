<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\WhenPinsExpire;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Keys of which a chain must hold one, and one more to switch to. */
final class PinSet implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'pins' => ['list', 'text'],
        'expires' => 'whole',
        'when_expired' => 'text',
    ];

    /**
     * SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least.
     *
     * @var list<string>
     */
    public readonly array $pins;

    /** What they do then; `refuse` where nothing is said. */
    public readonly ?string $whenExpired;

    /**
     * @param array<string> $pins SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least.
     * @param int $expires The last second in which they bind: seconds since 1970.
     * @param string|WhenPinsExpire|null $whenExpired What they do then; `refuse` where nothing is said.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $pins,
        public readonly int $expires,
        string|WhenPinsExpire|null $whenExpired = null,
    ) {
        $this->pins = Take::list($pins, Take::text(...), '/pins');
        $this->whenExpired = $whenExpired === null ? null : Take::word($whenExpired, '/when_expired');
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
            pins: Take::list($data['pins'] ?? null, Take::text(...), '/pins'),
            expires: Take::whole($data['expires'] ?? null, '/expires'),
            whenExpired: isset($data['when_expired']) ? Take::word($data['when_expired'], '/when_expired') : null,
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
        $out['pins'] = $this->pins;
        $out['expires'] = $this->expires;
        if ($this->whenExpired !== null) {
            $out['when_expired'] = $this->whenExpired;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function whenExpired(): ?WhenPinsExpire
    {
        return $this->whenExpired === null ? null : WhenPinsExpire::tryFrom($this->whenExpired);
    }
}

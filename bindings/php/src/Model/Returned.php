<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\ReturnStage;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Why and at which stage an earlier payment came back. */
final class Returned implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'stage' => 'text',
        'reason' => 'text',
        'originals' => ['list', 'text'],
    ];

    /** At which stage it came back. */
    public readonly string $stage;

    /**
     * References of what it takes back.
     *
     * @var list<string>
     */
    public readonly array $originals;

    /**
     * @param string|ReturnStage $stage At which stage it came back.
     * @param string|null $reason Reason code of the scheme or the gateway.
     * @param array<string> $originals References of what it takes back.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|ReturnStage $stage,
        public readonly ?string $reason = null,
        array $originals = [],
    ) {
        $this->stage = Take::word($stage, '/stage');
        $this->originals = Take::list($originals, Take::text(...), '/originals');
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
            stage: Take::word($data['stage'] ?? null, '/stage'),
            reason: isset($data['reason']) ? Take::text($data['reason'], '/reason') : null,
            originals: Take::list($data['originals'] ?? [], Take::text(...), '/originals'),
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
        $out['stage'] = $this->stage;
        if ($this->reason !== null) {
            $out['reason'] = $this->reason;
        }
        if ($this->originals !== []) {
            $out['originals'] = $this->originals;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function stage(): ?ReturnStage
    {
        return ReturnStage::tryFrom($this->stage);
    }
}

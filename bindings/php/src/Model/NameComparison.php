<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\NameMatch;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What relates two names. */
final class NameComparison implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'relation' => 'text',
        'shared' => 'whole',
    ];

    /** From `equal`, the strongest, to `different`. */
    public readonly string $relation;

    /**
     * @param string|NameMatch $relation From `equal`, the strongest, to `different`.
     * @param int|null $shared With `partial` how many words are shared.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|NameMatch $relation,
        public readonly ?int $shared = null,
    ) {
        $this->relation = Take::word($relation, '/relation');
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
            relation: Take::word($data['relation'] ?? null, '/relation'),
            shared: isset($data['shared']) ? Take::whole($data['shared'], '/shared') : null,
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
        $out['relation'] = $this->relation;
        if ($this->shared !== null) {
            $out['shared'] = $this->shared;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function relation(): ?NameMatch
    {
        return NameMatch::tryFrom($this->relation);
    }
}

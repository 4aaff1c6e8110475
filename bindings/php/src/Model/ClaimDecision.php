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

/**
 * What to do with an event: `answer` stands already, or `write` is to be written and `if_written` stands then, and
 * only then.
 */
final class ClaimDecision implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'answer' => ClaimAnswer::class,
        'write' => StateWrite::class,
        'if_written' => ClaimAnswer::class,
    ];

    /**
     * @param ClaimAnswer|null $answer The answer, where nothing is to be written.
     * @param StateWrite|null $write What is to be written. Where the store says that it was not, look again and
     *     decide anew.
     * @param ClaimAnswer|null $ifWritten The answer once it was written.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?ClaimAnswer $answer = null,
        public readonly ?StateWrite $write = null,
        public readonly ?ClaimAnswer $ifWritten = null,
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
            answer: isset($data['answer']) ? Take::record($data['answer'], ClaimAnswer::class, '/answer') : null,
            write: isset($data['write']) ? Take::record($data['write'], StateWrite::class, '/write') : null,
            ifWritten: isset($data['if_written']) ? Take::record($data['if_written'], ClaimAnswer::class, '/if_written') : null,
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
        if ($this->answer !== null) {
            $out['answer'] = $this->answer;
        }
        if ($this->write !== null) {
            $out['write'] = $this->write;
        }
        if ($this->ifWritten !== null) {
            $out['if_written'] = $this->ifWritten;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

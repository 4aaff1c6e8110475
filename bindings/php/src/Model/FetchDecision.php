<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\FetchAction;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Whether to fetch an issuer's published keys before a token is checked. */
final class FetchDecision implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'action' => 'text',
        'write' => StateWrite::class,
        'seconds' => 'whole',
    ];

    /** What to do. */
    public readonly string $action;

    /**
     * @param string|FetchAction $action What to do.
     * @param StateWrite|null $write To be written first; whoever it was written for fetches.
     * @param int|null $seconds Seconds until the next fetch.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|FetchAction $action,
        public readonly ?StateWrite $write = null,
        public readonly ?int $seconds = null,
    ) {
        $this->action = Take::word($action, '/action');
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
            action: Take::word($data['action'] ?? null, '/action'),
            write: isset($data['write']) ? Take::record($data['write'], StateWrite::class, '/write') : null,
            seconds: isset($data['seconds']) ? Take::whole($data['seconds'], '/seconds') : null,
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
        $out['action'] = $this->action;
        if ($this->write !== null) {
            $out['write'] = $this->write;
        }
        if ($this->seconds !== null) {
            $out['seconds'] = $this->seconds;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function action(): ?FetchAction
    {
        return FetchAction::tryFrom($this->action);
    }
}

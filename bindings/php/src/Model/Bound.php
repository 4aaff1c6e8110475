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

/** What stands behind `auto`. */
final class Bound implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'method' => 'text',
        'confirmed' => 'whole',
        'wrong' => 'whole',
        'upper' => 'number',
        'failed' => 'truth',
    ];

    /**
     * @param string $method `shipped`: the calibration that came with the engine; `audit`: the verdicts on
     *     audited matches.
     * @param int|null $confirmed Audited matches that were right.
     * @param int|null $wrong Audited matches that were wrong.
     * @param float|null $upper Upper bound of the share that is wrong, one-sided at 95 %.
     * @param bool|null $failed Whether more are wrong than `max_wrong_auto` accepts: nothing is automatic then.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $method,
        public readonly ?int $confirmed = null,
        public readonly ?int $wrong = null,
        public readonly ?float $upper = null,
        public readonly ?bool $failed = null,
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
            method: Take::text($data['method'] ?? null, '/method'),
            confirmed: isset($data['confirmed']) ? Take::whole($data['confirmed'], '/confirmed') : null,
            wrong: isset($data['wrong']) ? Take::whole($data['wrong'], '/wrong') : null,
            upper: isset($data['upper']) ? Take::number($data['upper'], '/upper') : null,
            failed: isset($data['failed']) ? Take::truth($data['failed'], '/failed') : null,
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
        $out['method'] = $this->method;
        if ($this->confirmed !== null) {
            $out['confirmed'] = $this->confirmed;
        }
        if ($this->wrong !== null) {
            $out['wrong'] = $this->wrong;
        }
        if ($this->upper !== null) {
            $out['upper'] = $this->upper;
        }
        if ($this->failed !== null) {
            $out['failed'] = $this->failed;
        }
        return $out;
    }
}

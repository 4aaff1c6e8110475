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

/** What to do with certificates, in the order of its times. */
final class RotationPlan implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'steps' => ['list', RotationStep::class],
        'next' => 'whole',
    ];

    /**
     * The steps by time.
     *
     * @var list<RotationStep>
     */
    public readonly array $steps;

    /**
     * @param array<RotationStep|array<string, mixed>|\stdClass> $steps The steps by time.
     * @param int|null $next When the next step that is planned falls due: ask again then at the latest.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $steps,
        public readonly ?int $next = null,
    ) {
        $this->steps = Take::records($steps, RotationStep::class, '/steps');
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
            steps: Take::records($data['steps'] ?? null, RotationStep::class, '/steps'),
            next: isset($data['next']) ? Take::whole($data['next'], '/next') : null,
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
        $out['steps'] = $this->steps;
        if ($this->next !== null) {
            $out['next'] = $this->next;
        }
        return $out;
    }
}

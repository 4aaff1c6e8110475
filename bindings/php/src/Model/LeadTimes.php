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

/** Lead times, in thousandths of a certificate's lifetime. */
final class LeadTimes implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'renew' => 'whole',
        'stage' => 'whole',
        'switch' => 'whole',
        'urgent' => 'whole',
        'pinned' => 'whole',
        'overlap' => 'whole',
    ];

    /**
     * @param int|null $renew The next one is ordered when this much is left; 333.
     * @param int|null $stage It is put beside the one in use; 250.
     * @param int|null $switch It is put to use; 167.
     * @param int|null $urgent What is not done is urgent; 83.
     * @param int|null $pinned How long a key must have been pinned before; 83.
     * @param int|null $overlap How long the one before stands beside it; 83.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?int $renew = null,
        public readonly ?int $stage = null,
        public readonly ?int $switch = null,
        public readonly ?int $urgent = null,
        public readonly ?int $pinned = null,
        public readonly ?int $overlap = null,
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
            renew: isset($data['renew']) ? Take::whole($data['renew'], '/renew') : null,
            stage: isset($data['stage']) ? Take::whole($data['stage'], '/stage') : null,
            switch: isset($data['switch']) ? Take::whole($data['switch'], '/switch') : null,
            urgent: isset($data['urgent']) ? Take::whole($data['urgent'], '/urgent') : null,
            pinned: isset($data['pinned']) ? Take::whole($data['pinned'], '/pinned') : null,
            overlap: isset($data['overlap']) ? Take::whole($data['overlap'], '/overlap') : null,
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
        if ($this->renew !== null) {
            $out['renew'] = $this->renew;
        }
        if ($this->stage !== null) {
            $out['stage'] = $this->stage;
        }
        if ($this->switch !== null) {
            $out['switch'] = $this->switch;
        }
        if ($this->urgent !== null) {
            $out['urgent'] = $this->urgent;
        }
        if ($this->pinned !== null) {
            $out['pinned'] = $this->pinned;
        }
        if ($this->overlap !== null) {
            $out['overlap'] = $this->overlap;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\RotationAction;
use Payymo\Enum\RotationState;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A step of a plan. */
final class RotationStep implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'at' => 'whole',
        'until' => 'whole',
        'service' => 'text',
        'action' => 'text',
        'certificate' => 'text',
        'pin' => 'text',
        'state' => 'text',
    ];

    /** What is to be done. */
    public readonly string $action;

    /** How pressing it is. */
    public readonly string $state;

    /**
     * @param int $at When: seconds since 1970; it may be past.
     * @param int $until When at the latest: seconds since 1970.
     * @param string $service For which service.
     * @param string|RotationAction $action What is to be done.
     * @param string|RotationState $state How pressing it is.
     * @param string|null $certificate The certificate that is acted on, or replaced.
     * @param string|null $pin The key that is acted on.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $at,
        public readonly int $until,
        public readonly string $service,
        string|RotationAction $action,
        string|RotationState $state,
        public readonly ?string $certificate = null,
        public readonly ?string $pin = null,
    ) {
        $this->action = Take::word($action, '/action');
        $this->state = Take::word($state, '/state');
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
            at: Take::whole($data['at'] ?? null, '/at'),
            until: Take::whole($data['until'] ?? null, '/until'),
            service: Take::text($data['service'] ?? null, '/service'),
            action: Take::word($data['action'] ?? null, '/action'),
            certificate: isset($data['certificate']) ? Take::text($data['certificate'], '/certificate') : null,
            pin: isset($data['pin']) ? Take::text($data['pin'], '/pin') : null,
            state: Take::word($data['state'] ?? null, '/state'),
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
        $out['at'] = $this->at;
        $out['until'] = $this->until;
        $out['service'] = $this->service;
        $out['action'] = $this->action;
        if ($this->certificate !== null) {
            $out['certificate'] = $this->certificate;
        }
        if ($this->pin !== null) {
            $out['pin'] = $this->pin;
        }
        $out['state'] = $this->state;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function action(): ?RotationAction
    {
        return RotationAction::tryFrom($this->action);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function state(): ?RotationState
    {
        return RotationState::tryFrom($this->state);
    }
}

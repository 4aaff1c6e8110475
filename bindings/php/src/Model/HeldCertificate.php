<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\HeldStage;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A certificate that the host holds. */
final class HeldCertificate implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'service' => 'text',
        'pin' => 'text',
        'not_before' => 'whole',
        'not_after' => 'whole',
        'stage' => 'text',
        'retiring_since' => 'whole',
    ];

    /** How far it is. */
    public readonly string $stage;

    /**
     * @param string $id The host's name of it.
     * @param string $service What it is for: certificates of one service follow one another.
     * @param string $pin SHA-256 of its key, in base64.
     * @param int $notBefore The first second of its time.
     * @param int $notAfter The last second of its time.
     * @param string|HeldStage $stage How far it is.
     * @param int|null $retiringSince Where retiring: until when it was in use.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        public readonly string $service,
        public readonly string $pin,
        public readonly int $notBefore,
        public readonly int $notAfter,
        string|HeldStage $stage,
        public readonly ?int $retiringSince = null,
    ) {
        $this->stage = Take::word($stage, '/stage');
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
            id: Take::text($data['id'] ?? null, '/id'),
            service: Take::text($data['service'] ?? null, '/service'),
            pin: Take::text($data['pin'] ?? null, '/pin'),
            notBefore: Take::whole($data['not_before'] ?? null, '/not_before'),
            notAfter: Take::whole($data['not_after'] ?? null, '/not_after'),
            stage: Take::word($data['stage'] ?? null, '/stage'),
            retiringSince: isset($data['retiring_since']) ? Take::whole($data['retiring_since'], '/retiring_since') : null,
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
        $out['id'] = $this->id;
        $out['service'] = $this->service;
        $out['pin'] = $this->pin;
        $out['not_before'] = $this->notBefore;
        $out['not_after'] = $this->notAfter;
        $out['stage'] = $this->stage;
        if ($this->retiringSince !== null) {
            $out['retiring_since'] = $this->retiringSince;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function stage(): ?HeldStage
    {
        return HeldStage::tryFrom($this->stage);
    }
}

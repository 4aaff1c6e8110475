<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Freshness;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A webhook whose signature holds. Parse the raw body that was verified, and nothing else. */
final class VerifiedWebhook implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'scheme' => 'text',
        'freshness' => 'text',
        'at' => 'whole',
        'age' => 'whole',
        'secret' => 'text',
        'id' => 'text',
        'event_ids' => ['list', 'text'],
    ];

    /** Whether the time of signing was looked at. */
    public readonly string $freshness;

    /**
     * Ids of its events, in their order: each is claimed by itself.
     *
     * @var list<string>
     */
    public readonly array $eventIds;

    /**
     * @param string $scheme The name of the scheme.
     * @param string|Freshness $freshness Whether the time of signing was looked at.
     * @param string $secret The name of the secret that fits.
     * @param array<string> $eventIds Ids of its events, in their order: each is claimed by itself.
     * @param int|null $at When it was signed: seconds since 1970.
     * @param int|null $age Seconds from then to now; negative where the signer's clock is ahead.
     * @param string|null $id The signed id of the message, where the scheme has one.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $scheme,
        string|Freshness $freshness,
        public readonly string $secret,
        array $eventIds,
        public readonly ?int $at = null,
        public readonly ?int $age = null,
        public readonly ?string $id = null,
    ) {
        $this->freshness = Take::word($freshness, '/freshness');
        $this->eventIds = Take::list($eventIds, Take::text(...), '/event_ids');
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
            scheme: Take::text($data['scheme'] ?? null, '/scheme'),
            freshness: Take::word($data['freshness'] ?? null, '/freshness'),
            at: isset($data['at']) ? Take::whole($data['at'], '/at') : null,
            age: isset($data['age']) ? Take::whole($data['age'], '/age') : null,
            secret: Take::text($data['secret'] ?? null, '/secret'),
            id: isset($data['id']) ? Take::text($data['id'], '/id') : null,
            eventIds: Take::list($data['event_ids'] ?? null, Take::text(...), '/event_ids'),
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
        $out['scheme'] = $this->scheme;
        $out['freshness'] = $this->freshness;
        if ($this->at !== null) {
            $out['at'] = $this->at;
        }
        if ($this->age !== null) {
            $out['age'] = $this->age;
        }
        $out['secret'] = $this->secret;
        if ($this->id !== null) {
            $out['id'] = $this->id;
        }
        $out['event_ids'] = $this->eventIds;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function freshness(): ?Freshness
    {
        return Freshness::tryFrom($this->freshness);
    }
}

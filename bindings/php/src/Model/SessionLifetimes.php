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

/** How long what lives, in seconds. */
final class SessionLifetimes implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'access' => 'whole',
        'refresh' => 'whole',
        'family' => 'whole',
        'grace' => 'whole',
    ];

    /**
     * @param int|null $access Of an access token; 900 where nothing is said.
     * @param int|null $refresh Of a refresh token; 604800 where nothing is said.
     * @param int|null $family Of a login, whatever is renewed; 2592000 where nothing is said.
     * @param int|null $grace In which the same client may come again with the token before; 10 where nothing is
     *     said.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?int $access = null,
        public readonly ?int $refresh = null,
        public readonly ?int $family = null,
        public readonly ?int $grace = null,
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
            access: isset($data['access']) ? Take::whole($data['access'], '/access') : null,
            refresh: isset($data['refresh']) ? Take::whole($data['refresh'], '/refresh') : null,
            family: isset($data['family']) ? Take::whole($data['family'], '/family') : null,
            grace: isset($data['grace']) ? Take::whole($data['grace'], '/grace') : null,
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
        if ($this->access !== null) {
            $out['access'] = $this->access;
        }
        if ($this->refresh !== null) {
            $out['refresh'] = $this->refresh;
        }
        if ($this->family !== null) {
            $out['family'] = $this->family;
        }
        if ($this->grace !== null) {
            $out['grace'] = $this->grace;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

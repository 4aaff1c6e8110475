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

/** An exchange rate of the host's books. It holds the other way round too. */
final class FxRate implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'from' => 'text',
        'to' => 'text',
        'rate' => 'decimal',
        'on' => 'date',
    ];

    /** Major units of `to` for one major unit of `from`; above zero. */
    public readonly string $rate;

    /** The day it is of. Default: any day; of several the nearest counts. */
    public readonly ?string $on;

    /**
     * @param string $from The currency that is exchanged.
     * @param string $to The currency that it becomes.
     * @param string|int|\Stringable $rate Major units of `to` for one major unit of `from`; above zero.
     * @param string|\DateTimeInterface|null $on The day it is of. Default: any day; of several the nearest
     *     counts.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $from,
        public readonly string $to,
        mixed $rate,
        string|\DateTimeInterface|null $on = null,
    ) {
        $this->rate = Take::decimal($rate, '/rate');
        $this->on = $on === null ? null : Take::date($on, '/on');
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
            from: Take::text($data['from'] ?? null, '/from'),
            to: Take::text($data['to'] ?? null, '/to'),
            rate: Take::decimal($data['rate'] ?? null, '/rate'),
            on: isset($data['on']) ? Take::date($data['on'], '/on') : null,
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
        $out['from'] = $this->from;
        $out['to'] = $this->to;
        $out['rate'] = $this->rate;
        if ($this->on !== null) {
            $out['on'] = $this->on;
        }
        return $out;
    }
}

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

/** What `auto` may do. What it excludes becomes `review`. */
final class AutoScope implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'enabled' => 'truth',
        'kinds' => ['list', 'text'],
        'sources' => ['list', 'text'],
        'max_amount' => 'decimal',
        'except_customers' => ['list', 'text'],
    ];

    /**
     * Kinds of matches; empty: all.
     *
     * @var list<string>
     */
    public readonly array $kinds;

    /**
     * Sources of transactions (`camt053`, `stripe` …); empty: all.
     *
     * @var list<string>
     */
    public readonly array $sources;

    /** The largest payment, in major units of its currency. Default: any. */
    public readonly ?string $maxAmount;

    /**
     * Ids of customers who are always reviewed.
     *
     * @var list<string>
     */
    public readonly array $exceptCustomers;

    /**
     * @param bool|null $enabled Off: everything is `review` (a shadow month). Default on.
     * @param array<string|\BackedEnum> $kinds Kinds of matches; empty: all.
     * @param array<string> $sources Sources of transactions (`camt053`, `stripe` …); empty: all.
     * @param string|int|\Stringable|null $maxAmount The largest payment, in major units of its currency. Default:
     *     any.
     * @param array<string> $exceptCustomers Ids of customers who are always reviewed.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?bool $enabled = null,
        array $kinds = [],
        array $sources = [],
        mixed $maxAmount = null,
        array $exceptCustomers = [],
    ) {
        $this->kinds = Take::list($kinds, Take::word(...), '/kinds');
        $this->sources = Take::list($sources, Take::text(...), '/sources');
        $this->maxAmount = $maxAmount === null ? null : Take::decimal($maxAmount, '/max_amount');
        $this->exceptCustomers = Take::list($exceptCustomers, Take::text(...), '/except_customers');
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
            enabled: isset($data['enabled']) ? Take::truth($data['enabled'], '/enabled') : null,
            kinds: Take::list($data['kinds'] ?? [], Take::word(...), '/kinds'),
            sources: Take::list($data['sources'] ?? [], Take::text(...), '/sources'),
            maxAmount: isset($data['max_amount']) ? Take::decimal($data['max_amount'], '/max_amount') : null,
            exceptCustomers: Take::list($data['except_customers'] ?? [], Take::text(...), '/except_customers'),
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
        if ($this->enabled !== null) {
            $out['enabled'] = $this->enabled;
        }
        if ($this->kinds !== []) {
            $out['kinds'] = $this->kinds;
        }
        if ($this->sources !== []) {
            $out['sources'] = $this->sources;
        }
        if ($this->maxAmount !== null) {
            $out['max_amount'] = $this->maxAmount;
        }
        if ($this->exceptCustomers !== []) {
            $out['except_customers'] = $this->exceptCustomers;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

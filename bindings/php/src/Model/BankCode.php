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

/** A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own. */
final class BankCode implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'domain' => 'text',
        'family' => 'text',
        'sub_family' => 'text',
        'proprietary' => 'text',
    ];

    /**
     * @param string|null $domain Domain, such as `PMNT`.
     * @param string|null $family Family, such as `RCDT`.
     * @param string|null $subFamily Sub-family, such as `ESCT`.
     * @param string|null $proprietary The bank's own.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $domain = null,
        public readonly ?string $family = null,
        public readonly ?string $subFamily = null,
        public readonly ?string $proprietary = null,
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
            domain: isset($data['domain']) ? Take::text($data['domain'], '/domain') : null,
            family: isset($data['family']) ? Take::text($data['family'], '/family') : null,
            subFamily: isset($data['sub_family']) ? Take::text($data['sub_family'], '/sub_family') : null,
            proprietary: isset($data['proprietary']) ? Take::text($data['proprietary'], '/proprietary') : null,
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
        if ($this->domain !== null) {
            $out['domain'] = $this->domain;
        }
        if ($this->family !== null) {
            $out['family'] = $this->family;
        }
        if ($this->subFamily !== null) {
            $out['sub_family'] = $this->subFamily;
        }
        if ($this->proprietary !== null) {
            $out['proprietary'] = $this->proprietary;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}

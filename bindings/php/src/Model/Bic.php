<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\BicVerdict;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A BIC in normal form, with what is to be said of it. Never refused. */
final class Bic implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'bic' => 'text',
        'verdict' => 'text',
        'valid' => 'truth',
        'country' => 'text',
        'branch' => 'text',
    ];

    /** What is to be said of it. */
    public readonly string $verdict;

    /**
     * @param string $bic Capitals, without the `XXX` of a head office.
     * @param string|BicVerdict $verdict What is to be said of it.
     * @param bool $valid Whether the verdict is `valid`.
     * @param string|null $country Country code of ISO 3166, two letters.
     * @param string|null $branch Code of the branch, three characters.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $bic,
        string|BicVerdict $verdict,
        public readonly bool $valid,
        public readonly ?string $country = null,
        public readonly ?string $branch = null,
    ) {
        $this->verdict = Take::word($verdict, '/verdict');
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
            bic: Take::text($data['bic'] ?? null, '/bic'),
            verdict: Take::word($data['verdict'] ?? null, '/verdict'),
            valid: Take::truth($data['valid'] ?? null, '/valid'),
            country: isset($data['country']) ? Take::text($data['country'], '/country') : null,
            branch: isset($data['branch']) ? Take::text($data['branch'], '/branch') : null,
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
        $out['bic'] = $this->bic;
        $out['verdict'] = $this->verdict;
        $out['valid'] = $this->valid;
        if ($this->country !== null) {
            $out['country'] = $this->country;
        }
        if ($this->branch !== null) {
            $out['branch'] = $this->branch;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function verdict(): ?BicVerdict
    {
        return BicVerdict::tryFrom($this->verdict);
    }
}

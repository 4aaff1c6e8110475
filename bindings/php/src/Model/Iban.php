<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\IbanVerdict;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** An IBAN in normal form, with what is to be said of it. Never refused. */
final class Iban implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'iban' => 'text',
        'verdict' => 'text',
        'valid' => 'truth',
        'country' => 'text',
        'bban' => 'text',
        'partial' => 'truth',
        'printed' => 'text',
    ];

    /** What is to be said of it. */
    public readonly string $verdict;

    /**
     * @param string $iban Capitals, no spaces.
     * @param string|IbanVerdict $verdict What is to be said of it.
     * @param bool $valid Whether the verdict is `valid`.
     * @param bool $partial Whether its country uses IBANs without being registered.
     * @param string $printed In groups of four.
     * @param string|null $country Country code of ISO 3166, two letters.
     * @param string|null $bban The national part.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $iban,
        string|IbanVerdict $verdict,
        public readonly bool $valid,
        public readonly bool $partial,
        public readonly string $printed,
        public readonly ?string $country = null,
        public readonly ?string $bban = null,
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
            iban: Take::text($data['iban'] ?? null, '/iban'),
            verdict: Take::word($data['verdict'] ?? null, '/verdict'),
            valid: Take::truth($data['valid'] ?? null, '/valid'),
            country: isset($data['country']) ? Take::text($data['country'], '/country') : null,
            bban: isset($data['bban']) ? Take::text($data['bban'], '/bban') : null,
            partial: Take::truth($data['partial'] ?? null, '/partial'),
            printed: Take::text($data['printed'] ?? null, '/printed'),
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
        $out['iban'] = $this->iban;
        $out['verdict'] = $this->verdict;
        $out['valid'] = $this->valid;
        if ($this->country !== null) {
            $out['country'] = $this->country;
        }
        if ($this->bban !== null) {
            $out['bban'] = $this->bban;
        }
        $out['partial'] = $this->partial;
        $out['printed'] = $this->printed;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function verdict(): ?IbanVerdict
    {
        return IbanVerdict::tryFrom($this->verdict);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\NameKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A name of a person or a company in normal form. */
final class Name implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'tokens' => ['list', 'text'],
        'legal_form' => 'text',
        'kind' => 'text',
        'holders' => ['list', ['list', 'text']],
    ];

    /**
     * Folded words in the order of speech, without titles and legal form.
     *
     * @var list<string>
     */
    public readonly array $tokens;

    /** Person or company, as far as the name tells. */
    public readonly string $kind;

    /**
     * The words of each holder of a joint account.
     *
     * @var list<list<string>>
     */
    public readonly array $holders;

    /**
     * @param array<string> $tokens Folded words in the order of speech, without titles and legal form.
     * @param string|NameKind $kind Person or company, as far as the name tells.
     * @param array<array<string>> $holders The words of each holder of a joint account.
     * @param string|null $legalForm As its country prints it: `GmbH`, `Sp. z o.o.`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $tokens,
        string|NameKind $kind,
        array $holders,
        public readonly ?string $legalForm = null,
    ) {
        $this->tokens = Take::list($tokens, Take::text(...), '/tokens');
        $this->kind = Take::word($kind, '/kind');
        $this->holders = Take::list($holders, static fn (mixed $of, string $at): array => Take::list($of, Take::text(...), $at), '/holders');
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
            tokens: Take::list($data['tokens'] ?? null, Take::text(...), '/tokens'),
            legalForm: isset($data['legal_form']) ? Take::text($data['legal_form'], '/legal_form') : null,
            kind: Take::word($data['kind'] ?? null, '/kind'),
            holders: Take::list($data['holders'] ?? null, static fn (mixed $of, string $at): array => Take::list($of, Take::text(...), $at), '/holders'),
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
        $out['tokens'] = $this->tokens;
        if ($this->legalForm !== null) {
            $out['legal_form'] = $this->legalForm;
        }
        $out['kind'] = $this->kind;
        $out['holders'] = $this->holders;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?NameKind
    {
        return NameKind::tryFrom($this->kind);
    }
}

<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\PermissionOutcome;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Whether something may be done, and by what that is decided. */
final class PermissionVerdict implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'allowed' => 'truth',
        'verdict' => 'text',
        'role' => 'text',
    ];

    /** What was decided. */
    public readonly string $verdict;

    /**
     * @param bool $allowed Whether it may be done.
     * @param string|PermissionOutcome $verdict What was decided.
     * @param string|null $role The first role that decides it.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly bool $allowed,
        string|PermissionOutcome $verdict,
        public readonly ?string $role = null,
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
            allowed: Take::truth($data['allowed'] ?? null, '/allowed'),
            verdict: Take::word($data['verdict'] ?? null, '/verdict'),
            role: isset($data['role']) ? Take::text($data['role'], '/role') : null,
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
        $out['allowed'] = $this->allowed;
        $out['verdict'] = $this->verdict;
        if ($this->role !== null) {
            $out['role'] = $this->role;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function verdict(): ?PermissionOutcome
    {
        return PermissionOutcome::tryFrom($this->verdict);
    }
}

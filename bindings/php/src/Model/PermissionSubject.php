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

/** Who asks: whose data they work on, and their roles. */
final class PermissionSubject implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'tenant' => 'text',
        'roles' => ['list', 'text'],
    ];

    /**
     * Names of their roles; one that is not known allows nothing.
     *
     * @var list<string>
     */
    public readonly array $roles;

    /**
     * @param string $tenant The tenant whose data they work on.
     * @param array<string> $roles Names of their roles; one that is not known allows nothing.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $tenant,
        array $roles,
    ) {
        $this->roles = Take::list($roles, Take::text(...), '/roles');
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
            tenant: Take::text($data['tenant'] ?? null, '/tenant'),
            roles: Take::list($data['roles'] ?? null, Take::text(...), '/roles'),
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
        $out['tenant'] = $this->tenant;
        $out['roles'] = $this->roles;
        return $out;
    }
}

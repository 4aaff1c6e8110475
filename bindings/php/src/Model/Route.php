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

/** A route of the host and what it asks for: a permission, or nothing, said in words. */
final class Route implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'name' => 'text',
        'needs' => 'text',
        'public' => 'truth',
        'roles' => ['list', 'text'],
    ];

    /**
     * Roles that are meant to be able to use it.
     *
     * @var list<string>
     */
    public readonly array $roles;

    /**
     * @param string $name As the host's router prints it: `GET /invoices/{id}`.
     * @param string|null $needs The permission that it asks for.
     * @param bool|null $public Anybody may use it. Without it `needs` must be there.
     * @param array<string> $roles Roles that are meant to be able to use it.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $name,
        public readonly ?string $needs = null,
        public readonly ?bool $public = null,
        array $roles = [],
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
            name: Take::text($data['name'] ?? null, '/name'),
            needs: isset($data['needs']) ? Take::text($data['needs'], '/needs') : null,
            public: isset($data['public']) ? Take::truth($data['public'], '/public') : null,
            roles: Take::list($data['roles'] ?? [], Take::text(...), '/roles'),
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
        $out['name'] = $this->name;
        if ($this->needs !== null) {
            $out['needs'] = $this->needs;
        }
        if ($this->public !== null) {
            $out['public'] = $this->public;
        }
        if ($this->roles !== []) {
            $out['roles'] = $this->roles;
        }
        return $out;
    }
}

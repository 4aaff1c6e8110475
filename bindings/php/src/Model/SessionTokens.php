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

/** An access token and a refresh token. */
final class SessionTokens implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'access' => 'text',
        'refresh' => 'text',
        'access_expires' => 'whole',
        'refresh_expires' => 'whole',
    ];

    /**
     * @param string $access The access token, for the API.
     * @param string $refresh The refresh token, for the end point that exchanges it.
     * @param int $accessExpires When the access token expires: seconds since 1970.
     * @param int $refreshExpires When the refresh token expires: seconds since 1970.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        #[\SensitiveParameter] public readonly string $access,
        #[\SensitiveParameter] public readonly string $refresh,
        public readonly int $accessExpires,
        public readonly int $refreshExpires,
    ) {
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(#[\SensitiveParameter] array $data): self
    {
        return new self(
            access: Take::text($data['access'] ?? null, '/access'),
            refresh: Take::text($data['refresh'] ?? null, '/refresh'),
            accessExpires: Take::whole($data['access_expires'] ?? null, '/access_expires'),
            refreshExpires: Take::whole($data['refresh_expires'] ?? null, '/refresh_expires'),
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
        $out['access'] = $this->access;
        $out['refresh'] = $this->refresh;
        $out['access_expires'] = $this->accessExpires;
        $out['refresh_expires'] = $this->refreshExpires;
        return $out;
    }

    /**
     * What var_dump and print_r show: no secret. It does stand in what var_export, serialize and json_encode write.
     *
     * @return array<string, mixed>
     */
    public function __debugInfo(): array
    {
        return array_replace(get_object_vars($this), [
            'access' => '***',
            'refresh' => '***',
        ]);
    }
}

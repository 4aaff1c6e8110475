<?php

declare(strict_types=1);

namespace Payymo;

/** A value of the contract: readonly properties, and the document that it stands for. */
interface Record extends \JsonSerializable
{
    /**
     * @internal How arrays of the shape become documents.
     * @var array<string, mixed>
     */
    public const SHAPE = [];

    /**
     * Reads a document: names as the contract has them (`booked_on`), what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(array $data): self;

    /**
     * The document as arrays.
     *
     * @return array<string, mixed>
     */
    public function toArray(): array;
}

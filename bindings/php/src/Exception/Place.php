<?php

declare(strict_types=1);

namespace Payymo\Exception;

/** Where an error is; what is not known is null. */
final class Place
{
    /**
     * @param string|null $field Path of the field: a JSON pointer into the request, or a name of the format.
     * @param string|null $row Id of the row.
     * @param int|null $line Line of the input, counted from 1.
     * @param int|null $start First byte of the record, counted from 0.
     * @param int|null $end Behind its last byte.
     */
    public function __construct(
        public readonly ?string $field = null,
        public readonly ?string $row = null,
        public readonly ?int $line = null,
        public readonly ?int $start = null,
        public readonly ?int $end = null,
    ) {
    }
}

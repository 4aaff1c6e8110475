<?php

declare(strict_types=1);

namespace Payymo\Internal;

/**
 * What all records have in common.
 *
 * @internal
 */
trait Document
{
    /** @return array<string, mixed>|\stdClass */
    abstract public function jsonSerialize(): array|\stdClass;

    /**
     * The document as arrays: names as the contract has them, nothing for what is not there.
     *
     * @return array<string, mixed>
     */
    public function toArray(): array
    {
        /** @var array<string, mixed> */
        return self::plain((array) $this->jsonSerialize());
    }

    /**
     * @param array<array-key, mixed> $values
     * @return array<array-key, mixed>
     */
    private static function plain(array $values): array
    {
        foreach ($values as $name => $value) {
            if ($value instanceof \JsonSerializable) {
                $value = $value->jsonSerialize();
            }
            if (is_object($value)) {
                $value = (array) $value;
            }
            $values[$name] = is_array($value) ? self::plain($value) : $value;
        }
        return $values;
    }
}

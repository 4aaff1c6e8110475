<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;
use Payymo\Record;

/**
 * Values on their way into a request. Only what PHP must settle is settled here: a float is no money, an empty array may be a
 * list or an object, a row of a database has whole numbers for texts. What else may be wrong the library itself says.
 *
 * @internal
 */
final class Give
{
    /**
     * A value as JSON can write it.
     *
     * @param mixed $spec A class of a record, a kind of value, or `['list', spec]` or `['map', spec]` of these.
     */
    public static function value(mixed $value, mixed $spec, string $field): mixed
    {
        if ($value === null || is_string($value) || is_bool($value)) {
            return $value;
        }
        if (!is_string($spec)) {
            /** @var array{string, mixed} $spec */
            return $spec[0] === 'list' ? self::list($value, $spec[1], $field) : self::map($value, $spec[1], $field);
        }
        if ($value instanceof Record) {
            return $value;
        }
        if ($value instanceof \stdClass) {
            $value = (array) $value;
        }
        if (is_array($value)) {
            return is_a($spec, Record::class, true) ? self::row($value, $spec, $field) : $value;
        }
        return self::scalar($value, $spec, $field);
    }

    /**
     * Bytes: they go beside the request, which names them by their number.
     *
     * @param list<string> $blobs
     * @param-out list<string> $blobs
     * @return array{blob: int<0, max>}|null
     */
    public static function blob(?string $bytes, array &$blobs): ?array
    {
        if ($bytes === null) {
            return null;
        }
        $blobs[] = $bytes;
        return ['blob' => count($blobs) - 1];
    }

    /**
     * A list of bytes.
     *
     * @param iterable<mixed> $list
     * @param list<string> $blobs
     * @param-out list<string> $blobs
     * @return list<array{blob: int<0, max>}|null>
     */
    public static function blobs(iterable $list, array &$blobs, string $field): array
    {
        $given = [];
        foreach ($list as $bytes) {
            $given[] = self::blob(Take::text($bytes, $field . '/' . count($given)), $blobs);
        }
        return $given;
    }

    private static function scalar(mixed $value, string $spec, string $field): mixed
    {
        if (is_float($value)) {
            return match (true) {
                $spec === 'decimal' => throw Take::float($field),
                is_finite($value) => $value,
                default => throw PayymoException::of(ErrorCode::CONTRACT_FIELD, 'it is no number', $field),
            };
        }
        return match (true) {
            is_int($value) => $spec === 'text' || $spec === 'decimal' ? (string) $value : $value,
            $value instanceof \BackedEnum => $value->value,
            $value instanceof \DateTimeInterface => $value->format('Y-m-d'),
            $value instanceof \Stringable => (string) $value,
            default => throw PayymoException::of(
                ErrorCode::CONTRACT_FIELD,
                get_debug_type($value) . ' cannot be written as JSON',
                $field,
            ),
        };
    }

    private static function list(mixed $values, mixed $spec, string $field): mixed
    {
        if (!is_iterable($values)) {
            return self::scalar($values, 'list', $field);
        }
        if (is_array($values) && count($values) > Collector::MANY && gc_enabled()) {
            return Collector::paused(static fn (): mixed => self::list($values, $spec, $field));
        }
        $list = [];
        foreach ($values as $value) {
            $list[] = $value instanceof Record || is_string($value)
                ? $value
                : self::value($value, $spec, $field . '/' . count($list));
        }
        return $list;
    }

    private static function map(mixed $values, mixed $spec, string $field): mixed
    {
        if ($values instanceof \stdClass) {
            $values = (array) $values;
        }
        if (!is_array($values)) {
            return self::scalar($values, 'map', $field);
        }
        foreach ($values as $name => $value) {
            $values[$name] = self::value($value, $spec, Take::below($field, $name));
        }
        return (object) $values;
    }

    /**
     * A row that is given as an array; what its shape does not know stays, for `strict` to find.
     *
     * @param array<array-key, mixed> $row
     * @param class-string<Record> $class
     */
    private static function row(array $row, string $class, string $field): mixed
    {
        foreach ($class::SHAPE as $name => $spec) {
            if (isset($row[$name]) && !is_string($row[$name])) {
                $row[$name] = self::value($row[$name], $spec, $field . '/' . $name);
            }
        }
        return $row === [] ? new \stdClass() : $row;
    }
}

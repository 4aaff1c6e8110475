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
    /** Deepest nesting inside of a member, as the library has it. PHP's json_encode itself goes as deep as the stack of C. */
    private const DEEPEST = 64;

    /** Most values inside of a member that should hold one: an array may hold itself twice. */
    private const MOST = 10000;

    /**
     * A value as JSON can write it.
     *
     * @param mixed $spec A class of a record, a kind of value, or `['list', spec]` or `['map', spec]` of these.
     */
    public static function value(#[\SensitiveParameter] mixed $value, mixed $spec, string $field): mixed
    {
        if ($value === null || is_string($value) || is_bool($value)) {
            return $value;
        }
        if ($spec === 'json') {
            return AnyJson::value($value, $field);
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
            return is_a($spec, Record::class, true) ? self::row($value, $spec, $field) : self::nested($value, $field);
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
    public static function blob(#[\SensitiveParameter] ?string $bytes, #[\SensitiveParameter] array &$blobs): ?array
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
     * @param iterable<mixed>|null $list
     * @param list<string> $blobs
     * @param-out list<string> $blobs
     * @return list<array{blob: int<0, max>}|null>|null
     */
    public static function blobs(
        #[\SensitiveParameter] ?iterable $list,
        #[\SensitiveParameter] array &$blobs,
        string $field,
    ): ?array {
        if ($list === null) {
            return null;
        }
        $given = [];
        foreach ($list as $bytes) {
            $given[] = self::blob(Take::text($bytes, $field . '/' . count($given)), $blobs);
        }
        return $given;
    }

    private static function scalar(#[\SensitiveParameter] mixed $value, string $spec, string $field): mixed
    {
        if (is_float($value)) {
            return match (true) {
                $spec === 'decimal' => throw Take::float($field),
                $spec === 'text' || $spec === 'date' => throw self::wrong(
                    'float is given where text belongs: give the text, or a whole number where it is an id',
                    $field,
                ),
                is_finite($value) => $value,
                default => throw self::wrong('it is no number', $field),
            };
        }
        return match (true) {
            is_int($value) => $spec === 'text' || $spec === 'decimal' ? (string) $value : $value,
            $value instanceof \BackedEnum => $value->value,
            // The day where the object is at home: midnight in Berlin stays that day.
            $value instanceof \DateTimeInterface => $value->format('Y-m-d'),
            $value instanceof \Stringable => (string) $value,
            default => throw self::wrong(get_debug_type($value) . ' cannot be written as JSON', $field),
        };
    }

    private static function wrong(string $said, string $field): PayymoException
    {
        return PayymoException::of(ErrorCode::CONTRACT_FIELD, $said, $field);
    }

    /**
     * An array where the shape has none, or whatever it likes. It has an end, also where it holds itself.
     *
     * @param array<array-key, mixed> $value
     */
    private static function nested(#[\SensitiveParameter] array $value, string $field): mixed
    {
        $left = self::MOST;
        return self::plain($value, $field, self::DEEPEST, $left);
    }

    private static function plain(#[\SensitiveParameter] mixed $value, string $field, int $deeper, int &$left): mixed
    {
        if ($value === null || is_string($value) || is_bool($value) || $value instanceof Record) {
            return $value;
        }
        $members = $value instanceof \stdClass ? (array) $value : $value;
        if (!is_array($members)) {
            return self::scalar($value, 'any', $field);
        }
        $left -= count($members);
        if ($deeper === 0 || $left < 0) {
            $said = 'nested deeper than ' . self::DEEPEST . ' levels, or more than ' . self::MOST . ' values';
            throw self::wrong($said, $field);
        }
        $plain = [];
        foreach ($members as $name => $member) {
            if (is_string($name) && str_starts_with($name, "\0")) {
                throw self::wrong('a name that begins with a NUL', $field);
            }
            $plain[$name] = self::plain($member, $field, $deeper - 1, $left);
        }
        return is_array($value) ? $plain : (object) $plain;
    }

    private static function list(#[\SensitiveParameter] mixed $values, mixed $spec, string $field): mixed
    {
        if (!is_iterable($values)) {
            return self::scalar($values, 'list', $field);
        }
        if (is_array($values) && count($values) > Collector::MANY && Collector::runs()) {
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

    private static function map(#[\SensitiveParameter] mixed $values, mixed $spec, string $field): mixed
    {
        if ($spec === 'json' && (is_array($values) || $values instanceof \stdClass)) {
            return AnyJson::members($values, $field);
        }
        if ($values instanceof \stdClass) {
            $values = (array) $values;
        }
        if (!is_array($values)) {
            return self::scalar($values, 'map', $field);
        }
        foreach ($values as $name => $value) {
            // PHP leaves out what an object has under such a name.
            if (is_string($name) && str_starts_with($name, "\0")) {
                throw self::wrong('a name that begins with a NUL', $field);
            }
            $values[$name] = self::value($value, $spec, Take::below($field, $name));
        }
        return (object) $values;
    }

    /**
     * A row that is given as an array. Of what its shape does not know the name stays, for `strict` to find: the value may be
     * whatever a host keeps there.
     *
     * @param array<array-key, mixed> $row
     * @param class-string<Record> $class
     */
    private static function row(#[\SensitiveParameter] array $row, string $class, string $field): mixed
    {
        // No call within a call: PHP 8.2 corrupts memory when a handler of signals throws between two of its own functions.
        $strange = array_diff_key($row, $class::SHAPE);
        if ($strange !== []) {
            $names = array_keys($strange);
            $nothing = array_fill_keys($names, null);
            $row = array_replace($row, $nothing);
        }
        foreach ($class::SHAPE as $name => $spec) {
            if (isset($row[$name]) && !is_string($row[$name])) {
                $row[$name] = self::value($row[$name], $spec, $field . '/' . $name);
            }
        }
        return $row === [] ? new \stdClass() : $row;
    }
}

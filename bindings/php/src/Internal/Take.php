<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;
use Payymo\Record;

/**
 * Values on their way into records: checked, and brought into the form that documents have. What is refused is told without
 * the value, which may be a person's.
 *
 * @internal
 */
final class Take
{
    /** Text; a whole number (an id of a database) is its digits. */
    public static function text(#[\SensitiveParameter] mixed $value, string $field): string
    {
        return match (true) {
            is_string($value) => $value,
            is_int($value) => (string) $value,
            $value instanceof \Stringable => (string) $value,
            default => throw self::wrong($value, $field, 'a text'),
        };
    }

    /** Money: a decimal text or a whole number. */
    public static function decimal(#[\SensitiveParameter] mixed $value, string $field): string
    {
        if (is_string($value)) {
            return $value;
        }
        if (is_float($value)) {
            throw self::float($field);
        }
        return match (true) {
            is_int($value) => (string) $value,
            $value instanceof \Stringable => (string) $value,
            default => throw self::wrong($value, $field, 'a decimal number as text, such as "1204.50"'),
        };
    }

    /** A date of ISO 8601, or an object that is one. */
    public static function date(#[\SensitiveParameter] mixed $value, string $field): string
    {
        return match (true) {
            is_string($value) => $value,
            $value instanceof \DateTimeInterface => $value->format('Y-m-d'),
            default => throw self::wrong($value, $field, 'a date such as "2026-03-31"'),
        };
    }

    /** A word, or the case of an enum that stands for it. */
    public static function word(#[\SensitiveParameter] mixed $value, string $field): string
    {
        return match (true) {
            is_string($value) => $value,
            $value instanceof \BackedEnum && is_string($value->value) => $value->value,
            default => throw self::wrong($value, $field, 'a word'),
        };
    }

    /** Whatever JSON holds. */
    public static function any(#[\SensitiveParameter] mixed $value, string $field): mixed
    {
        unset($field);
        return $value;
    }

    public static function truth(#[\SensitiveParameter] mixed $value, string $field): bool
    {
        return is_bool($value) ? $value : throw self::wrong($value, $field, 'true or false');
    }

    public static function whole(#[\SensitiveParameter] mixed $value, string $field): int
    {
        return is_int($value) ? $value : throw self::wrong($value, $field, 'a whole number');
    }

    public static function number(#[\SensitiveParameter] mixed $value, string $field): float
    {
        return is_float($value) || is_int($value) ? (float) $value : throw self::wrong($value, $field, 'a number');
    }

    /** Bytes of an answer, where they are base64. */
    public static function bytes(#[\SensitiveParameter] mixed $value, string $field): string
    {
        $bytes = is_string($value) ? base64_decode($value, true) : false;
        return $bytes === false ? throw self::wrong($value, $field, 'bytes as base64') : $bytes;
    }

    /**
     * A record, or the array that it is read from.
     *
     * @template T of Record
     * @param class-string<T> $class
     * @return T
     */
    public static function record(#[\SensitiveParameter] mixed $value, string $class, string $field): Record
    {
        if ($value instanceof $class) {
            return $value;
        }
        if ($value instanceof \stdClass) {
            $value = (array) $value;
        }
        if (!is_array($value)) {
            throw self::wrong($value, $field, 'an object');
        }
        try {
            /** @var T */
            return $class::fromArray($value);
        } catch (PayymoException $wrong) {
            throw $wrong->under($field);
        }
    }

    /**
     * @template T of Record
     * @param class-string<T> $class
     * @return list<T>
     */
    public static function records(#[\SensitiveParameter] mixed $values, string $class, string $field): array
    {
        $values = self::listed($values, $field);
        if (count($values) > Collector::MANY && Collector::runs()) {
            return Collector::paused(static fn (): array => self::records($values, $class, $field));
        }
        $records = [];
        foreach ($values as $value) {
            $records[] = $value instanceof $class ? $value : self::record($value, $class, $field . '/' . count($records));
        }
        return $records;
    }

    /**
     * A list, each member taken by a function.
     *
     * @template T
     * @param \Closure(mixed, string): T $take
     * @return list<T>
     */
    public static function list(#[\SensitiveParameter] mixed $values, \Closure $take, string $field): array
    {
        $list = [];
        foreach (self::listed($values, $field) as $value) {
            $list[] = $take($value, $field . '/' . count($list));
        }
        return $list;
    }

    /**
     * An object of any names, each member taken by a function.
     *
     * @template T
     * @param \Closure(mixed, string): T $take
     * @return array<array-key, T>
     */
    public static function map(#[\SensitiveParameter] mixed $values, \Closure $take, string $field): array
    {
        $map = [];
        foreach (self::listed($values, $field, 'an object') as $name => $value) {
            $map[$name] = $take($value, self::below($field, $name));
        }
        return $map;
    }

    /**
     * What the first function takes that takes it; what none takes the last has its say on, as in the library.
     *
     * @param non-empty-list<\Closure(mixed, string): mixed> $takes
     */
    public static function either(#[\SensitiveParameter] mixed $value, array $takes, string $field): mixed
    {
        $last = array_pop($takes);
        foreach ($takes as $take) {
            try {
                return $take($value, $field);
            } catch (PayymoException) {
                // It may be of the next type.
            }
        }
        return $last($value, $field);
    }

    /** The JSON pointer of a member. */
    public static function below(string $field, int|string $name): string
    {
        return $field . '/' . str_replace(['~', '/'], ['~0', '~1'], (string) $name);
    }

    /** Money as a binary float. */
    public static function float(string $field): PayymoException
    {
        $said = 'a float cannot hold money exactly: give a decimal text such as "1204.50"';
        return PayymoException::of(ErrorCode::INPUT_FLOAT_MONEY, $said, $field);
    }

    /**
     * A list or a map.
     *
     * @return array<array-key, mixed>
     */
    private static function listed(#[\SensitiveParameter] mixed $value, string $field, string $right = 'a list'): array
    {
        return match (true) {
            is_array($value) => $value,
            $value instanceof \stdClass => (array) $value,
            default => throw self::wrong($value, $field, $right),
        };
    }

    private static function wrong(#[\SensitiveParameter] mixed $value, string $field, string $right): PayymoException
    {
        $said = $value === null ? 'it is missing' : 'expected ' . $right . ', found ' . get_debug_type($value);
        return PayymoException::of(ErrorCode::CONTRACT_FIELD, $said, $field);
    }
}

<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;
use Payymo\Record;

/**
 * JSON of the host's own, such as the claims of a token: what has no form in it, or several, is refused with its place. No shape
 * says what a value is meant to be.
 *
 * @internal
 */
final class AnyJson
{
    /** Deepest nesting inside of a member, as the library has it. */
    private const DEEPEST = 64;

    /** Most values inside of a member: an array may hold itself twice. */
    private const MOST = 10000;

    private int $left = self::MOST;

    private function __construct()
    {
    }

    /** A value as JSON can write it. */
    public static function value(#[\SensitiveParameter] mixed $value, string $field): mixed
    {
        return (new self())->plain($value, $field, self::DEEPEST);
    }

    /**
     * The members of what must be an object, each as JSON can write it.
     *
     * @param array<array-key, mixed>|\stdClass $values
     */
    public static function members(#[\SensitiveParameter] array|\stdClass $values, string $field): \stdClass
    {
        if (is_array($values) && $values !== [] && !self::isObject($values, $field)) {
            throw self::wrong('a list is given where an object belongs', $field);
        }
        return (object) (new self())->each((array) $values, $field, self::DEEPEST);
    }

    private function plain(#[\SensitiveParameter] mixed $value, string $field, int $deeper): mixed
    {
        if ($deeper === 0) {
            throw self::wrong('nested deeper than ' . self::DEEPEST . ' levels', $field);
        }
        return match (true) {
            $value === null, is_string($value), is_bool($value), is_int($value), $value instanceof Record => $value,
            is_float($value) => is_finite($value) ? $value : throw self::wrong('it is no number', $field),
            is_array($value) => self::isObject($value, $field)
                ? (object) $this->each($value, $field, $deeper)
                : $this->each($value, $field, $deeper),
            $value instanceof \stdClass => (object) $this->each((array) $value, $field, $deeper),
            $value instanceof \BackedEnum => $value->value,
            $value instanceof \DateTimeInterface => throw self::wrong(
                'a time has many forms in JSON: give getTimestamp(), as a token has it, or text',
                $field,
            ),
            // What an object says of itself for JSON.
            $value instanceof \JsonSerializable => $this->plain($value->jsonSerialize(), $field, $deeper - 1),
            $value instanceof \Stringable => (string) $value,
            default => throw self::wrong(get_debug_type($value) . ' has no form in JSON', $field),
        };
    }

    /**
     * @param array<array-key, mixed> $members
     * @return array<array-key, mixed>
     */
    private function each(#[\SensitiveParameter] array $members, string $field, int $deeper): array
    {
        $this->left -= count($members);
        if ($this->left < 0) {
            throw self::wrong('more than ' . self::MOST . ' values', $field);
        }
        $plain = [];
        foreach ($members as $name => $member) {
            // PHP leaves out what an object has under such a name.
            if (is_string($name) && str_starts_with($name, "\0")) {
                throw self::wrong('a name that begins with a NUL', $field);
            }
            $plain[$name] = $this->plain($member, Take::below($field, $name), $deeper - 1);
        }
        return $plain;
    }

    /**
     * Whether an array is an object: by a name that is no number. An empty one is a list, as json_encode has it.
     *
     * @param array<array-key, mixed> $value
     */
    private static function isObject(#[\SensitiveParameter] array $value, string $field): bool
    {
        if (array_is_list($value)) {
            return false;
        }
        foreach (array_keys($value) as $name) {
            if (is_string($name)) {
                return true;
            }
        }
        $said = 'an array whose keys are numbers with gaps: give array_values() of it for a list, (object) of it for an object';
        throw self::wrong($said, $field);
    }

    private static function wrong(string $said, string $field): PayymoException
    {
        return PayymoException::of(ErrorCode::CONTRACT_FIELD, $said, $field);
    }
}

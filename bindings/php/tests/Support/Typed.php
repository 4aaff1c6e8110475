<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

use Payymo\Exception\PayymoException;
use Payymo\Internal\Handle;
use Payymo\Record;

/** Documents through the classes of the package, and back. */
final class Typed
{
    /** Fields that every request may have. */
    private const COMMON = ['version', 'strict', 'pretty'];

    /**
     * Does an operation by its method; gives the value.
     *
     * @param array<string, mixed> $request
     */
    public static function call(string $operation, array $request, ?Handle $handle = null): mixed
    {
        $entry = Operations::TABLE[$operation];
        [$class, $method] = $entry['call'];
        $arguments = self::arguments($entry['request'], $request);
        return match ($entry['on']) {
            'open' => new $class(...$arguments),
            'handle' => $handle->$method(...$arguments),
            default => $class::$method(...$arguments),
        };
    }

    /** The value of an operation as the document that it stands for. */
    public static function document(string $operation, mixed $value): string
    {
        if ($value instanceof Handle) {
            $value = method_exists($value, 'errors') ? $value->errors() : null;
        }
        if (is_string($value) && Operations::TABLE[$operation]['answer'] === 'bytes') {
            $value = base64_encode($value);
        }
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION | JSON_UNESCAPED_SLASHES);
    }

    /**
     * Whether the classes can say a request: they have no place for `pretty`, and for `strict` where nothing is to be found.
     *
     * @param array<string, mixed> $request
     */
    public static function canSay(string $operation, array $request): bool
    {
        $common = array_intersect_key($request, array_flip(self::COMMON));
        return array_diff_key($common, Operations::TABLE[$operation]['request']) === [];
    }

    /**
     * @param array<string, array{string, mixed}> $fields
     * @param array<string, mixed> $request
     * @return array<string, mixed>
     */
    private static function arguments(array $fields, array $request): array
    {
        $arguments = [];
        foreach ($fields as $field => [$name, $spec]) {
            if (isset($request[$field])) {
                // Records pass over what they do not know: what is to be found stands in arrays.
                $arguments[$name] = self::value($request[$field], $spec, !isset($request['strict']));
            }
        }
        return $arguments;
    }

    private static function value(mixed $value, mixed $spec, bool $records): mixed
    {
        if (is_array($spec)) {
            $inner = static fn (mixed $value): mixed => self::value($value, $spec[1], $records);
            return is_array($value) ? array_map($inner, $value) : $value;
        }
        if ($spec === 'bytes' && is_array($value) && array_keys($value) === ['base64']) {
            $bytes = base64_decode((string) $value['base64'], true);
            return $bytes === false ? $value : $bytes;
        }
        if ($records && is_array($value) && is_a($spec, Record::class, true)) {
            try {
                return $spec::fromArray($value);
            } catch (PayymoException) {
                // A row that is not as it should be: the library says so, of the array.
                return $value;
            }
        }
        return $value;
    }
}

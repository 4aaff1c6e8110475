<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;

/**
 * Documents to and from PHP.
 *
 * @internal
 */
final class Json
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_PRESERVE_ZERO_FRACTION;

    /**
     * A request as a document.
     *
     * @param array<string, mixed> $request
     */
    public static function encode(#[\SensitiveParameter] array $request): string
    {
        if ($request === []) {
            return '{}';
        }
        try {
            return (string) json_encode($request, self::FLAGS);
        } catch (\JsonException $fault) {
            throw self::why($request, $fault);
        }
    }

    /** The value of an answer. */
    public static function decode(#[\SensitiveParameter] string $document): mixed
    {
        $decode = static fn (): mixed => json_decode($document, true, 512, JSON_THROW_ON_ERROR);
        try {
            return strlen($document) > 64 * Collector::MANY ? Collector::paused($decode) : $decode();
        } catch (\JsonException $fault) {
            $said = 'the library gave what is no document';
            throw PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, $said, null, $fault);
        }
    }

    /**
     * Why a request is no document, and where. The text that is at fault is not repeated.
     *
     * @param array<string, mixed> $request
     */
    private static function why(#[\SensitiveParameter] array $request, #[\SensitiveParameter] \JsonException $fault): PayymoException
    {
        if ($fault->getCode() === JSON_ERROR_UTF8) {
            $said = 'text that is not UTF-8: convert it first, as with mb_convert_encoding($text, "UTF-8", "ISO-8859-1")';
            $stray = static fn (mixed $value): bool => is_string($value) && preg_match('//u', $value) !== 1;
            return PayymoException::of(ErrorCode::CONTRACT_ENCODING, $said, self::stray($request, '', $stray));
        }
        $stray = static fn (mixed $value): bool => is_resource($value) || is_float($value) && !is_finite($value);
        return PayymoException::of(ErrorCode::CONTRACT_FIELD, $fault->getMessage(), self::stray($request, '', $stray));
    }

    /**
     * The path of the first value that is at fault; that of a member whose name is at fault ends before the name.
     *
     * @param \Closure(mixed): bool $stray
     */
    private static function stray(#[\SensitiveParameter] mixed $value, string $path, \Closure $stray): ?string
    {
        if ($stray($value)) {
            return $path;
        }
        if ($value instanceof \JsonSerializable) {
            $value = $value->jsonSerialize();
        }
        if (!is_array($value) && !is_object($value)) {
            return null;
        }
        foreach ((array) $value as $name => $member) {
            $found = $stray($name) ? $path : self::stray($member, Take::below($path, $name), $stray);
            if ($found !== null) {
                return $found;
            }
        }
        return null;
    }
}

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
    public static function encode(array $request): string
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
    public static function decode(string $document): mixed
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
    private static function why(array $request, \JsonException $fault): PayymoException
    {
        if ($fault->getCode() === JSON_ERROR_UTF8) {
            $said = 'text that is not UTF-8: convert it first, as with mb_convert_encoding($text, "UTF-8", "ISO-8859-1")';
            return PayymoException::of(ErrorCode::CONTRACT_ENCODING, $said, self::stray($request, ''), $fault);
        }
        return PayymoException::of(ErrorCode::CONTRACT_FIELD, $fault->getMessage(), null, $fault);
    }

    /** The path of the first text that is not UTF-8. */
    private static function stray(mixed $value, string $path): ?string
    {
        if (is_string($value)) {
            return preg_match('//u', $value) === 1 ? null : $path;
        }
        if ($value instanceof \JsonSerializable) {
            $value = $value->jsonSerialize();
        }
        if (!is_array($value) && !is_object($value)) {
            return null;
        }
        foreach ((array) $value as $name => $member) {
            if (is_string($name) && preg_match('//u', $name) !== 1) {
                return $path;
            }
            $found = self::stray($member, Take::below($path, $name));
            if ($found !== null) {
                return $found;
            }
        }
        return null;
    }
}

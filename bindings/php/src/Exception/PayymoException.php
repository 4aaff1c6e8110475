<?php

declare(strict_types=1);

namespace Payymo\Exception;

use Payymo\ErrorCode;

/**
 * An error of the library. Its subclasses say of which family it is, its code says which it is. The message is for a person
 * and holds no data of customers and no secret.
 */
class PayymoException extends \RuntimeException
{
    /** @internal Made by the library alone. */
    final public function __construct(
        string $message = '',
        int $number = 0,
        ?\Throwable $previous = null,
        private string $errorCode = '',
        private ?Place $place = null,
    ) {
        parent::__construct($message, $number, $previous);
    }

    /** The stable code: `format.csv.bad_amount`; one of {@see ErrorCode}. */
    public function getErrorCode(): string
    {
        return $this->errorCode;
    }

    /** The number of the code, the same in every language; {@see \Exception::getCode()} gives it too. */
    public function getNumber(): int
    {
        return (int) $this->code;
    }

    /** Where it was. */
    public function getPlace(): Place
    {
        return $this->place ?? new Place();
    }

    /**
     * The exception of a code.
     *
     * @internal
     */
    public static function of(string $code, string $message, ?string $field = null, ?\Throwable $previous = null): self
    {
        $number = ErrorCode::NUMBERS[$code] ?? 0;
        return self::make($code, $number, $message, new Place(field: $field), $previous);
    }

    /**
     * The exception of an error document.
     *
     * @internal
     * @param array<array-key, mixed> $fault
     */
    public static function fromDocument(array $fault): self
    {
        $text = static fn (string $name): ?string => is_string($fault[$name] ?? null) ? $fault[$name] : null;
        $bytes = is_array($fault['bytes'] ?? null) ? $fault['bytes'] : [];
        $whole = static fn (mixed $value): ?int => is_int($value) ? $value : null;
        $place = new Place(
            field: $text('field'),
            row: $text('row'),
            line: $whole($fault['line'] ?? null),
            start: $whole($bytes['start'] ?? null),
            end: $whole($bytes['end'] ?? null),
        );
        $number = $whole($fault['number'] ?? null) ?? 0;
        return self::make($text('code') ?? ErrorCode::CONTRACT_INTERNAL, $number, $text('message') ?? '', $place);
    }

    /**
     * The same, of a value that stands under a path.
     *
     * @internal
     */
    public function under(string $path): static
    {
        $place = $this->getPlace();
        $this->place = new Place($path . ($place->field ?? ''), $place->row, $place->line, $place->start, $place->end);
        return $this;
    }

    private static function make(
        string $code,
        int $number,
        string $message,
        Place $place,
        ?\Throwable $previous = null,
    ): self {
        $class = ErrorCode::FAMILIES[explode('.', $code, 2)[0]] ?? self::class;
        return new $class($message, $number, $previous, $code, $place);
    }
}

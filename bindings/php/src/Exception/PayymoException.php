<?php

declare(strict_types=1);

namespace Payymo\Exception;

use Payymo\ErrorCode;

/**
 * An error of the library. Its subclasses say of which family it is, its code says which it is. The message says code, sentence
 * and place, so that a line of a log says all; it holds no data of customers and no secret.
 */
class PayymoException extends \RuntimeException
{
    /** @internal Made by the library alone. */
    final public function __construct(
        private string $sentence = '',
        int $number = 0,
        ?\Throwable $previous = null,
        private string $errorCode = '',
        private Place $place = new Place(),
    ) {
        parent::__construct($this->line(), $number, $previous);
    }

    /** What was wrong and what would be right, in a sentence for a person: the message without code and place. */
    public function getSentence(): string
    {
        return $this->sentence;
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
        return $this->place;
    }

    /**
     * The exception of a code.
     *
     * @internal
     */
    public static function of(string $code, string $sentence, ?string $field = null, ?\Throwable $previous = null): self
    {
        $number = ErrorCode::NUMBERS[$code] ?? 0;
        return self::make($code, $number, $sentence, new Place(field: $field), $previous);
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
        $place = $this->place;
        $this->place = new Place($path . ($place->field ?? ''), $place->row, $place->line, $place->start, $place->end);
        $this->message = $this->line();
        return $this;
    }

    /** As the library itself and its other languages print an error. */
    private function line(): string
    {
        $place = ['line' => $this->place->line, 'field' => $this->place->field, 'row' => $this->place->row];
        $said = $this->errorCode . ': ' . $this->sentence;
        foreach ($place as $name => $value) {
            $said .= $value === null ? '' : ', ' . $name . ' ' . $value;
        }
        return $said;
    }

    private static function make(
        string $code,
        int $number,
        string $sentence,
        Place $place,
        ?\Throwable $previous = null,
    ): self {
        $class = ErrorCode::FAMILIES[explode('.', $code, 2)[0]] ?? self::class;
        return new $class($sentence, $number, $previous, $code, $place);
    }
}

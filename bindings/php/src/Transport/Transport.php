<?php

declare(strict_types=1);

namespace Payymo\Transport;

use Payymo\Exception\PayymoException;

/** A way to the library: documents in, documents out, without an envelope. */
interface Transport
{
    /** `ffi` or `pipe`. */
    public function name(): string;

    /**
     * Does an operation that needs no handle.
     *
     * @param list<string> $blobs Bytes that the request names as `{"blob": 0}`.
     * @param (\Closure(string, int, int): mixed)|null $progress Told stage, rows done and rows in all; `false` stops the call.
     * @throws PayymoException
     */
    public function call(
        string $operation,
        string $request,
        array $blobs = [],
        ?\Closure $progress = null,
    ): string;

    /**
     * Makes a handle: `matcher.new`, `stream.new`, `verifier.new`.
     *
     * @param list<string> $blobs
     * @return array{int, string} Its number, and the answer.
     * @throws PayymoException
     */
    public function open(string $operation, string $request, array $blobs = []): array;

    /**
     * Does an operation on a handle.
     *
     * @param list<string> $blobs
     * @param (\Closure(string, int, int): mixed)|null $progress
     * @throws PayymoException
     */
    public function callOn(
        int $handle,
        string $operation,
        string $request,
        array $blobs = [],
        ?\Closure $progress = null,
    ): string;

    /** Gives a handle back; what is not there is passed over. */
    public function release(int $handle): void;

    /** The verdict on an IBAN by its place in {@see \Payymo\Enum\IbanVerdict}. */
    public function ibanCheck(string $text): int;

    /** Whether a text is a valid reference of a scheme, which is told by its place in {@see \Payymo\Enum\Scheme}. */
    public function referenceCheck(int $scheme, string $text): bool;

    /** Decimals of a currency; -1 for none that is known. */
    public function currencyDecimals(string $code): int;
}

<?php

declare(strict_types=1);

namespace Payymo;

use Payymo\Transport\Choice;
use Payymo\Transport\Transport;

/** The door to the library: which way to it is taken, and calls with documents as they are. */
final class Payymo
{
    /** @internal What was chosen; public for the checks, which take less time than a call of PHP. */
    public static ?Transport $transport = null;

    private static ?string $library = null;
    private static ?string $executable = null;

    private function __construct()
    {
    }

    /**
     * Does an operation that needs no matcher and no stream, document in and document out, both JSON. The classes of this
     * package do the same with values of PHP.
     *
     * @param string $operation Its name: `reference.validate`.
     * @param string $request The request document.
     * @param list<string> $blobs Bytes that the request names as `{"blob": 0}`.
     * @param \Closure(string, int, int): mixed|null $progress Told stage, rows done and rows in all; `false` stops the call.
     * @throws Exception\PayymoException
     */
    public static function call(
        string $operation,
        string $request = '{}',
        array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return self::transport()->call($operation, $request, $blobs, $progress);
    }

    /**
     * Says where the parts of the library are, if not in this package. The environment may say it too: PAYYMO_LIBRARY,
     * PAYYMO_EXECUTABLE.
     *
     * @param string|null $library Path of libpayymo.so, for FFI.
     * @param string|null $executable Path of the executable `payymo`, for where FFI is shut.
     */
    public static function configure(?string $library = null, ?string $executable = null): void
    {
        self::$library = $library;
        self::$executable = $executable;
        self::$transport = null;
    }

    /** Takes this way to the library, and no other; null: chosen anew. What lives between calls keeps the way that it was made by. */
    public static function use(?Transport $transport): void
    {
        self::$transport = $transport;
    }

    /**
     * The way to the library: FFI where it is allowed, else a pipe to the executable.
     *
     * @throws Exception\ContractException `contract.transport`: neither; the message says how to open them
     */
    public static function transport(): Transport
    {
        return self::$transport ??= (new Choice(self::$library, self::$executable))->open();
    }
}

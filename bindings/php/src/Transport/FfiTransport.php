<?php

declare(strict_types=1);

namespace Payymo\Transport;

use FFI;
use FFI\CData;
use FFI\CType;
use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;
use Payymo\Internal\Json;

/**
 * The library in the process, through ext-ffi.
 *
 * The FFI object stays in here: whoever had it could call any function of the library.
 */
final class FfiTransport implements Transport
{
    /** The version of the functions that this class speaks. */
    public const ABI = 1;

    private const SCOPE = 'payymo';

    private const DECLARATIONS = <<<'C'
        typedef struct payymo_document payymo_document;
        typedef struct payymo_matcher payymo_matcher;
        typedef struct payymo_stream payymo_stream;
        typedef struct payymo_blob { const char *data; size_t length; } payymo_blob;
        typedef uint32_t (*payymo_progress)(void *user, uint32_t stage, uint64_t done, uint64_t all);
        uint32_t payymo_abi_version(void);
        const char *payymo_version(void);
        uint32_t payymo_call(const char *operation, const char *request, size_t request_length,
            const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_document **answer);
        uint32_t payymo_matcher_new(const char *request, size_t request_length,
            const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_matcher **matcher, payymo_document **answer);
        uint32_t payymo_matcher_call(payymo_matcher *matcher, const char *operation,
            const char *request, size_t request_length, const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_document **answer);
        void payymo_matcher_free(payymo_matcher *matcher);
        uint32_t payymo_stream_new(const char *request, size_t request_length,
            payymo_stream **stream, payymo_document **answer);
        uint32_t payymo_stream_call(payymo_stream *stream, const char *operation,
            const char *request, size_t request_length, const payymo_blob *blobs, size_t blob_count,
            payymo_document **answer);
        void payymo_stream_free(payymo_stream *stream);
        const char *payymo_document_data(const payymo_document *document);
        size_t payymo_document_length(const payymo_document *document);
        void payymo_document_free(payymo_document *document);
        uint32_t payymo_iban_check(const char *text, size_t length);
        uint32_t payymo_reference_check(uint32_t scheme, const char *text, size_t length);
        int32_t payymo_currency_decimals(const char *code, size_t length);

        C;

    /**
     * Libraries that were loaded. They stay: where PHP has looked up a field of a structure it keeps a pointer to it, also when
     * the FFI object is gone, and takes it for that of another whose types happen to stand there.
     *
     * @var array<string, FFI>
     */
    private static array $loaded = [];

    private CType $document;
    private CType $matcher;
    private CType $stream;

    /** @var array<int, CData> */
    private array $matchers = [];

    /** @var array<int, CData> Numbered together with the matchers. */
    private array $streams = [];
    private int $last = 0;

    /** @var list<CData> Bytes that must live as long as a call. */
    private array $kept = [];
    private Listener $listener;

    /** The function that C calls: made once, because PHP gives none back before the request ends. */
    private ?CData $told = null;

    private function __construct(private FFI $ffi)
    {
        $this->listener = new Listener();
        $abi = $ffi->payymo_abi_version();
        if ($abi !== self::ABI) {
            $said = 'the library has version ' . $abi . ' of its functions, this package speaks ' . self::ABI;
            throw PayymoException::of(ErrorCode::CONTRACT_VERSION, $said);
        }
        $this->document = $ffi->type('payymo_document *');
        $this->matcher = $ffi->type('payymo_matcher *');
        // A header that was preloaded of an older version has no such type: FFI says so, and another way is taken.
        $this->stream = $ffi->type('payymo_stream *');
    }

    /**
     * The library that ffi.preload has loaded.
     *
     * @throws FFI\Exception where there is none, or FFI is shut
     */
    public static function preloaded(): self
    {
        return new self(FFI::scope(self::SCOPE));
    }

    /**
     * The library of a path.
     *
     * @throws FFI\Exception where it cannot be loaded, or FFI is shut
     */
    public static function load(string $library): self
    {
        return new self(self::$loaded[$library] ??= FFI::cdef(self::DECLARATIONS, $library));
    }

    /** The header for ffi.preload. */
    public static function header(string $library): string
    {
        return '#define FFI_SCOPE "' . self::SCOPE . "\"\n#define FFI_LIB \"" . $library . "\"\n" . self::DECLARATIONS;
    }

    public function __destruct()
    {
        foreach (array_keys($this->matchers + $this->streams) as $handle) {
            $this->release($handle);
        }
    }

    public function __clone()
    {
        $this->matchers = [];
        $this->streams = [];
        throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, self::class . ' cannot be cloned');
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, self::class . ' cannot be serialised');
    }

    public function name(): string
    {
        return 'ffi';
    }

    public function call(string $operation, string $request, array $blobs = [], ?\Closure $progress = null): string
    {
        return $this->ask(null, $operation, $request, $blobs, $progress);
    }

    public function open(string $operation, string $request, array $blobs = []): array
    {
        $this->listener->free();
        return match ($operation) {
            'matcher.new' => $this->matcher($request, $blobs),
            'stream.new' => $this->stream($request),
            default => throw PayymoException::of(
                ErrorCode::CONTRACT_OPERATION,
                'this makes no handle: matcher.new and stream.new do',
            ),
        };
    }

    /**
     * @param list<string> $blobs
     * @return array{int, string}
     */
    private function matcher(string $request, array $blobs): array
    {
        $matcher = $this->ffi->new($this->matcher);
        $given = $this->blobs($blobs);
        // It has its place before it is there: whatever is thrown from here on, it is given back.
        $number = ++$this->last;
        $this->matchers[$number] = $matcher;
        return $this->made($number, fn (CData $answer): int => $this->ffi->payymo_matcher_new(
            $request,
            strlen($request),
            $given,
            count($blobs),
            null,
            null,
            FFI::addr($matcher),
            FFI::addr($answer),
        ));
    }

    /** @return array{int, string} */
    private function stream(string $request): array
    {
        $stream = $this->ffi->new($this->stream);
        $number = ++$this->last;
        $this->streams[$number] = $stream;
        return $this->made($number, fn (CData $answer): int => $this->ffi->payymo_stream_new(
            $request,
            strlen($request),
            FFI::addr($stream),
            FFI::addr($answer),
        ));
    }

    /**
     * The number and the answer of a handle, which is given back where it could not be made.
     *
     * @param \Closure(CData): int $make
     * @return array{int, string}
     */
    private function made(int $number, \Closure $make): array
    {
        $answer = $this->ffi->new($this->document);
        $made = null;
        try {
            $made = $this->answered($make($answer), $answer);
            return [$number, $made];
        } finally {
            $this->done($answer);
            if ($made === null) {
                $this->release($number);
            }
        }
    }

    public function callOn(
        int $handle,
        string $operation,
        string $request,
        array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->ask($handle, $operation, $request, $blobs, $progress);
    }

    public function release(int $handle): void
    {
        if ($this->listener->keeps($handle)) {
            return;
        }
        $matcher = $this->matchers[$handle] ?? null;
        $stream = $this->streams[$handle] ?? null;
        unset($this->matchers[$handle], $this->streams[$handle]);
        if ($matcher !== null) {
            $this->ffi->payymo_matcher_free($matcher);
        }
        if ($stream !== null) {
            $this->ffi->payymo_stream_free($stream);
        }
    }

    public function ibanCheck(string $text): int
    {
        return $this->ffi->payymo_iban_check($text, \strlen($text));
    }

    public function referenceCheck(int $scheme, string $text): bool
    {
        return $this->ffi->payymo_reference_check($scheme, $text, \strlen($text)) === 0;
    }

    public function currencyDecimals(string $code): int
    {
        return $this->ffi->payymo_currency_decimals($code, \strlen($code));
    }

    /**
     * @param list<string> $blobs
     * @param (\Closure(string, int, int): mixed)|null $progress
     */
    private function ask(
        ?int $handle,
        string $operation,
        string $request,
        array $blobs,
        ?\Closure $progress,
    ): string {
        if ($progress !== null) {
            return $this->listener->during(
                $progress,
                fn (): string => $this->answer($handle, $operation, $request, $blobs, $this->told()),
                $this->release(...),
            );
        }
        $this->listener->free();
        return $this->answer($handle, $operation, $request, $blobs, null);
    }

    /** @param list<string> $blobs */
    private function answer(?int $handle, string $operation, string $request, array $blobs, ?CData $told): string
    {
        $matcher = $handle === null ? null : $this->matchers[$handle] ?? null;
        $stream = $handle === null ? null : $this->streams[$handle] ?? null;
        if ($handle !== null && $matcher === null && $stream === null) {
            throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, 'no handle has this number');
        }
        $answer = $this->ffi->new($this->document);
        $given = $this->blobs($blobs);
        $length = strlen($request);
        $count = count($blobs);
        $into = FFI::addr($answer);
        $asked = [self::operation($operation), $request, $length, $given, $count];
        try {
            // What is done on a stream is over before anybody could be told how far it is.
            $status = match (true) {
                $stream !== null => $this->ffi->payymo_stream_call($stream, ...$asked, ...[$into]),
                $matcher !== null => $this->ffi->payymo_matcher_call($matcher, ...$asked, ...[$told, null, $into]),
                default => $this->ffi->payymo_call(...$asked, ...[$told, null, $into]),
            };
            return $this->answered($status, $answer);
        } finally {
            $this->done($answer);
        }
    }

    /**
     * The function that C tells.
     *
     * @SuppressWarnings(PHPMD.UnusedFormalParameter)
     */
    private function told(): CData
    {
        if ($this->told === null) {
            $listener = $this->listener;
            // A list of one, not a struct: where a field was, PHP remembers by its type's address alone, and a type that
            // comes later may lie there.
            $this->told = $this->ffi->new('payymo_progress[1]');
            $this->told[0] = static function (?CData $user, int $stage, int $done, int $all) use ($listener): int {
                try {
                    return $listener->tell($stage, $done, $all) ? 1 : 0;
                } catch (\Throwable $thrown) {
                    // A handler of signals threw around the function: nothing may be thrown over the border.
                    $listener->thrown ??= $thrown;
                    return 0;
                }
            };
        }
        return $this->told[0];
    }

    /** A name goes over the border up to its first NUL: what is behind would be lost without a word. */
    private static function operation(string $name): string
    {
        if (str_contains($name, "\0")) {
            throw PayymoException::of(ErrorCode::CONTRACT_OPERATION, 'no operation has this name');
        }
        return $name;
    }

    /** The document of an answer, or the exception of an error. */
    private function answered(int $status, CData $answer): string
    {
        $document = $this->ffi->payymo_document_data($answer);
        if ($status === 0) {
            return $document;
        }
        throw PayymoException::fromDocument((array) Json::decode($document));
    }

    /** Gives back what a call held, also where a handler of signals threw behind it. */
    private function done(CData $answer): void
    {
        $this->ffi->payymo_document_free($answer);
        $this->kept = [];
    }

    /**
     * @param list<string> $blobs
     */
    private function blobs(array $blobs): ?CData
    {
        if ($blobs === []) {
            return null;
        }
        $given = $this->ffi->new('payymo_blob[' . count($blobs) . ']');
        foreach ($blobs as $at => $bytes) {
            $length = strlen($bytes);
            $given[$at]->length = $length;
            if ($length === 0) {
                continue;
            }
            $buffer = $this->ffi->new('char[' . $length . ']');
            FFI::memcpy($buffer, $bytes, $length);
            $given[$at]->data = $this->ffi->cast('char *', FFI::addr($buffer));
            $this->kept[] = $buffer;
        }
        return $given;
    }
}

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
        typedef struct payymo_handle payymo_handle;
        typedef struct payymo_blob { const char *data; size_t length; } payymo_blob;
        typedef uint32_t (*payymo_progress)(void *user, uint32_t stage, uint64_t done, uint64_t all);
        uint32_t payymo_abi_version(void);
        const char *payymo_version(void);
        uint32_t payymo_call(const char *operation, const char *request, size_t request_length,
            const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_document **answer);
        uint32_t payymo_handle_open(const char *operation, const char *request, size_t request_length,
            const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_handle **handle, payymo_document **answer);
        uint32_t payymo_handle_call(payymo_handle *handle, const char *operation,
            const char *request, size_t request_length, const payymo_blob *blobs, size_t blob_count,
            payymo_progress progress, void *user, payymo_document **answer);
        void payymo_handle_free(payymo_handle *handle);
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
    private CType $handle;

    /** @var array<int, CData> */
    private array $handles = [];
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
        // A header that was preloaded of an older version has no such type: FFI says so, and another way is taken.
        $this->handle = $ffi->type('payymo_handle *');
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
        foreach (array_keys($this->handles) as $handle) {
            $this->release($handle);
        }
    }

    public function __clone()
    {
        $this->handles = [];
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

    public function call(
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->ask(null, $operation, $request, $blobs, $progress);
    }

    public function open(
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
    ): array {
        $this->listener->free();
        $handle = $this->ffi->new($this->handle);
        $answer = $this->ffi->new($this->document);
        $given = $this->blobs($blobs);
        // It has its place before it is there: whatever is thrown from here on, it is given back.
        $number = ++$this->last;
        $this->handles[$number] = $handle;
        $made = null;
        try {
            $status = $this->ffi->payymo_handle_open(
                self::operation($operation),
                $request,
                strlen($request),
                $given,
                count($blobs),
                null,
                null,
                FFI::addr($handle),
                FFI::addr($answer),
            );
            $made = $this->answered($status, $answer);
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
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->ask($handle, $operation, $request, $blobs, $progress);
    }

    public function release(int $handle): void
    {
        if ($this->listener->keeps($handle)) {
            return;
        }
        $held = $this->handles[$handle] ?? null;
        unset($this->handles[$handle]);
        if ($held !== null) {
            $this->ffi->payymo_handle_free($held);
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
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs,
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
    private function answer(
        ?int $handle,
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs,
        ?CData $told,
    ): string {
        $held = $handle === null ? null : $this->handles[$handle] ?? null;
        if ($handle !== null && $held === null) {
            throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, 'no handle has this number');
        }
        $answer = $this->ffi->new($this->document);
        $given = $this->blobs($blobs);
        $length = strlen($request);
        $count = count($blobs);
        $into = FFI::addr($answer);
        $asked = [self::operation($operation), $request, $length, $given, $count, $told, null, $into];
        try {
            $status = $held === null
                ? $this->ffi->payymo_call(...$asked)
                : $this->ffi->payymo_handle_call($held, ...$asked);
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
    private function blobs(#[\SensitiveParameter] array $blobs): ?CData
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

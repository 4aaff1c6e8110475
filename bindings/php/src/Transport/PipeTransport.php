<?php

declare(strict_types=1);

namespace Payymo\Transport;

use Payymo\Enum\IbanVerdict;
use Payymo\Enum\Scheme;
use Payymo\ErrorCode;
use Payymo\Exception\MoneyException;
use Payymo\Exception\PayymoException;
use Payymo\Internal\Json;

/**
 * The library in a process of its own, through the executable `payymo`: where FFI is shut.
 *
 * The process is started with the first call, without a shell, and ends with the object. Handles live in it.
 */
final class PipeTransport implements Transport
{
    /** Functions that it cannot do without; a hoster may have shut any. */
    private const NEEDED = ['proc_open', 'fopen', 'fread', 'fwrite', 'feof', 'fclose', 'pack', 'unpack'];

    /** Bytes that a frame may have: what the executable takes, too. */
    private const MOST = 2 << 30;

    /** @var resource|null */
    private $process = null;

    /** @var array<int, resource> */
    private array $pipes = [];
    private int $owner = 0;
    private int $last = 0;

    /** The number of the request that was asked last, and whether all of its answer has come. */
    private int $asked = 0;
    private bool $whole = true;
    private Listener $listener;

    /** @param string $executable Path of the executable `payymo`. */
    public function __construct(private string $executable)
    {
        $this->listener = new Listener();
    }

    public function __destruct()
    {
        $this->end();
    }

    public function __clone()
    {
        $this->process = null;
        $this->pipes = [];
        throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, self::class . ' cannot be cloned');
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        throw PayymoException::of(ErrorCode::CONTRACT_HANDLE, self::class . ' cannot be serialised');
    }

    public function name(): string
    {
        return 'pipe';
    }

    public function call(
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->asking([$operation, '', $request, ...$blobs], $progress);
    }

    public function open(
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
    ): array {
        $handle = ++$this->last;
        return [$handle, $this->asking([$operation, (string) $handle, $request, ...$blobs], null)];
    }

    public function callOn(
        int $handle,
        string $operation,
        #[\SensitiveParameter] string $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->asking([$operation, (string) $handle, $request, ...$blobs], $progress);
    }

    public function release(int $handle): void
    {
        if ($this->process === null || $this->owner !== self::self() || $this->listener->keeps($handle)) {
            return;
        }
        try {
            $this->asking(['pipe.release', (string) $handle, ''], null);
        } catch (PayymoException) {
            // Gone with its process.
        }
    }

    public function ibanCheck(string $text): int
    {
        $answer = self::isText($text) ? $this->asked('party.iban', ['text' => $text]) : null;
        foreach (IbanVerdict::cases() as $place => $verdict) {
            if (is_array($answer) && $verdict->value === $answer['verdict']) {
                return $place;
            }
        }
        return -1;
    }

    public function referenceCheck(int $scheme, string $text): bool
    {
        $known = Scheme::cases()[$scheme] ?? null;
        return $known !== null && self::isText($text)
            && $this->asked('reference.validate', ['scheme' => $known->value, 'text' => $text]) !== null;
    }

    public function currencyDecimals(string $code): int
    {
        try {
            $answer = self::isText($code) ? $this->asked('money.currency', ['code' => $code]) : null;
        } catch (MoneyException) {
            return -1;
        }
        return is_array($answer) && is_int($answer['decimals']) ? $answer['decimals'] : -1;
    }

    /** What is not UTF-8 is no text: no document holds it. */
    private static function isText(string $text): bool
    {
        return preg_match('//u', $text) === 1;
    }

    /** @param array<string, mixed> $request */
    private function asked(string $operation, #[\SensitiveParameter] array $request): mixed
    {
        return Json::decode($this->call($operation, Json::encode($request)));
    }

    /**
     * @param non-empty-list<string> $parts
     * @param (\Closure(string, int, int): mixed)|null $progress
     */
    private function asking(array $parts, ?\Closure $progress): string
    {
        $parts[0] = ($progress === null ? ':' : ':progress:') . $parts[0];
        return $this->listener->during($progress, fn (): string => $this->ask($parts), $this->release(...));
    }

    /**
     * One frame there, one back. A frame is eight bytes of length, big end first, and what they count. A request holds parts
     * of the same form: operation, number of the handle, document, blobs. `progress:` before the operation asks to be told:
     * a frame for each time, answered by an empty one to go on.
     *
     * What comes back says the number of its request. A handler of a signal may throw at any place here: an exchange that did
     * not come to its end ends the process, so that no rest of it is there for the next.
     *
     * @param non-empty-list<string> $parts
     */
    private function ask(array $parts): string
    {
        $number = ++$this->asked;
        $parts[0] = $number . $parts[0];
        $length = 0;
        foreach ($parts as $part) {
            $length += 8 + strlen($part);
        }
        if ($length > self::MOST) {
            $said = 'a request and its bytes are more than ' . self::MOST . ' bytes';
            throw PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, $said);
        }
        $frame = pack('J', $length);
        foreach ($parts as $part) {
            $frame .= pack('J', strlen($part)) . $part;
        }
        if (!$this->whole) {
            // The request before ended with `exit`, of which nothing here is told.
            $this->end();
        }
        $this->start();
        $this->whole = false;
        try {
            $this->write($frame);
            [$kind, $document] = $this->answer($number);
            while ($kind === 'progress') {
                $this->write($this->told($document) ? pack('J', 0) : pack('J', 4) . 'stop');
                [$kind, $document] = $this->answer($number);
            }
            $this->whole = true;
        } finally {
            if (!$this->whole) {
                $this->end();
            }
        }
        if ($kind === 'result') {
            return $document;
        }
        $fault = Json::decode($document);
        throw PayymoException::fromDocument(is_array($fault) ? $fault : []);
    }

    /** Tells how far the library has come: stage, rows done, rows in all. */
    private function told(#[\SensitiveParameter] string $document): bool
    {
        $told = Json::decode($document);
        [$stage, $done, $all] = is_array($told) ? array_map(intval(...), array_values($told)) : [0, 0, 0];
        $on = $this->listener->tell($stage, $done, $all);
        // A child that the function forked must not answer for its parent.
        return $this->owner === self::self() ? $on : throw $this->broken('it belongs to the parent of this process');
    }

    /**
     * What comes back for a request.
     *
     * @return array{string, string} `result`, `error` or `progress`, and the document.
     */
    private function answer(int $number): array
    {
        $frame = $this->frame();
        $before = '{"version":1,"request":' . $number . ',"';
        if (!str_starts_with($frame, $before)) {
            throw $this->broken('it gave what is no answer to this request; package and executable are of one version?');
        }
        foreach (['result', 'error', 'progress'] as $kind) {
            if (substr_compare($frame, $kind . '":', strlen($before), strlen($kind) + 2) === 0) {
                return [$kind, substr($frame, strlen($before) + strlen($kind) + 2, -1)];
            }
        }
        throw $this->broken('it gave what is no answer');
    }

    private function frame(): string
    {
        /** @var array{1: int} $length */
        $length = unpack('J', $this->read(8));
        if ($length[1] < 0 || $length[1] > self::MOST) {
            throw $this->broken('it announced more than ' . self::MOST . ' bytes');
        }
        return $this->read($length[1]);
    }

    private function start(): void
    {
        if ($this->process !== null && $this->owner === self::self()) {
            return;
        }
        // A child of fork shares its parent's pipes: it leaves them alone and gets its own.
        $this->process = null;
        $this->pipes = [];
        $shut = self::shut();
        if ($shut !== null) {
            throw PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, $shut);
        }
        $pipes = [];
        $wanted = [0 => ['pipe', 'r'], 1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']];
        $process = !function_exists('is_executable') || is_executable($this->executable)
            ? @proc_open([$this->executable, 'pipe'], $wanted, $pipes)
            : false;
        if (!is_resource($process)) {
            $said = 'the executable cannot be started; it must be there and executable: ' . $this->executable;
            throw PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, $said);
        }
        /** @var array<int, resource> $pipes */
        // Without these it is slower, no more.
        if (function_exists('stream_set_write_buffer')) {
            stream_set_write_buffer($pipes[0], 0);
        }
        if (function_exists('stream_set_chunk_size')) {
            stream_set_chunk_size($pipes[1], 65536);
        }
        $this->pipes = $pipes;
        $this->owner = self::self();
        $this->whole = true;
        $this->process = $process;
    }

    /** Which of the functions that a pipe needs are shut; null where none is. */
    public static function shut(): ?string
    {
        $shut = array_filter(self::NEEDED, static fn (string $name): bool => !function_exists($name));
        $are = count($shut) === 1 ? ' is' : ' are';
        return $shut === [] ? null : implode(', ', $shut) . $are . ' among disable_functions';
    }

    /** The number of this process; 0 where PHP may not say it, and then nothing tells that there was a fork. */
    private static function self(): int
    {
        return function_exists('getmypid') ? (int) getmypid() : 0;
    }

    private function write(#[\SensitiveParameter] string $bytes): void
    {
        $all = strlen($bytes);
        for ($done = 0; $done < $all; $done += $written) {
            // Pipes take what they can hold: a large request goes piece by piece, without a copy of the rest each time.
            $written = @fwrite($this->pipes[0], $done === 0 && $all <= 65536 ? $bytes : substr($bytes, $done, 65536));
            if ($written === false || $written === 0) {
                throw $this->broken('it does not listen');
            }
        }
    }

    private function read(int $length): string
    {
        $bytes = '';
        while (strlen($bytes) < $length) {
            $piece = @fread($this->pipes[1], min(1 << 20, $length - strlen($bytes)));
            if ($piece === false || ($piece === '' && feof($this->pipes[1]))) {
                throw $this->broken('it has ended');
            }
            $bytes .= $piece;
        }
        return $bytes;
    }

    /** The process is of no use any more: the next call starts another. */
    private function broken(string $why): PayymoException
    {
        $this->end();
        return PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, 'the process of the library is gone: ' . $why);
    }

    /** Ends the process. It is killed before all else: it may be in a long call, which closing it would wait for. */
    private function end(): void
    {
        $mine = $this->process !== null && $this->owner === self::self();
        if ($mine && is_resource($this->process) && function_exists('proc_terminate')) {
            proc_terminate($this->process, 9);
        }
        $process = $this->process;
        $pipes = $this->pipes;
        $this->process = null;
        $this->pipes = [];
        $this->whole = true;
        foreach ($mine ? $pipes : [] as $pipe) {
            // At its end PHP may have closed them before.
            if (is_resource($pipe)) {
                fclose($pipe);
            }
        }
        if ($mine && is_resource($process)) {
            self::close($process);
        }
    }

    /** @param resource $process */
    private static function close($process): void
    {
        if (function_exists('proc_close')) {
            proc_close($process);
            return;
        }
        // What is asked for its status once it has ended is no zombie.
        for ($wait = 0; $wait < 100 && function_exists('proc_get_status') && proc_get_status($process)['running']; $wait++) {
            usleep(1000);
        }
    }
}

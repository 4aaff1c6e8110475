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
 * The process is started with the first call, without a shell, and ends with the object. Matchers live in it.
 */
final class PipeTransport implements Transport
{
    private const RESULT = '{"version":1,"result":';
    private const PROGRESS = '{"version":1,"progress":';
    private const ERROR = '{"version":1,"error":';

    /** @var resource|null */
    private $process = null;

    /** @var array<int, resource> */
    private array $pipes = [];
    private int $owner = 0;
    private int $last = 0;
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

    public function call(string $operation, string $request, array $blobs = [], ?\Closure $progress = null): string
    {
        return $this->asking([$operation, '', $request, ...$blobs], $progress);
    }

    public function open(string $operation, string $request, array $blobs = []): array
    {
        $this->listener->free();
        $matcher = ++$this->last;
        return [$matcher, $this->ask([$operation, (string) $matcher, $request, ...$blobs])];
    }

    public function callOn(
        int $matcher,
        string $operation,
        string $request,
        array $blobs = [],
        ?\Closure $progress = null,
    ): string {
        return $this->asking([$operation, (string) $matcher, $request, ...$blobs], $progress);
    }

    public function release(int $matcher): void
    {
        if ($this->process === null || $this->owner !== getmypid() || $this->listener->keeps($matcher)) {
            return;
        }
        try {
            $this->ask(['pipe.release', (string) $matcher, '']);
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

    public function abiVersion(): int
    {
        $about = $this->asked('library.about', []);
        return is_array($about) && is_int($about['contract']) ? $about['contract'] : 0;
    }

    /** What is not UTF-8 is no text: no document holds it. */
    private static function isText(string $text): bool
    {
        return preg_match('//u', $text) === 1;
    }

    /** @param array<string, mixed> $request */
    private function asked(string $operation, array $request): mixed
    {
        return Json::decode($this->call($operation, Json::encode($request)));
    }

    /**
     * @param non-empty-list<string> $parts
     * @param (\Closure(string, int, int): mixed)|null $progress
     */
    private function asking(array $parts, ?\Closure $progress): string
    {
        if ($progress === null) {
            $this->listener->free();
            return $this->ask($parts);
        }
        $parts[0] = 'progress:' . $parts[0];
        return $this->listener->during($progress, fn (): string => $this->ask($parts), $this->release(...));
    }

    /**
     * One frame there, one back. A frame is eight bytes of length, big end first, and what they count. A request holds parts
     * of the same form: operation, number of the matcher, document, blobs. `progress:` before the operation asks to be told:
     * a frame for each time, answered by an empty one to go on.
     *
     * @param list<string> $parts
     */
    private function ask(array $parts): string
    {
        $frame = '';
        foreach ($parts as $part) {
            $frame .= pack('J', strlen($part)) . $part;
        }
        $this->start();
        $this->write(pack('J', strlen($frame)));
        $this->write($frame);
        $answer = $this->frame();
        while (str_starts_with($answer, self::PROGRESS)) {
            $told = Json::decode(substr($answer, strlen(self::PROGRESS), -1));
            [$stage, $done, $all] = is_array($told) ? array_map(intval(...), array_values($told)) : [0, 0, 0];
            $this->write($this->listener->tell($stage, $done, $all) ? pack('J', 0) : pack('J', 4) . 'stop');
            $answer = $this->frame();
        }
        if (str_starts_with($answer, self::RESULT)) {
            return substr($answer, strlen(self::RESULT), -1);
        }
        if (str_starts_with($answer, self::ERROR)) {
            $fault = Json::decode(substr($answer, strlen(self::ERROR), -1));
            throw PayymoException::fromDocument(is_array($fault) ? $fault : []);
        }
        throw $this->broken('it gave what is no answer');
    }

    private function frame(): string
    {
        /** @var array{1: int} $length */
        $length = unpack('J', $this->read(8));
        return $this->read($length[1]);
    }

    private function start(): void
    {
        if ($this->process !== null && $this->owner === getmypid()) {
            return;
        }
        // A child of fork shares its parent's pipes: it leaves them alone and gets its own.
        $this->process = null;
        $this->pipes = [];
        $pipes = [];
        $wanted = [0 => ['pipe', 'r'], 1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']];
        $process = is_executable($this->executable)
            ? @proc_open([$this->executable, 'pipe'], $wanted, $pipes)
            : false;
        if (!is_resource($process)) {
            $said = 'the executable cannot be started; it must be there and executable: ' . $this->executable;
            throw PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, $said);
        }
        /** @var array<int, resource> $pipes */
        stream_set_write_buffer($pipes[0], 0);
        stream_set_chunk_size($pipes[1], 65536);
        $this->process = $process;
        $this->pipes = $pipes;
        $this->owner = (int) getmypid();
    }

    private function write(string $bytes): void
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

    private function end(): void
    {
        $process = $this->process;
        $pipes = $this->pipes;
        $this->process = null;
        $this->pipes = [];
        if ($process === null || $this->owner !== getmypid()) {
            return;
        }
        foreach ($pipes as $pipe) {
            // At its end PHP may have closed them before.
            if (is_resource($pipe)) {
                fclose($pipe);
            }
        }
        if (is_resource($process)) {
            proc_close($process);
        }
    }
}

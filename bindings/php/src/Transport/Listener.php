<?php

declare(strict_types=1);

namespace Payymo\Transport;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;

/**
 * One call at a time: who is told how far it has come, and what must wait until it is over.
 *
 * A function of the host that is told may do what it likes but call the library, which is in the middle of its work. What it
 * throws stops the call and comes out of it. A call that ends by `exit` or a fatal error is over, too: a function of the
 * shutdown may call.
 *
 * @internal
 */
final class Listener
{
    private const STAGES = ['prepare', 'score', 'assign'];

    /** Lives as long as the call that made it, in whichever way that ends. */
    private ?\WeakReference $call = null;

    /** Whether the call began after a fatal error: in a function of the shutdown. */
    private bool $late = false;
    private ?\Closure $progress = null;

    /** What the function has thrown; it comes out when the library has stopped. */
    public ?\Throwable $thrown = null;

    /** @var list<int> Handles that went in the middle of a call. */
    private array $gone = [];

    /**
     * Does a call.
     *
     * @template T
     * @param (\Closure(string, int, int): mixed)|null $progress
     * @param \Closure(): T $call
     * @param \Closure(int): void $release Gives back a handle that went in its middle.
     * @return T
     */
    public function during(?\Closure $progress, \Closure $call, \Closure $release): mixed
    {
        $this->free();
        $here = new \stdClass();
        $this->call = \WeakReference::create($here);
        $this->late = self::fatal();
        $this->progress = $progress;
        $this->thrown = null;
        try {
            $answer = $call();
        } catch (PayymoException $refused) {
            throw $this->thrown ?? $refused;
        } finally {
            $this->call = null;
            $this->progress = null;
            $gone = $this->gone;
            $this->gone = [];
            array_map($release, $gone);
        }
        // It may have been told for the last time when all was done.
        return $this->thrown === null ? $answer : throw $this->thrown;
    }

    /** Refuses a call in the middle of another. */
    public function free(): void
    {
        // A fatal error, such as that of the time limit, leaves what the call held, but it goes on no more.
        if ($this->call?->get() !== null && ($this->late || !self::fatal())) {
            $said = 'the library was called in the middle of another call: by a function that it tells its progress to, or by a'
                . ' handler of signals';
            throw PayymoException::of(ErrorCode::CONTRACT_CALLBACK, $said);
        }
    }

    /** Whether a handle must wait to be given back. */
    public function keeps(int $handle): bool
    {
        $busy = $this->call?->get() !== null;
        if ($busy) {
            $this->gone[] = $handle;
        }
        return $busy;
    }

    /** Whether PHP is at its end by an error after which no code runs but that of the shutdown. */
    private static function fatal(): bool
    {
        $last = function_exists('error_get_last') ? error_get_last() : null;
        $ends = E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR;
        return $last !== null && ($last['type'] & $ends) !== 0;
    }

    /** Tells; false stops the call. Nothing is thrown over the border. */
    public function tell(int $stage, int $done, int $all): bool
    {
        if ($this->progress === null) {
            return true;
        }
        try {
            return ($this->progress)(self::STAGES[$stage] ?? 'later', $done, $all) !== false;
        } catch (\Throwable $thrown) {
            $this->thrown ??= $thrown;
            return false;
        }
    }
}

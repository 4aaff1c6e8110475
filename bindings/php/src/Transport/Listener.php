<?php

declare(strict_types=1);

namespace Payymo\Transport;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;

/**
 * One call at a time: who is told how far it has come, and what must wait until it is over.
 *
 * A function of the host that is told may do what it likes but call the library, which is in the middle of its work. What it
 * throws stops the call and comes out of it.
 *
 * @internal
 */
final class Listener
{
    private const STAGES = ['prepare', 'score', 'assign'];

    private bool $busy = false;
    private ?\Closure $progress = null;
    private ?\Throwable $thrown = null;

    /** @var list<int> Matchers that went in the middle of a call. */
    private array $gone = [];

    /**
     * Does a call.
     *
     * @template T
     * @param (\Closure(string, int, int): mixed)|null $progress
     * @param \Closure(): T $call
     * @param \Closure(int): void $release Gives back a matcher that went in its middle.
     * @return T
     */
    public function during(?\Closure $progress, \Closure $call, \Closure $release): mixed
    {
        $this->free();
        $this->busy = true;
        $this->progress = $progress;
        $this->thrown = null;
        try {
            $answer = $call();
        } catch (PayymoException $refused) {
            throw $this->thrown ?? $refused;
        } finally {
            $this->busy = false;
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
        if ($this->busy) {
            $said = 'the library was called from a function that it tells its progress to';
            throw PayymoException::of(ErrorCode::CONTRACT_CALLBACK, $said);
        }
    }

    /** Whether a matcher must wait to be given back. */
    public function keeps(int $matcher): bool
    {
        if ($this->busy) {
            $this->gone[] = $matcher;
        }
        return $this->busy;
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

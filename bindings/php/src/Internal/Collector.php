<?php

declare(strict_types=1);

namespace Payymo\Internal;

/**
 * The collector of cycles, which has nothing to find in rows and answers but looks for it each time some thousand values were
 * made: building a large answer takes a quarter of the time without it.
 *
 * @internal
 */
final class Collector
{
    /** Lists of fewer values are built while it runs. */
    public const MANY = 1000;

    /** Whether it runs and can be stopped: a hoster may have shut the functions for it. */
    public static function runs(): bool
    {
        return function_exists('gc_enabled') && function_exists('gc_disable') && function_exists('gc_enable') && gc_enabled();
    }

    /**
     * @template T
     * @param \Closure(): T $work
     * @return T
     */
    public static function paused(\Closure $work): mixed
    {
        if (!self::runs()) {
            return $work();
        }
        gc_disable();
        try {
            return $work();
        } finally {
            gc_enable();
        }
    }
}

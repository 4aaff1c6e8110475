<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;

/**
 * An input as pieces of one size, whatever it comes in: as many bytes as the library looks at at once. A call for each line of
 * a file would cost more than the reading, and one for a whole file would answer all its rows.
 *
 * @internal
 */
final class Pieces
{
    private const SIZE = 1 << 18;

    /**
     * @param mixed $input An open file, or an iterable of bytes.
     * @return \Generator<int, string>
     * @throws PayymoException `contract.argument` for what is neither
     */
    public static function of(mixed $input): \Generator
    {
        if (is_resource($input) && get_resource_type($input) === 'stream') {
            return self::even(self::file($input));
        }
        if (is_iterable($input)) {
            return self::even($input);
        }
        $is = get_debug_type($input);
        throw self::refused($is . ' is no input: give a file that fopen opened, or an iterable of bytes; of bytes in one string'
            . ' Format::read gives the rows');
    }

    /**
     * @param resource $file
     * @return \Generator<int, string>
     */
    private static function file($file): \Generator
    {
        do {
            $bytes = is_resource($file) ? @fread($file, self::SIZE) : false;
            if ($bytes === false) {
                throw self::refused('the file cannot be read: it is closed, not open for reading, or broke off before its end');
            }
            if ($bytes === '' && !feof($file)) {
                self::waits($file);
            }
            yield $bytes;
        } while (!feof($file));
    }

    /**
     * Nothing, and yet no end: some files only had nothing to give at once. Of others it would be taken for the end.
     *
     * @param resource $file
     */
    private static function waits($file): void
    {
        $about = stream_get_meta_data($file);
        if ($about['timed_out']) {
            throw self::refused('the time for the next bytes of the file was over before its end: stream_set_timeout gives more');
        }
        if (!$about['blocked']) {
            throw self::refused('the file does not wait for its bytes: stream_set_blocking($input, true) before');
        }
    }

    /**
     * @param iterable<mixed> $input
     * @return \Generator<int, string>
     */
    private static function even(iterable $input): \Generator
    {
        $held = '';
        $count = 0;
        foreach ($input as $piece) {
            $held .= Take::text($piece, '/input/' . $count++);
            $all = strlen($held);
            for ($at = 0; $all - $at >= self::SIZE; $at += self::SIZE) {
                yield substr($held, $at, self::SIZE);
            }
            $held = $at === 0 ? $held : substr($held, $at);
        }
        if ($held !== '') {
            yield $held;
        }
    }

    private static function refused(string $said): PayymoException
    {
        return PayymoException::of(ErrorCode::CONTRACT_ARGUMENT, $said);
    }
}

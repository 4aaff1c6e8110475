<?php

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Pieces;

/**
 * Inputs that are larger than memory, or arrive over a network: their rows come while they are read. What is held meanwhile does
 * not grow with the input, save for Stripe, GoCardless Pro, Plaid and WHMCS, whose objects speak of each other. For bytes that
 * are there already Format::read is the shorter way; for bytes that come when they like, as in an event loop, {@see Stream}.
 */
final class Reader
{
    private function __construct()
    {
    }

    /**
     * Reads an input row by row. Rows of one kind come in the order of the input. The generator returns the summary.
     *
     * @param resource|iterable<string> $input A file that fopen opened, which is read from where it stands and not closed; or its
     *     bytes in pieces of any size.
     * @param Model\ReadOptions|array<string, mixed>|\stdClass|null $options How it is read. The default needs no tuning.
     * @param string|null $name Name of the file; messages of errors and warnings begin with it.
     * @param bool|null $places Whether each row is answered with its place. Default true.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return \Generator<int, Row, mixed, Model\StreamSummary>
     * @throws Exception\PayymoException those of Stream; `contract.argument` for what is no input, or breaks off
     */
    public static function rows(
        mixed $input,
        Model\ReadOptions|array|\stdClass|null $options = null,
        ?string $name = null,
        ?bool $places = null,
        bool $strict = false,
    ): \Generator {
        return self::each(self::batches($input, $options, $name, $places, $strict));
    }

    /**
     * Reads an input some rows at a time: those that are completed by the next quarter of a megabyte, as lists by their kind. The
     * last batch holds the summary, which the generator returns, too.
     *
     * @param resource|iterable<string> $input As for rows.
     * @param Model\ReadOptions|array<string, mixed>|\stdClass|null $options How it is read. The default needs no tuning.
     * @param string|null $name Name of the file; messages of errors and warnings begin with it.
     * @param bool|null $places Whether each row is answered with its place. Default true.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return \Generator<int, Model\StreamBatch, mixed, Model\StreamSummary>
     * @throws Exception\PayymoException as rows
     */
    public static function batches(
        mixed $input,
        Model\ReadOptions|array|\stdClass|null $options = null,
        ?string $name = null,
        ?bool $places = null,
        bool $strict = false,
    ): \Generator {
        // What is wrong with these is said here, and not where the first row is asked for.
        return self::read(Pieces::of($input), new Stream($options, $name, $places, $strict));
    }

    /**
     * @param iterable<string> $pieces
     * @return \Generator<int, Model\StreamBatch, mixed, Model\StreamSummary>
     */
    private static function read(iterable $pieces, Stream $stream): \Generator
    {
        try {
            foreach ($pieces as $piece) {
                yield $stream->push($piece);
            }
            $last = $stream->finish();
            yield $last;
            /** @var Model\StreamSummary */
            return $last->summary;
        } finally {
            $stream->release();
        }
    }

    /**
     * @param \Generator<int, Model\StreamBatch, mixed, Model\StreamSummary> $batches
     * @return \Generator<int, Row, mixed, Model\StreamSummary>
     */
    private static function each(\Generator $batches): \Generator
    {
        foreach ($batches as $batch) {
            foreach (Row::LISTS as $kind => $list) {
                $places = $batch->places->$list ?? [];
                foreach ($batch->$list as $at => $value) {
                    yield new Row($kind, $value, $places[$at] ?? null);
                }
            }
        }
        return $batches->getReturn();
    }
}

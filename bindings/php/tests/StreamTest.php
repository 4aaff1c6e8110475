<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\ContractException;
use Payymo\Exception\FormatException;
use Payymo\Format;
use Payymo\Model\Statement;
use Payymo\Model\StreamBatch;
use Payymo\Model\StreamSummary;
use Payymo\Model\Transaction;
use Payymo\Payymo;
use Payymo\Reader;
use Payymo\Row;
use Payymo\Stream;
use Payymo\Tests\Support\BothWays;
use Payymo\Transport\PipeTransport;

/** Inputs in pieces: their rows are those of the whole, they come while it is read, and nothing grows with it. */
final class StreamTest extends BothWays
{
    private const HEAD = "Date,Amount,Currency,Description\n";

    /** @return \Generator<int, string> Lines of CSV, each thousandth broken. */
    private static function lines(int $rows, int $length = 20): \Generator
    {
        yield self::HEAD;
        for ($at = 0; $at < $rows; $at++) {
            $amount = $at % 1000 === 999 ? 'x' : $at % 500 . '.50';
            yield '2026-03-' . sprintf('%02d', $at % 28 + 1) . ",$amount,EUR," . str_pad("INV-$at", $length, ' paid') . "\n";
        }
    }

    private static function sample(): string
    {
        return dirname(__DIR__, 3) . '/examples/data/bank.camt053.xml';
    }

    /** @return array<string, mixed> */
    private static function inPieces(string $content, int $size): array
    {
        $stream = new Stream(name: 'march');
        $all = [];
        foreach (str_split($content, $size) as $piece) {
            $batch = $stream->push($piece);
            self::assertNull($batch->summary);
            $all[] = $batch->toArray();
        }
        $last = $stream->finish()->toArray();
        $all[] = array_diff_key($last, ['summary' => true]);
        $stream->release();
        return array_merge_recursive(...$all) + $last['summary'];
    }

    /** @dataProvider ways */
    public function testHoweverItIsCutTheRowsAreThoseOfTheWhole(string $way): void
    {
        self::take($way);
        $camt = (string) file_get_contents(self::sample());
        $csv = implode('', iterator_to_array(self::lines(15000)));
        foreach ([[substr($csv, 0, 40000), 1], [$camt, 7], [$camt, 1000], [$csv, 1000], [$csv, 100000], [$csv, PHP_INT_MAX]] as $case) {
            [$content, $size] = $case;
            $whole = Format::read($content, name: 'march')->toArray();
            self::assertGreaterThan(40, count($whole['transactions']));
            // In the order of the whole, as text: PHPUnit compares large arrays for a minute.
            $pieces = self::inPieces($content, $size);
            self::assertEqualsCanonicalizing(array_keys($whole), array_keys($pieces));
            $pieces = array_replace($whole, $pieces);
            self::assertSame(sha1(serialize($whole)), sha1(serialize($pieces)), "pieces of $size");
        }
    }

    /** @dataProvider ways */
    public function testRowsComeWhileItIsRead(string $way): void
    {
        self::take($way);
        $given = 0;
        $pieces = (static function () use (&$given): \Generator {
            foreach (self::lines(20000) as $given => $line) {
                yield $line;
            }
        })();
        $rows = Reader::rows($pieces, name: 'march.csv');
        self::assertSame(0, $given, 'nothing is taken before it is asked for');
        $first = $rows->current();
        self::assertInstanceOf(Row::class, $first);
        self::assertSame(['transaction', 'INV-0 paid paid paid'], [$first->kind, $first->value->remittance]);
        self::assertSame([2, strlen(self::HEAD)], [$first->place?->line, $first->place?->bytes->start]);
        self::assertGreaterThan(0, $given);
        self::assertLessThan(15000, $given, 'rows come before the end');
        $kinds = [];
        foreach ($rows as $at => $row) {
            self::assertSame(array_sum($kinds), $at, 'keys are counted on over all');
            $kinds[$row->kind] = ($kinds[$row->kind] ?? 0) + 1;
            if ($row->kind === 'error') {
                self::assertSame('format.csv.bad_amount', $row->value->code);
                self::assertStringStartsWith('march.csv: ', $row->value->message);
                self::assertNull($row->place);
            }
        }
        self::assertSame(['transaction' => 19980, 'error' => 20], array_diff_key($kinds, ['warning' => 0]));
        $summary = $rows->getReturn();
        self::assertInstanceOf(StreamSummary::class, $summary);
        self::assertSame(['csv', 20000, 20], [$summary->format, $summary->records, $summary->refused]);
        self::assertSame(20000, $given);
    }

    /** @dataProvider ways */
    public function testFilesAndIterablesAreInputs(string $way): void
    {
        self::take($way);
        $whole = Format::read((string) file_get_contents(self::sample()));
        $path = self::sample();
        $late = fopen($path, 'rb');
        $before = strlen((string) fgets($late));
        rewind($late);
        $inputs = [
            'a file' => fopen($path, 'rb'),
            'a command' => popen('cat ' . escapeshellarg($path), 'rb'),
            'bytes in memory' => fopen('data:text/xml;base64,' . base64_encode((string) file_get_contents($path)), 'rb'),
            'lines' => new \SplFileObject($path),
            'a list' => str_split((string) file_get_contents($path), 1000),
            'a generator' => (static fn () => yield from file($path))(),
            'one piece' => [file_get_contents($path)],
            'where it stands' => $late,
        ];
        self::assertGreaterThan(10, $before);
        foreach ($inputs as $said => $input) {
            $rows = [];
            foreach (Reader::rows($input, places: false) as $row) {
                $rows[$row->kind][] = $row->value;
                self::assertNull($row->place);
            }
            self::assertEquals($whole->transactions, $rows['transaction'], $said);
            self::assertEquals($whole->statements, $rows['statement'], $said);
            self::assertEquals($whole->accounts, $rows['account'], $said);
            self::assertEquals($whole->balances, $rows['balance'], $said);
            if (is_resource($input)) {
                self::assertTrue(feof($input), 'it is read to its end and left open');
                fclose($input);
            }
        }
    }

    /** @dataProvider ways */
    public function testBatchesHoldPlacesAndTheSummary(string $way): void
    {
        self::take($way);
        $batches = Reader::batches(self::lines(30000));
        $sizes = [];
        foreach ($batches as $batch) {
            self::assertInstanceOf(StreamBatch::class, $batch);
            self::assertCount(count($batch->transactions), $batch->places->transactions ?? []);
            $sizes[] = count($batch->transactions);
            $summary = $batch->summary;
        }
        self::assertGreaterThan(3, count(array_filter($sizes)));
        self::assertLessThan(12000, max($sizes), 'no batch is the whole');
        self::assertSame(29970, array_sum($sizes));
        self::assertSame($summary ?? null, $batches->getReturn());
        // One string that is the whole is taken in pieces, too.
        $sizes = [];
        foreach (Reader::batches([implode('', iterator_to_array(self::lines(30000)))]) as $batch) {
            $sizes[] = count($batch->transactions);
        }
        self::assertLessThan(12000, max($sizes));
        $camt = iterator_to_array(Reader::rows(fopen(self::sample(), 'rb')));
        self::assertInstanceOf(Transaction::class, array_column($camt, 'value', 'kind')['transaction']);
        $statement = array_column($camt, null, 'kind')['statement'];
        self::assertInstanceOf(Statement::class, $statement->value);
        self::assertSame('holds', $statement->value->proof);
        self::assertGreaterThan(0, $statement->place?->bytes->end);
    }

    /** @dataProvider ways */
    public function testAStreamThatHasEndedIsRefused(string $way): void
    {
        self::take($way);
        $stream = new Stream();
        self::assertSame([], $stream->push(self::HEAD)->transactions);
        self::assertSame([], $stream->push('')->transactions);
        self::assertSame([], $stream->push("2026-03-04,9.99,EUR,\xC3")->transactions);
        $stream->push("\xBCber\n");
        self::assertSame('über', $stream->finish()->transactions[0]->remittance);
        $never = (new \ReflectionClass(Stream::class))->newInstanceWithoutConstructor();
        $other = new Stream();
        $released = new Stream();
        $released->push(self::HEAD);
        $released->release();
        $released->release();
        foreach (
            [
                static fn () => $stream->push('x'),
                static fn () => $stream->finish(),
                static fn () => $released->push('x'),
                static fn () => $released->finish(),
                static fn () => $never->finish(),
                static fn () => clone $other,
                static fn () => serialize($other),
                static fn () => unserialize('O:13:"Payymo\Stream":0:{}'),
            ] as $call
        ) {
            self::assertRefused('contract.handle', null, ContractException::class, $call);
        }
        gc_collect_cycles();
        $other->push(self::HEAD . "2026-03-04,9.99,EUR,a\n");
        self::assertCount(1, $other->finish()->transactions, 'what was refused took nothing with it');
        $other->__construct();
        self::assertSame('format.no_rows', self::refusal(static fn () => $other->finish())->getErrorCode());
    }

    /** @dataProvider ways */
    public function testAnInputThatIsNoneIsSaidEachTime(string $way): void
    {
        self::take($way);
        $stream = new Stream();
        $prose = str_repeat('Dear Sir or Madam ', 5000);
        foreach ([1, 2] as $ignored) {
            self::assertRefused('format.unknown', null, FormatException::class, static fn () => $stream->push($prose));
        }
        self::assertRefused('format.unknown', null, FormatException::class, static fn () => $stream->finish());
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $stream->finish());
    }

    /** @dataProvider ways */
    public function testWhatIsNotReadToItsEndIsGivenBack(string $way): void
    {
        self::take($way);
        // More than a process behind a pipe would hold.
        for ($round = 0; $round < 4200; $round++) {
            $rows = Reader::rows([self::HEAD, "2026-03-04,9.99,EUR,a\n"]);
            if ($round % 2 === 0) {
                $rows->current();
            }
        }
        foreach (Reader::rows(self::lines(30000)) as $row) {
            self::assertSame('transaction', $row->kind);
            break;
        }
        $own = new \DomainException('the line is dead');
        $broken = (static function () use ($own): \Generator {
            yield from self::lines(30000);
            throw $own;
        })();
        $count = 0;
        try {
            foreach (Reader::rows($broken) as $row) {
                $count++;
            }
            self::fail('no exception');
        } catch (\DomainException $thrown) {
            self::assertSame($own, $thrown);
            self::assertGreaterThan(0, $count, 'rows that were complete were handed out');
        }
        $kinds = array_column([...Reader::rows([self::HEAD . "2026-03-04,9.99,EUR,a\n"])], 'kind');
        self::assertSame(['transaction'], array_diff($kinds, ['warning']));
    }

    /** @dataProvider ways */
    public function testStreamsAreReadSideBySideAndKeepTheirWay(string $way): void
    {
        self::take($way);
        $one = Reader::rows(self::lines(15000));
        $other = Reader::rows(self::lines(15000, 60));
        $one->rewind();
        $other->rewind();
        self::take($way === 'ffi' ? 'pipe' : 'ffi');
        $seen = 0;
        for (; $one->valid(); $one->next(), $other->next()) {
            self::assertSame($one->current()->kind, $other->current()->kind);
            if (++$seen === 100) {
                break;
            }
        }
        self::assertSame(100, $seen);
        foreach ([$one, $other] as $rows) {
            $left = [...new \NoRewindIterator($rows)];
            $warnings = array_filter($left, static fn (Row $row): bool => $row->kind === 'warning');
            self::assertCount(15000 - 99, array_diff_key($left, $warnings));
        }
    }

    /** @dataProvider ways */
    public function testMemoryDoesNotGrowWithTheInput(string $way): void
    {
        $transport = self::take($way);
        $rows = 40000;
        $length = 400;
        [$least, $most, $early, $count] = [PHP_INT_MAX, 0, 0, 0];
        foreach (Reader::rows(self::lines($rows, $length)) as $row) {
            $count += $row->kind === 'warning' ? 0 : 1;
            if ($count % 1000 === 0) {
                $least = min($least, memory_get_usage());
                $most = max($most, memory_get_usage());
            }
            // What is taken for buffers was taken by then.
            $early = $count === intdiv($rows, 3) ? self::resident($transport) : $early;
        }
        self::assertSame($rows, $count);
        self::assertGreaterThanOrEqual(16000000, $rows * $length);
        self::assertLessThan(6 << 20, $most - $least, 'memory of PHP');
        self::assertLessThan(6 << 10, self::resident($transport) - $early, 'kilobytes of the process that reads');
    }

    /** Kilobytes of this process, or of the one behind a pipe. */
    private static function resident(object $transport): int
    {
        $process = 'self';
        if ($transport instanceof PipeTransport) {
            $there = (new \ReflectionProperty($transport, 'process'))->getValue($transport);
            $process = (string) proc_get_status($there)['pid'];
        }
        self::assertSame(1, preg_match('/^VmRSS:\s+(\d+)/m', (string) file_get_contents("/proc/$process/status"), $found));
        return (int) $found[1];
    }

    public function testAProcessThatDiesInTheMiddleIsSaid(): void
    {
        $transport = self::take('pipe');
        $rows = Reader::rows(self::lines(30000));
        $rows->rewind();
        $process = (new \ReflectionProperty($transport, 'process'))->getValue($transport);
        posix_kill(proc_get_status($process)['pid'], SIGKILL);
        usleep(50000);
        $gone = static fn () => iterator_count(new \NoRewindIterator($rows));
        self::assertRefused('contract.transport', null, ContractException::class, $gone);
        self::assertSame('"a"', Payymo::call('text.fold', '{"text": "A"}'));
    }
}

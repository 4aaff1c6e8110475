<?php

/*
 * Memory over 100,000 calls of each kind, both ways: it must not grow. Fails where it does.
 *
 *     make -C bindings/php soak
 */

declare(strict_types=1);

use Payymo\Check;
use Payymo\Exception\PayymoException;
use Payymo\Format;
use Payymo\Matcher;
use Payymo\Matching;
use Payymo\Memory;
use Payymo\Party;
use Payymo\Payymo;
use Payymo\Reader;
use Payymo\Stream;
use Payymo\Transport\Choice;
use Payymo\Transport\PipeTransport;

require __DIR__ . '/../autoload.php';

/** Kilobytes of this process, or of the one behind a pipe. */
function resident(): int
{
    $transport = Payymo::transport();
    $process = 'self';
    if ($transport instanceof PipeTransport) {
        $there = (new ReflectionProperty($transport, 'process'))->getValue($transport);
        $process = is_resource($there) ? (string) proc_get_status($there)['pid'] : 'self';
    }
    preg_match('/^VmRSS:\s+(\d+)/m', (string) file_get_contents("/proc/$process/status"), $found);
    return (int) ($found[1] ?? 0);
}

$calls = (int) (getenv('CALLS') ?: 100000);
$row = ['id' => 't1', 'booked_on' => '2026-03-04', 'amount' => '12.00', 'currency' => 'EUR', 'remittance' => 'INV-2026-007'];
$item = ['id' => '7', 'number' => 'INV-2026-007', 'total' => '12.00', 'currency' => 'EUR', 'issued_on' => '2026-03-01'];
$csv = "Date;Amount;Currency;Description\n01.03.2026;12,00;EUR;x\n";
$kept = new ArrayObject();
$kinds = [
    'a check' => static fn () => Check::iban('DE89 3704 0044 0532 0130 00'),
    'a document' => static fn () => Party::iban('DE89 3704 0044 0532 0130 00'),
    'an error' => static function (): void {
        try {
            Payymo::call('money.parse', '{"text": "x", "currency": "EUR"}');
            exit('no error');
        } catch (PayymoException) {
            // As wanted.
        }
    },
    'bytes beside' => static fn () => Format::read($csv),
    'a memory' => static fn () => Memory::info(Memory::learn([])),
    'progress' => static fn () => Matching::reconcile([$row], [$item], progress: static fn (): bool => true),
    'a matcher' => static function () use ($row, $item, $kept): void {
        $matcher = new Matcher([$item]);
        $matcher->apply($matcher->propose($row)->matches);
        // Handles go in another order than they came.
        $kept[random_int(0, 20)] = $matcher;
    },
    'a stream' => static function () use ($csv, $kept): void {
        // One is read to its end, one is left where it is, and goes when another takes its place.
        iterator_count(Reader::rows([substr($csv, 0, 20), substr($csv, 20)]));
        $stream = new Stream();
        $stream->push($csv);
        $kept[random_int(0, 20)] = $stream;
    },
];
$grown = 0;
$choice = new Choice();
foreach (['ffi' => $choice->ffi(), 'pipe' => $choice->pipe()] as $way => $transport) {
    if ($transport === null) {
        exit("$way is not to be had\n");
    }
    Payymo::use($transport);
    foreach ($kinds as $kind => $call) {
        $all = in_array($kind, ['a matcher', 'a stream', 'progress'], true) ? intdiv($calls, 5) : $calls;
        for ($at = 0; $at < $all; $at++) {
            $call();
            if ($at === intdiv($all, 5)) {
                $before = resident();
            }
        }
        $more = resident() - ($before ?? 0);
        $flat = $more <= 1024;
        $grown += $flat ? 0 : 1;
        printf("%-4s %-12s %7d calls: %+6d KiB%s\n", $way, $kind, $all, $more, $flat ? '' : ' GROWS');
    }
    $kept->exchangeArray([]);
}
exit($grown === 0 ? 0 : 1);

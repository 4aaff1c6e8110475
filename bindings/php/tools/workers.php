<?php

/*
 * 24 processes at once, each with matchers and streams of its own, over both ways; every third is killed in the middle of its
 * work. The others must come to their end without an error, and no process behind a pipe may be left.
 *
 *     make -C bindings/php soak            SOAK_SECONDS=10 for another time than a minute
 */

declare(strict_types=1);

use Payymo\Exception\PayymoException;
use Payymo\Matcher;
use Payymo\Party;
use Payymo\Payymo;
use Payymo\Reader;
use Payymo\Transport\Choice;
use Payymo\Transport\PipeTransport;

require __DIR__ . '/../autoload.php';

const WORKERS = 24;

/** What a worker does until its time is over; ends with 0. */
$work = static function (string $way, float $end, string $notes): int {
    $choice = new Choice();
    $transport = $way === 'ffi' ? $choice->ffi() : $choice->pipe();
    Payymo::use($transport);
    $row = ['id' => 't1', 'booked_on' => '2026-03-04', 'amount' => '12.00', 'currency' => 'EUR', 'remittance' => 'INV-2026-007'];
    $item = ['id' => '7', 'number' => 'INV-2026-007', 'total' => '12.00', 'currency' => 'EUR', 'issued_on' => '2026-03-01'];
    $matchers = [];
    for ($calls = 0; microtime(true) < $end; $calls++) {
        $matcher = new Matcher([$item]);
        $matchers[random_int(0, 9)] = $matcher;
        if ($matcher->propose($row)->matches[0]->decision !== 'auto' || !Party::iban('DE89370400440532013000')->valid) {
            return 2;
        }
        try {
            $matcher->put(['id' => 'x']);
            return 3;
        } catch (PayymoException $refused) {
            if ($refused->getErrorCode() !== 'input.missing') {
                return 4;
            }
        }
        $rows = Reader::rows(["Date,Amount,Currency\n2026-03", "-04,9.99,EUR\n2026-03-05,x,EUR\n"], ['format' => 'csv']);
        if (array_column(iterator_to_array($rows), 'kind') !== ['transaction', 'error'] || $rows->getReturn()->refused !== 1) {
            return 5;
        }
        if ($calls === 0 && $transport instanceof PipeTransport) {
            $process = (new ReflectionProperty($transport, 'process'))->getValue($transport);
            file_put_contents($notes, proc_get_status($process)['pid'] . "\n", FILE_APPEND | LOCK_EX);
        }
    }
    return 0;
};

$seconds = (float) (getenv('SOAK_SECONDS') ?: 60);
$notes = (string) tempnam(sys_get_temp_dir(), 'payymo');
$end = microtime(true) + $seconds;
$children = [];
for ($at = 0; $at < WORKERS; $at++) {
    $child = pcntl_fork();
    if ($child === 0) {
        exit($work($at % 2 === 0 ? 'ffi' : 'pipe', $end, $notes));
    }
    $children[$child] = $at;
}
usleep((int) ($seconds * 500000));
$killed = array_filter($children, static fn (int $at): bool => $at % 3 === 0);
foreach (array_keys($killed) as $child) {
    posix_kill($child, SIGKILL);
}
$wrong = 0;
foreach ($children as $child => $at) {
    pcntl_waitpid($child, $status);
    $right = isset($killed[$child]) ? pcntl_wifsignaled($status) : $status === 0;
    if (!$right) {
        $wrong++;
        echo "worker $at ended with ", pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'a signal', "\n";
    }
}
usleep(500000);
$processes = file($notes, FILE_IGNORE_NEW_LINES) ?: [];
unlink($notes);
$left = array_filter($processes, static fn (string $process): bool => posix_kill((int) $process, 0));
printf(
    "%d workers for %.0f s, %d killed: %d wrong; %d processes behind pipes, %d left\n",
    WORKERS,
    $seconds,
    count($killed),
    $wrong,
    count($processes),
    count($left),
);
exit($wrong === 0 && $left === [] && count($processes) === WORKERS / 2 ? 0 : 1);

<?php

/*
 * What a call costs, beside the core's own time (`border` of the folder benches) in the same run.
 *
 *     make -C bindings/php bench
 */

declare(strict_types=1);

use Payymo\Check;
use Payymo\Enum\Scheme;
use Payymo\Matching;
use Payymo\Model\Transaction;
use Payymo\Party;
use Payymo\Payymo;
use Payymo\Text;
use Payymo\Transport\Choice;

require __DIR__ . '/../autoload.php';

/** Nanoseconds that this process has had of the processor: others on the machine count nothing. */
function processor(): int
{
    /** @var array<string, int> $used */
    $used = getrusage();
    $seconds = $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'];
    return $seconds * 1000000000 + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) * 1000;
}

/** Nanoseconds of the fastest of nine rounds, on the processor; by the clock where another process does the work. */
function fastest(int $calls, Closure $round, bool $clock = false): float
{
    $times = [];
    $now = $clock ? static fn (): int => hrtime(true) : processor(...);
    for ($at = 0; $at < 9; $at++) {
        $start = $now();
        $round($calls);
        $times[] = ($now() - $start) / $calls;
    }
    return min($times);
}

$choice = new Choice();
$folder = sys_get_temp_dir() . '/payymo-bench-' . getmypid();
mkdir($folder);
$border = escapeshellarg(getenv('PAYYMO_BUILT') . '/border');
/** @var array{ibans: list<string>, iban_ns: float, reconcile_ns: float, rows: int} $own */
$own = json_decode((string) shell_exec("$border " . escapeshellarg($folder) . ' 100000'), true, 16, JSON_THROW_ON_ERROR);
$document = (string) file_get_contents("$folder/rows.json");
unlink("$folder/rows.json");
rmdir($folder);
$iban = 'DE89 3704 0044 0532 0130 00';
// Without the package and without a call of PHP.
$bare = FFI::cdef('uint32_t payymo_abi_version(void);', $choice->library());
$empty = fastest(1000000, static function (int $calls): void {
    for ($at = 0; $at < $calls; $at++) {
    }
});
$integer = fastest(1000000, static function (int $calls) use ($bare): void {
    for ($at = 0; $at < $calls; $at++) {
        $bare->payymo_abi_version();
    }
}) - $empty;
$core = $own['iban_ns'];
Payymo::use($choice->ffi());
$ibans = $own['ibans'];
$check = fastest(500000, static function (int $calls) use ($ibans): void {
    for ($at = 0; $at < $calls; $at++) {
        Check::iban($ibans[$at & 3]);
    }
}) - $empty;
printf("an integer call of C                         %8.0f ns\n", $integer);
printf("an IBAN in the core                          %8.0f ns\n", $core);
printf("Check::iban                                  %8.0f ns: %.0f ns beyond the core\n", $check, $check - $core);
$nothing = fastest(500000, static function (int $calls): void {
    for ($at = 0; $at < $calls; $at++) {
        Check::iban('');
    }
}) - $empty;
printf("Check::iban of no text: the border           %8.0f ns\n", $nothing);
$scheme = fastest(500000, static function (int $calls): void {
    for ($at = 0; $at < $calls; $at++) {
        Check::reference(Scheme::Rf, 'RF18539007547034');
    }
});
printf("Check::reference                             %8.0f ns\n", $scheme);
foreach (['ffi' => $choice->ffi(), 'pipe' => $choice->pipe()] as $way => $transport) {
    Payymo::use($transport);
    $fold = fastest(5000, static function (int $calls): void {
        for ($at = 0; $at < $calls; $at++) {
            Text::fold('Año Nuevo');
        }
    }, $way === 'pipe');
    $party = fastest(5000, static function (int $calls) use ($iban): void {
        for ($at = 0; $at < $calls; $at++) {
            Party::iban($iban);
        }
    }, $way === 'pipe');
    printf("%-4s Text::fold as document                  %8.0f ns\n", $way, $fold);
    printf("%-4s Party::iban as document                 %8.0f ns\n", $way, $party);
}
Payymo::use($choice->ffi());
$times = [];
for ($at = 0; $at < 3; $at++) {
    $start = processor();
    Payymo::call('matching.reconcile', $document);
    $times[] = processor() - $start;
}
$raw = min($times);
$format = "%d x %d rows, %-28s %8.0f ms: %.2f times the Rust call\n";
printf($format, $own['rows'], $own['rows'], 'documents', $raw / 1e6, $raw / $own['reconcile_ns']);
/** @var array{transactions: list<array<string, mixed>>, invoices: list<array<string, mixed>>, options: array<string, mixed>} $request */
$request = json_decode($document, true, 64, JSON_THROW_ON_ERROR);
['transactions' => $rows, 'invoices' => $items, 'options' => $options] = $request;
foreach (['arrays' => $rows, 'objects' => array_map(Transaction::fromArray(...), $rows)] as $what => $given) {
    $start = processor();
    Matching::reconcile($given, $items, options: $options);
    $typed = processor() - $start;
    printf($format, $own['rows'], $own['rows'], "$what in, objects out", $typed / 1e6, $typed / $own['reconcile_ns']);
}

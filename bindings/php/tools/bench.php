<?php

/*
 * What a call costs. The core's own time is that of the same work in C, measured by payymo_iban_check on the same text in the
 * same run: what is above a call that does nothing is the core's.
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
$iban = 'DE89 3704 0044 0532 0130 00';
// The same functions without the package, and without a call of PHP: what PHP and the border cost, and what the core does.
$bare = FFI::cdef('uint32_t payymo_abi_version(void); uint32_t payymo_iban_check(const char *text, size_t length);', $choice->library());
$length = strlen($iban);
$empty = fastest(1000000, static function (int $calls): void {
    for ($at = 0; $at < $calls; $at++) {
    }
});
$integer = fastest(1000000, static function (int $calls) use ($bare): void {
    for ($at = 0; $at < $calls; $at++) {
        $bare->payymo_abi_version();
    }
}) - $empty;
$both = fastest(500000, static function (int $calls) use ($bare, $iban, $length): void {
    for ($at = 0; $at < $calls; $at++) {
        $bare->payymo_iban_check($iban, $length);
    }
}) - $empty;
$core = getenv('PAYYMO_CORE_NS');
$core = is_string($core) && $core !== '' ? (float) $core : $both - $integer;
Payymo::use($choice->ffi());
$check = fastest(500000, static function (int $calls) use ($iban): void {
    for ($at = 0; $at < $calls; $at++) {
        Check::iban($iban);
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
$rows = [];
$items = [];
for ($at = 0; $at < 20000; $at++) {
    $amount = sprintf('%d.%02d', 5 + $at % 900, $at % 100);
    $rows[] = ['id' => "t$at", 'booked_on' => '2026-03-04', 'amount' => $amount, 'currency' => 'EUR', 'remittance' => "INV-2026-$at"];
    $items[] = ['id' => "i$at", 'number' => "INV-2026-$at", 'total' => $amount, 'currency' => 'EUR', 'issued_on' => '2026-03-01'];
}
Payymo::use($choice->ffi());
$document = json_encode(['transactions' => $rows, 'invoices' => $items], JSON_THROW_ON_ERROR);
$start = processor();
Payymo::call('matching.reconcile', $document);
$raw = (processor() - $start) / 1e6;
foreach (['arrays' => $rows, 'objects' => array_map(Transaction::fromArray(...), $rows)] as $what => $given) {
    $start = processor();
    Matching::reconcile($given, $items);
    $typed = (processor() - $start) / 1e6;
    printf("20,000 x 20,000 rows as %-7s              %8.0f ms: %.2f times the documents alone\n", $what, $typed, $typed / $raw);
}

<?php

/*
 * The main job from PHP: bank files and open invoices in, explained matches out. The options are those of the Rust command, and
 * so is the JSON, byte for byte.
 *
 *     php examples/hosts/php/reconcile.php --transactions FILE… --invoices FILE… [--settled FILE…] [--options FILE]
 *                                          [--as-of DATE] [--memory FILE] [--json OUT]
 *
 * The way of the data: arguments → files to rows (Format::read) → each row once (Linking) → the engine → JSON, or a table for a
 * person. Without files it takes the sample data of the project.
 */

declare(strict_types=1);

use Payymo\Exception\PayymoException;
use Payymo\Format;
use Payymo\Linking;
use Payymo\Model\Invoice;
use Payymo\Model\Reconciliation;
use Payymo\Model\Report;
use Payymo\Model\Settlement;
use Payymo\Model\Transaction;
use Payymo\Payymo;
use Payymo\Text;

require getenv('PAYYMO_PHP') ?: __DIR__ . '/../../../bindings/php/autoload.php';

/** An input or an argument that is unusable: exit 2. */
final class Unusable extends RuntimeException
{
}

/** The rows of all inputs, and what is to be said of them. */
final class Inputs
{
    /** @var list<list<Transaction>> */
    public array $transactions = [];
    /** @var list<list<Invoice>> */
    public array $invoices = [];
    /** @var list<list<Settlement>> */
    public array $settlements = [];
    /** @var list<mixed> */
    public array $errors = [];
    /** @var list<mixed> */
    public array $warnings = [];
    /** @var array<string, true> Paths whose errors and doubts are told. */
    private array $told = [];

    /** @param stdClass $how How inputs are read. */
    public function __construct(private stdClass $how)
    {
    }

    /** Reads one file, which must hold what it was given as; rows of other kinds in it are welcome. */
    public function read(string $path, string $option): void
    {
        try {
            $report = Format::read(content: contents($path), options: $this->how, name: basename($path));
        } catch (PayymoException $refused) {
            throw new Unusable(Text::terminal("$path: " . $refused->getMessage()));
        }
        $this->fits($report, $path, $option);
        $this->transactions[] = $report->transactions;
        $this->invoices[] = $report->invoices;
        $this->settlements[] = $report->settlements;
        // A file may be given twice, as transactions and as invoices: what is wrong with it is told once.
        if (!isset($this->told[$path])) {
            $this->told[$path] = true;
            array_push($this->errors, ...$report->errors);
            array_push($this->warnings, ...$report->warnings);
        }
    }

    /** Lets the readers of what comes next know the invoices' currencies; what the options say goes first. */
    public function tellCurrencies(): void
    {
        $known = (array) ($this->how->invoice_currencies ?? []);
        foreach ($this->invoices as $rows) {
            foreach ($rows as $row) {
                $known[$row->id] ??= $row->currency;
            }
        }
        $this->how->invoice_currencies = $known;
    }

    private function fits(Report $report, string $path, string $option): void
    {
        $rows = [
            'transactions' => count($report->transactions),
            'invoices' => count($report->invoices),
            'settled' => count($report->settlements),
        ];
        if ($rows[$option] > 0) {
            return;
        }
        $others = array_filter($rows);
        $right = array_key_first($others);
        $first = $report->errors[0] ?? $report->warnings[0] ?? null;
        throw new Unusable(Text::terminal(match (true) {
            $right !== null => "$path: given as --$option, but its rows are $right: give it as --$right",
            $first !== null => "$path: yields no row; the first that is wrong: $first->message",
            default => "$path: yields no row",
        }));
    }
}

/** The bytes of an input; `-` is standard input. */
function contents(string $path): string
{
    $bytes = @file_get_contents($path === '-' ? 'php://stdin' : $path);
    return $bytes === false ? throw new Unusable("$path: cannot be read") : $bytes;
}

/**
 * The arguments by option.
 *
 * @param list<string> $given
 * @return array<string, list<string>>
 */
function arguments(array $given): array
{
    $many = ['transactions' => true, 'invoices' => true, 'settled' => true];
    $arguments = array_fill_keys(['transactions', 'invoices', 'settled', 'options', 'as-of', 'memory', 'json'], []);
    $option = null;
    foreach ($given as $word) {
        if (str_starts_with($word, '--')) {
            [$option, $value] = explode('=', substr($word, 2), 2) + [1 => null];
            if (!isset($arguments[$option])) {
                throw new Unusable("--$option is no option; there are --" . implode(', --', array_keys($arguments)));
            }
            if ($value === null) {
                continue;
            }
            $word = $value;
        }
        if ($option === null || (!isset($many[$option]) && $arguments[$option] !== [])) {
            throw new Unusable($option === null ? "$word stands alone" : "--$option is given twice");
        }
        $arguments[$option][] = $word;
    }
    return $arguments;
}

/**
 * `{"matching": {…}, "read": {…}}`, or the fields of `matching` alone.
 *
 * @return array{stdClass, stdClass}
 */
function options(string $path): array
{
    $text = contents($path);
    $options = json_decode(str_starts_with($text, "\xEF\xBB\xBF") ? substr($text, 3) : $text);
    if (!$options instanceof stdClass) {
        throw new Unusable("$path: not options: " . json_last_error_msg());
    }
    if (!isset($options->matching) && !isset($options->read)) {
        return [$options, new stdClass()];
    }
    return [$options->matching ?? new stdClass(), $options->read ?? new stdClass()];
}

/** The result as a document. */
function reconcile(Inputs $inputs, stdClass $options, ?string $memory): string
{
    $linked = Linking::duplicates($inputs->transactions);
    $invoices = Linking::invoices($inputs->invoices);
    $settlements = Linking::settlements($inputs->settlements);
    if ($linked->transactions === [] || $invoices->invoices === []) {
        throw new Unusable('nothing to reconcile: give --transactions FILE and --invoices FILE');
    }
    $request = [
        'transactions' => $linked->transactions,
        'invoices' => $invoices->invoices,
        'settlements' => $settlements->settlements,
        'options' => $options,
        'memory' => $memory === null ? null : ['blob' => 0],
        'errors' => [...$inputs->errors, ...$linked->errors, ...$invoices->errors],
        'warnings' => $inputs->warnings,
        'strict' => true,
        'pretty' => true,
    ];
    // As a document, because its bytes are what is wanted. Matching::reconcile gives the same as objects.
    $request = json_encode($request, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    return Payymo::call('matching.reconcile', $request, $memory === null ? [] : [$memory]) . "\n";
}

/** The result for a person. What strangers wrote is made harmless. */
function table(Reconciliation $result): string
{
    $lines = [];
    foreach ($result->matches as $match) {
        foreach ($match->allocations as $part) {
            $target = $part->invoice ?? 'account of ' . $part->customer;
            $source = $part->transaction ?? 'credit ' . $part->credit;
            $why = $match->evidence[0]->text ?? '';
            $lines[] = "$match->decision  $part->amount $part->currency  $source → $target  $why";
        }
    }
    foreach ($result->unmatched as $row) {
        $lines[] = "open  $row->transaction  $row->reason";
    }
    foreach ($result->errors as $error) {
        $lines[] = "error  $error->code  $error->message";
    }
    $all = $result->summary;
    $lines[] = "$all->transactions payments: $all->auto automatic, $all->review for review, $all->unmatched unmatched";
    return implode("\n", array_map(Text::terminal(...), $lines)) . "\n";
}

/** @param list<string> $given */
function run(array $given): void
{
    $arguments = arguments($given);
    $files = array_intersect_key($arguments, ['transactions' => 0, 'invoices' => 0, 'settled' => 0]);
    if (array_filter($files) === []) {
        $data = static fn (string $name): string => __DIR__ . '/../../data/' . $name;
        $files['transactions'] = array_map($data, ['bank.camt053.xml', 'gocardless.json', 'stripe.json']);
        $files['invoices'] = array_map($data, ['whmcs-invoices.json', 'business-invoices.json']);
        $files['settled'] = [$data('whmcs-transactions.json')];
        $arguments['options'] = $arguments['options'] ?: [$data('options.json')];
    }
    [$options, $how] = isset($arguments['options'][0]) ? options($arguments['options'][0]) : [new stdClass(), new stdClass()];
    if (isset($arguments['as-of'][0])) {
        $options->as_of = $arguments['as-of'][0];
    }
    $inputs = new Inputs($how);
    foreach ($files as $option => $paths) {
        foreach ($paths as $path) {
            $inputs->read($path, $option);
        }
        $inputs->tellCurrencies();
    }
    $memory = isset($arguments['memory'][0]) ? contents($arguments['memory'][0]) : null;
    $document = reconcile($inputs, $options, $memory);
    $out = $arguments['json'][0] ?? null;
    if ($out === null) {
        $document = table(Reconciliation::fromArray((array) json_decode($document, true)));
    }
    if (@file_put_contents($out === null || $out === '-' ? 'php://stdout' : $out, $document) === false) {
        fwrite(STDERR, "reconcile.php: $out: cannot be written\n");
        exit(1);
    }
}

try {
    run(array_slice($argv, 1));
} catch (Unusable | PayymoException $refused) {
    fwrite(STDERR, 'reconcile.php: ' . $refused->getMessage() . "\n");
    exit(2);
}

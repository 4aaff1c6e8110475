<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Tests\Support\Installed;
use Payymo\Transport\FfiTransport;
use PHPUnit\Framework\TestCase;

/** The package in a folder of its own: the command line without configuration, the installer, the header. */
final class InstallTest extends TestCase
{
    public function testTheCommandLineNeedsNoConfiguration(): void
    {
        $package = new Installed();
        $script = $package->folder . '/five.php';
        file_put_contents($script, self::lines($package->folder, 'echo Payymo\Payymo::transport()->name();'));
        self::assertSame([0, 'ffi', ''], $package->php([$script]));
        unlink($package->lib . '/libpayymo.so');
        self::assertSame([0, 'pipe', ''], $package->php([$script]));
        file_put_contents($script, self::lines($package->folder, 'echo Payymo\Text::fold("Año"), "\n"; exit(3);'));
        self::assertSame([3, "ano\n", ''], $package->php([$script]));
        // Without the extension, too.
        $run = [PHP_BINARY, '-n', $script];
        $clean = ['PATH' => (string) getenv('PATH')];
        self::assertSame([3, "ano\n", ''], Installed::run($run, $clean));
        unlink($package->lib . '/payymo');
        file_put_contents($script, self::lines($package->folder, <<<'PHP'
            try {
                Payymo\Text::fold('a');
            } catch (Payymo\Exception\ContractException $refused) {
                echo $refused->getMessage();
            }
            PHP));
        [$code, $out] = Installed::run($run, $clean);
        self::assertSame(0, $code);
        foreach (['contract.transport', 'extension ffi is not loaded', $package->lib . '/payymo', 'payymo-install'] as $word) {
            self::assertStringContainsString($word, $out);
        }
    }

    public function testAFatalErrorEndsTheProcessOfThePipe(): void
    {
        $package = new Installed();
        unlink($package->lib . '/libpayymo.so');
        $script = $package->folder . '/fatal.php';
        $code = <<<'PHP'
            $m = new Payymo\Matcher([]);
            $t = Payymo\Payymo::transport();
            $p = (new ReflectionProperty($t, 'process'))->getValue($t);
            echo proc_get_status($p)['pid'], "\n";
            ini_set('display_errors', '0');
            this_function_is_not_there();
            PHP;
        file_put_contents($script, self::lines($package->folder, $code));
        [$code, $out] = $package->php([$script]);
        self::assertSame(255, $code);
        self::assertGreaterThan(1, (int) $out);
        self::assertFalse(posix_kill((int) $out, 0), 'it has ended');
    }

    public function testFunctionsThatAHosterHasShut(): void
    {
        $package = new Installed();
        $script = $package->folder . '/shut.php';
        file_put_contents($script, self::lines($package->folder, <<<'PHP'
            echo Payymo\Payymo::transport()->name(), ' ', Payymo\Text::fold('Año'), ' ';
            $rows = array_fill(0, 1001, ['id' => 1, 'booked_on' => '2026-03-04', 'amount' => 'none', 'currency' => 'EUR']);
            echo count(Payymo\Matching::reconcile($rows, [])->errors);
            PHP));
        $shut = ['php_uname', 'getmypid', 'getenv', 'is_executable', 'stream_set_write_buffer', 'stream_set_chunk_size', 'proc_close',
            'proc_terminate', 'proc_get_status', 'error_get_last', 'gc_enabled', 'gc_disable', 'php_uname,getmypid,getenv,proc_close'];
        foreach (['ffi', 'pipe'] as $way) {
            foreach ($shut as $functions) {
                $said = $package->php(['-d', 'disable_functions=' . $functions, $script]);
                self::assertSame([0, $way . ' ano 1001', ''], $said, $functions);
            }
            @unlink($package->lib . '/libpayymo.so');
        }
        // Without these there is no pipe: it says so.
        $code = 'try { Payymo\Text::fold("a"); } catch (Payymo\Exception\ContractException $e) { echo $e->getMessage(); }';
        file_put_contents($script, self::lines($package->folder, $code));
        foreach (['proc_open', 'pack', 'unpack', 'fread'] as $function) {
            [$code, $out] = $package->php(['-d', 'disable_functions=' . $function, $script]);
            self::assertSame(0, $code, $out);
            self::assertStringContainsString('Pipe: ' . $function . ' is among disable_functions', $out);
        }
    }

    /**
     * Ends of a call of which no code is told. A function of the shutdown may call the library then.
     *
     * @dataProvider ends
     */
    public function testAfterACallThatEndsWithPhp(string $way, string $end, int $status, string $word): void
    {
        $package = new Installed();
        if ($way === 'pipe') {
            unlink($package->lib . '/libpayymo.so');
        }
        $script = $package->folder . '/end.php';
        file_put_contents($script, self::lines($package->folder, <<<'PHP'
            register_shutdown_function(static function (): void {
                echo Payymo\Text::fold('SHUTDOWN'), ' ', Payymo\Payymo::transport()->name();
                echo ' ', count((new Payymo\Matcher([]))->reconcile([])->matches);
            });
            $matcher = new Payymo\Matcher([]);
            $row = ['id' => 't', 'booked_on' => '2026-03-04', 'amount' => '1.00', 'currency' => 'EUR'];
            $matcher->reconcile([$row], static function () { END });
            echo 'after';
            PHP));
        file_put_contents($script, str_replace('END', $end, (string) file_get_contents($script)));
        [$code, $out] = $package->php(['-d', 'display_errors=1', '-d', 'memory_limit=32M', $script]);
        self::assertSame($status, $code, $out);
        self::assertStringEndsWith('shutdown ' . $way . ' 0', $out);
        self::assertStringContainsString($word, $out);
        self::assertStringNotContainsString('after', $out);
    }

    /** @return list<array{string, string, int, string}> */
    public static function ends(): array
    {
        $time = 'set_time_limit(1); while (true) { }';
        $memory = '$a = []; while (true) { $a[] = str_repeat("x", 100000); }';
        return [
            ['pipe', 'exit(3);', 3, ''],
            ['pipe', $time, 255, 'Maximum execution time'],
            ['pipe', $memory, 255, 'Allowed memory size'],
            // PHP throws `exit` through the library, which FFI forbids.
            ['ffi', 'exit(3);', 255, 'Throwing from FFI callbacks is not allowed'],
            ['ffi', $time, 255, 'Maximum execution time'],
            ['ffi', $memory, 255, 'Allowed memory size'],
        ];
    }

    public function testTheInstallerWritesNothingThatDoesNotLoad(): void
    {
        $package = new Installed();
        $install = $package->folder . '/bin/payymo-install';
        $header = $package->folder . '/payymo.ffi.h';
        [$code, $out] = $package->php([$install]);
        self::assertSame(0, $code);
        self::assertStringContainsString('ffi.preload=' . realpath($header), $out);
        self::assertStringContainsString('opcache.preload=' . $package->folder . '/preload.php', $out);
        self::assertStringContainsString(realpath($package->lib . '/libpayymo.so'), (string) file_get_contents($header));
        unlink($header);
        foreach (
            [
                ['--library', $package->folder . '/none.so'],
                ['--library', $package->folder . '/autoload.php'],
                ['--header', $package->folder . '/none/payymo.ffi.h'],
                ['stray'],
            ] as $wrong
        ) {
            [$code, , $error] = $package->php([$install, ...$wrong]);
            self::assertSame(1, $code);
            self::assertStringContainsString('payymo-install', $error);
            self::assertFileDoesNotExist($header);
        }
        self::assertSame([], glob($package->folder . '/*.partial'));
        [$code, , $error] = Installed::run([PHP_BINARY, '-n', $install], ['PATH' => (string) getenv('PATH')]);
        self::assertSame([1, true], [$code, str_contains($error, 'the extension ffi is not loaded')]);
    }

    public function testTheHeaderIsThatOfTheLibrary(): void
    {
        $plain = static function (string $source): array {
            $source = (string) preg_replace(['~/\*.*?\*/~s', '/^#.*$/m', '/\bstruct (payymo_\w+)/'], ['', '', '$1'], $source);
            $source = (string) preg_replace(['/\s+/', '/ ?([(){};,*]) ?/'], [' ', '$1'], $source);
            return array_filter(preg_split('/(?<=;)(?![^{]*\})/', $source) ?: [], static fn (string $one): bool => trim($one) !== '');
        };
        $library = $plain((string) file_get_contents(dirname(__DIR__, 2) . '/c/include/payymo.ffi.h'));
        $ours = $plain(FfiTransport::header('/x'));
        self::assertGreaterThan(12, count($ours));
        self::assertSame([], array_values(array_diff($ours, $library)));
    }

    private static function lines(string $folder, string $code): string
    {
        return "<?php\nrequire '$folder/autoload.php';\n" . $code;
    }
}

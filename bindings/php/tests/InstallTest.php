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
                echo $refused->getErrorCode(), "\n", $refused->getMessage();
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

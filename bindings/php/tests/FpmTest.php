<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Tests\Support\Fpm;
use Payymo\Tests\Support\Installed;
use PHPUnit\Framework\TestCase;

/** A real PHP-FPM: with the lines that the installer prints, and without any. */
final class FpmTest extends TestCase
{
    private const ASK = <<<'PHP'
        try {
            echo \Payymo\Payymo::transport()->name(), ' ', \Payymo\Reference::validate('rf', 'RF18539007547034')->bits;
        } catch (\Payymo\Exception\PayymoException $refused) {
            echo $refused->getMessage();
        }
        PHP;

    /** The lines for php.ini that the installer prints. */
    private static function settings(Installed $package): array
    {
        [$code, $out, $error] = $package->php([$package->folder . '/bin/payymo-install']);
        self::assertSame(0, $code, $error);
        $settings = [];
        foreach (explode("\n", $out) as $line) {
            if (preg_match('/^([a-z_.]+)=(\S+)$/', $line, $found) === 1) {
                $settings[$found[1]] = $found[2];
            }
        }
        self::assertArrayHasKey('ffi.preload', $settings);
        self::assertArrayHasKey('opcache.preload', $settings);
        return $settings;
    }

    public function testWithTheInstallersLinesTheClassesCallAndNobodyElseDoes(): void
    {
        $package = new Installed();
        $settings = self::settings($package);
        unlink($package->lib . '/payymo');
        $fpm = new Fpm($package->folder, $settings);
        self::assertTrue($fpm->ready(), $fpm->log());
        // The classes are there without being loaded, and hold over requests.
        self::assertSame('ffi 6', $fpm->page(self::ASK), $fpm->log());
        self::assertSame('ffi 6', $fpm->page("require '$package->folder/autoload.php';" . self::ASK));
        $matcher = '$m = new \Payymo\Matcher([["id" => "7", "total" => "1", "currency" => "EUR"]]); var_dump($m->close("7"));';
        self::assertSame("bool(true)\n", $fpm->page($matcher));
        self::assertSame('csv', $fpm->page('echo \Payymo\Format::detect("Date;Amount;Description\n01.03.2026;12,00;x\n");'));
        $told = 'echo count(\Payymo\Matching::reconcile([], [], progress: function ($stage) { echo $stage, " "; })->matches);';
        self::assertSame('prepare assign 0', implode(' ', array_unique(explode(' ', $fpm->page($told)))));
        // A page of its own calls nothing of C.
        foreach (
            [
                'FFI::scope("payymo")',
                'FFI::cdef("int getpid(void);", "libc.so.6")',
                "FFI::load('$package->folder/payymo.ffi.h')",
                '\Payymo\Transport\FfiTransport::preloaded()->ffi',
            ] as $call
        ) {
            $answer = $fpm->page("try { var_dump($call); } catch (\\Throwable \$refused) { echo 'refused: ', \$refused->getMessage(); }");
            self::assertMatchesRegularExpression('/^refused: (FFI API is restricted|Cannot access private)/', $answer, $call);
        }
    }

    public function testWhereFfiIsShutThePipeIsTaken(): void
    {
        $package = new Installed();
        foreach ([[], ['ffi.enable' => 'false']] as $settings) {
            $fpm = new Fpm($package->folder, $settings);
            self::assertTrue($fpm->ready(), $fpm->log());
            $require = "require '$package->folder/autoload.php';";
            self::assertSame('pipe 6', $fpm->page($require . self::ASK), $fpm->log());
            self::assertSame('pipe 6', $fpm->page($require . self::ASK));
            unset($fpm);
        }
    }

    public function testWhereAllIsShutTheExceptionSaysHowToOpenIt(): void
    {
        $package = new Installed();
        chmod($package->lib . '/payymo', 0644);
        $require = "require '$package->folder/autoload.php';";
        $fpm = new Fpm($package->folder);
        self::assertTrue($fpm->ready(), $fpm->log());
        $answer = $fpm->page($require . self::ASK);
        foreach (['contract.transport', 'FFI API is restricted', 'chmod 755', 'payymo-install', 'ffi.preload'] as $word) {
            self::assertStringContainsString($word, $answer);
        }
        unset($fpm);
        $fpm = new Fpm($package->folder, ['disable_functions' => 'proc_open,exec']);
        self::assertTrue($fpm->ready(), $fpm->log());
        self::assertStringContainsString('proc_open is among disable_functions', $fpm->page($require . self::ASK));
    }

    public function testAPoolThatAllowsFfiToAllNeedsNoPreload(): void
    {
        $package = new Installed();
        $fpm = new Fpm($package->folder, [], ['php_admin_value[ffi.enable]' => 'true']);
        self::assertTrue($fpm->ready(), $fpm->log());
        self::assertSame('ffi 6', $fpm->page("require '$package->folder/autoload.php';" . self::ASK));
    }
}

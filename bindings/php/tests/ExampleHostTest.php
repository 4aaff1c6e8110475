<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Tests\Support\BothWays;
use Payymo\Tests\Support\Installed;

/** The example host gives what the Rust command gives, byte for byte, over both ways. */
final class ExampleHostTest extends BothWays
{
    private const ROOT = __DIR__ . '/../../..';

    private static string $world;

    public static function setUpBeforeClass(): void
    {
        self::$world = sys_get_temp_dir() . '/payymo-world-' . bin2hex(random_bytes(6));
        $world = [self::built('world'), '--style', 'hosting_uk', '--seed', '2001', '--customers', '2000', '--out', self::$world];
        [$code, , $error] = Installed::run($world);
        self::assertSame(0, $code, $error);
    }

    public static function tearDownAfterClass(): void
    {
        Installed::run(['rm', '-r', self::$world]);
    }

    private static function built(string $command): string
    {
        return (getenv('PAYYMO_BUILT') ?: self::ROOT . '/target/release') . '/' . $command;
    }

    /**
     * @param list<string> $arguments
     * @return array{int, string, string}
     */
    private static function host(string $way, array $arguments): array
    {
        $environment = getenv();
        if ($way === 'pipe') {
            $environment['PAYYMO_LIBRARY'] = '/no/libpayymo.so';
        }
        return Installed::run([PHP_BINARY, self::ROOT . '/examples/hosts/php/reconcile.php', ...$arguments], $environment);
    }

    /** @param list<string> $arguments */
    private static function assertSameAsTheCommand(string $way, array $arguments): void
    {
        [$code, $wanted, $error] = Installed::run([self::built('reconcile'), ...$arguments, '--json', '-']);
        self::assertSame(0, $code, $error);
        [$code, $given, $error] = self::host($way, [...$arguments, '--json', '-']);
        self::assertSame(0, $code, $error);
        self::assertGreaterThan(10000, strlen($wanted));
        self::assertTrue($wanted === $given, "equal to the last byte: {$way}");
    }

    /** @dataProvider ways */
    public function testTheSampleMonth(string $way): void
    {
        self::assertSameAsTheCommand($way, []);
        $data = self::ROOT . '/examples/data/';
        $files = ['--transactions', $data . 'bank.camt053.xml', $data . 'stripe.json', '--invoices', $data . 'whmcs-invoices.json'];
        self::assertSameAsTheCommand($way, [...$files, '--settled', $data . 'whmcs-transactions.json', '--as-of', '2026-03-31']);
    }

    /** @dataProvider ways */
    public function testAWorldOfTwoThousandCustomers(string $way): void
    {
        $world = self::$world;
        $arguments = ['--transactions', "$world/transactions.json", '--invoices', "$world/invoices.json"];
        array_push($arguments, '--settled', "$world/settlements.json");
        self::assertSameAsTheCommand($way, [...$arguments, '--options', "$world/options.json"]);
    }

    public function testWhatIsUnusableIsSaid(): void
    {
        $data = self::ROOT . '/examples/data/';
        foreach (
            [
                [['--frobnicate'], 'no option'],
                [['stray'], 'stray'],
                [['--json', 'a', '--json', 'b'], 'twice'],
                [['--transactions', '/no/file'], 'cannot be read'],
                [['--transactions', $data . 'whmcs-invoices.json'], 'give it as --invoices'],
                [['--transactions', $data . 'stripe.json'], '--invoices FILE'],
                [['--options', $data . 'stripe.json'], 'max_wrong_auto'],
            ] as [$arguments, $word]
        ) {
            [$code, $out, $error] = self::host('ffi', $arguments);
            self::assertSame([2, ''], [$code, $out], $error);
            self::assertStringContainsString($word, $error);
        }
        [$code, $out] = self::host('ffi', []);
        self::assertSame(0, $code);
        self::assertMatchesRegularExpression('/^auto .*\d payments: \d+ automatic/s', $out);
    }
}

<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Format;
use Payymo\Model\Transaction;
use Payymo\Tests\Support\Installed;
use PHPUnit\Framework\TestCase;

/** What README.md shows is PHP, names what there is, and does what it says. */
final class ReadmeTest extends TestCase
{
    private const DATA = __DIR__ . '/../../../examples/data/';

    public function testItsCodeIsCode(): void
    {
        $text = (string) file_get_contents(dirname(__DIR__) . '/README.md');
        self::assertSame(5, preg_match_all('/```php\n(.*?)```/s', $text, $blocks));
        foreach ($blocks[1] as $code) {
            token_get_all("<?php\n" . $code, TOKEN_PARSE);
            preg_match_all('/^use (Payymo\\\\[\w\\\\]+);/m', $code, $used);
            foreach ($used[1] as $class) {
                self::assertTrue(class_exists($class) || enum_exists($class), $class);
            }
        }
        $autoload = dirname(__DIR__) . '/autoload.php';
        [$code, $out, $error] = Installed::run([PHP_BINARY, '-r', "require '$autoload';" . $blocks[1][1]], getenv());
        self::assertSame(1, preg_match('~; // (.+)$~', trim($blocks[1][1]), $said));
        self::assertSame([0, $said[1], ''], [$code, $out, $error]);
    }

    public function testItsRealExampleBooksPayments(): void
    {
        $before = 'require ' . var_export(__DIR__ . '/Support/whmcs.php', true) . ';'
            . 'Rows::$file = ' . var_export(self::DATA . 'whmcs-invoices.json', true) . ";\n\$memory = null;";
        $out = self::printed(2, $before, 'echo json_encode([Rows::$posted, count($review), strlen($memory)]);');
        [$posted, $review, $memory] = json_decode($out, true, 512, JSON_THROW_ON_ERROR);
        self::assertGreaterThan(10, count($posted));
        self::assertGreaterThan(0, $review);
        self::assertGreaterThan(50, $memory);
        foreach ($posted as $payment) {
            self::assertMatchesRegularExpression('/^\d+\.\d{2}$/', $payment['amount']);
            self::assertMatchesRegularExpression('/^2026-\d\d-\d\d$/', $payment['date']);
        }
    }

    public function testItsLargeFileIsReadRowByRow(): void
    {
        $before = '$insert = new class { public array $rows = []; public function execute(array $row): void { $this->rows[] = $row; } };';
        $out = self::printed(3, $before, 'echo "\n", json_encode($insert->rows);');
        [$said, $rows] = explode("\n", $out, 2);
        $whole = Format::read((string) file_get_contents(self::DATA . 'bank.camt053.xml'));
        self::assertSame("camt053: $whole->records records, 0 refused", $said);
        $wanted = static fn (Transaction $row): array => [$row->id, $row->bookedOn, $row->amount, $row->currency];
        self::assertGreaterThan(10, count($whole->transactions));
        self::assertSame(array_map($wanted, $whole->transactions), json_decode($rows, true, 512, JSON_THROW_ON_ERROR));
    }

    /** What an example prints beside the sample statement, with what a host would have before it and a line behind it. */
    private static function printed(int $number, string $before, string $behind): string
    {
        $text = (string) file_get_contents(dirname(__DIR__) . '/README.md');
        preg_match_all('/```php\n(.*?)```/s', $text, $blocks);
        $folder = sys_get_temp_dir() . '/payymo-readme-' . bin2hex(random_bytes(6));
        mkdir($folder);
        copy(self::DATA . 'bank.camt053.xml', $folder . '/camt053.xml');
        $before = 'require ' . var_export(dirname(__DIR__) . '/autoload.php', true) . ";chdir(__DIR__);\n$before\n";
        // Imports stand before all else.
        preg_match_all('/^use .*;$/m', $blocks[1][$number], $uses);
        $code = "<?php\n" . implode("\n", $uses[0]) . "\n" . $before . preg_replace('/^use .*;$/m', '', $blocks[1][$number]);
        file_put_contents($folder . '/example.php', "$code\n$behind");
        [$code, $out, $error] = Installed::run([PHP_BINARY, $folder . '/example.php'], getenv());
        array_map(unlink(...), glob($folder . '/*') ?: []);
        rmdir($folder);
        self::assertSame([0, ''], [$code, $error], $out);
        return $out;
    }
}

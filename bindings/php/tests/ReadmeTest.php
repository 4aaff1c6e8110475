<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Tests\Support\Installed;
use PHPUnit\Framework\TestCase;

/** What README.md shows is PHP, names what there is, and its five lines print what they say. */
final class ReadmeTest extends TestCase
{
    public function testItsCodeIsCode(): void
    {
        $text = (string) file_get_contents(dirname(__DIR__) . '/README.md');
        self::assertSame(4, preg_match_all('/```php\n(.*?)```/s', $text, $blocks));
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
        $text = (string) file_get_contents(dirname(__DIR__) . '/README.md');
        preg_match_all('/```php\n(.*?)```/s', $text, $blocks);
        $folder = sys_get_temp_dir() . '/payymo-readme-' . bin2hex(random_bytes(6));
        mkdir($folder);
        $data = dirname(__DIR__, 3) . '/examples/data/';
        copy($data . 'bank.camt053.xml', $folder . '/camt053.xml');
        $before = 'require ' . var_export(dirname(__DIR__) . '/autoload.php', true) . ';'
            . 'require ' . var_export(__DIR__ . '/Support/whmcs.php', true) . ';'
            . 'Rows::$file = ' . var_export($data . 'whmcs-invoices.json', true) . ";\n\$memory = null; chdir(__DIR__);\n";
        // Imports stand before all else.
        preg_match_all('/^use .*;$/m', $blocks[1][2], $uses);
        $code = "<?php\n" . implode("\n", $uses[0]) . "\n" . $before . preg_replace('/^use .*;$/m', '', $blocks[1][2]);
        file_put_contents($folder . '/real.php', $code . "\necho json_encode([Rows::\$posted, count(\$review), strlen(\$memory)]);");
        [$code, $out, $error] = Installed::run([PHP_BINARY, $folder . '/real.php'], getenv());
        array_map(unlink(...), glob($folder . '/*') ?: []);
        rmdir($folder);
        self::assertSame([0, ''], [$code, $error], $out);
        [$posted, $review, $memory] = json_decode($out, true, 512, JSON_THROW_ON_ERROR);
        self::assertGreaterThan(10, count($posted));
        self::assertGreaterThan(0, $review);
        self::assertGreaterThan(50, $memory);
        foreach ($posted as $payment) {
            self::assertMatchesRegularExpression('/^\d+\.\d{2}$/', $payment['amount']);
            self::assertMatchesRegularExpression('/^2026-\d\d-\d\d$/', $payment['date']);
        }
    }
}

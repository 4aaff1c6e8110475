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
        self::assertSame([0, 'RF18 5390 0754 7034', ''], [$code, $out, $error]);
    }
}

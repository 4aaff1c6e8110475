<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Matching;
use Payymo\Model\Options;
use Payymo\Model\SessionTokens;
use Payymo\Sessions;
use Payymo\Signer;
use Payymo\Tests\Support\BothWays;

/** Secrets stay out of what PHP prints of records, and out of the traces of exceptions. */
final class SecretsTest extends BothWays
{
    /** What is printed of records in any way that a debugger of PHP itself has. */
    private static function printed(object $record): string
    {
        ob_start();
        var_dump($record);
        return print_r($record, true) . ob_get_clean();
    }

    public function testNoSecretIsPrinted(): void
    {
        $tokens = new SessionTokens(access: 'access-token', refresh: 'refresh-token', accessExpires: 1, refreshExpires: 2);
        $options = new Options(auditSalt: 'salt-of-the-host', threads: 3);
        $printed = self::printed($tokens) . self::printed($options);
        foreach (['access-token', 'refresh-token', 'salt-of-the-host'] as $secret) {
            self::assertStringNotContainsString($secret, $printed);
        }
        self::assertStringContainsString('[access] => ***', $printed);
        self::assertStringContainsString('[refreshExpires] => 2', $printed);
        self::assertStringContainsString('[auditSalt] => ***', $printed);
        self::assertStringContainsString('[auditSalt] => ' . "\n", print_r(new Options(), true));
        // They are there all the same.
        self::assertSame('access-token', $tokens->access);
        self::assertStringContainsString('refresh-token', (string) json_encode($tokens));
        self::assertEquals($tokens, unserialize(serialize($tokens)));
        self::assertEquals($tokens, SessionTokens::fromArray($tokens->toArray()));
    }

    public function testNoSecretIsInATrace(): void
    {
        if (PHP_VERSION_ID < 80200) {
            self::markTestSkipped('PHP 8.1 has no word for what stays out of a trace');
        }
        ini_set('zend.exception_ignore_args', '0');
        $of = static fn (\Closure $call) => self::refusal($call)->getTrace();
        $salt = 'salt-of-the-host';
        $traces = [
            $of(static fn () => SessionTokens::fromArray(['access' => $salt])),
            $of(static fn () => new Options(auditSalt: $salt, asOf: 'x', rates: ['x'])),
            $of(static fn () => Matching::reconcile([], [], options: ['audit_salt' => $salt, 'auto' => 5.5])),
            $of(static fn () => new Signer('HS256', secret: $salt)),
            $of(static fn () => new Sessions('i', 'a', 'r', 'HS256', secret: $salt)),
        ];
        // Objects of the trace are these closures themselves, which hold what they use.
        $arguments = [];
        array_walk_recursive($traces, static function (mixed $value, int|string $key) use (&$arguments): void {
            $arguments[] = is_string($value) ? $value : $key;
        });
        self::assertGreaterThan(50, count($arguments));
        self::assertStringNotContainsString($salt, implode("\n", $arguments));
    }
}

<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

use Payymo\Exception\PayymoException;
use Payymo\Payymo;
use Payymo\Transport\Choice;
use Payymo\Transport\Transport;
use PHPUnit\Framework\TestCase;

/** Tests that run over both ways to the library. */
abstract class BothWays extends TestCase
{
    /** @return array<string, array{string}> */
    public static function ways(): array
    {
        return ['ffi' => ['ffi'], 'pipe' => ['pipe']];
    }

    protected function tearDown(): void
    {
        Payymo::configure();
        parent::tearDown();
    }

    /** Takes a way, which must be there. */
    protected static function take(string $way): Transport
    {
        $choice = new Choice();
        $transport = $way === 'ffi' ? $choice->ffi() : $choice->pipe();
        if ($transport === null) {
            self::fail($way . ' is not to be had: make -C bindings/php test builds what it needs');
        }
        Payymo::use($transport);
        return $transport;
    }

    /** The exception that a call ends with. */
    protected static function refusal(\Closure $call): PayymoException
    {
        try {
            $call();
        } catch (PayymoException $refused) {
            return $refused;
        }
        self::fail('no exception');
    }

    /** @param class-string<PayymoException> $class */
    protected static function assertRefused(string $code, ?string $field, string $class, \Closure $call): void
    {
        $refused = self::refusal($call);
        self::assertSame($code, $refused->getErrorCode(), $refused->getMessage());
        self::assertSame($field, $refused->getPlace()->field);
        self::assertInstanceOf($class, $refused);
        self::assertSame(\Payymo\ErrorCode::NUMBERS[$code], $refused->getNumber());
        self::assertSame($refused->getNumber(), $refused->getCode());
        self::assertNotSame('', $refused->getSentence());
        self::assertStringStartsWith($code . ': ' . $refused->getSentence(), $refused->getMessage());
        self::assertStringContainsString($field === null ? '' : ', field ' . $field, $refused->getMessage());
    }
}

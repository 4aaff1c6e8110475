<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\PayymoException;
use Payymo\Internal\Handle;
use Payymo\Tests\Support\BothWays;
use Payymo\Tests\Support\Operations;
use Payymo\Tests\Support\Typed;
use Payymo\Tests\Support\Vectors;

/** The cases that all languages have in common: as documents, byte for byte, and through the classes; over both ways. */
final class VectorsTest extends BothWays
{
    /** @var array<string, true> */
    private static array $ran = [];

    public static function tearDownAfterClass(): void
    {
        fwrite(STDOUT, "\nphp: " . count(self::$ran) . " cases\n");
    }

    /** @dataProvider ways */
    public function testDocumentsAreEqualByteForByte(string $way): void
    {
        $transport = self::take($way);
        foreach (self::cases() as $name => $case) {
            $operation = $case['head']['op'];
            $handle = null;
            try {
                if (str_ends_with($operation, '.new')) {
                    [$handle, $answer] = $transport->open($operation, $case['request']);
                } elseif (isset($case['head']['open'])) {
                    [$handle] = $transport->open(self::opens($operation), self::json($case['head']['open']));
                    foreach ($case['head']['before'] ?? [] as [$before, $request]) {
                        $transport->callOn($handle, $before, self::json($request));
                    }
                    $answer = $transport->callOn($handle, $operation, $case['request']);
                } else {
                    $answer = $transport->call($operation, $case['request']);
                }
                self::assertSame($case['answer'], $answer, $name);
            } catch (PayymoException $refused) {
                $told = json_decode($case['answer'], true, 512, JSON_THROW_ON_ERROR);
                self::assertEquals($told, ['error' => self::error($refused)], $name);
            }
            if ($handle !== null) {
                $transport->release($handle);
            }
            self::$ran[$name] = true;
        }
    }

    /** @dataProvider ways */
    public function testClassesSayTheSame(string $way): void
    {
        self::take($way);
        foreach (self::cases() as $name => $case) {
            $operation = $case['head']['op'];
            if ($case['head']['raw'] ?? false) {
                continue;
            }
            /** @var array<string, mixed> $request */
            $request = json_decode($case['request'], true, 512, JSON_THROW_ON_ERROR);
            if (!Typed::canSay($operation, $request)) {
                continue;
            }
            $handle = null;
            $told = json_decode($case['answer'], true, 512, JSON_THROW_ON_ERROR);
            $error = is_array($told) ? ($told['error'] ?? null) : null;
            try {
                if (isset($case['head']['open'])) {
                    $handle = Typed::call(self::opens($operation), $case['head']['open']);
                    self::assertInstanceOf(Handle::class, $handle, $name);
                    foreach ($case['head']['before'] ?? [] as [$before, $change]) {
                        Typed::call($before, $change, $handle);
                    }
                }
                $answer = Typed::document($operation, Typed::call($operation, $request, $handle));
            } catch (PayymoException $refused) {
                self::assertNotNull($error, $name . ': ' . $refused->getMessage());
                self::assertSame([$error['code'], $error['number']], [$refused->getErrorCode(), $refused->getNumber()], $name);
                continue;
            } catch (\TypeError $refused) {
                // What is not of its type PHP refuses before the library sees it.
                self::assertSame('contract.field', $error['code'] ?? null, $name . ': ' . $refused->getMessage());
                continue;
            }
            self::assertSame($told, json_decode($answer, true, 512, JSON_THROW_ON_ERROR), $name);
        }
    }

    /** @return array<string, array{head: array<string, mixed>, request: string, answer: string}> */
    private static function cases(): array
    {
        $cases = Vectors::all();
        self::assertNotSame([], $cases, 'no vectors in ' . basename(Vectors::folder()));
        foreach ($cases as $name => $case) {
            $known = isset(Operations::TABLE[$case['head']['op']]);
            self::assertTrue($known || ($case['head']['raw'] ?? false), $name . ': no such operation');
        }
        return $cases;
    }

    /** What makes the handle that an operation is done on. */
    private static function opens(string $operation): string
    {
        return explode('.', $operation)[0] . '.new';
    }

    /** @return array<string, mixed> */
    private static function error(PayymoException $refused): array
    {
        $place = $refused->getPlace();
        $bytes = $place->start === null ? null : ['start' => $place->start, 'end' => $place->end];
        $error = [
            'code' => $refused->getErrorCode(),
            'number' => $refused->getNumber(),
            'message' => $refused->getSentence(),
            'bytes' => $bytes,
            'line' => $place->line,
            'field' => $place->field,
            'row' => $place->row,
        ];
        return array_filter($error, static fn (mixed $member): bool => $member !== null);
    }

    private static function json(mixed $value): string
    {
        $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION;
        return $value === [] ? '{}' : json_encode($value, $flags);
    }
}

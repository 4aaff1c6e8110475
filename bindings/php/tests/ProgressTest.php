<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\ContractException;
use Payymo\Exception\MatchingException;
use Payymo\Matcher;
use Payymo\Matching;
use Payymo\Model\Reconciliation;
use Payymo\Payymo;
use Payymo\Reader;
use Payymo\Stream;
use Payymo\Tests\Support\BothWays;
use Payymo\Text;

/** Functions that are told how far a call has come: they may stop it, throw, and not call back. */
final class ProgressTest extends BothWays
{
    /** @return array{list<array<string, mixed>>, list<array<string, mixed>>} */
    private static function rows(): array
    {
        $rows = [];
        $items = [];
        for ($at = 0; $at < 2000; $at++) {
            $amount = sprintf('%d.%02d', 5 + $at % 900, $at % 100);
            $rows[] = ['id' => "t$at", 'booked_on' => '2026-03-04', 'amount' => $amount, 'currency' => 'EUR', 'remittance' => "N-$at"];
            $items[] = ['id' => "i$at", 'number' => "N-$at", 'total' => $amount, 'currency' => 'EUR', 'issued_on' => '2026-03-01'];
        }
        return [$rows, $items];
    }

    /** @dataProvider ways */
    public function testTheStagesComeInTheirOrder(string $way): void
    {
        self::take($way);
        [$rows, $items] = self::rows();
        $seen = [];
        $told = static function (string $stage, int $done, int $all) use (&$seen): void {
            self::assertLessThanOrEqual($all, $done);
            $seen[$stage] = $done;
        };
        $result = Matching::reconcile($rows, $items, progress: $told);
        self::assertSame(['prepare', 'score', 'assign'], array_keys($seen));
        self::assertTrue(json_encode($result) === json_encode(Matching::reconcile($rows, $items)), 'the same result');
        $matcher = new Matcher($items);
        $seen = [];
        self::assertInstanceOf(Reconciliation::class, $matcher->reconcile($rows, progress: $told));
        self::assertArrayHasKey('assign', $seen);
    }

    /** @dataProvider ways */
    public function testFalseStopsTheCall(string $way): void
    {
        self::take($way);
        [$rows, $items] = self::rows();
        $stop = static fn (string $stage): bool => $stage !== 'score';
        self::assertRefused(
            'matching.cancelled',
            null,
            MatchingException::class,
            static fn () => Matching::reconcile($rows, $items, progress: $stop),
        );
        $matcher = new Matcher($items);
        self::assertRefused('matching.cancelled', null, MatchingException::class, static fn () => $matcher->reconcile($rows, $stop));
        self::assertCount(1, $matcher->reconcile([$rows[0]])->matches);
    }

    /** @dataProvider ways */
    public function testWhatItThrowsComesOut(string $way): void
    {
        self::take($way);
        [$rows, $items] = self::rows();
        $matcher = new Matcher($items);
        foreach (['prepare', 'score', 'assign'] as $when) {
            $own = new \DomainException($when);
            $throw = static fn (string $stage) => $stage === $when ? throw $own : null;
            try {
                Matching::reconcile($rows, $items, progress: $throw);
                self::fail('no exception');
            } catch (\DomainException $thrown) {
                self::assertSame($own, $thrown);
            }
        }
        try {
            $matcher->reconcile($rows, static fn () => intdiv(1, 0));
            self::fail('no exception');
        } catch (\DivisionByZeroError) {
            self::assertSame('a', Text::fold('A'));
        }
        self::assertTrue($matcher->close('i1'));
    }

    /** @dataProvider ways */
    public function testItMayNotCallBack(string $way): void
    {
        self::take($way);
        [$rows, $items] = self::rows();
        $matcher = new Matcher($items);
        $other = new Matcher($items);
        foreach (
            [
                static fn () => Text::fold('A'),
                static fn () => $matcher->close('i1'),
                static fn () => $other->close('i1'),
                static fn () => new Matcher([]),
                static fn () => new Stream(),
                static fn () => iterator_to_array(Reader::rows(['x'])),
                static fn () => $matcher->reconcile([], static fn () => true),
            ] as $call
        ) {
            $back = static fn () => $call();
            self::assertRefused('contract.callback', null, ContractException::class, static fn () => $matcher->reconcile($rows, $back));
        }
        self::assertTrue($matcher->close('i1'));
    }

    /** @dataProvider ways */
    public function testAMatcherThatGoesInTheMiddleGoesAfterIt(string $way): void
    {
        self::take($way);
        [$rows, $items] = self::rows();
        $matcher = new Matcher($items);
        $other = new Matcher($items);
        $result = $matcher->reconcile($rows, static function () use ($matcher, &$other): void {
            $matcher->release();
            $other = null;
        });
        self::assertCount(2000, $result->matches);
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $matcher->close('i1'));
        self::assertSame('"a"', Payymo::call('text.fold', '{"text": "A"}'));
    }
}

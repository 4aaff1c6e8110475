<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\ContractException;
use Payymo\Internal\Take;
use Payymo\Model\Fee;
use Payymo\Tests\Support\BothWays;

/** What is made of types keeps what they are made of, to any depth, and says its place. */
final class TakeTest extends BothWays
{
    public function testListsAndMapsKeepWhatTheyHold(): void
    {
        self::assertSame([1, 2], Take::list([1, 2], Take::whole(...), ''));
        self::assertSame(['1', '2'], Take::list((object) ['a' => 1, 'b' => 2], Take::text(...), ''));
        self::assertSame(['a' => true], Take::map((object) ['a' => true], Take::truth(...), ''));
        $numbers = static fn (mixed $of, string $at): array => Take::map($of, Take::number(...), $at);
        self::assertSame([['a' => 1.0], []], Take::list([['a' => 1], []], $numbers, ''));
        $fees = static fn (mixed $of, string $at): array => Take::records($of, Fee::class, $at);
        $taken = Take::list([[['amount' => '1', 'currency' => 'EUR']], []], $fees, '');
        self::assertSame(['1', []], [$taken[0][0]->amount, $taken[1]]);
        self::assertRefused(
            'contract.field',
            '/x/1/0/currency',
            ContractException::class,
            static fn () => Take::list([[], [['amount' => '1']]], $fees, '/x'),
        );
        $refused = static fn (string $field, \Closure $call) =>
            self::assertRefused('contract.field', $field, ContractException::class, $call);
        $refused('/x/1', static fn () => Take::list([1, '2'], Take::whole(...), '/x'));
        $refused('/x/0/b~1c', static fn () => Take::list([['b/c' => 'd']], $numbers, '/x'));
        $refused('/x', static fn () => Take::map(5, Take::text(...), '/x'));
    }

    public function testOneOfSeveralStaysWhatItIs(): void
    {
        $columns = static fn (mixed $of, string $at): array => Take::list($of, Take::whole(...), $at);
        $take = static fn (mixed $value): mixed => Take::either($value, [Take::whole(...), Take::text(...), $columns], '/x');
        self::assertSame([5, '5', [5]], [$take(5), $take('5'), $take([5])]);
        self::assertRefused('contract.field', '/x', ContractException::class, static fn () => $take(5.5));
        self::assertRefused('contract.field', '/x/1', ContractException::class, static fn () => $take([1, 'a']));
    }
}

<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\ContractException;
use Payymo\Matching;
use Payymo\Payymo;
use Payymo\Tests\Support\BothWays;

/** What a host keeps in its rows: what the contract does not know costs nothing, what it knows is refused with its place. */
final class GiveTest extends BothWays
{
    private const ROW = ['id' => 't1', 'booked_on' => '2026-03-04', 'amount' => '12.00', 'currency' => 'EUR', 'remittance' => 'INV-7'];
    private const ITEM = ['id' => '7', 'number' => 'INV-7', 'total' => '12.00', 'currency' => 'EUR'];

    /** @return array<string, mixed> */
    private static function strange(): array
    {
        $cycle = [];
        $cycle['one'] = &$cycle;
        $cycle['two'] = &$cycle;
        $object = new \stdClass();
        $object->self = $object;
        $deep = [];
        for ($depth = 0; $depth < 100000; $depth++) {
            $deep = [$deep];
        }
        return [
            'INF' => INF,
            'NAN' => NAN,
            'a resource' => STDIN,
            'an array that holds itself' => $cycle,
            'an object that holds itself' => $object,
            'a deep array' => $deep,
            'a closure' => static fn () => 1,
            'an object that throws' => new class implements \JsonSerializable {
                public function jsonSerialize(): never
                {
                    throw new \DomainException('of the host');
                }
            },
        ];
    }

    /** @dataProvider ways */
    public function testWhatTheContractDoesNotKnowIsPassedOver(string $way): void
    {
        self::take($way);
        foreach (self::strange() as $name => $value) {
            $rows = [['of_the_host' => $value] + self::ROW, (object) (['of_the_host' => $value, 'id' => 't2'] + self::ROW)];
            $result = Matching::reconcile($rows, [self::ITEM]);
            self::assertSame([2, []], [$result->summary->transactions, $result->errors], $name);
        }
        self::assertCount(1, Matching::reconcile([['of_the_host' => "\xFF"] + self::ROW], [self::ITEM])->matches);
    }

    /** @dataProvider ways */
    public function testWhatItKnowsIsRefusedWithItsPlace(string $way): void
    {
        self::take($way);
        $refused = static fn (string $field, array $row) => self::assertRefused(
            'contract.field',
            $field,
            ContractException::class,
            static fn () => Matching::reconcile([self::ROW, $row + self::ROW], []),
        );
        foreach (self::strange() as $value) {
            $refused('/transactions/1/remittance', ['remittance' => $value]);
            $refused('/transactions/1/remittance', ['remittance' => ['of' => ['the' => $value]]]);
            $refused('/transactions/1/counterparty/name', ['counterparty' => ['name' => $value]]);
        }
        foreach ([5.0, 1.5, 1e30] as $float) {
            $refused('/transactions/1/id', ['id' => $float]);
            $refused('/transactions/1/metadata/a', ['metadata' => ['a' => $float]]);
            $refused('/transactions/1/booked_on', ['booked_on' => $float]);
        }
        $said = self::refusal(static fn () => Matching::reconcile([['id' => 5.0] + self::ROW], []))->getMessage();
        self::assertStringContainsString('text', $said);
        self::assertCount(1, Matching::reconcile([['id' => 5] + self::ROW], [self::ITEM])->matches);
    }

    /** @dataProvider ways */
    public function testAnInstantIsTheDayOfItsOwnZone(string $way): void
    {
        self::take($way);
        foreach (['Europe/Berlin' => '00:30', 'America/New_York' => '23:30', 'Pacific/Kiritimati' => '12:00'] as $zone => $time) {
            $at = new \DateTimeImmutable('2026-03-04 ' . $time, new \DateTimeZone($zone));
            $result = Matching::reconcile([['booked_on' => $at] + self::ROW], [self::ITEM]);
            self::assertSame('2026-03-04', $result->asOf, $zone);
        }
    }

    /** @dataProvider ways */
    public function testANameOfAnOperationThatIsNotUtf8(string $way): void
    {
        self::take($way);
        self::assertRefused('contract.encoding', null, ContractException::class, static fn () => Payymo::call("\xFF"));
    }
}

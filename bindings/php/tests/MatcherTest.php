<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Enum\Decision;
use Payymo\Enum\MatchKind;
use Payymo\Exception\ContractException;
use Payymo\Matcher;
use Payymo\Model\Invoice;
use Payymo\Model\Transaction;
use Payymo\Payymo;
use Payymo\Tests\Support\BothWays;

/** The matcher: what it does, and that nobody can use one that is gone. */
final class MatcherTest extends BothWays
{
    private static function item(string $id = '7'): Invoice
    {
        return new Invoice(id: $id, total: '12.00', currency: 'EUR', number: 'INV-2026-00' . $id, issuedOn: '2026-03-01');
    }

    private static function payment(string $id = 't1'): Transaction
    {
        return new Transaction(id: $id, bookedOn: '2026-03-04', amount: '12.00', currency: 'EUR', remittance: 'INV-2026-007');
    }

    /** @dataProvider ways */
    public function testAMonthOfIt(string $way): void
    {
        self::take($way);
        $matcher = new Matcher(invoices: [self::item(), ['id' => 'x']], settlements: []);
        self::assertCount(1, $matcher->errors());
        self::assertSame('input.missing', $matcher->errors()[0]->code);
        $result = $matcher->reconcile([self::payment()]);
        self::assertSame(MatchKind::Single, $result->matches[0]->kind());
        self::assertSame(Decision::Auto, $result->matches[0]->decision());
        self::assertSame('7', $result->matches[0]->allocations[0]->invoice);
        $matcher->apply($result->matches);
        $refused = self::refusal(static fn () => $matcher->apply($result->matches));
        self::assertSame('matching.overspent', $refused->getErrorCode());
        $matcher->undo([$result->matches[0]->toArray()]);
        self::assertCount(1, $matcher->propose(self::payment())->matches);
        self::assertSame('t1', $matcher->explain('t1', [self::payment()])[0]->transaction);
        self::assertTrue($matcher->close('7'));
        self::assertSame('closed_invoice', $matcher->propose(self::payment())->unmatched[0]->reason);
        $matcher->put(self::item());
        self::assertTrue($matcher->remove('7'));
        self::assertFalse($matcher->remove('7'));
        $matcher->settle(['invoice' => '7', 'amount' => '12.00', 'currency' => 'EUR', 'settled_on' => '2026-03-04']);
        $matcher->remember();
    }

    /** @dataProvider ways */
    public function testAReleasedMatcherIsRefused(string $way): void
    {
        self::take($way);
        $matcher = new Matcher(invoices: [self::item()]);
        $other = new Matcher(invoices: [self::item()]);
        $matcher->release();
        $matcher->release();
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $matcher->close('7'));
        self::assertTrue($other->close('7'));
    }

    /** @dataProvider ways */
    public function testOneMatcherIsOneObject(string $way): void
    {
        $transport = self::take($way);
        $matcher = new Matcher(invoices: [self::item()]);
        $never = (new \ReflectionClass(Matcher::class))->newInstanceWithoutConstructor();
        foreach (
            [
                static fn () => clone $matcher,
                static fn () => serialize($matcher),
                static fn () => unserialize('O:14:"Payymo\Matcher":0:{}'),
                static fn () => unserialize('O:14:"Payymo\Matcher":1:{s:6:"number";i:1;}'),
                static fn () => $never->close('7'),
                static fn () => clone $transport,
                static fn () => serialize($transport),
            ] as $call
        ) {
            self::assertRefused('contract.handle', null, ContractException::class, $call);
        }
        gc_collect_cycles();
        self::assertTrue($matcher->close('7'), 'what was refused took nothing with it');
        $matcher->__construct(invoices: []);
        self::assertFalse($matcher->close('7'));
    }

    /** @dataProvider ways */
    public function testMatchersKeepTheirWay(string $way): void
    {
        self::take($way);
        $matcher = new Matcher(invoices: [self::item()]);
        self::take($way === 'ffi' ? 'pipe' : 'ffi');
        self::assertTrue($matcher->close('7'));
        Payymo::use(null);
        self::assertTrue($matcher->close('7'));
    }

    /** @dataProvider ways */
    public function testAMatcherThatCouldNotBeMade(string $way): void
    {
        self::take($way);
        self::assertRefused(
            'contract.field',
            '/options/twins',
            ContractException::class,
            static fn () => new Matcher(invoices: [], options: ['twins' => 'x']),
        );
        self::assertSame('memory.syntax', self::refusal(static fn () => new Matcher([], memory: 'x'))->getErrorCode());
        self::assertTrue((new Matcher(invoices: [self::item()]))->close('7'));
    }

    /** @dataProvider ways */
    public function testMatchersGoInAnyOrder(string $way): void
    {
        self::take($way);
        $matchers = [];
        for ($at = 0; $at < 50; $at++) {
            $matchers[] = new Matcher(invoices: [self::item((string) $at)]);
        }
        shuffle($matchers);
        while ($matchers !== []) {
            self::assertFalse(array_pop($matchers)->close('none'));
        }
    }

    public function testAProcessThatDiesIsSaidAndReplaced(): void
    {
        $transport = self::take('pipe');
        $matcher = new Matcher(invoices: [self::item()]);
        $process = (new \ReflectionProperty($transport, 'process'))->getValue($transport);
        $about = is_resource($process) ? proc_get_status($process) : [];
        posix_kill($about['pid'] ?? 0, SIGKILL);
        usleep(50000);
        self::assertRefused('contract.transport', null, ContractException::class, static fn () => $matcher->close('7'));
        // The next call starts another, in which no matcher of the first lives.
        self::assertSame('"a"', $transport->call('text.fold', '{"text":"A"}'));
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $matcher->close('7'));
        self::assertTrue((new Matcher(invoices: [self::item()]))->close('7'));
    }

    public function testAChildOfForkHasAProcessOfItsOwn(): void
    {
        self::take('pipe');
        $matcher = new Matcher(invoices: [self::item()]);
        $child = pcntl_fork();
        if ($child === 0) {
            $code = 1;
            try {
                $code = \Payymo\Text::fold('A') === 'a' ? 0 : 2;
                $matcher->close('7');
                $code = 3;
            } catch (ContractException $refused) {
                $code = $code === 0 && $refused->getErrorCode() === 'contract.handle' ? 0 : 4;
            }
            // Without the end of PHPUnit.
            posix_kill((int) getmypid(), $code === 0 ? SIGTERM : SIGKILL);
        }
        pcntl_waitpid($child, $status);
        self::assertSame(SIGTERM, pcntl_wtermsig($status));
        self::assertTrue($matcher->close('7'));
        self::assertSame('b', \Payymo\Text::fold('B'));
    }

    public function testAChildOfForkInTheMiddleOfACallLeavesItToItsParent(): void
    {
        self::take('pipe');
        $matcher = new Matcher(invoices: [self::item()]);
        $parent = (int) getmypid();
        $children = [];
        try {
            $row = ['id' => 't', 'booked_on' => '2026-03-04', 'amount' => '1.00', 'currency' => 'EUR'];
            $matcher->reconcile([$row], static function () use (&$children): void {
                $child = pcntl_fork();
                $children[] = $child;
            });
            self::assertSame($parent, (int) getmypid());
        } catch (ContractException $refused) {
            // Only a child comes here; it ends without the end of PHPUnit.
            $right = getmypid() !== $parent && $refused->getErrorCode() === 'contract.transport';
            posix_kill((int) getmypid(), $right ? SIGTERM : SIGKILL);
        }
        self::assertNotSame([], $children);
        foreach ($children as $child) {
            pcntl_waitpid($child, $status);
            self::assertSame(SIGTERM, pcntl_wtermsig($status));
        }
        self::assertTrue($matcher->close('7'));
    }
}

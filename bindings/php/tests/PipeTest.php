<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Exception\ContractException;
use Payymo\Matcher;
use Payymo\Payymo;
use Payymo\Tests\Support\BothWays;
use Payymo\Tests\Support\Fake;
use Payymo\Text;
use Payymo\Transport\PipeTransport;

/** The pipe when it does not go as it should: no answer is ever taken for that of another request, and nothing waits for ever. */
final class PipeTest extends BothWays
{
    private const SIGNAL = 'if (str_contains($document, "SIGNAL")) { posix_kill(posix_getppid(), SIGUSR1); usleep(20000); }';

    protected function tearDown(): void
    {
        pcntl_signal(SIGUSR1, SIG_DFL);
        pcntl_async_signals(false);
        parent::tearDown();
    }

    public function testWhatAHandlerOfSignalsThrowsEndsTheExchange(): void
    {
        $fake = new Fake(self::SIGNAL . ' send($all);');
        Payymo::use(new PipeTransport($fake->path));
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('time is over'));
        for ($round = 0; $round < 3; $round++) {
            $matcher = new Matcher([]);
            self::assertSame('a', Text::fold('A'));
            try {
                Text::fold('SIGNAL of another customer');
                self::fail('no exception');
            } catch (\DomainException) {
                self::assertSame('b', Text::fold('B'));
                self::assertSame('c', Text::fold('C'));
            }
            // Its process is gone, and another has none of its number.
            $matcher->release();
        }
    }

    public function testAHandlerOfSignalsMayNotCallInTheMiddle(): void
    {
        $fake = new Fake(self::SIGNAL . ' send($all);');
        Payymo::use(new PipeTransport($fake->path));
        $matcher = new Matcher([]);
        $seen = [];
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static function () use (&$matcher, &$seen): void {
            $seen[] = self::refusal(static fn () => Text::fold('B'))->getErrorCode();
            $matcher = null;
        });
        self::assertSame('signal', Text::fold('SIGNAL'));
        self::assertSame(['contract.callback'], $seen);
        self::assertSame('c', Text::fold('C'));
    }

    /** With the executable itself: whenever the signal comes, the next answer is the right one. */
    public function testSignalsAtAnyTime(): void
    {
        self::take('pipe');
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('time is over'));
        $big = str_repeat('CUSTOMER ', 100000);
        for ($round = 0; $round < 20; $round++) {
            $parent = (int) getmypid();
            try {
                $child = pcntl_fork();
                if ($child === 0) {
                    usleep(1000 + $round * 397);
                    posix_kill($parent, SIGUSR1);
                    posix_kill((int) getmypid(), SIGKILL);
                }
                while (true) {
                    Text::fold($big);
                }
            } catch (\DomainException) {
                self::assertSame("b$round", Text::fold("B$round"));
                pcntl_waitpid($child ?? 0, $status);
            }
        }
    }

    /** @return array<string, array{string, string}> */
    public static function wrong(): array
    {
        return [
            'the answer to the request before' => ['send(str_replace(\'"request":\' . $number, \'"request":0\', $all));', 'version'],
            'an executable of an older version' => ['send(\'{"version":1,"result":"a"}\');', 'version'],
            'no answer' => ['send("");', 'version'],
            'neither result nor error' => ['send(str_replace("result", "rezult", $all));', 'no answer'],
            'a length beyond all' => ['fwrite(STDOUT, str_repeat("garbage ", 1000)); sleep(60);', 'announced'],
            'a negative length' => ['fwrite(STDOUT, str_repeat("\xff", 8)); sleep(60);', 'announced'],
            'a little too much' => ['fwrite(STDOUT, pack("J", (2 << 30) + 1)); sleep(60);', 'announced'],
            'the end' => ['exit;', 'ended'],
            'the end in the middle' => ['fwrite(STDOUT, pack("J", 100) . "half"); exit;', 'ended'],
        ];
    }

    /** @dataProvider wrong */
    public function testWhatIsNoAnswerIsRefused(string $answer, string $word): void
    {
        $fake = new Fake($answer);
        Payymo::use(new PipeTransport($fake->path));
        foreach ([1, 2] as $ignored) {
            $refused = self::refusal(static fn () => Text::fold('A'));
            self::assertSame('contract.transport', $refused->getErrorCode());
            self::assertStringContainsString($word, $refused->getMessage());
        }
    }

    public function testMatchersOfAProcessThatWasEndedAreKnownNoMore(): void
    {
        $transport = self::take('pipe');
        $matcher = new Matcher([['id' => '7', 'total' => '12.00', 'currency' => 'EUR']]);
        (new \ReflectionMethod($transport, 'end'))->invoke($transport);
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $matcher->close('7'));
        $other = new Matcher([['id' => '7', 'total' => '12.00', 'currency' => 'EUR']]);
        self::assertRefused('contract.handle', null, ContractException::class, static fn () => $matcher->close('7'));
        self::assertTrue($other->close('7'));
    }

    public function testItsEndDoesNotWait(): void
    {
        // Deaf to the end of its input, which is what a long call is.
        $fake = new Fake('if (str_contains($document, "LONG")) { touch(__FILE__ . ".busy"); sleep(600); } send($all);');
        $transport = new PipeTransport($fake->path);
        Payymo::use($transport);
        self::assertSame('a', Text::fold('A'));
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('time is over'));
        $pipes = (new \ReflectionProperty($transport, 'pipes'))->getValue($transport);
        self::assertIsArray($pipes);
        $name = '9:text.fold';
        $parts = '';
        foreach ([$name, '', '{"text":"LONG"}'] as $part) {
            $parts .= pack('J', strlen($part)) . $part;
        }
        fwrite($pipes[0], pack('J', strlen($parts)) . $parts);
        while (!file_exists($fake->path . '.busy')) {
            usleep(1000);
            clearstatcache();
        }
        unlink($fake->path . '.busy');
        (new \ReflectionMethod($transport, 'end'))->invoke($transport);
        self::assertSame('b', Text::fold('B'));
    }
}

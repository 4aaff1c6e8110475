<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Check;
use Payymo\Enum\IbanVerdict;
use Payymo\Enum\Scheme;
use Payymo\Exception\ContractException;
use Payymo\Exception\FormatException;
use Payymo\Exception\InputException;
use Payymo\Exception\MemoryException;
use Payymo\Exception\MoneyException;
use Payymo\Format;
use Payymo\Matcher;
use Payymo\Matching;
use Payymo\Memory;
use Payymo\Model\Feedback;
use Payymo\Model\Invoice;
use Payymo\Model\Options;
use Payymo\Model\Transaction;
use Payymo\Money;
use Payymo\Party;
use Payymo\Payymo;
use Payymo\Reader;
use Payymo\Reference;
use Payymo\Stream;
use Payymo\Tests\Support\BothWays;
use Payymo\Text;

/** What a host may do wrong ends in an exception with a code, over both ways alike. */
final class BadInputTest extends BothWays
{
    private const ROW = ['id' => 't1', 'booked_on' => '2026-03-04', 'amount' => '12.00', 'currency' => 'EUR'];
    private const ITEM = ['id' => '7', 'total' => '12.00', 'currency' => 'EUR'];

    /** @dataProvider ways */
    public function testAFloatIsNoMoney(string $way): void
    {
        self::take($way);
        foreach ([12.5, 12.0, 0.1 + 0.2, NAN, INF, -INF, 1e300] as $float) {
            $refused = static fn (?string $field, \Closure $call) =>
                self::assertRefused('input.float_money', $field, InputException::class, $call);
            $refused('/text', static fn () => Money::parse($float, 'EUR'));
            $refused('/amounts/1', static fn () => Money::sum(['1.00', $float], 'EUR'));
            $refused('/total', static fn () => new Invoice(id: '7', total: $float, currency: 'EUR'));
            $refused('/amount', static fn () => Transaction::fromArray(['amount' => $float] + self::ROW));
            $refused('/previous_totals/1', static fn () => Invoice::fromArray(['previous_totals' => ['1', $float]] + self::ITEM));
            $row = ['fees' => [['amount' => $float, 'currency' => 'EUR']]] + self::ROW;
            $refused('/transactions/1/fees/0/amount', static fn () => Matching::reconcile([self::ROW, $row], []));
            $item = (object) (['open' => $float] + self::ITEM);
            $refused('/invoices/0/open', static fn () => Matching::reconcile([], [$item]));
            $options = ['auto' => ['max_amount' => $float]];
            $refused('/options/auto/max_amount', static fn () => Matching::reconcile([], [], options: $options));
        }
        self::assertSame('12.00', Money::parse(12, 'EUR')->amount);
        self::assertSame('3.50', Money::sum(['1.5', 2], 'EUR')->amount);
    }

    /** @dataProvider ways */
    public function testTextThatIsNotUtf8IsRefusedWithItsPlace(string $way): void
    {
        self::take($way);
        $refused = static fn (?string $field, \Closure $call) =>
            self::assertRefused('contract.encoding', $field, ContractException::class, $call);
        $refused('/text', static fn () => Text::fold("caf\xE9"));
        $refused('/transactions/0/remittance', static fn () => Matching::reconcile([['remittance' => "M\xFCller"] + self::ROW], []));
        $object = Transaction::fromArray(['counterparty' => ['name' => "M\xFCller"]] + self::ROW);
        $refused('/transactions/0/counterparty/name', static fn () => Matching::reconcile([$object], []));
        $refused('/transactions/0/metadata', static fn () => Matching::reconcile([['metadata' => ["\xFC" => 'x']] + self::ROW], []));
        $refused(null, static fn () => Payymo::call('text.fold', "{\"text\": \"\xFF\"}"));
        self::assertStringNotContainsString('Muster', self::refusal(static fn () => Text::fold("Muster\xFC"))->getMessage());
        self::assertSame(IbanVerdict::NotIban, Check::iban("\xFF"));
        self::assertFalse(Check::reference(Scheme::Rf, "\xFF\xFE"));
        self::assertNull(Check::currencyDecimals("\xFF"));
    }

    /** @dataProvider ways */
    public function testNulBytesAreTextLikeAnyOther(string $way): void
    {
        self::take($way);
        self::assertSame('not_iban', Party::iban("DE89 3704 0044 0532 0130 00\0")->verdict);
        self::assertSame(IbanVerdict::NotIban, Check::iban("DE89 3704 0044 0532 0130 00\0"));
        self::assertSame(Text::tokens("a\0b"), ['a', 'b']);
        self::assertRefused('contract.operation', null, ContractException::class, static fn () => Payymo::call("text.fold\0"));
        self::assertRefused('contract.syntax', null, ContractException::class, static fn () => Payymo::call('text.fold', "{}\0"));
        self::assertRefused('format.no_rows', null, FormatException::class, static fn () => Format::detect(''));
        self::assertInstanceOf(FormatException::class, self::refusal(static fn () => Format::read(str_repeat("\0", 100000))));
    }

    /** @dataProvider ways */
    public function testHugeTextsAreAnswered(string $way): void
    {
        self::take($way);
        $huge = str_repeat('RF18 5390 0754 7034 ', 200000);
        self::assertNull(Reference::validate(Scheme::Rf, $huge));
        self::assertSame(IbanVerdict::NotIban, Check::iban($huge));
        self::assertSame(strlen($huge), strlen(Text::html($huge)));
        self::assertNull(Check::currencyDecimals($huge));
        $refused = self::refusal(static fn () => Money::parse($huge, 'EUR'));
        self::assertInstanceOf(MoneyException::class, $refused);
        self::assertLessThan(500, strlen($refused->getMessage()));
        self::assertInstanceOf(FormatException::class, self::refusal(static fn () => Format::read($huge)));
        self::assertInstanceOf(MemoryException::class, self::refusal(static fn () => Memory::info($huge)));
        self::assertRefused('money.overflow', null, MoneyException::class, static fn () => Money::parse(str_repeat('9', 30), 'EUR'));
    }

    /** @dataProvider ways */
    public function testWrongTypesAreRefusedWithTheirPlace(string $way): void
    {
        self::take($way);
        $refused = static fn (?string $field, \Closure $call) =>
            self::assertRefused('contract.field', $field, ContractException::class, $call);
        $refused('/scheme', static fn () => Reference::validate('rff', '1'));
        $refused('/texts/1', static fn () => Money::learnMark(['1,00', null]));
        $refused('/texts/0', static fn () => Money::learnMark([['1']]));
        $refused('/texts/0', static fn () => Money::learnMark([1.5]));
        $refused('/most', static fn () => Text::edits('a', 'b', -1));
        $refused('/most', static fn () => Text::edits('a', 'b', PHP_INT_MAX));
        $refused('/inputs/0', static fn () => \Payymo\Linking::duplicates(['not a list']));
        $refused('/memories/0', static fn () => Memory::merge([null]));
        $refused('/amount', static fn () => new \Payymo\Model\Fee(amount: true, currency: 'EUR'));
        $refused('/amount', static fn () => new \Payymo\Model\Fee(amount: null, currency: 'EUR'));
        $refused('/amount', static fn () => new \Payymo\Model\Fee(amount: [], currency: 'EUR'));
        $refused('/fees/0', static fn () => Transaction::fromArray(['fees' => ['5']] + self::ROW));
        $refused('/fees/0/currency', static fn () => Transaction::fromArray(['fees' => [['amount' => '5']]] + self::ROW));
        $refused('/id', static fn () => Transaction::fromArray(['id' => []] + self::ROW));
        $refused('/id', static fn () => Transaction::fromArray(['id' => null] + self::ROW));
        $refused('/booked_on', static fn () => Transaction::fromArray(['booked_on' => 20260304] + self::ROW));
        $refused('/metadata/a~1b', static fn () => Transaction::fromArray(['metadata' => ['a/b' => []]] + self::ROW));
        $refused('/match/probability', static fn () => Feedback::fromArray([
            'verdict' => 'confirmed',
            'day' => '2026-03-04',
            'match' => ['id' => 'm', 'kind' => 'single', 'decision' => 'auto', 'probability' => 'high'],
        ]));
        $refused('/options/max_wrong_auto', static fn () => Matching::reconcile([], [], options: ['max_wrong_auto' => NAN]));
        $refused('/options/auto/kinds/0', static fn () => Matching::reconcile([], [], options: ['auto' => ['kinds' => ['x']]]));
        $refused('/transactions/0', static fn () => Matching::reconcile([new \ArrayObject()], []));
        $refused('/transactions/0/remittance', static fn () => Matching::reconcile([['remittance' => STDIN] + self::ROW], []));
        $refused('/text', static fn () => Payymo::call('text.fold'));
        $refused('/text', static fn () => Payymo::call('text.fold', '{"text": null}'));
        $refused('/memory', static fn () => Payymo::call('memory.info', '{"memory": {"blob": 1}}', ['x']));
        self::assertRefused('contract.syntax', null, ContractException::class, static fn () => Payymo::call('text.fold', '[]'));
        $later = static fn () => Payymo::call('text.fold', '{"version": 2}');
        self::assertRefused('contract.version', '/version', ContractException::class, $later);
        self::assertRefused('contract.operation', null, ContractException::class, static fn () => Payymo::call(''));
        foreach (['matcher.close' => '{"id": "7"}', 'stream.new' => '{}', 'stream.push' => '{"content": "x"}'] as $on => $said) {
            $none = static fn () => Payymo::call($on, $said);
            self::assertRefused('contract.handle', null, ContractException::class, $none);
        }
        $out = ['max_wrong_auto' => 0.9];
        self::assertRefused(
            'input.options',
            self::refusal(static fn () => Matching::reconcile([], [], options: $out))->getPlace()->field,
            InputException::class,
            static fn () => Matching::reconcile([], [], options: Options::fromArray($out)),
        );
    }

    /** @dataProvider ways */
    public function testRowsThatCannotBeUsedCostThemselvesOnly(string $way): void
    {
        self::take($way);
        $bad = [['amount' => 'twelve'] + self::ROW, ['booked_on' => '2026-02-30'] + self::ROW, ['amount' => []] + self::ROW];
        array_push($bad, [], 'text', 5, null);
        $result = Matching::reconcile([self::ROW, ...$bad], [self::ITEM]);
        self::assertSame(1, $result->summary->transactions);
        self::assertCount(count($bad), $result->errors);
        self::assertSame('/transactions/1/amount', $result->errors[0]->field);
    }

    /** @dataProvider ways */
    public function testNestingHasAnEnd(string $way): void
    {
        self::take($way);
        $deep = [];
        for ($depth = 0; $depth < 600; $depth++) {
            $deep = [$deep];
        }
        $row = ['remittance' => $deep] + self::ROW;
        self::assertInstanceOf(ContractException::class, self::refusal(static fn () => Matching::reconcile([$row], [])));
        $text = '{"transactions": [' . str_repeat('[', 100000) . str_repeat(']', 100000) . '], "invoices": []}';
        try {
            self::assertStringContainsString('"errors":[{', Payymo::call('matching.reconcile', $text));
        } catch (ContractException $refused) {
            self::assertNotSame('contract.transport', $refused->getErrorCode());
        }
    }

    /** @dataProvider ways */
    public function testStrictFindsWhatIsMisspelt(string $way): void
    {
        self::take($way);
        $row = ['bookd_on' => '2026-03-04'] + self::ROW;
        self::assertSame([], Matching::reconcile([$row], [])->errors);
        self::assertSame('/transactions/0/bookd_on', Matching::reconcile([$row], [], strict: true)->errors[0]->field);
        $item = (object) (['isued_on' => '2026-03-04'] + self::ITEM);
        self::assertSame([], (new Matcher([$item]))->errors());
        self::assertSame('/invoices/0/isued_on', (new Matcher([$item], strict: true))->errors()[0]->field);
        $matcher = new Matcher([self::ITEM]);
        $matcher->put($item);
        $refused = static fn (string $field, \Closure $call) =>
            self::assertSame($field, self::refusal($call)->getPlace()->field);
        $refused('/invoice/isued_on', static fn () => $matcher->put($item, strict: true));
        $refused('/transaction/bookd_on', static fn () => $matcher->propose($row, strict: true));
        $read = static fn (bool $strict) => Format::read('x', ['colums' => []], strict: $strict);
        $refused('/options/colums', static fn () => $read(true));
    }

    /** @dataProvider ways */
    public function testAMessageSaysCodeSentenceAndPlace(string $way): void
    {
        self::take($way);
        $refused = self::refusal(static fn () => Payymo::call('text.fold', '{"text": 5}'));
        self::assertSame('contract.field: expected a text, found a number, field /text', $refused->getMessage());
        self::assertSame('expected a text, found a number', $refused->getSentence());
        $below = self::refusal(static fn () => Transaction::fromArray(['fees' => [['amount' => '5']]] + self::ROW));
        self::assertSame('contract.field: it is missing, field /fees/0/currency', $below->getMessage());
        $all = ['code' => 'format.csv.bad_amount', 'message' => 'm', 'line' => 7, 'field' => 'Amount', 'row' => 't1'];
        $said = \Payymo\Exception\PayymoException::fromDocument($all)->getMessage();
        self::assertSame('format.csv.bad_amount: m, line 7, field Amount, row t1', $said);
        self::assertStringContainsString('ContractException: ' . $refused->getMessage() . ' in ', (string) $refused);
    }

    /** @dataProvider ways */
    public function testAHandleDoesWhatIsItsOwn(string $way): void
    {
        $transport = self::take($way);
        [$stream] = $transport->open('stream.new', '{}');
        [$matcher] = $transport->open('matcher.new', '{"invoices": []}');
        foreach (
            [
                'contract.operation' => [
                    static fn () => $transport->callOn($stream, 'matcher.close', '{"id": "7"}'),
                    static fn () => $transport->callOn($matcher, 'stream.finish', '{}'),
                    static fn () => $transport->callOn($stream, "stream.finish\0", '{}'),
                ],
                'contract.handle' => [
                    static fn () => $transport->callOn($stream + 1000, 'stream.finish', '{}'),
                    static fn () => $transport->callOn(-1, 'stream.finish', '{}'),
                ],
                'contract.syntax' => [static fn () => $transport->callOn($stream, 'stream.push', '[]')],
                'contract.encoding' => [static fn () => $transport->callOn($stream, 'stream.push', "{\"content\": \"\xFF\"}")],
            ] as $code => $calls
        ) {
            foreach ($calls as $call) {
                self::assertRefused($code, null, ContractException::class, $call);
            }
        }
        $none = static fn () => $transport->callOn($stream, 'stream.push', '{"content": {"blob": 0}}');
        self::assertRefused('contract.field', '/content', ContractException::class, $none);
        $wrong = static fn () => $transport->open('stream.new', '{"name": 5}');
        self::assertRefused('contract.field', '/name', ContractException::class, $wrong);
        // What was refused was not read.
        $transport->callOn($stream, 'stream.push', '{"content": "Date,Amount,Currency\\n2026-03-04,9.99,EUR\\n"}');
        self::assertStringContainsString('"records":1', $transport->callOn($stream, 'stream.finish', '{}'));
        foreach ([$stream, $matcher, $stream, 12345] as $handle) {
            $transport->release($handle);
        }
        self::assertRefused(
            'contract.handle',
            null,
            ContractException::class,
            static fn () => $transport->callOn($stream, 'stream.finish', '{}'),
        );
    }

    public function testOnlyHandlesAreOpened(): void
    {
        foreach (['text.fold', 'stream.push', 'stream', ''] as $operation) {
            $open = static fn () => self::take('ffi')->open($operation, '{}');
            self::assertRefused('contract.operation', null, ContractException::class, $open);
        }
    }

    /** @dataProvider ways */
    public function testWhatIsNoInputIsRefused(string $way): void
    {
        self::take($way);
        $closed = fopen('php://memory', 'rb');
        fclose($closed);
        // Their other ends are open: nothing has come, and more may come.
        $pairs = [];
        [$late] = $pairs[] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        stream_set_blocking($late, false);
        [$slow] = $pairs[] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        stream_set_timeout($slow, 0, 20000);
        $deaf = tmpfile();
        $path = stream_get_meta_data($deaf)['uri'];
        foreach (
            [
                'Date,Amount', null, 5, new \stdClass(), false, $closed, stream_context_create(), $late, $slow,
                fopen(sys_get_temp_dir(), 'rb'), fopen($path, 'wb'),
            ] as $input
        ) {
            $read = static fn () => iterator_to_array(Reader::rows($input));
            self::assertRefused('contract.argument', null, ContractException::class, $read);
        }
        self::assertCount(2, array_filter($pairs, static fn (array $pair): bool => is_resource($pair[1])));
        foreach ([[null], ['x', 1.5], ['x', []]] as $pieces) {
            $read = static fn () => iterator_to_array(Reader::rows($pieces));
            self::assertRefused('contract.field', '/input/' . count($pieces) - 1, ContractException::class, $read);
        }
        $read = static fn (iterable $pieces) => static fn () => iterator_to_array(Reader::rows($pieces));
        self::assertRefused('format.no_rows', null, FormatException::class, $read([]));
        self::assertRefused('format.no_rows', null, FormatException::class, $read(['', '', '']));
        self::assertRefused('format.unknown', null, FormatException::class, $read(['Dear Sir ', 'or Madam']));
        self::assertRefused('format.unknown', null, FormatException::class, $read([str_repeat('prose ', 100000)]));
        self::assertInstanceOf(FormatException::class, self::refusal($read([str_repeat("\0", 1000000)])));
        // What is said beside the input is looked at before its first byte.
        $options = static fn (array $options, bool $strict = false) => static fn () => Reader::rows([], $options, strict: $strict);
        self::assertRefused('input.options', null, InputException::class, $options(['utc_offset_minutes' => 99999]));
        self::assertRefused('contract.field', '/options/format', ContractException::class, $options(['format' => 'pdf']));
        self::assertRefused('contract.field', '/options/colums', ContractException::class, $options(['colums' => []], true));
        $name = static fn () => new Stream(name: "m\xE4rz.csv");
        self::assertRefused('contract.encoding', '/name', ContractException::class, $name);
    }

    public function testAnErrorOfALaterVersionIsAnExceptionToo(): void
    {
        $later = \Payymo\Exception\PayymoException::fromDocument(['code' => 'token.expired', 'number' => 7001, 'message' => 'm']);
        self::assertSame(['token.expired', 7001, 'm'], [$later->getErrorCode(), $later->getNumber(), $later->getSentence()]);
        $broken = \Payymo\Exception\PayymoException::fromDocument(['code' => [], 'bytes' => 'x']);
        self::assertSame('contract.internal', $broken->getErrorCode());
    }
}

<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Enum\SignatureAlgorithm;
use Payymo\Exception\ContractException;
use Payymo\Exception\TokenException;
use Payymo\Model\Options;
use Payymo\Signer;
use Payymo\Tests\Support\BothWays;
use Payymo\Webhook;

/** JSON of the host's own: what is signed is what was meant, and what has several forms in JSON is refused. */
final class ClaimsTest extends BothWays
{
    private const SECRET = 'a secret that guards nothing, for tests';

    private static function sign(mixed $claims): string
    {
        $signer = new Signer(SignatureAlgorithm::HS256, secret: self::SECRET);
        $payload = explode('.', $signer->sign($claims))[1];
        return (string) base64_decode(strtr($payload, '-_', '+/'), true);
    }

    /** @return array<string, array{mixed, string}> */
    private static function taken(): array
    {
        $own = new class implements \JsonSerializable, \Stringable {
            public function jsonSerialize(): mixed
            {
                return ['list' => [], 'object' => new \stdClass()];
            }

            public function __toString(): string
            {
                return 'text';
            }
        };
        $printed = new class implements \Stringable {
            public function __toString(): string
            {
                return 'text';
            }
        };
        return [
            'an empty array' => [[], '[]'],
            'an empty object' => [(object) [], '{}'],
            'a list' => [[1, 'two', null, true], '[1,"two",null,true]'],
            'an object of a list' => [(object) ['a', 'b'], '{"0":"a","1":"b"}'],
            'names and numbers' => [['a' => 1, 7 => 2], '{"a":1,"7":2}'],
            'lists in objects in lists' => [[['a' => [[], new \stdClass()]]], '[{"a":[[],{}]}]'],
            'null' => [null, 'null'],
            'a fraction' => [0.5, '0.5'],
            'a whole fraction' => [1.0, '1.0'],
            'the largest whole number' => [2 ** 53 - 1, '9007199254740991'],
            'the case of an enum' => [SignatureAlgorithm::HS256, '"HS256"'],
            'what says itself what it is' => [$own, '{"list":[],"object":{}}'],
            'what prints itself' => [$printed, '"text"'],
            'a list of a fixed size' => [new \SplFixedArray(0), '[]'],
            'a record' => [Options::fromArray(['threads' => 1]), '{"threads":1}'],
            'text with slashes' => ['https://a.example/é', '"https://a.example/é"'],
        ];
    }

    /** @dataProvider ways */
    public function testWhatHasOneFormIsSigned(string $way): void
    {
        self::take($way);
        foreach (self::taken() as $name => [$value, $json]) {
            self::assertSame('{"x":' . $json . '}', self::sign(['x' => $value]), $name);
            self::assertSame('{"x":{"y":' . $json . '}}', self::sign((object) ['x' => ['y' => $value]]), $name);
        }
        // Claims are an object, so that nothing else can be meant.
        self::assertSame('{}', self::sign([]));
        self::assertSame('{}', self::sign(new \stdClass()));
        self::assertSame('{"0":"a"}', self::sign((object) ['a']));
    }

    /** @return array<string, mixed> */
    private static function refused(): array
    {
        $array = [];
        $array['self'] = &$array;
        $object = new \stdClass();
        $object->self = $object;
        $endless = new class implements \JsonSerializable {
            public function jsonSerialize(): mixed
            {
                return clone $this;
            }
        };
        return [
            'INF' => INF,
            'NAN' => NAN,
            'a resource' => STDIN,
            'a closure' => static fn () => 1,
            'a time' => new \DateTimeImmutable('2026-03-04'),
            'a time that may change' => new \DateTime('2026-03-04'),
            'a list with gaps' => array_filter(['a', '', 'b']),
            'a list that begins at one' => [1 => 'a'],
            'a collection' => new \ArrayObject(['a']),
            'a generator' => (static fn () => yield 1)(),
            'an object of a class' => new \DateInterval('P1D'),
            'a case without a value' => Support\Unbacked::One,
            'an array that holds itself' => $array,
            'an object that holds itself' => $object,
            'what never comes to an end' => $endless,
            'a name that PHP leaves out' => (object) ["\0a" => 1],
        ];
    }

    /** @dataProvider ways */
    public function testWhatHasNoneOrSeveralIsRefusedWithItsPlace(string $way): void
    {
        self::take($way);
        foreach (self::refused() as $name => $value) {
            foreach (['/claims/a~1b' => ['a/b' => $value], '/claims/list/1' => ['list' => [0, $value]]] as $field => $claims) {
                $refused = self::refusal(static fn () => self::sign($claims));
                self::assertSame('contract.field', $refused->getErrorCode(), $name);
                self::assertStringStartsWith($field, (string) $refused->getPlace()->field, $name);
            }
        }
        $refused = static fn (string $code, ?string $field, mixed $claims) =>
            self::assertRefused($code, $field, ContractException::class, static fn () => self::sign($claims));
        $refused('contract.encoding', '/claims/name', ['name' => "M\xFCller"]);
        $refused('contract.encoding', '/claims/list/0', ['list' => ["\xFF"]]);
        $refused('contract.encoding', '/claims/deep', ['deep' => ["\xFF" => 1]]);
        // Claims that are no object.
        $refused('contract.field', '/claims', [1, 2]);
        $refused('contract.field', '/claims', ['a']);
        $refused('contract.field', '/claims', [1 => 'a']);
        $this->assertTooLarge(['x' => 2 ** 53]);
        $this->assertTooLarge(['x' => PHP_INT_MIN]);
    }

    /** @param array<string, int> $claims */
    private function assertTooLarge(array $claims): void
    {
        self::assertInstanceOf(TokenException::class, self::refusal(static fn () => self::sign($claims)));
    }

    /** @dataProvider ways */
    public function testTheSchemeOfAWebhookIsJsonToo(string $way): void
    {
        self::take($way);
        $scheme = ['name' => 'own', 'signed' => ['body'], 'at' => new \DateTime()];
        $verify = static fn () => Webhook::verify(['live' => self::SECRET], [], '', 0, scheme: $scheme);
        self::assertRefused('contract.field', '/scheme/at', ContractException::class, $verify);
    }
}

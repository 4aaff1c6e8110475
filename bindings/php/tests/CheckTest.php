<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Check;
use Payymo\Enum\Scheme;
use Payymo\ErrorCode;
use Payymo\Money;
use Payymo\Party;
use Payymo\Reference;
use Payymo\Tests\Support\BothWays;

/** What goes without documents says what the documents say. */
final class CheckTest extends BothWays
{
    /** @dataProvider ways */
    public function testChecksSayWhatDocumentsSay(string $way): void
    {
        self::take($way);
        foreach (Scheme::cases() as $scheme) {
            $made = Reference::generate($scheme, '123456') ?? Reference::generate($scheme, '1234567890') ?? '';
            foreach ([$made, $made . '1', strrev($made), '', 'x', '0', "1\0"] as $text) {
                $valid = Reference::validate($scheme, $text) !== null;
                self::assertSame($valid, Check::reference($scheme, $text), $scheme->value . ' ' . $text);
            }
        }
        $ibans = ['DE89 3704 0044 0532 0130 00', 'DE88370400440532013000', 'DE8937040044053201300', 'XX89370400440532013000', 'x', ''];
        foreach ($ibans as $iban) {
            self::assertSame(Party::iban($iban)->verdict(), Check::iban($iban));
        }
        foreach (Money::currencies() as $currency) {
            self::assertSame($currency->decimals, Check::currencyDecimals($currency->code), $currency->code);
        }
        self::assertNull(Check::currencyDecimals('XXZ'));
    }

    public function testEveryCodeHasANumberAMeaningAndAnException(): void
    {
        self::assertCount(count(array_unique(ErrorCode::NUMBERS)), ErrorCode::NUMBERS);
        foreach (ErrorCode::NUMBERS as $code => $number) {
            self::assertGreaterThan(0, $number);
            self::assertNotNull(ErrorCode::meaning($code));
            self::assertArrayHasKey(explode('.', $code)[0], ErrorCode::FAMILIES);
        }
        self::assertNull(ErrorCode::meaning('no.code'));
    }
}

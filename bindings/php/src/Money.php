<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** Currencies and exact amounts. */
final class Money
{
    private function __construct()
    {
    }

    /**
     * Reads decimal text as an amount of a currency, exactly: digits beyond the currency's decimals are an error.
     *
     * @param string|int|\Stringable $text Decimal text, such as `1204.50`.
     * @param string $currency Currency that gives the decimals.
     * @return Model\Money
     * @throws Exception\PayymoException `money.syntax`, `money.precision`, `money.overflow`
     */
    public static function parse(mixed $text, string $currency): Model\Money
    {
        $answer = Call::run('money.parse', [
            'text' => Give::value($text, 'decimal', '/text'),
            'currency' => $currency,
        ]);
        return Take::record($answer, Model\Money::class, '');
    }

    /**
     * Reads an amount as banks of any country print it: `1.234,56-`, `(12.00)`, `12 CR`, `€ 12,00`.
     *
     * @param string|int|\Stringable $text The amount as printed.
     * @param Enum\DecimalMark|string|null $decimalMark The mark of the column, for texts with two readings.
     * @param string|null $currency The currency where the text names none.
     * @return Model\LocalizedAmount
     * @throws Exception\PayymoException `money.syntax`, `money.precision`, `money.overflow`
     */
    public static function parseLocalized(
        mixed $text,
        Enum\DecimalMark|string|null $decimalMark = null,
        ?string $currency = null,
    ): Model\LocalizedAmount {
        $answer = Call::run('money.parse_localized', [
            'text' => Give::value($text, 'decimal', '/text'),
            'decimal_mark' => Give::value($decimalMark, 'text', '/decimal_mark'),
            'currency' => $currency,
        ]);
        return Take::record($answer, Model\LocalizedAmount::class, '');
    }

    /**
     * Learns the decimal mark from the texts of a column; `null` without evidence or against itself.
     *
     * @param iterable<string> $texts The column's texts; what is no amount is passed over.
     * @return string|null
     * @throws Exception\PayymoException `contract.*`
     */
    public static function learnMark(iterable $texts): ?string
    {
        $answer = Call::run('money.learn_mark', [
            'texts' => Give::value($texts, ['list', 'text'], '/texts'),
        ]);
        return $answer === null ? null : Take::word($answer, '');
    }

    /**
     * Adds amounts of one currency, exactly.
     *
     * @param iterable<string> $amounts Amounts as decimal text.
     * @param string $currency The currency of all of them.
     * @return Model\Money
     * @throws Exception\PayymoException `money.syntax`, `money.precision`, `money.overflow`
     */
    public static function sum(iterable $amounts, string $currency): Model\Money
    {
        $answer = Call::run('money.sum', [
            'amounts' => Give::value($amounts, ['list', 'decimal'], '/amounts'),
            'currency' => $currency,
        ]);
        return Take::record($answer, Model\Money::class, '');
    }

    /**
     * What ISO 4217 says of a currency.
     *
     * @param string $code Currency code of three letters.
     * @return Model\CurrencyInfo
     * @throws Exception\PayymoException `money.currency_unknown`
     */
    public static function currency(string $code): Model\CurrencyInfo
    {
        $answer = Call::run('money.currency', [
            'code' => $code,
        ]);
        return Take::record($answer, Model\CurrencyInfo::class, '');
    }

    /**
     * All currencies of ISO 4217, historic ones too, by code.
     *
     * @return list<Model\CurrencyInfo>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function currencies(): array
    {
        $answer = Call::run('money.currencies', []);
        return Take::records($answer, Model\CurrencyInfo::class, '');
    }
}

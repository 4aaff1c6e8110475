<?php

declare(strict_types=1);

namespace Payymo;

use Payymo\Enum\IbanVerdict;
use Payymo\Enum\Scheme;

/** Checks that go without documents, for forms and long lists: a fraction of a microsecond each where FFI is open. */
final class Check
{
    /** @var list<IbanVerdict>|null Verdicts by their places. */
    private static ?array $verdicts = null;

    /** @var array<string, int> The place of each scheme. */
    private static array $places = [];

    private function __construct()
    {
    }

    /** What is to be said of an IBAN in any printed form. Text that is not UTF-8 is none. */
    public static function iban(string $text): IbanVerdict
    {
        $place = (Payymo::$transport ?? Payymo::transport())->ibanCheck($text);
        return (self::$verdicts ??= IbanVerdict::cases())[$place] ?? IbanVerdict::NotIban;
    }

    /** Whether a text is a valid reference of a scheme, in any printed form. */
    public static function reference(Scheme $scheme, string $text): bool
    {
        if (self::$places === []) {
            foreach (Scheme::cases() as $place => $known) {
                self::$places[$known->value] = $place;
            }
        }
        return (Payymo::$transport ?? Payymo::transport())->referenceCheck(self::$places[$scheme->value], $text);
    }

    /** How many decimals a currency has; null for one that ISO 4217 does not know. */
    public static function currencyDecimals(string $code): ?int
    {
        $decimals = (Payymo::$transport ?? Payymo::transport())->currencyDecimals($code);
        return $decimals < 0 ? null : $decimals;
    }
}

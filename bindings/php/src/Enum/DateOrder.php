<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * The order of day, month and year.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum DateOrder: string
{
    /** 31.03.2026 */
    case DayMonthYear = 'day_month_year';

    /** 03/31/2026 */
    case MonthDayYear = 'month_day_year';

    /** 2026-03-31 */
    case YearMonthDay = 'year_month_day';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::DayMonthYear => '31.03.2026',
            self::MonthDayYear => '03/31/2026',
            self::YearMonthDay => '2026-03-31',
        };
    }
}

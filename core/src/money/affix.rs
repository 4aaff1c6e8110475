//! What stands around the digits of an amount: signs, brackets, debit and credit marks, currencies.

use super::Currency;

/// A word or symbol beside the digits.
pub(super) enum Affix {
    /// Money in or, for `false`, out.
    Credit(bool),
    /// A currency, where the mark names just one: `€`, `CHF`; `$` and `kr` are used by many.
    Currency(Option<Currency>),
}

/// Reads a mark in any case: `CR`, `Dr.`, `S`, `EUR`, `€`, `zł`.
pub(super) fn read(mark: &str) -> Option<Affix> {
    let upper = mark.trim_end_matches('.').to_uppercase();
    let code = match upper.as_str() {
        "CR" | "C" | "H" | "HABEN" | "CREDIT" => return Some(Affix::Credit(true)),
        "DR" | "DB" | "D" | "S" | "SOLL" | "DEBIT" => return Some(Affix::Credit(false)),
        "$" | "¥" | "KR" | "R" | "RS" | "₨" | "L" => return Some(Affix::Currency(None)),
        "€" | "EURO" | "EUROS" => "EUR",
        "£" | "₤" => "GBP",
        "US$" => "USD",
        "A$" | "AU$" => "AUD",
        "C$" | "CA$" => "CAD",
        "NZ$" => "NZD",
        "HK$" => "HKD",
        "S$" => "SGD",
        "R$" => "BRL",
        "FR" | "SFR" => "CHF",
        "KČ" => "CZK",
        "ZŁ" => "PLN",
        "FT" => "HUF",
        "ЛВ" => "BGN",
        "LEI" => "RON",
        "DIN" | "ДИН" => "RSD",
        "₽" | "РУБ" => "RUB",
        "₴" | "ГРН" => "UAH",
        "₹" => "INR",
        "₺" => "TRY",
        "₩" => "KRW",
        "₪" => "ILS",
        "₫" => "VND",
        "₦" => "NGN",
        "₱" => "PHP",
        "฿" => "THB",
        "₸" => "KZT",
        "₼" => "AZN",
        "₾" => "GEL",
        "円" => "JPY",
        "元" => "CNY",
        code => code,
    };
    Currency::parse(code).ok().map(|currency| Affix::Currency(Some(currency)))
}

/// Whether a character may be of a mark.
pub(super) fn is_mark(ch: char) -> bool {
    ch.is_alphabetic() || matches!(ch, '$' | '£' | '¥' | '฿' | '\u{20A0}'..='\u{20CF}')
}

/// One plain character for the many that mean the same; `None` for what cannot be seen.
pub(super) fn plain(ch: char) -> Option<char> {
    Some(match ch {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(ch) - 0xFEE0).unwrap_or(ch),
        '\u{FFE5}' => '¥',
        '\u{FFE1}' => '£',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\t' => ' ',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' | '`' | '\u{2032}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' => '-',
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            return None;
        }
        _ => ch,
    })
}

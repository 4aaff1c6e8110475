//! Amounts as banks and people print them, with the marks of any country.

use super::affix::{self, Affix};
use super::decimal::overflow;
use super::digits::{self, syntax};
use super::mark::{DecimalMark, MarkEvidence};
use super::{Amount, Currency};
use crate::error::{Code, Error};
use rust_decimal::Decimal;

/// An amount read from localized text: exact, with what the text says beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized {
    /// `value / 10^scale` in major units.
    value: i128,
    scale: u32,
    currency: Option<Currency>,
    mark: Option<DecimalMark>,
    ambiguous: bool,
    signed: bool,
}

/// Reads an amount as banks print it: `1.234,56`, `1'234.50`, `1 234,50`, `(12.00)`, `12,5-`, `12 CR`, `D12`,
/// `€ 12,00`, `USD 12.00`, `1,23,456.00`, `12,-`; digits of full width and every kind of space, apostrophe and minus.
///
/// Credit (`CR`, `C`, `H`) is positive and debit (`DR`, `D`, `S`, brackets, minus on either side) negative. One mark
/// before exactly three digits (`1.234`) can be read in two ways: `hint` decides, the mark learnt from the column
/// (see [`learn_mark`]). Without one it is read as thousands, or as decimals if the text names a currency of three, and
/// is [flagged](Localized::is_ambiguous). Where the text itself is clear, it counts and not the hint.
///
/// # Errors
/// `money.syntax` for what is no amount (empty, `12..34`, `1,2,3`, `NaN`, `1e5`, signs or currencies that contradict
/// each other), `money.overflow` for more digits than 127 bits hold.
///
/// ```
/// use payymo::money::{Currency, DecimalMark, parse_localized};
/// let amount = parse_localized("1.234,56- €", None)?;
/// assert_eq!(amount.amount(Currency::EUR)?.to_string(), "-1234.56 EUR");
/// assert!(parse_localized("1.234", None)?.is_ambiguous());
/// let known = parse_localized("1.234", Some(DecimalMark::Comma))?;
/// assert_eq!(known.minor(Currency::EUR)?, 123_400);
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn parse_localized(text: &str, hint: Option<DecimalMark>) -> Result<Localized, Error> {
    match plain(text) {
        Some(amount) => Ok(amount),
        None => decorated(text, hint),
    }
}

/// Digits with a sign before them and one mark before one or two of them, at most: what most cells hold.
fn plain(text: &str) -> Option<Localized> {
    let bytes = text.as_bytes();
    let (minus, digits) = match bytes {
        [sign @ (b'-' | b'+'), digits @ ..] => (Some(*sign == b'-'), digits),
        digits => (None, digits),
    };
    let (mark, scale) = match digits {
        [.., mark @ (b'.' | b','), _, _] => (Some(*mark), 2_u32),
        [.., mark @ (b'.' | b','), _] => (Some(*mark), 1),
        _ => (None, 0),
    };
    let whole = digits.len().checked_sub(if mark.is_some() { scale as usize + 1 } else { 0 })?;
    if !(1..=16).contains(&whole) {
        return None;
    }
    let mut value = 0_i64;
    for (at, byte) in digits.iter().enumerate() {
        if mark.is_some() && at == whole {
            continue;
        }
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(Localized {
        value: i128::from(if minus == Some(true) { -value } else { value }),
        scale,
        currency: None,
        mark: mark.map(|mark| if mark == b',' { DecimalMark::Comma } else { DecimalMark::Point }),
        ambiguous: false,
        signed: minus.is_some(),
    })
}

fn decorated(text: &str, hint: Option<DecimalMark>) -> Result<Localized, Error> {
    let seen: String = text.chars().filter_map(affix::plain).collect();
    let mut around = Around::default();
    let digits = around.strip(seen.trim())?;
    // 12,- and 12.-- say that there are no cents.
    let digits = match digits.trim_end_matches('-') {
        body if body.ends_with([',', '.']) => body,
        _ => digits,
    };
    let mut number = digits::read(digits, |mark| hint.map(|hint| hint == mark))?;
    if number.ambiguous && around.currency.is_some_and(|currency| currency.decimals() == 3) {
        let decimal = digits::read(digits, |_| Some(true))?;
        number = digits::Number { ambiguous: true, ..decimal };
    }
    let value = if around.negative()? { -number.value } else { number.value };
    Ok(Localized {
        value,
        scale: number.scale,
        currency: around.currency,
        mark: number.mark,
        ambiguous: number.ambiguous,
        signed: around.minus.is_some() || around.credit.is_some(),
    })
}

impl Localized {
    /// Minor units of a currency.
    ///
    /// # Errors
    /// `money.precision` for digits beyond the currency's decimals, `money.overflow`.
    pub fn minor(&self, currency: Currency) -> Result<i64, Error> {
        let decimals = u32::from(currency.decimals());
        let value = if self.scale > decimals {
            let more = 10_i128.checked_pow(self.scale - decimals);
            // More places than 127 bits have: only a zero has all of them empty.
            let more = more.or((self.value == 0).then_some(1)).ok_or_else(overflow)?;
            if self.value % more != 0 {
                let text = format!("{currency} has {decimals} decimals, the amount has more");
                return Err(Error::new(Code::MoneyPrecision, text));
            }
            self.value / more
        } else {
            let less = 10_i128.checked_pow(decimals - self.scale).ok_or_else(overflow)?;
            self.value.checked_mul(less).ok_or_else(overflow)?
        };
        i64::try_from(value).map_err(|_| overflow())
    }

    /// The amount in the currency that the text names, else in `default`.
    ///
    /// # Errors
    /// As [`Localized::minor`].
    pub fn amount(&self, default: Currency) -> Result<Amount, Error> {
        let currency = self.currency.unwrap_or(default);
        self.minor(currency).map(|minor| Amount::new(minor, currency))
    }

    /// The number in major units: for rates and for currencies that are not known yet.
    ///
    /// # Errors
    /// `money.overflow` beyond 96 bits or 28 decimals.
    pub fn to_decimal(&self) -> Result<Decimal, Error> {
        Decimal::try_from_i128_with_scale(self.value, self.scale).map_err(|_| overflow())
    }

    /// The currency that the text names, by code or by a symbol that only one uses.
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The decimal mark, where the text itself shows it.
    pub fn mark(&self) -> Option<DecimalMark> {
        self.mark
    }

    /// Whether another reading is as good, a thousand times larger or smaller.
    pub fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// Whether the text states a direction: a sign, brackets, debit or credit.
    pub fn is_signed(&self) -> bool {
        self.signed
    }
}

/// Learns the decimal mark from the texts of a column; what is no amount is passed over.
///
/// ```
/// use payymo::money::{DecimalMark, learn_mark};
/// assert_eq!(learn_mark(["1.234", "12,50", "Total"]).mark(), Some(DecimalMark::Comma));
/// assert_eq!(learn_mark(["1.234", "12"]).mark(), None);
/// ```
pub fn learn_mark<'a>(texts: impl IntoIterator<Item = &'a str>) -> MarkEvidence {
    let mut evidence = MarkEvidence::default();
    for amount in texts.into_iter().filter_map(|text| parse_localized(text, None).ok()) {
        match amount.mark {
            Some(DecimalMark::Point) => evidence.point += 1,
            Some(DecimalMark::Comma) => evidence.comma += 1,
            None => evidence.ambiguous += usize::from(amount.ambiguous),
        }
    }
    evidence
}

/// What was found around the digits, each at most once.
#[derive(Default)]
struct Around {
    minus: Option<bool>,
    credit: Option<bool>,
    currency: Option<Currency>,
    marks: u8,
}

impl Around {
    /// Takes off signs, brackets and words from both ends.
    fn strip<'a>(&mut self, mut text: &'a str) -> Result<&'a str, Error> {
        loop {
            text = text.trim();
            let first = text.chars().next().ok_or_else(syntax)?;
            let last = text.chars().next_back().ok_or_else(syntax)?;
            if let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
                self.sign(true)?;
                text = inner;
            } else if matches!(first, '+' | '-') {
                self.sign(first == '-')?;
                text = text.get(1..).unwrap_or_default();
            } else if affix::is_mark(first) {
                let end = text.find(|ch| !affix::is_mark(ch)).unwrap_or(text.len());
                let (mark, rest) = text.split_at(end);
                // The point of `Rs.` or `Fr.` is not that of `.50`, unless nothing else follows it.
                self.word(mark)?;
                text = rest
                    .strip_prefix('.')
                    .filter(|rest| rest.starts_with(' ') || mark.len() > 1)
                    .unwrap_or(rest);
            } else if matches!(last, '+' | '-') && !text.trim_end_matches('-').ends_with([',', '.']) {
                self.sign(last == '-')?;
                text = text.get(..text.len() - 1).unwrap_or_default();
            } else if affix::is_mark(last) || (last == '.' && affix::is_mark(before_point(text))) {
                let body = text.strip_suffix('.').unwrap_or(text);
                let start = body.trim_end_matches(affix::is_mark).len();
                let (rest, mark) = body.split_at(start);
                self.word(mark)?;
                text = rest;
            } else {
                return Ok(text);
            }
        }
    }

    fn sign(&mut self, minus: bool) -> Result<(), Error> {
        if self.minus.replace(minus).is_some() { Err(syntax()) } else { Ok(()) }
    }

    fn word(&mut self, mark: &str) -> Result<(), Error> {
        self.marks += 1;
        match affix::read(mark) {
            _ if self.marks > 3 => Err(syntax()),
            Some(Affix::Credit(credit)) if self.credit.is_none() => {
                self.credit = Some(credit);
                Ok(())
            }
            Some(Affix::Currency(Some(currency))) if self.currency.is_none_or(|known| known == currency) => {
                self.currency = Some(currency);
                Ok(())
            }
            Some(Affix::Currency(None)) => Ok(()),
            _ => Err(syntax()),
        }
    }

    /// A sign and a debit or credit mark must agree.
    fn negative(&self) -> Result<bool, Error> {
        match (self.minus, self.credit) {
            (Some(minus), Some(credit)) if minus == credit => Err(syntax()),
            (minus, credit) => Ok(minus.or(credit.map(|credit| !credit)).unwrap_or(false)),
        }
    }
}

/// The character before a point at the end.
fn before_point(text: &str) -> char {
    text.chars().rev().nth(1).unwrap_or('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn plain_cells_are_read_as_all_others(text in "[-+]?[0-9]{0,18}([.,][0-9]{0,4})?") {
            for hint in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
                if let Some(amount) = plain(&text) {
                    proptest::prop_assert_eq!(Ok(amount), decorated(&text, hint), "{}", text);
                }
            }
        }
    }
}

//! Decimal numbers as JSON or decimal text, digit by digit.

use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use core::str::FromStr;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A binary float printed in full has this many significant digits or more (IEEE 754 binary64: 15 to 17).
const FLOAT_DIGITS: usize = 15;

/// No amount needs a larger exponent: 64 bits hold 19 digits.
const LARGEST_EXPONENT: i32 = 40;

/// A number or a text that holds one; `quoted` where it was a JSON string.
pub(super) struct NumberText<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) quoted: bool,
}

impl NumberText<'_> {
    /// As an amount of a currency.
    ///
    /// # Errors
    /// `money.*`; `input.float_money` for a JSON number whose digits are those of a binary float.
    pub(super) fn amount(&self, currency: Currency) -> Result<Amount, Error> {
        let plain = without_exponent(&self.text)?;
        Amount::parse(&plain, currency).map_err(|fault| {
            let digits = plain.bytes().filter(u8::is_ascii_digit).count();
            if fault.code() == Code::MoneyPrecision && !self.quoted && digits >= FLOAT_DIGITS {
                let said =
                    "the digits of a binary float: give the amount as decimal text, such as \"1204.50\"";
                return Error::new(Code::InputFloatMoney, said);
            }
            fault
        })
    }

    /// As a rate or a percentage.
    ///
    /// # Errors
    /// `money.syntax`, also for more digits than 96 bits hold.
    pub(super) fn decimal(&self) -> Result<Decimal, Error> {
        let plain = without_exponent(&self.text)?;
        let syntax =
            || Error::new(Code::MoneySyntax, "not a decimal number such as 1.0725 of up to 28 digits");
        let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
        if !unsigned.starts_with(|first: char| first.is_ascii_digit())
            || !unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        {
            return Err(syntax());
        }
        // Zeros at the end carry nothing and may be more than fit.
        let exact =
            if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
        Decimal::from_str(exact)
            .ok()
            .filter(|value| {
                // A digit beyond 28 decimals would have been rounded away.
                exact.split_once('.').is_none_or(|(_, decimals)| decimals.len() == value.scale() as usize)
            })
            .ok_or_else(syntax)
    }
}

/// `1.5e3` as `1500`: moves the point, drops nothing.
fn without_exponent(text: &str) -> Result<Cow<'_, str>, Error> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return Ok(Cow::Borrowed(text));
    };
    let syntax = || Error::new(Code::MoneySyntax, "not a decimal number such as 1204.50");
    let exponent = exponent.strip_prefix('+').filter(|rest| !rest.starts_with('-')).unwrap_or(exponent);
    let exponent: i32 = exponent.parse().map_err(|_| syntax())?;
    if exponent.abs() > LARGEST_EXPONENT {
        return Err(Error::new(Code::MoneyOverflow, "an exponent beyond any amount of money"));
    }
    let (sign, unsigned) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = [whole, fraction].concat();
    if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(syntax());
    }
    let point = i64::try_from(whole.len()).map_err(|_| syntax())? + i64::from(exponent);
    let moved = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}"),
        Ok(point) if point > 0 => {
            let (before, after) = digits.split_at(point);
            format!("{before}.{after}")
        }
        _ => {
            let zeros = usize::try_from(point.unsigned_abs()).map_err(|_| syntax())?;
            format!("0.{}{digits}", "0".repeat(if point < 0 { zeros } else { 0 }))
        }
    };
    Ok(Cow::Owned(format!("{sign}{moved}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str, quoted: bool) -> Result<i64, Code> {
        let currency = Currency::parse("EUR").unwrap();
        let number = NumberText { text: Cow::Borrowed(text), quoted };
        number.amount(currency).map(Amount::minor).map_err(|fault| fault.code())
    }

    #[test]
    fn numbers_are_read_digit_by_digit() {
        assert_eq!(amount("0.1", false), Ok(10));
        assert_eq!(amount("1e2", false), Ok(10_000));
        assert_eq!(amount("1.5E+3", true), Ok(150_000));
        assert_eq!(amount("-125e-2", false), Ok(-125));
        assert_eq!(amount("5e-2", false), Ok(5));
        assert_eq!(amount("1e1", false), Ok(1_000));
        assert_eq!(amount("92233720368547758.07", false), Ok(i64::MAX));
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        assert_eq!(amount("0.30000000000000004", false), Err(Code::InputFloatMoney));
        assert_eq!(amount("0.30000000000000004", true), Err(Code::MoneyPrecision));
        assert_eq!(amount("5e-3", false), Err(Code::MoneyPrecision));
        assert_eq!(amount("0.001", false), Err(Code::MoneyPrecision));
        assert_eq!(amount("1e99", false), Err(Code::MoneyOverflow));
        assert_eq!(amount("1e999999999999", false), Err(Code::MoneySyntax));
        assert_eq!(amount("92233720368547758.08", false), Err(Code::MoneyOverflow));
        for text in ["NaN", "inf", "1,5", "", "e5", "1e", "1e+-5", "--5", "1.2.3", "٣"] {
            assert_eq!(amount(text, true), Err(Code::MoneySyntax), "{text}");
        }
    }

    #[test]
    fn rates_keep_their_digits() {
        let rate = |text: &str| NumberText { text: Cow::Borrowed(text), quoted: true }.decimal();
        assert_eq!(rate("1.95583").unwrap().to_string(), "1.95583");
        assert_eq!(rate("1.0000000000000000000000000000000000").unwrap().to_string(), "1");
        for text in ["0.12345678901234567890123456789", "1e99", "x", "", ".", "1.2.3", "1_000"] {
            assert!(rate(text).is_err(), "{text}");
        }
    }
}

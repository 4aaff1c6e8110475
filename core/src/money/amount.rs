//! An exact amount: integer minor units of a currency.

use super::Currency;
use super::decimal::overflow;
use crate::error::{Code, Error};
use core::fmt;
use rust_decimal::Decimal;

/// An exact amount of money: `minor` units (cents, pence, yen) of `currency`.
///
/// Sums are checked: a currency that differs or a sum beyond 64 bits is an error, never a wrong number.
///
/// ```
/// use payymo::money::{Amount, Currency};
/// let amount = Amount::parse("1204.50", Currency::parse("GBP")?)?;
/// assert_eq!(amount.minor(), 120_450);
/// assert_eq!(amount.to_string(), "1204.50 GBP");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount {
    minor: i64,
    currency: Currency,
}

impl Amount {
    /// From minor units: `Amount::new(120_450, GBP)` is £1204.50.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Amount { minor, currency }
    }

    /// Nothing, of a currency.
    pub const fn zero(currency: Currency) -> Self {
        Amount { minor: 0, currency }
    }

    /// From plain decimal text: `-12.5`, `1204.50`. Zeros beyond the currency's decimals are dropped.
    ///
    /// # Errors
    /// `money.syntax`, `money.precision` for other digits there, `money.overflow`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Error> {
        super::decimal::plain(text, currency.decimals()).map(|minor| Amount { minor, currency })
    }

    /// From a decimal number in major units.
    ///
    /// # Errors
    /// `money.precision` for digits beyond the currency's decimals, `money.overflow`.
    pub fn from_decimal(value: Decimal, currency: Currency) -> Result<Self, Error> {
        let mut exact = value.normalize();
        if exact.scale() > u32::from(currency.decimals()) {
            return Err(Error::new(
                Code::MoneyPrecision,
                format!(
                    "{} has {} decimals, the amount has {}",
                    currency,
                    currency.decimals(),
                    exact.scale()
                ),
            ));
        }
        exact.rescale(u32::from(currency.decimals()));
        if exact.scale() != u32::from(currency.decimals()) {
            return Err(overflow());
        }
        i64::try_from(exact.mantissa()).map(|minor| Amount { minor, currency }).map_err(|_| overflow())
    }

    /// In major units.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.minor), u32::from(self.currency.decimals()))
    }

    /// Minor units: cents, pence, yen.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Decimal text without the currency, with the currency's decimals: `1204.50`.
    pub fn decimal_text(self) -> String {
        super::decimal::text(self.minor, self.currency.decimals())
    }

    /// The sum.
    ///
    /// # Errors
    /// `money.currency_mismatch`, `money.overflow`.
    pub fn checked_add(self, other: Amount) -> Result<Amount, Error> {
        self.same_currency(other)?;
        let minor = self.minor.checked_add(other.minor).ok_or_else(overflow)?;
        Ok(Amount { minor, currency: self.currency })
    }

    /// The difference.
    ///
    /// # Errors
    /// `money.currency_mismatch`, `money.overflow`.
    pub fn checked_sub(self, other: Amount) -> Result<Amount, Error> {
        self.same_currency(other)?;
        let minor = self.minor.checked_sub(other.minor).ok_or_else(overflow)?;
        Ok(Amount { minor, currency: self.currency })
    }

    /// The same amount with the other sign.
    ///
    /// # Errors
    /// `money.overflow` for the one number that has no counterpart.
    pub fn checked_neg(self) -> Result<Amount, Error> {
        self.minor.checked_neg().map(|minor| Amount { minor, ..self }).ok_or_else(overflow)
    }

    fn same_currency(self, other: Amount) -> Result<(), Error> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(Error::new(Code::MoneyCurrencyMismatch, format!("{} with {}", self.currency, other.currency)))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::decimal::write(f, self.minor, self.currency.decimals())?;
        write!(f, " {}", self.currency)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

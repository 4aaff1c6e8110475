//! Stripe's own minor units, which are not those of ISO 4217 everywhere.
//!
//! Source: docs.stripe.com/currencies, "Zero-decimal currencies", "Three-decimal currencies", "Special cases" (2026).

use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;

/// An amount of the smallest unit is the amount itself.
const ZERO_DECIMAL: [&str; 15] =
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];

/// A thousandth is the smallest unit.
const THREE_DECIMAL: [&str; 5] = ["BHD", "JOD", "KWD", "OMR", "TND"];

/// Decimals of Stripe's integers. ISK and UGX have none in ISO 4217 and two here; HUF and TWD have two in both, though
/// payouts in them are whole.
fn decimals(currency: Currency) -> u32 {
    let code = currency.as_str();
    if ZERO_DECIMAL.contains(&code) {
        0
    } else if THREE_DECIMAL.contains(&code) {
        3
    } else {
        2
    }
}

/// The amount that an integer of Stripe stands for.
///
/// # Errors
/// `money.precision` for a fraction that the currency does not have, `money.overflow`.
pub(super) fn amount(units: i64, currency: Currency) -> Result<Amount, Error> {
    Amount::from_decimal(Decimal::from_i128_with_scale(i128::from(units), decimals(currency)), currency)
}

/// An integer in JSON: Stripe never sends anything else for money.
pub(super) fn integer(raw: &str) -> Result<i64, Error> {
    raw.parse().map_err(|_| {
        Error::new(
            Code::StripeBadObject,
            "not a whole number of the currency's smallest unit, which is what Stripe sends; was it converted before?",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stripe_counts_in_its_own_units() {
        for (units, code, expected) in
            [(1050, "USD", "10.50 USD"), (500, "JPY", "500 JPY"), (-5, "EUR", "-0.05 EUR")]
        {
            assert_eq!(amount(units, Currency::parse(code).unwrap()).unwrap().to_string(), expected);
        }
        // Where the table of currencies has them: ISK 5 is 500, MGA 5 is 5, KWD 5.124 is 5124.
        for (units, code, expected) in [
            (500, "ISK", "5"),
            (500, "UGX", "5"),
            (5, "MGA", "5.00"),
            (5120, "KWD", "5.120"),
            (1000, "HUF", "10.00"),
            (5, "XOF", "5"),
        ] {
            let Ok(currency) = Currency::parse(code) else { continue };
            assert_eq!(amount(units, currency).unwrap().decimal_text(), expected, "{code}");
        }
        assert_eq!(amount(i64::MAX, Currency::parse("USD").unwrap()).unwrap().minor(), i64::MAX);
        if let Ok(isk) = Currency::parse("ISK") {
            assert_eq!(amount(4010, isk).unwrap_err().code(), Code::MoneyPrecision);
        }
        for text in ["10.00", "\"10.00\"", "1e3", "null", "true", "99999999999999999999"] {
            assert_eq!(integer(text).unwrap_err().code(), Code::StripeBadObject);
        }
    }
}

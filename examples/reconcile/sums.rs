//! Exact sums per currency, and amounts as a person reads them.

use payymo::money::{Amount, Currency};
use std::collections::BTreeMap;

/// Sums of money, one a currency. 128 bits: no number of 64-bit amounts that fits a memory overflows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<Currency, i128>);

impl Sums {
    /// Adds an amount.
    pub fn add(&mut self, amount: Amount) {
        *self.0.entry(amount.currency()).or_default() += i128::from(amount.minor());
    }

    /// Takes an amount off.
    pub fn sub(&mut self, amount: Amount) {
        *self.0.entry(amount.currency()).or_default() -= i128::from(amount.minor());
    }

    /// Adds minor units of a currency; of none, too: the currency is then known.
    pub fn put(&mut self, currency: Currency, minor: i128) {
        *self.0.entry(currency).or_default() += minor;
    }

    /// Whether all of it comes to nothing.
    pub fn is_nothing(&self) -> bool {
        self.0.values().all(|minor| *minor == 0)
    }

    /// Minor units of a currency.
    pub fn get(&self, currency: Currency) -> i128 {
        self.0.get(&currency).copied().unwrap_or(0)
    }

    /// The currencies in it, also those that come to nothing.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        self.0.keys().copied()
    }

    /// What is not nothing: `["12.00 EUR", "3.50 GBP"]`.
    pub fn texts(&self) -> Vec<String> {
        let some = self.0.iter().filter(|(_, minor)| **minor != 0);
        some.map(|(currency, minor)| format!("{} {currency}", grouped(*minor, currency.decimals()))).collect()
    }
}

/// Minor units as decimal text with thousands apart: `1,204.50`, `−12.00` with a true minus.
pub fn grouped(minor: i128, decimals: u8) -> String {
    let decimals = usize::from(decimals);
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut text = String::with_capacity(digits.len() + 8);
    if minor < 0 {
        text.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// `1,204.50`.
pub fn plain(amount: Amount) -> String {
    grouped(i128::from(amount.minor()), amount.currency().decimals())
}

/// `1,204.50 EUR`.
pub fn money(amount: Amount) -> String {
    format!("{} {}", plain(amount), amount.currency())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (minor, decimals, text) in [
            (0, 2, "0.00"),
            (5, 2, "0.05"),
            (-5, 2, "−0.05"),
            (120_450, 2, "1,204.50"),
            (-100_000_000, 2, "−1,000,000.00"),
            (1_234, 0, "1,234"),
            (999, 0, "999"),
            (1_234_567, 3, "1,234.567"),
        ] {
            assert_eq!(grouped(minor, decimals), text);
        }
        assert_eq!(grouped(i128::from(i64::MIN), 2), "−92,233,720,368,547,758.08");
    }

    #[test]
    fn sums_pass_64_bits() {
        let eur = Currency::parse("EUR").expect("a currency");
        let mut sums = Sums::default();
        for _ in 0..3 {
            sums.add(Amount::new(i64::MAX, eur));
        }
        assert_eq!(sums.get(eur), 3 * i128::from(i64::MAX));
    }
}

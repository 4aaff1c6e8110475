//! What a memory is made of: counts, each under a key that says what was counted, of whom and when.
//!
//! # Design
//! Nothing is kept but sums of signed counts under fixed keys. So the order of learning cannot matter, what was learnt is
//! unlearnt exactly, and two memories are merged by adding them up. Time is a part of the key: a count fades with the age
//! of its quarter, and that is worked out when it is read, in integers.

use crate::money::Currency;
use chrono::{Datelike, NaiveDate};

/// Declares what is counted: name, the number under which it is stored for good, meaning.
macro_rules! counted {
    ($($name:ident = $number:literal $meaning:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum What { $(#[doc = $meaning] $name = $number,)* }

        impl What {
            pub fn of(number: u8) -> Option<What> {
                match number { $($number => Some(What::$name),)* _ => None }
            }
        }
    };
}

counted! {
    Alias = 1 "Payments of a payer (subject) for a customer.";
    Naming = 2 "How a customer's payments name items: the object is a `Naming`.";
    Delay = 3 "When a customer pays: the object is a row of `DELAYS`.";
    Charge = 4 "Charges on the way of a payer's money (subject): the object is a `charge`.";
    Rejected = 5 "Allocations that a person rejected: payment or payer (subject) and items (object).";
    Evidence = 6 "Verdicts by kind of evidence (subject): the object is an `Outcome`.";
    Audit = 7 "Verdicts of the audit sample: the object is an `Outcome`.";
}

/// How a payment's text names items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Number = 0,
    CustomerNumber = 1,
    Nothing = 2,
}

/// How proposals turned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right = 0,
    Wrong = 1,
    /// Of how many it was expected that they are wrong, in millionths.
    Expected = 2,
}

/// Last days after the due date of the bins in which delays are counted. Fixed for good: memories are kept.
pub const DELAYS: [i32; 18] = [-31, -15, -8, -4, -1, 0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 120, i32::MAX];

/// The bin of a payment so many days after the due date.
pub fn delay(days: i32) -> usize {
    DELAYS.partition_point(|end| *end < days).min(DELAYS.len() - 1)
}

/// What is counted, of whom, and when. Customers, payers and items are digests; 0 stands for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub what: What,
    pub customer: u64,
    pub subject: u64,
    pub object: u64,
    pub quarter: u16,
}

impl Key {
    pub fn new(what: What, day: NaiveDate) -> Self {
        Key { what, customer: 0, subject: 0, object: 0, quarter: quarter(day) }
    }

    pub fn of(self, customer: u64) -> Self {
        Key { customer, ..self }
    }

    pub fn about(self, subject: u64, object: u64) -> Self {
        Key { subject, object, ..self }
    }
}

/// Days that are counted together.
const QUARTER: i32 = 91;

/// The quarter of a day, counted from the year 1; what lies before or far behind counts to the first or the last.
pub fn quarter(day: NaiveDate) -> u16 {
    let quarter = (day.num_days_from_ce() / QUARTER).clamp(0, i32::from(u16::MAX));
    u16::try_from(quarter).unwrap_or(0)
}

/// What a count of 1 is worth after so many quarters, in parts of [`WHOLE`]: a half for every four.
pub fn worth(age: u16) -> i64 {
    // 2^16 × 2^(-n/4), rounded.
    const STEPS: [i64; 4] = [65_536, 55_109, 46_341, 38_968];
    let step = STEPS.get(usize::from(age % 4)).copied().unwrap_or(0);
    step.checked_shr(u32::from(age / 4)).unwrap_or(0)
}

/// A count of 1 that has not faded.
pub const WHOLE: i64 = 65_536;

/// A currency and minor units, as one number: what was taken on the way.
pub fn charge(currency: Currency, minor: u64) -> u64 {
    let letters = currency.as_str().bytes().take(3).fold(0_u64, |value, byte| value << 8 | u64::from(byte));
    letters << 40 | minor.min((1 << 40) - 1)
}

/// The currency and minor units of a number that [`charge`] made.
pub fn charge_of(object: u64) -> Option<(Currency, i64)> {
    let letters = [object >> 56, object >> 48, object >> 40].map(|byte| (byte & 0xFF) as u8);
    let currency = Currency::parse(core::str::from_utf8(&letters).ok()?).ok()?;
    Some((currency, i64::try_from(object & ((1 << 40) - 1)).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_fade_by_half_a_year_in_four_quarters() {
        assert_eq!(worth(0), WHOLE);
        assert_eq!((worth(4), worth(8), worth(40)), (WHOLE / 2, WHOLE / 4, WHOLE / 1024));
        assert!((0..200).all(|age| worth(age) >= worth(age + 1)));
        assert_eq!(worth(u16::MAX), 0);
    }

    #[test]
    fn a_charge_keeps_its_currency() {
        let eur = Currency::parse("EUR").expect("a currency");
        assert_eq!(charge_of(charge(eur, 800)), Some((eur, 800)));
        assert_eq!(charge_of(7), None);
    }

    #[test]
    fn every_delay_has_a_bin() {
        assert_eq!((delay(i32::MIN), delay(-31), delay(-30)), (0, 0, 1));
        assert_eq!((delay(0), delay(1), delay(i32::MAX)), (5, 6, DELAYS.len() - 1));
    }
}

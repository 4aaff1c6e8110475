//! Money: ISO 4217 currencies, exact amounts in minor units, decimal text in the forms that banks print.

mod affix;
mod amount;
mod currency;
mod decimal;
mod digits;
mod iso4217;
mod localized;
mod mark;
#[cfg(test)]
mod tests;

pub use amount::Amount;
pub use currency::{Currency, fixed_euro_rate};
pub use localized::{Localized, learn_mark, parse_localized};
pub use mark::{DecimalMark, MarkEvidence};

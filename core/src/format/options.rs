//! What a caller may say about an input that its bytes do not say.

use super::Format;
use crate::error::{Code, Error};
use crate::money::Currency;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// How to read an input. The defaults need no tuning: everything is told from the bytes.
///
/// ```
/// use payymo::format::ReadOptions;
/// let mut options = ReadOptions::default();
/// options.account = Some("GB33BUKB20201555555555".to_owned());
/// options.utc_offset_minutes = 60;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The format, where the caller knows better than [`detect`](super::detect()).
    pub format: Option<Format>,
    /// Minutes east of UTC by which instants become dates: 60 is UTC+1. Dates without a time are not moved.
    pub utc_offset_minutes: i32,
    /// The host's own account, for inputs that do not name it.
    pub account: Option<String>,
    /// The currency, for inputs that do not name it.
    #[serde(deserialize_with = "currency")]
    pub currency: Option<Currency>,
    /// The currencies of invoices known already, by id, for payments that name their invoice and no currency (WHMCS
    /// GetTransactions). What is not in it takes `currency`.
    #[serde(deserialize_with = "currencies")]
    pub invoice_currencies: BTreeMap<String, Currency>,
    /// What the columns of a CSV export hold, where its headers are not understood.
    pub columns: Option<super::csv::Columns>,
}

impl ReadOptions {
    /// # Errors
    /// `input.options`.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.utc_offset_minutes.unsigned_abs() > 24 * 60 {
            return Err(Error::new(
                Code::InputOptions,
                "utc_offset_minutes is beyond a day: give minutes east of UTC",
            ));
        }
        Ok(())
    }
}

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Currency>, D::Error> {
    Option::<String>::deserialize(deserializer)?
        .map(|code| Currency::parse(&code))
        .transpose()
        .map_err(serde::de::Error::custom)
}

fn currencies<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Currency>, D::Error> {
    BTreeMap::<String, String>::deserialize(deserializer)?
        .into_iter()
        .map(|(id, code)| Currency::parse(&code).map(|currency| (id, currency)))
        .collect::<Result<_, _>>()
        .map_err(serde::de::Error::custom)
}

//! What a host asks often and of one value, without documents.

use payymo::money::Currency;
use payymo::party::{Iban, IbanVerdict};
use pyo3::prelude::*;
use std::borrow::Cow;

/// iban_check(text)
/// --
///
/// What is to be said of an IBAN: `valid`, `bad_checksum`, `bad_length`, `unknown_country` or `not_iban`.
#[pyfunction]
pub fn iban_check<'py>(py: Python<'py>, text: Cow<'py, str>) -> Bound<'py, pyo3::types::PyString> {
    match Iban::parse(&text).verdict() {
        IbanVerdict::Valid => pyo3::intern!(py, "valid").clone(),
        IbanVerdict::BadChecksum => pyo3::intern!(py, "bad_checksum").clone(),
        IbanVerdict::BadLength => pyo3::intern!(py, "bad_length").clone(),
        IbanVerdict::UnknownCountry => pyo3::intern!(py, "unknown_country").clone(),
        _ => pyo3::intern!(py, "not_iban").clone(),
    }
}

/// currency_decimals(code)
/// --
///
/// Decimals of a currency's minor unit; `None` for what is no currency.
#[pyfunction]
pub fn currency_decimals(code: Cow<'_, str>) -> Option<u8> {
    Currency::parse(&code).ok().map(Currency::decimals)
}

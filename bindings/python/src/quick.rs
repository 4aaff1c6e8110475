//! What a host asks often and of one value, without documents.

use crate::fault::exception;
use payymo_contract::quick;
use pyo3::prelude::*;
use std::borrow::Cow;

/// iban_check(text)
/// --
///
/// What is to be said of an IBAN: `valid`, `bad_checksum`, `bad_length`, `unknown_country` or `not_iban`.
#[pyfunction]
pub fn iban_check(text: Cow<'_, str>) -> &'static str {
    quick::iban(&text).as_str()
}

/// reference_check(scheme, text)
/// --
///
/// Whether a whole text is a reference of a scheme, in any printed form.
#[pyfunction]
pub fn reference_check(py: Python<'_>, scheme: Cow<'_, str>, text: Cow<'_, str>) -> PyResult<bool> {
    quick::reference(&scheme, &text).map_err(|fault| exception(py, &fault))
}

/// currency_decimals(code)
/// --
///
/// Decimals of a currency's minor unit; `None` for what is no currency.
#[pyfunction]
pub fn currency_decimals(code: Cow<'_, str>) -> Option<u8> {
    quick::currency_decimals(&code)
}

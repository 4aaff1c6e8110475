//! What a host asks often and of one value, without documents.

use crate::arguments::text_of;
use crate::compute::guarded;
use crate::fault::exception;
use payymo_contract::quick;
use pyo3::prelude::*;

/// iban_check(text)
/// --
///
/// What is to be said of an IBAN: `valid`, `bad_checksum`, `bad_length`, `unknown_country` or `not_iban`.
#[pyfunction]
pub fn iban_check(text: &Bound<'_, PyAny>) -> PyResult<&'static str> {
    guarded(text.py(), || Ok(quick::iban(&text_of(text, "text")?).as_str()))
}

/// reference_check(scheme, text)
/// --
///
/// Whether a whole text is a reference of a scheme, in any printed form.
#[pyfunction]
pub fn reference_check(scheme: &Bound<'_, PyAny>, text: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = text.py();
    guarded(py, || {
        let (scheme, text) = (text_of(scheme, "scheme")?, text_of(text, "text")?);
        quick::reference(&scheme, &text).map_err(|fault| exception(py, &fault))
    })
}

/// currency_decimals(code)
/// --
///
/// Decimals of a currency's minor unit; `None` for what is no currency.
#[pyfunction]
pub fn currency_decimals(code: &Bound<'_, PyAny>) -> PyResult<Option<u8>> {
    guarded(code.py(), || Ok(quick::currency_decimals(&text_of(code, "code")?)))
}

//! What is asked so often that no document is worth its time.

use crate::short_text::with_text;
use napi::bindgen_prelude::{Buffer, Result};
use napi::{Error, JsString, Status};
use napi_derive::napi;
use payymo_contract::{Fault, VERSION, guard, quick};

/// The version of the documents. Nothing asks it but the bench, which measures with it what a call across the border costs.
#[napi]
pub fn contract() -> u32 {
    VERSION
}

fn thrown(fault: &Fault) -> Error {
    Error::new(Status::GenericFailure, fault.to_string())
}

/// Verdict on an IBAN: its place in the table's list. What is no text of Unicode is no IBAN.
#[napi]
pub fn iban_check(text: JsString<'_>) -> Result<u32> {
    with_text(text, |text| guard(|| Ok(quick::iban_place(text))))?.map_err(|fault| thrown(&fault))
}

/// Whether a text is a reference of a scheme, which is given by its place in the table's list.
#[napi]
pub fn reference_check(scheme: u32, text: JsString<'_>) -> Result<bool> {
    let check = |text: &str| guard(|| Ok(quick::reference_of_place(scheme, text).unwrap_or(false)));
    with_text(text, check)?.map_err(|fault| thrown(&fault))
}

/// Decimals of a currency's minor unit; -1 for what is no code of ISO 4217.
#[napi]
pub fn currency_decimals(code: JsString<'_>) -> Result<i32> {
    with_text(code, |code| quick::currency_decimals(code).map_or(-1, i32::from))
}

/// A compact document indented by two spaces, as a call with `pretty` answers it. Numbers keep their digits.
#[napi]
pub fn pretty(document: &[u8]) -> Buffer {
    payymo_contract::indented(document).into()
}

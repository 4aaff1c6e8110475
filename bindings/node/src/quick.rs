//! What is asked so often that no document is worth its time.

use napi::bindgen_prelude::{Buffer, Result};
use napi::{Error, JsString, Status};
use napi_derive::napi;
use payymo::money::Currency;
use payymo::party::{Iban, IbanVerdict};
use payymo_contract::guard;

/// Number of the contract that this addon speaks.
#[napi]
pub fn contract() -> u32 {
    1
}

/// Verdict on an IBAN: 0 valid, 1 bad_checksum, 2 bad_length, 3 unknown_country, 4 not_iban.
#[napi]
pub fn iban_check(text: JsString<'_>) -> Result<u32> {
    let text = text.into_utf8()?;
    let verdict = guard(|| {
        Ok(match text.as_str().map(|text| Iban::parse(text).verdict()) {
            Ok(IbanVerdict::Valid) => 0,
            Ok(IbanVerdict::BadChecksum) => 1,
            Ok(IbanVerdict::BadLength) => 2,
            Ok(IbanVerdict::UnknownCountry) => 3,
            _ => 4,
        })
    });
    verdict.map_err(|fault| Error::new(Status::GenericFailure, fault.to_string()))
}

/// Decimals of a currency's minor unit; -1 for what is no code of ISO 4217.
#[napi]
pub fn currency_decimals(code: JsString<'_>) -> Result<i32> {
    let code = code.into_utf8()?;
    let known = code.as_str().ok().and_then(|code| Currency::parse(code).ok());
    Ok(known.map_or(-1, |currency| i32::from(currency.decimals())))
}

/// A compact document indented by two spaces, as a call with `pretty` answers it. Numbers keep their digits.
#[napi]
pub fn pretty(document: &[u8]) -> Buffer {
    payymo_contract::indented(document).into()
}

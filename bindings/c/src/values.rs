//! Small questions without a document, for those who ask a million times.

use crate::{guard, input};
use core::ffi::c_char;
use payymo::money::Currency;
use payymo::party::{Iban, IbanVerdict};
use payymo::reference::scheme::{Scheme, validate};

/// What is to be said of an IBAN in any printed form: PAYYMO_IBAN_…, or UINT32_MAX for NULL with a length and for what is not
/// UTF-8.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_iban_check(text: *const c_char, length: usize) -> u32 {
    guard::value(u32::MAX, || {
        // SAFETY: the pointer is as the header says.
        let text = unsafe { input::text(text, length) }?;
        Some(iban_number(Iban::parse(text).verdict()))
    })
}

/// Whether a whole text is a reference of a scheme (PAYYMO_SCHEME_…), in any printed form: 0 valid, 1 not, or UINT32_MAX for
/// a scheme that is none, NULL with a length, or what is not UTF-8.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_reference_check(scheme: u32, text: *const c_char, length: usize) -> u32 {
    guard::value(u32::MAX, || {
        let scheme = Scheme::ALL.get(usize::try_from(scheme).ok()?)?;
        // SAFETY: the pointer is as the header says.
        let text = unsafe { input::text(text, length) }?;
        Some(u32::from(validate(*scheme, text).is_none()))
    })
}

/// Decimals of a currency's minor unit (ISO 4217): 2 of "EUR"; -1 for what is no currency.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_currency_decimals(code: *const c_char, length: usize) -> i32 {
    guard::value(-1, || {
        // SAFETY: the pointer is as the header says.
        let code = unsafe { input::text(code, length) }?;
        Some(i32::from(Currency::parse(code).ok()?.decimals()))
    })
}

/// The place of a verdict in the contract's list.
fn iban_number(verdict: IbanVerdict) -> u32 {
    match verdict {
        IbanVerdict::Valid => 0,
        IbanVerdict::BadChecksum => 1,
        IbanVerdict::BadLength => 2,
        IbanVerdict::UnknownCountry => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payymo_contract::schema::words;

    #[test]
    fn schemes_are_numbered_as_the_words() {
        let words: Vec<&str> = (words::SCHEME.list)().into_iter().map(|word| word.0).collect();
        assert_eq!(Scheme::ALL.iter().map(|scheme| scheme.as_str()).collect::<Vec<_>>(), words);
    }

    #[test]
    fn verdicts_are_numbered_as_the_words() {
        let words: Vec<&str> = (words::IBAN_VERDICT.list)().into_iter().map(|word| word.0).collect();
        for text in
            ["DE89370400440532013000", "DE88370400440532013000", "DE8937040044", "ZZ89370400440532013000", ""]
        {
            let request = serde_json::json!({ "text": text }).to_string();
            let host = payymo_contract::Host { blobs: &[], progress: &mut |_, _, _| true };
            let answer = payymo_contract::run("party.iban", request.as_bytes(), host).unwrap();
            let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap();
            let number = iban_number(Iban::parse(text).verdict());
            assert_eq!(answer["verdict"], words[number as usize], "{text}");
        }
    }
}

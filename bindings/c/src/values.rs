//! Small questions without a document, for those who ask a million times.

use crate::{guard, input};
use core::ffi::c_char;
use payymo_contract::quick;

/// What is to be said of an IBAN in any printed form: PAYYMO_IBAN_…, or UINT32_MAX for NULL with a length and for what is not
/// UTF-8.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_iban_check(text: *const c_char, length: usize) -> u32 {
    guard::value(u32::MAX, || {
        // SAFETY: the pointer is as the header says.
        let text = unsafe { input::text(text, length) }?;
        Some(quick::iban_place(text))
    })
}

/// Whether a whole text is a reference of a scheme (PAYYMO_SCHEME_…), in any printed form: 0 valid, 1 not, or UINT32_MAX for
/// a scheme that is none, NULL with a length, or what is not UTF-8.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_reference_check(scheme: u32, text: *const c_char, length: usize) -> u32 {
    guard::value(u32::MAX, || {
        // SAFETY: the pointer is as the header says.
        let text = unsafe { input::text(text, length) }?;
        Some(u32::from(!quick::reference_of_place(scheme, text)?))
    })
}

/// Decimals of a currency's minor unit (ISO 4217): 2 of "EUR"; -1 for what is no currency.
/// Ownership: the text is borrowed until it returns. Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_currency_decimals(code: *const c_char, length: usize) -> i32 {
    guard::value(-1, || {
        // SAFETY: the pointer is as the header says.
        let code = unsafe { input::text(code, length) }?;
        quick::currency_decimals(code).map(i32::from)
    })
}

//! A statement row by row.

use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input;
use core::ffi::{c_char, c_void};
use payymo_contract::{BorderCode, Fault};

/// Told one row or problem of an input, on the thread of the call: PAYYMO_ROW_…, and its JSON, which lives until the function
/// returns and does not end with NUL. Returns 0 to stop, anything else to go on. It must return: no exception and no longjmp
/// may leave it.
pub type Row =
    Option<unsafe extern "C" fn(user: *mut c_void, kind: u32, json: *const c_char, length: usize) -> u32>;

/// Reads a statement or a list of any supported format, row by row: transactions, invoices, settlements, balances, errors,
/// warnings, accounts, statements.
///
/// `options` is the JSON of ReadOptions (docs/operations.md), or NULL. `row` may be NULL, to learn what it is.
/// Returns 0 with the document {"format", "records", "refused", "says_empty"}, or the number of an error;
/// `matching.cancelled` where `row` stopped it.
/// Ownership: inputs are borrowed until it returns; the caller frees `*answer`, which is written always.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_read(
    content: *const c_char,
    content_length: usize,
    options: *const c_char,
    options_length: usize,
    row: Row,
    user: *mut c_void,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    let result = guard(|| {
        // SAFETY: as above.
        let content = unsafe { input::bytes(content, content_length, "content") }?;
        // SAFETY: as above.
        let options = unsafe { input::bytes(options, options_length, "options") }?;
        if core::str::from_utf8(options).is_err() {
            return Err(Fault::new(BorderCode::Encoding, "options are JSON in UTF-8"));
        }
        payymo_contract::read_rows(content, options, &mut |kind, json| match row {
            // SAFETY: the host gave this function with this value for it; the JSON lives until it returns.
            Some(told) => unsafe { told(user, kind as u32, json.as_ptr().cast(), json.len()) != 0 },
            None => true,
        })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

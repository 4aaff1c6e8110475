//! Operations by name: one document in, one out.

use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use payymo::matching::Stage;
use payymo_contract::Host;

/// Told how far a long call has come, on the thread of the call: PAYYMO_STAGE_…, rows done, rows in all. Returns 0 to stop
/// the call (`matching.cancelled`), anything else to go on. `user` is what the call was given. It must return: no exception
/// and no longjmp may leave it. It may call any function but those on the matcher of the call.
pub type Progress = Option<unsafe extern "C" fn(user: *mut c_void, stage: u32, done: u64, all: u64) -> u32>;

/// Does an operation that needs no matcher. docs/operations.md lists them with their requests and answers.
///
/// `operation` is its name, such as "matching.reconcile"; `request` a JSON object in UTF-8 (NULL with length 0 is {}); the
/// request names `blobs` as {"blob": 0}, so that a statement needs no encoding. `progress` may be NULL.
/// Returns 0, or the number of an error (PAYYMO_E_…).
/// Ownership: inputs are borrowed until it returns. `*answer` is written always: the answer, or the error as a document; the
/// caller frees it. With `answer` NULL there is the number alone.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_call(
    operation: *const c_char,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    let result = guard(|| {
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        payymo_contract::run(operation, request, Host { blobs: &blobs, progress: &mut tell })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// The host's function as the engine calls it.
pub fn teller(progress: Progress, user: *mut c_void) -> impl FnMut(Stage, usize, usize) -> bool {
    move |stage, done, all| match progress {
        // SAFETY: the host gave this function with this value for it.
        Some(told) => unsafe { told(user, payymo_contract::stage(stage).0, done as u64, all as u64) != 0 },
        None => true,
    }
}

//! Matchers: open items prepared once, for many calls.

use crate::call::Progress;
use crate::document::Document;
use crate::handle::{Request, ask, free, make};
use crate::input::Blob;
use core::ffi::{c_char, c_void};
use payymo_contract::SharedHandle;

/// Open items, prepared once for many calls. The caller owns it and frees it once. Calls on one matcher wait for each other:
/// any thread may call.
pub struct Matcher(SharedHandle);

/// Makes a matcher: does "matcher.new". The answer lists the errors of rows that cannot be used.
///
/// Arguments and result as those of payymo_call. `matcher` must not be NULL; `*matcher` is written always, NULL with an error.
/// Ownership: inputs are borrowed until it returns; the caller frees `*matcher` and `*answer`.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_new(
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    matcher: *mut *mut Matcher,
    answer: *mut *mut Document,
) -> u32 {
    let request = Request { text: request, length: request_length, blobs, blob_count, progress, user };
    // SAFETY: the pointers are as the header says.
    unsafe { make(("matcher.new", "matcher"), request, matcher, answer, Matcher) }
}

/// Does an operation on a matcher, such as "matcher.reconcile".
///
/// Arguments, result and ownership as those of payymo_call.
/// Threads: any; calls on one matcher wait for each other. A callback that calls the matcher of its own call gets
/// `contract.handle`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_call(
    matcher: *mut Matcher,
    operation: *const c_char,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: as the header says: NULL, or a matcher that is not freed yet. It is shared only: its lock gives what may change.
    let held = unsafe { matcher.as_ref() }.map(|matcher| &matcher.0);
    let request = Request { text: request, length: request_length, blobs, blob_count, progress, user };
    // SAFETY: the pointers are as the header says.
    unsafe { ask((held, "matcher"), operation, request, answer) }
}

/// Frees a matcher; NULL is fine.
/// Threads: any, but once, and when no call on it runs or will run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_free(matcher: *mut Matcher) {
    // SAFETY: as the header says.
    unsafe { free(matcher) }
}

//! Matchers: open items prepared once, for many calls.

use crate::call::{Progress, teller};
use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use payymo_contract::{BorderCode, Fault, Host, SharedMatcher};

/// Open items, prepared once for many calls. The caller owns it and frees it once. Calls on one matcher wait for each other:
/// any thread may call.
pub struct Matcher(SharedMatcher);

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
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    // SAFETY: as above.
    unsafe { clear(matcher) };
    let result = guard(|| {
        if matcher.is_null() {
            return Err(Fault::new(BorderCode::Argument, "matcher is NULL"));
        }
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        let host = Host { blobs: &blobs, progress: &mut tell };
        let (made, document) = SharedMatcher::open(request, host)?;
        // SAFETY: as above, and not null.
        unsafe { matcher.write(Box::into_raw(Box::new(Matcher(made)))) };
        Ok(document)
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
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
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    let result = guard(|| {
        // SAFETY: as above: NULL, or a matcher that is not freed yet. It is shared only: its lock gives what may change.
        let matcher = unsafe { matcher.as_ref() };
        let matcher = matcher.ok_or_else(|| Fault::new(BorderCode::Handle, "matcher is NULL"))?;
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        matcher.0.run(operation, request, Host { blobs: &blobs, progress: &mut tell })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Frees a matcher; NULL is fine.
/// Threads: any, but once, and when no call on it runs or will run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_matcher_free(matcher: *mut Matcher) {
    if !matcher.is_null() {
        // SAFETY: it came from `payymo_matcher_new` and is freed once, as the header says.
        let matcher = unsafe { Box::from_raw(matcher) };
        let _ = guard(|| {
            drop(matcher);
            Ok(())
        });
    }
}

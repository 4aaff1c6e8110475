//! Handles: what lives between calls, such as a matcher, a stream, the keys of a verifier.

use crate::call::{Progress, teller};
use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use payymo_contract::{BorderCode, Fault, Host, SharedHandle};

/// What lives between calls. The caller owns it and frees it once. Any thread may call: calls on a matcher, a stream or revocations wait
/// for each other, those on what no call changes (a verifier, a signer, sessions, anchors) do not.
pub struct Handle(SharedHandle);

/// Makes a handle by an operation: "matcher.new", "stream.new", "verifier.new" and all others of this name. The answer is that of the
/// operation: errors of what cannot be used, or `null`.
///
/// Arguments and result as those of payymo_call. `handle` must not be NULL; `*handle` is written always, NULL with an error.
/// Ownership: inputs are borrowed until it returns; the caller frees `*handle` and `*answer`.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_handle_open(
    operation: *const c_char,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    handle: *mut *mut Handle,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    // SAFETY: as above.
    unsafe { clear(handle) };
    let result = guard(|| {
        if handle.is_null() {
            return Err(Fault::new(BorderCode::Argument, "handle is NULL"));
        }
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let text = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        let host = Host { blobs: &blobs, progress: &mut tell };
        let (made, document) = SharedHandle::open(operation, text, host)?;
        // SAFETY: as above, and not null.
        unsafe { handle.write(Box::into_raw(Box::new(Handle(made)))) };
        Ok(document)
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Does an operation on a handle: "matcher.reconcile" on a matcher, "stream.push" on a stream, with the next bytes as
/// `{"content": {"blob": 0}}`.
///
/// Arguments, result and ownership as those of payymo_call.
/// Threads: any. A callback that calls the handle of its own call gets `contract.handle`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_handle_call(
    handle: *mut Handle,
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
    // SAFETY: NULL, or a handle that is not freed yet. It is shared only: its lock gives what may change.
    let held = unsafe { handle.as_ref() };
    let result = guard(|| {
        let held = held.ok_or_else(|| Fault::new(BorderCode::Handle, "handle is NULL"))?;
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let text = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        let mut tell = teller(progress, user);
        held.0.run(operation, text, Host { blobs: &blobs, progress: &mut tell })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Frees a handle; NULL is fine.
/// Threads: any, but once, and when no call on it runs or will run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_handle_free(handle: *mut Handle) {
    if !handle.is_null() {
        // SAFETY: it came from `payymo_handle_open` and is freed once, as the header says.
        let handle = unsafe { Box::from_raw(handle) };
        let _ = guard(|| {
            drop(handle);
            Ok(())
        });
    }
}

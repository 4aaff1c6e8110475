//! What matchers and streams have in common: how they are made, called and freed.

use crate::call::{Progress, teller};
use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use payymo_contract::{BorderCode, Fault, Host, SharedHandle};

/// A request as C hands it in.
pub struct Request {
    pub text: *const c_char,
    pub length: usize,
    pub blobs: *const Blob,
    pub blob_count: usize,
    pub progress: Progress,
    pub user: *mut c_void,
}

/// Makes a handle by an operation.
///
/// # Safety
/// The pointers are as the header says.
pub unsafe fn make<T>(
    (operation, name): (&str, &str),
    request: Request,
    handle: *mut *mut T,
    answer: *mut *mut Document,
    of: fn(SharedHandle) -> T,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    // SAFETY: as above.
    unsafe { clear(handle) };
    let result = guard(|| {
        if handle.is_null() {
            return Err(Fault::new(BorderCode::Argument, format!("{name} is NULL")));
        }
        // SAFETY: as above.
        let text = unsafe { input::bytes(request.text, request.length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(request.blobs, request.blob_count) }?;
        let mut tell = teller(request.progress, request.user);
        let host = Host { blobs: &blobs, progress: &mut tell };
        let (made, document) = SharedHandle::open(operation, text, host)?;
        // SAFETY: as above, and not null.
        unsafe { handle.write(Box::into_raw(Box::new(of(made)))) };
        Ok(document)
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Does an operation on a handle.
///
/// # Safety
/// As for [`make`].
pub unsafe fn ask(
    (handle, name): (Option<&SharedHandle>, &str),
    operation: *const c_char,
    request: Request,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    let result = guard(|| {
        let handle = handle.ok_or_else(|| Fault::new(BorderCode::Handle, format!("{name} is NULL")))?;
        // SAFETY: as above.
        let operation = unsafe { input::name(operation, "operation") }?;
        // SAFETY: as above.
        let text = unsafe { input::bytes(request.text, request.length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(request.blobs, request.blob_count) }?;
        let mut tell = teller(request.progress, request.user);
        handle.run(operation, text, Host { blobs: &blobs, progress: &mut tell })
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, result) }
}

/// Frees what [`make`] made; NULL is fine.
///
/// # Safety
/// As for [`make`]: it is freed once.
pub unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: it came from `make` and is freed once, as the header says.
        let handle = unsafe { Box::from_raw(handle) };
        let _ = guard(|| {
            drop(handle);
            Ok(())
        });
    }
}

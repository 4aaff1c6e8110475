//! What a host hands in, as slices. All reading of its pointers is here.

use core::ffi::{CStr, c_char};
use payymo_contract::{BorderCode, Fault};

/// Bytes of the host, borrowed during a call; a request names them as {"blob": 0}.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Blob {
    /// The first byte; NULL with length 0 is empty.
    pub data: *const c_char,
    /// How many bytes.
    pub length: usize,
}

/// A list of the host.
///
/// # Safety
/// `data` points at `length` values that nobody changes while `'a` lasts, or is NULL.
pub unsafe fn list<'a, T>(data: *const T, length: usize, name: &str) -> Result<&'a [T], Fault> {
    if length == 0 {
        return Ok(&[]);
    }
    let wrong = |said: &str| Fault::new(BorderCode::Argument, format!("{name} {said}"));
    if data.is_null() {
        return Err(wrong("is NULL, but its length is not 0"));
    }
    if !data.is_aligned() {
        return Err(wrong("is not aligned"));
    }
    // What is larger no program can have: a length that came out negative.
    if length.checked_mul(size_of::<T>().max(1)).is_none_or(|bytes| isize::try_from(bytes).is_err()) {
        return Err(wrong("is longer than memory"));
    }
    // SAFETY: not null, aligned, of a possible length; that the values are there the caller promises.
    Ok(unsafe { core::slice::from_raw_parts(data, length) })
}

/// Bytes of the host.
///
/// # Safety
/// As [`list`].
pub unsafe fn bytes<'a>(data: *const c_char, length: usize, name: &str) -> Result<&'a [u8], Fault> {
    // SAFETY: a `char` has size and alignment of a byte; the rest is the caller's promise.
    unsafe { list(data.cast::<u8>(), length, name) }
}

/// Text of the host.
///
/// # Safety
/// As [`list`].
pub unsafe fn text<'a>(data: *const c_char, length: usize) -> Option<&'a str> {
    // SAFETY: as the caller promises.
    let bytes = unsafe { bytes(data, length, "text") }.ok()?;
    core::str::from_utf8(bytes).ok()
}

/// Text of the host that ends with NUL.
///
/// # Safety
/// `text` is NULL, or points at bytes that end with NUL and that nobody changes while `'a` lasts.
pub unsafe fn name<'a>(text: *const c_char, name: &str) -> Result<&'a str, Fault> {
    if text.is_null() {
        return Err(Fault::new(BorderCode::Argument, format!("{name} is NULL")));
    }
    // SAFETY: not null; that it ends with NUL the caller promises.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map_err(|_| Fault::new(BorderCode::Encoding, format!("{name} is not UTF-8")))
}

/// The blobs of a call.
///
/// # Safety
/// As [`list`], and so for the bytes of each.
pub unsafe fn blobs<'a>(blobs: *const Blob, count: usize) -> Result<Vec<&'a [u8]>, Fault> {
    // SAFETY: as the caller promises.
    let blobs = unsafe { list(blobs, count, "blobs") }?;
    // SAFETY: as the caller promises of each.
    blobs.iter().map(|blob| unsafe { bytes(blob.data, blob.length, "a blob") }).collect()
}

//! Streams: an input that comes in pieces.

use crate::document::Document;
use crate::handle::{Request, ask, free, make};
use crate::input::Blob;
use core::ffi::{c_char, c_void};
use payymo_contract::SharedHandle;

/// An input that is read in pieces. The caller owns it and frees it once. Calls on one stream wait for each other: any thread
/// may call.
pub struct Stream(SharedHandle);

/// Begins to read an input that comes in pieces: does "stream.new". The answer is `null`.
///
/// Arguments and result as those of payymo_call. `stream` must not be NULL; `*stream` is written always, NULL with an error.
/// Ownership: inputs are borrowed until it returns; the caller frees `*stream` and `*answer`.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_stream_new(
    request: *const c_char,
    request_length: usize,
    stream: *mut *mut Stream,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says.
    unsafe { make(("stream.new", "stream"), plain(request, request_length), stream, answer, Stream) }
}

/// Does an operation on a stream: "stream.push" with the next bytes as `{"content": {"blob": 0}}`, "stream.finish" behind the
/// last. Each answers the rows that were completed.
///
/// Arguments, result and ownership as those of payymo_call.
/// Threads: any; calls on one stream wait for each other.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_stream_call(
    stream: *mut Stream,
    operation: *const c_char,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: as the header says: NULL, or a stream that is not freed yet. It is shared only: its lock gives what may change.
    let held = unsafe { stream.as_ref() }.map(|stream| &stream.0);
    let request = Request { blobs, blob_count, ..plain(request, request_length) };
    // SAFETY: the pointers are as the header says.
    unsafe { ask((held, "stream"), operation, request, answer) }
}

/// Frees a stream, ended or not; NULL is fine.
/// Threads: any, but once, and when no call on it runs or will run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_stream_free(stream: *mut Stream) {
    // SAFETY: as the header says.
    unsafe { free(stream) }
}

fn plain(text: *const c_char, length: usize) -> Request {
    let (blobs, user): (*const Blob, *mut c_void) = (core::ptr::null(), core::ptr::null_mut());
    Request { text, length, blobs, blob_count: 0, progress: None, user }
}

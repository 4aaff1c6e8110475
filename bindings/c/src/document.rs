//! Documents: what a call answers, owned by the host.

use core::ffi::c_char;
use core::ptr;
use payymo_contract::Fault;

/// A JSON document in UTF-8: an answer, or an error {"code", "number", "message"} with its place. The caller owns it and
/// frees it once. It never changes: any number of threads may read it at once.
pub struct Document {
    /// With a NUL behind, for hosts that read it as a string.
    bytes: Vec<u8>,
}

impl Document {
    fn new(mut bytes: Vec<u8>) -> Box<Self> {
        bytes.push(0);
        Box::new(Document { bytes })
    }
}

/// Writes what a call came to: its number is given, and its document stands in `answer`, if the host wants it.
///
/// # Safety
/// `answer` is NULL or may be written.
pub unsafe fn hand_out(answer: *mut *mut Document, result: Result<Vec<u8>, Fault>) -> u32 {
    let number = result.as_ref().map_or_else(Fault::number, |_| 0);
    if !answer.is_null() {
        let document = Document::new(result.unwrap_or_else(|fault| fault.to_json()));
        // SAFETY: not null; that it may be written the caller promises.
        unsafe { answer.write(Box::into_raw(document)) };
    }
    number
}

/// Clears what a host gets back, before anything can go wrong.
///
/// # Safety
/// `out` is NULL or may be written.
pub unsafe fn clear<T>(out: *mut *mut T) {
    if !out.is_null() {
        // SAFETY: not null; that it may be written the caller promises.
        unsafe { out.write(ptr::null_mut()) };
    }
}

/// The text of a document, UTF-8, with a NUL behind its length; "" for NULL. It lives as long as the document.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_document_data(document: *const Document) -> *const c_char {
    // SAFETY: NULL, or a document that is not freed yet, as the header says.
    match unsafe { document.as_ref() } {
        Some(document) => document.bytes.as_ptr().cast(),
        None => c"".as_ptr(),
    }
}

/// Bytes of a document, without the NUL behind them; 0 for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_document_length(document: *const Document) -> usize {
    // SAFETY: NULL, or a document that is not freed yet, as the header says.
    unsafe { document.as_ref() }.map_or(0, |document| document.bytes.len().saturating_sub(1))
}

/// Frees a document; NULL is fine.
/// Threads: any, but once, and when no other thread reads the document.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_document_free(document: *mut Document) {
    if !document.is_null() {
        // SAFETY: it came from `hand_out` and is freed once, as the header says.
        drop(unsafe { Box::from_raw(document) });
    }
}

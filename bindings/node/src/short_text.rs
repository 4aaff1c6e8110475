//! Texts of a few words, read without memory of their own.

use napi::bindgen_prelude::Result;
use napi::{JsString, JsValue, sys};

/// Bytes that a text may have to be read in one call; an IBAN as printed has 42.
const ROOM: usize = 128;
/// Bytes of the longest character of UTF-8, and of the zero that the runtime writes behind a text.
const LAST: usize = 5;

/// Hands on a text of JavaScript. Halves of characters are replaced by U+FFFD.
pub fn with_text<T>(text: JsString<'_>, read: impl FnOnce(&str) -> T) -> Result<T> {
    let mut bytes = [0_u8; ROOM];
    let mut length = 0;
    let value = text.value();
    // SAFETY: the handle lives as long as the call that `text` is of, and the runtime writes no more bytes than it is told.
    let status = unsafe {
        let room = bytes.as_mut_ptr().cast();
        sys::napi_get_value_string_utf8(value.env, value.value, room, ROOM, &mut length)
    };
    // A text that fills the room may go on behind it.
    if status == sys::Status::napi_ok && length <= ROOM - LAST {
        let short = bytes.get(..length).unwrap_or_default();
        return Ok(read(core::str::from_utf8(short).unwrap_or_default()));
    }
    let long = text.into_utf8()?;
    Ok(read(long.as_str().unwrap_or_default()))
}

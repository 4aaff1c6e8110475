//! What the library is, and the names of its codes.

use crate::{guard, input};
use core::ffi::{CStr, c_char};
use core::ptr;
use payymo_contract::OPERATIONS;
use payymo_contract::Shapes;
use payymo_contract::schema::Words;
use std::collections::BTreeMap;
use std::ffi::CString;
use std::sync::OnceLock;

/// The version of this header. A library with another number must not be used with it.
pub const PAYYMO_ABI_VERSION: u32 = 1;

/// The version of the library's header, PAYYMO_ABI_VERSION.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub extern "C" fn payymo_abi_version() -> u32 {
    PAYYMO_ABI_VERSION
}

/// The version of the library, such as "0.1.0". It lives as long as the library.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub extern "C" fn payymo_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

/// The code of an error's number, such as "format.csv.bad_amount"; NULL for a number that is none. It lives as long as the
/// library.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub extern "C" fn payymo_code_text(number: u32) -> *const c_char {
    static TEXTS: OnceLock<BTreeMap<u32, CString>> = OnceLock::new();
    let texts = TEXTS.get_or_init(|| {
        let text = |code: payymo_contract::Known| Some((code.number, CString::new(code.code).ok()?));
        payymo_contract::codes().filter_map(text).collect()
    });
    texts.get(&number).map_or(ptr::null(), |text| text.as_ptr())
}

/// The word at a place of a list of the contract (docs/operations.md): "single" for "MatchKind" and 0; NULL where there is none.
/// Lists grow in later versions: so the numbers of a library are read by its own words. It lives as long as the library.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_word_text(list: *const c_char, number: u32) -> *const c_char {
    static LISTS: OnceLock<BTreeMap<&str, Vec<CString>>> = OnceLock::new();
    guard::value(ptr::null(), || {
        let lists = LISTS.get_or_init(|| {
            let shapes = Shapes::of(OPERATIONS);
            let words =
                |list: &Words| (list.list)().iter().filter_map(|word| CString::new(word.0).ok()).collect();
            shapes.words.iter().map(|list| (list.name, words(list))).collect()
        });
        // SAFETY: the pointer is as the header says.
        let list = unsafe { input::name(list, "list") }.ok()?;
        Some(lists.get(list)?.get(usize::try_from(number).ok()?)?.as_ptr())
    })
}

//! The format of any bytes, told twice alike.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::format::detect;

fuzz_target!(|bytes: &[u8]| {
    let (one, two) = (detect(bytes), detect(bytes));
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
});

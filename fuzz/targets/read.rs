//! Any bytes, the format told by content: the door of every host.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| payymo_fuzz::read_many_as(bytes, None));

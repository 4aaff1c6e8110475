//! PayPal's transaction search and balances.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::format::Format;

fuzz_target!(|bytes: &[u8]| payymo_fuzz::read_many_as(bytes, Some(Format::Paypal)));

//! Revocation lists in DER, with the chain of the seeds beside them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::certificate::{Bundle, RevocationLists};

const CHAIN: &[u8] = include_bytes!("../seeds/certificate/ec.pem");

fuzz_target!(|bytes: &[u8]| {
    let Ok(lists) = RevocationLists::new(&payymo_fuzz::elements(bytes)) else { return };
    let Ok(chain) = Bundle::parse(CHAIN) else { return };
    let chain: Vec<&[u8]> = chain.certificates.iter().map(Vec::as_slice).collect();
    payymo_fuzz::verify_by_all(&chain, &lists);
});

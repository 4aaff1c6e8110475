//! Certificates in DER one behind the other, as anchors and as a chain to themselves, and bundles in PEM.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::certificate::{Bundle, RevocationLists};

fuzz_target!(|bytes: &[u8]| {
    payymo_fuzz::verify_by_all(&payymo_fuzz::elements(bytes), &RevocationLists::default());
    match Bundle::parse(bytes) {
        Ok(bundle) => {
            let chain: Vec<&[u8]> = bundle.certificates.iter().map(Vec::as_slice).collect();
            let _ = bundle.order();
            payymo_fuzz::verify_by_all(&chain, &RevocationLists::default());
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
});

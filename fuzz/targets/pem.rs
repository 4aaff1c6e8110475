//! Keys from outside in PEM and DER: taken for the algorithms of their kind alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::crypto::Algorithm;
use payymo::token::{Key, SigningKey};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for algorithm in Algorithm::ALL {
        for key in [Key::from_pem(&text, algorithm), Key::from_der(bytes, algorithm)] {
            match key {
                Ok(key) => assert_eq!(key.family(), algorithm.family()),
                Err(error) => assert!(!error.message().is_empty()),
            }
        }
        if let Ok(key) = SigningKey::from_pem(&text, algorithm) {
            assert!(Key::from_pem(&text, algorithm).is_err(), "a private key is no public one");
            assert_eq!(key.verifying().family(), algorithm.family());
        }
    }
});

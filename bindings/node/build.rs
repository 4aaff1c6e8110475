//! Tells the linker that Node itself brings the symbols of Node-API, and that nobody debugs a published addon.

use std::env::var;

fn main() {
    napi_build::setup();
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-s");
    }
}

//! Writes Kotlin, Swift, Python and Ruby from the library's own description. A crate of its own, so that the library does
//! not carry a generator.

fn main() {
    uniffi::uniffi_bindgen_main();
}

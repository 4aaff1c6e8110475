//! Gives the shared library its SONAME, which changes with the ABI only.

const SOURCE: &str = "src/about.rs";

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={SOURCE}");
    let source = std::fs::read_to_string(SOURCE).map_err(|error| error.to_string())?;
    let number = source.split_once("PAYYMO_ABI_VERSION: u32 = ").and_then(|(_, rest)| rest.split_once(';'));
    let (number, _) = number.ok_or("src/about.rs says no PAYYMO_ABI_VERSION")?;
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libpayymo.so.{number}");
    }
    Ok(())
}

//! Writes what the languages have in common from the table of operations: types, stubs, constants, documentation.
//!
//! ```text
//! generate-bindings            writes every file that is not as it should be
//! generate-bindings --check    names them and fails
//! ```

mod python;
mod reference;
mod typescript;
mod uniffi;

use std::path::Path;
use std::process::ExitCode;

/// A file that is written: its path from the top of the repository, and its content.
type File = (&'static str, String);

fn files() -> Vec<File> {
    let mut files = Vec::new();
    files.extend(reference::files());
    files.extend(python::files());
    files.extend(typescript::files());
    files.extend(uniffi::files());
    files
}

fn main() -> ExitCode {
    let check = std::env::args().nth(1).as_deref() == Some("--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut stale = 0;
    for (path, content) in files() {
        let file = root.join(path);
        if std::fs::read_to_string(&file).is_ok_and(|there| there == content) {
            continue;
        }
        stale += 1;
        if check {
            eprintln!("{path} is not as the table of operations says");
            continue;
        }
        let folder = file.parent().unwrap_or(&root);
        if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, content)) {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
        println!("{path}");
    }
    if check && stale > 0 {
        eprintln!("To bring them up to date: cargo run -p payymo-contract --bin generate-bindings");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

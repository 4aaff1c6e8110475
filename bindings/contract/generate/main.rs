//! Writes what the languages have in common from the table of operations: types, stubs, constants, documentation.
//!
//! ```text
//! generate-bindings            writes every file that is not as it should be
//! generate-bindings --check    names them and fails
//! ```

mod kinds;
mod php;
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
    files.extend(php::files());
    files.extend(reference::files());
    files.extend(python::files());
    files.extend(typescript::files());
    files.extend(uniffi::files());
    files
}

/// Files that nobody writes any more, in folders in which every file is written.
fn strays(root: &Path, files: &[File]) -> Vec<String> {
    let mut strays = Vec::new();
    for folder in php::FOLDERS {
        let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        let paths = entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
        strays.extend(paths.filter(|path| files.iter().all(|file| file.0 != path)));
    }
    strays
}

fn main() -> ExitCode {
    let check = std::env::args().nth(1).as_deref() == Some("--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut stale = 0;
    let files = files();
    for (path, content) in &files {
        let file = root.join(path);
        if std::fs::read_to_string(&file).is_ok_and(|there| there == *content) {
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
    for path in strays(root.as_path(), &files) {
        stale += 1;
        if check {
            eprintln!("{path} is not of the table of operations any more");
        } else if let Err(error) = std::fs::remove_file(root.join(&path)) {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    }
    if check && stale > 0 {
        eprintln!("To bring them up to date: cargo run -p payymo-contract --bin generate-bindings");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

//! Writes what the languages have in common from the table of operations: types, stubs, constants, documentation.
//!
//! ```text
//! generate-bindings            writes every file that is not as it should be
//! generate-bindings --check    names them and fails
//! ```

mod areas;
mod attributes;
mod clashes;
mod kinds;
mod php;
mod python;
mod reference;
mod reserved;
mod typescript;
mod uniffi;

use payymo_contract::OPERATIONS;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
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
    files.push(attributes::file(&files));
    files
}

/// What the first lines of a written file say.
const MARK: &str = "enerated from the table of operations";

/// Files that nobody writes any more, in all folders in which files are written: they bear the mark.
fn strays(root: &Path, files: &[File]) -> Vec<String> {
    let folders: BTreeSet<&str> =
        files.iter().map(|file| file.0.rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
    let mut strays = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if files.iter().all(|file| file.0 != path) && is_marked(&entry.path()) {
                strays.push(path);
            }
        }
    }
    strays
}

/// Whether a file says in its first lines that it is written.
fn is_marked(path: &Path) -> bool {
    let Ok(file) = std::fs::File::open(path) else { return false };
    // What is not text, or a folder, has no lines.
    BufReader::new(file).lines().map_while(Result::ok).take(5).any(|line| line.contains(MARK))
}

fn main() -> ExitCode {
    let check = std::env::args().nth(1).as_deref() == Some("--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut stale = 0;
    match clashes::Languages::read(&root) {
        Ok(languages) => {
            let found = clashes::clashes(&languages, OPERATIONS);
            found.iter().for_each(|clash| eprintln!("{clash}"));
            if !found.is_empty() {
                return ExitCode::FAILURE;
            }
        }
        Err(error) => {
            eprintln!("the sources of the languages: {error}");
            return ExitCode::FAILURE;
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_bears_the_mark() {
        for (path, content) in files().iter().filter(|file| !file.0.starts_with("docs/")) {
            assert!(content.lines().take(5).any(|line| line.contains(MARK)), "{path}");
        }
    }

    #[test]
    fn a_removed_area_leaves_no_file() {
        let root = std::env::temp_dir().join(format!("payymo-strays-{}", std::process::id()));
        let write = |path: &str, content: &str| {
            let file = root.join(path);
            std::fs::create_dir_all(file.parent().unwrap_or(&root))
                .and_then(|()| std::fs::write(&file, content))
                .is_ok_and(|()| true)
        };
        let marked = format!("<?php\n\n/*\n * G{MARK}; do not edit.\n */\n");
        for path in ["src/Format.php", "src/Gone.php", "src/Model/Gone.php", "elsewhere/Gone.php"] {
            assert!(write(path, &marked));
        }
        assert!(write("src/Payymo.php", "<?php\n// By hand.\n") && write("lib.so", "\u{0}"));
        let files =
            [("src/Format.php", marked), ("src/Model/Fee.php", String::new()), ("top", String::new())];
        let mut found = strays(&root, &files);
        found.sort();
        assert_eq!(found, ["src/Gone.php", "src/Model/Gone.php"]);
        assert!(std::fs::remove_dir_all(&root).is_ok());
    }
}

//! The folder of real files and vectors that tests read and the product never holds.

use std::path::{Path, PathBuf};

/// The folder: `PAYYMO_SHARED`, else `../shared` beside the workspace. `None` where it is not there, after saying so;
/// where `CI` is `true` that is a failure, since a test left out would look like one that passed.
pub fn folder(test: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("PAYYMO_SHARED").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{test} needs the shared folder: set PAYYMO_SHARED"
    );
    println!("{test}: LEFT OUT, no shared folder beside the workspace and no PAYYMO_SHARED");
    None
}

/// All files below a folder, ordered by path.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries =
            std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

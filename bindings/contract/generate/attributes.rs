//! `.gitattributes`: what is generated is folded where changes are shown.

use crate::File;

/// Written by other tools, from what stands here.
const OTHERS: &[&str] = &[
    "bindings/c/include/*",
    "bindings/uniffi/kotlin/**",
    "bindings/uniffi/swift/**",
    "docs/vocabulary.md",
    "tests/vectors/*.jsonl",
];

/// Folders in which every file is written: one line for each.
const FOLDERS: &[&str] =
    &["bindings/php/src/Enum/", "bindings/php/src/Model/", "bindings/uniffi/src/generated/"];

/// The file, for all others.
pub fn file(files: &[File]) -> File {
    let mut out = String::from(
        "# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings\n",
    );
    let single =
        files.iter().map(|file| file.0).filter(|path| !FOLDERS.iter().any(|of| path.starts_with(of)));
    let mut patterns: Vec<String> = single.chain(OTHERS.iter().copied()).map(str::to_owned).collect();
    patterns.extend(FOLDERS.iter().map(|folder| format!("{folder}*")));
    patterns.sort();
    patterns.iter().for_each(|pattern| out.push_str(&format!("{pattern} linguist-generated\n")));
    (".gitattributes", out)
}

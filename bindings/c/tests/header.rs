//! The header is written from this crate's source and from the contract's tables: it cannot say what is not so.
//!
//! `UPDATE_HEADER=1 cargo test -p payymo-c --test header` brings it up to date.

#![allow(clippy::expect_used)]

use payymo_contract::codes;
use payymo_contract::schema::{Words, words};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Lists of words that C knows by their place.
const NUMBERED: [(&str, &Words); 9] = [
    ("STAGE", &words::STAGE),
    ("ROW", &words::ROW_KIND),
    ("IBAN", &words::IBAN_VERDICT),
    ("SCHEME", &words::SCHEME),
    ("MATCH", &words::MATCH_KIND),
    ("REVIEW", &words::REVIEW_REASON),
    ("UNMATCHED", &words::UNMATCHED_REASON),
    ("DIFFERENCE", &words::DIFFERENCE_KIND),
    ("EVIDENCE", &words::EVIDENCE_CODE),
];

/// Errors that no version answers with any more. Their numbers stay theirs.
const RETIRED: [(&str, &str); 2] =
    [("E_FORMAT_CAMT_BALANCE", "3113u"), ("E_CERTIFICATE_COMMON_NAME", "6415u")];

const INTRODUCTION: &str = "/*
 * payymo: bank transactions and open invoices in, explained matches out.
 *
 * Text is UTF-8 as pointer and length; NULL with length 0 is empty. A function that can fail returns 0 or the number of
 * the error, and writes a document beside it. Nothing is printed, no signal is touched, no file is opened; the library
 * starts threads only within a call, and only where the option `threads` says so.
 *
 * Generated from bindings/c/src and the table of operations:
 * UPDATE_HEADER=1 cargo test -p payymo-c --test header
 */";

#[test]
fn header_is_up_to_date() {
    no_number_ever_changes();
    let header = header();
    same("include/payymo.h", &header);
    same("include/payymo.ffi.h", &bare(&header));
}

fn header() -> String {
    let mut config =
        cbindgen::Config::from_file(Path::new(ROOT).join("cbindgen.toml")).expect("cbindgen.toml");
    config.header = Some(format!("{INTRODUCTION}\n#ifndef PAYYMO_H\n#define PAYYMO_H"));
    config.after_includes = Some(constants());
    config.trailer = Some("#endif /* PAYYMO_H */".to_owned());
    let bindings =
        cbindgen::Builder::new().with_crate(ROOT).with_config(config).generate().expect("a header");
    let mut out = Vec::new();
    bindings.write(&mut out);
    let text = String::from_utf8(out).expect("UTF-8");
    text.lines().fold(String::new(), |all, line| {
        // Some comments end in a space, and numbers are unsigned here.
        let number = line.starts_with("#define") && line.ends_with(|last: char| last.is_ascii_digit());
        all + line.trim_end() + if number { "u\n" } else { "\n" }
    })
}

fn constants() -> String {
    let mut out = String::new();
    for (prefix, words) in NUMBERED {
        let _ = writeln!(out, "\n/* {} */", words.doc);
        for (at, (word, meaning)) in (words.list)().iter().enumerate() {
            let _ = writeln!(out, "/* {meaning} */\n#define PAYYMO_{prefix}_{} {at}u", name(word));
        }
    }
    out.push_str("\n/* Numbers of errors; 0 is none. */\n");
    for known in codes() {
        let meaning = known.meaning.replace("*/", "* /");
        let _ = writeln!(out, "/* {meaning} */\n#define PAYYMO_E_{} {}u", name(known.code), known.number);
    }
    out
}

/// `FORMAT_CSV_BAD_AMOUNT` of `format.csv.bad_amount`.
fn name(code: &str) -> String {
    code.replace('.', "_").to_uppercase()
}

/// Types and prototypes alone, as hosts need them that read C without a preprocessor. `FFI_LIB` is for who installs it.
fn bare(header: &str) -> String {
    let mut out = String::from("#define FFI_SCOPE \"payymo\"\n#define FFI_LIB \"@libpayymo@\"\n");
    let mut rest = header;
    let mut plain = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    // What is for C++ stands between `#ifdef __cplusplus` and `#endif`; all other directives are a line each.
    let mut cpp = false;
    for line in plain.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        match line {
            "#ifdef __cplusplus" => cpp = true,
            _ if cpp && line.starts_with("#endif") => cpp = false,
            _ if cpp || line.starts_with('#') => {}
            _ => out.extend([line, "\n"]),
        }
    }
    out
}

/// Numbers by name.
fn numbers(header: &str) -> BTreeMap<&str, &str> {
    let defined = header.lines().filter_map(|line| line.strip_prefix("#define PAYYMO_")?.split_once(' '));
    defined.filter(|(name, _)| *name != "ABI_VERSION").collect()
}

#[test]
fn no_number_ever_changes() {
    let committed = std::fs::read_to_string(Path::new(ROOT).join("include/payymo.h")).expect("a header");
    let now = header();
    let now = numbers(&now);
    for (retired, number) in RETIRED {
        let given_again = now.iter().find(|(name, given)| name.starts_with("E_") && **given == number);
        assert_eq!((now.get(retired), given_again), (None, None), "PAYYMO_{retired} is retired");
    }
    for (name, number) in numbers(&committed) {
        if RETIRED.contains(&(name, number)) {
            continue;
        }
        assert_eq!(
            now.get(name),
            Some(&number),
            "PAYYMO_{name}: hosts are compiled with it; words are added at the end"
        );
    }
}

fn same(path: &str, content: &str) {
    let file = Path::new(ROOT).join(path);
    if std::env::var_os("UPDATE_HEADER").is_some() {
        std::fs::write(&file, content).expect("the header is written");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == content, "{path} is not as the source says: UPDATE_HEADER=1 brings it up to date");
}

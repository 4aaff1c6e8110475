//! The documentation of all words that results and errors are made of is written from the tables in the source.

use payymo::Code;
use payymo::matching::{
    CALIBRATION_KINDS, Component, DifferenceKind, EVIDENCE_CODES, LimitKind, MatchKind, ReviewReason,
    UnmatchedReason,
};
use std::fmt::Write;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/vocabulary.md");

fn table(out: &mut String, title: &str, about: &str, rows: impl Iterator<Item = (String, String)>) {
    let _ = write!(out, "\n## {title}\n\n{about}\n\n| Code | Meaning |\n|---|---|\n");
    rows.for_each(|(code, meaning)| {
        let _ = writeln!(out, "| `{code}` | {meaning} |");
    });
}

/// The words of a table in the source.
macro_rules! words {
    ($name:ident) => {
        $name::ALL.iter().map(|word| (word.code().to_owned(), word.meaning().to_owned()))
    };
}

fn document() -> String {
    let mut out = String::from(
        "# Vocabulary\n\nThe words that results and errors are made of. They are stable: words are added, never renamed or given \
         another meaning.\nThis page is written from the tables in the source; to bring it up to date:\n\n```sh\n\
         UPDATE_VOCABULARY=1 cargo test -p payymo-tests --test vocabulary\n```\n",
    );
    table(&mut out, "Kinds of a match", "`kind` of a match.", words!(MatchKind));
    table(
        &mut out,
        "Why a match waits",
        "`review` of a match: the first that holds, in this order.",
        words!(ReviewReason),
    );
    table(
        &mut out,
        "Why a transaction settles nothing",
        "`reason` of an unmatched transaction.",
        words!(UnmatchedReason),
    );
    table(
        &mut out,
        "Differences",
        "`kind` of a difference: money of a transaction that settles nothing, or why a part of an item did not come.",
        words!(DifferenceKind),
    );
    let evidence = EVIDENCE_CODES.iter().map(|(code, text)| ((*code).to_owned(), text.replace("{}", "…")));
    table(
        &mut out,
        "Evidence",
        "`code` of evidence, with the sentence that it is shown with; … stands for the item or the customer.",
        evidence,
    );
    let kinds = CALIBRATION_KINDS.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned()));
    table(
        &mut out,
        "What a probability was calibrated by",
        "`calibration` of a match: the kind of evidence that it rests on. Each has a line of its own from log-odds to a \
         probability.",
        kinds,
    );
    table(&mut out, "Parts of a payout", "`kind` in `deposit`, `members` and `residual`.", words!(Component));
    table(&mut out, "Limits", "`code` of a limit: a bound of the search that was hit.", words!(LimitKind));
    let codes = Code::ALL
        .iter()
        .map(|code| (code.as_str().to_owned(), format!("{} ({})", code.meaning(), code.number())));
    table(&mut out, "Errors", "`code` of an error or a warning; its number for C stands behind.", codes);
    out
}

#[test]
fn the_vocabulary_is_as_the_source_says() {
    let now = document();
    let words = EVIDENCE_CODES.len() + Code::ALL.len() + ReviewReason::ALL.len();
    assert!(now.lines().filter(|line| line.starts_with("| `")).count() > words);
    if std::fs::read_to_string(PATH).is_ok_and(|shown| shown == now) {
        return;
    }
    if std::env::var_os("UPDATE_VOCABULARY").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs")).expect("a folder");
        std::fs::write(PATH, now).expect("the page is written");
        return;
    }
    panic!(
        "docs/vocabulary.md is not what the source says. To bring it up to date:\n\
         UPDATE_VOCABULARY=1 cargo test -p payymo-tests --test vocabulary"
    );
}

#[test]
fn every_word_is_there_once() {
    let twice = |mut codes: Vec<&str>| {
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        assert!(codes.iter().all(|code| !code.is_empty()));
    };
    twice(EVIDENCE_CODES.iter().map(|row| row.0).collect());
    twice(CALIBRATION_KINDS.iter().map(|row| row.0).collect());
    twice(MatchKind::ALL.iter().map(|word| word.code()).collect());
    twice(Component::ALL.iter().map(|word| word.code()).collect());
    twice(ReviewReason::ALL.iter().map(|word| word.code()).collect());
    twice(UnmatchedReason::ALL.iter().map(|word| word.code()).collect());
    twice(DifferenceKind::ALL.iter().map(|word| word.code()).collect());
    twice(LimitKind::ALL.iter().map(|word| word.code()).collect());
}

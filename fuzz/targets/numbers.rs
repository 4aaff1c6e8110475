//! Numbers and references in free text, and the grammar of a series learnt from the same lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::reference::numbers::Numbers;
use payymo::reference::scheme::{Strictness, find, validate};
use payymo::reference::series::Grammar;

fuzz_target!(|text: &str| {
    let mut numbers = Numbers::default();
    numbers.scan(text);
    numbers.candidates(|candidate| assert!(candidate.first < candidate.end));
    for strictness in [Strictness::Labelled, Strictness::Bare] {
        for found in find(text, strictness) {
            let inside = text.get(found.range.clone()).expect("a range of the text");
            assert!(!inside.is_empty());
        }
    }
    let grammar = Grammar::learn(text.lines());
    for line in text.lines() {
        grammar.forms(line, |_, _| {});
        let _ = grammar.holds(line.as_bytes());
    }
    if let Some(found) = find(text, Strictness::Bare).first() {
        // What is found in a text is a reference by itself too.
        let alone = text.get(found.range.clone()).unwrap_or_default();
        let _ = validate(found.scheme, alone);
    }
});

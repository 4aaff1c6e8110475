//! `text.*`: folding, edits between words, escaping.

use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Count, Text};
use crate::schema::{COUNT, TEXTS, may, must};
use payymo::text::{edits, edits_within, escape, fold, tokens};

pub static FOLD: Operation = Operation {
    name: "text.fold",
    doc: "A text as it is compared: small letters of ASCII, without accents, other scripts transliterated.",
    request: &[must("text", Text, "Text of any kind.")],
    answer: Answer::One(Text),
    errors: &[],
    run: Run::Function(|call| call.answer(&fold(&call.must::<String>("text")?))),
};

pub static TOKENS: Operation = Operation {
    name: "text.tokens",
    doc: "The words of a text, folded.",
    request: &[must("text", Text, "Text of any kind.")],
    answer: Answer::One(TEXTS),
    errors: &[],
    run: Run::Function(|call| {
        let folded = fold(&call.must::<String>("text")?);
        call.answer(&tokens(&folded).collect::<Vec<_>>())
    }),
};

pub static EDITS: Operation = Operation {
    name: "text.edits",
    doc: "How many edits part two words (insert, delete, replace, swap of neighbours). `null` when more than `most`.",
    request: &[
        must("a", Text, "One of the words."),
        must("b", Text, "What it is compared with."),
        may("most", COUNT, "Edits that are of interest. Default: all."),
    ],
    answer: Answer::Maybe(Count(u64::MAX)),
    errors: &[],
    run: Run::Function(|call| {
        let (a, b): (String, String) = (call.must("a")?, call.must("b")?);
        let found = match call.maybe::<u32>("most")? {
            Some(most) => edits_within(&a, &b, most as usize),
            None => Some(edits(&a, &b)),
        };
        call.answer(&found)
    }),
};

pub static HTML: Operation = Operation {
    name: "text.html",
    doc: "A text escaped for HTML: for what strangers wrote.",
    request: &[must("text", Text, "Text of any kind.")],
    answer: Answer::One(Text),
    errors: &[],
    run: Run::Function(|call| call.answer(&escape::html(&call.must::<String>("text")?))),
};

pub static CSV_CELL: Operation = Operation {
    name: "text.csv_cell",
    doc: "A text as a cell of CSV that no spreadsheet takes for a formula.",
    request: &[must("text", Text, "Text of any kind.")],
    answer: Answer::One(Text),
    errors: &[],
    run: Run::Function(|call| call.answer(&escape::csv_cell(&call.must::<String>("text")?))),
};

pub static TERMINAL: Operation = Operation {
    name: "text.terminal",
    doc: "A text without control characters, terminal escapes and bidirectional marks.",
    request: &[must("text", Text, "Text of any kind.")],
    answer: Answer::One(Text),
    errors: &[],
    run: Run::Function(|call| call.answer(&escape::terminal(&call.must::<String>("text")?))),
};

//! Words that announce a reference.

use super::canonical::Scheme;
use crate::text::packed::{Packed, Table};

/// What a word says of the number behind it.
#[derive(Clone, Copy)]
pub(super) struct Label {
    /// The schemes that the number may be of.
    pub schemes: &'static [Scheme],
    /// The word counts only before `symbol`: `var. symbol`.
    pub needs_symbol: bool,
    /// The word is short and common: it counts in capitals, or before a colon, an equals sign or a slash.
    pub shy: bool,
}

/// What a word begins.
pub(super) enum Starts {
    Rf,
    Si,
    Label(Label),
}

const fn label(schemes: &'static [Scheme]) -> Label {
    Label { schemes, needs_symbol: false, shy: false }
}

/// Labels and the words for each, in lower case; outside ASCII as they are written.
const LABELS: &[(Label, &[&[u8]])] = &[
    (label(&[Scheme::KidMod10, Scheme::KidMod11]), &[b"kid", b"kidnr", b"kidnummer"]),
    (label(&[Scheme::Ocr]), &[b"ocr", b"ocrnr", b"ocrnummer"]),
    (label(&[Scheme::Viitenumero]), &[b"viite", b"viitenumero", b"viitenro"]),
    (label(&[Scheme::Viitenumber]), &[b"viitenumber", b"viitenr", b"viitenum"]),
    (
        label(&[Scheme::Ogm]),
        &[b"ogm", b"vcs", b"bba", b"mededeling", b"structuree", "structurée".as_bytes(), b"communication"],
    ),
    (label(&[Scheme::Qrr]), &[b"qrr", b"referenz", b"referenznummer"]),
    (label(&[Scheme::Esr]), &[b"esr", b"bvr", b"pvr", b"isr"]),
    (label(&[Scheme::Fik]), &[b"fik", b"gik"]),
    (
        label(&[Scheme::Betalingskenmerk]),
        &[b"betalingskenmerk", b"betalingskenm", b"kenmerk", b"acceptgiro", b"cur"],
    ),
    (Label { shy: true, ..label(&[Scheme::VariableSymbol]) }, &[b"vs"]),
    (
        Label { needs_symbol: true, ..label(&[Scheme::VariableSymbol]) },
        &[
            b"var",
            b"variabilni",
            "variabilní".as_bytes(),
            b"variabilny",
            "variabilný".as_bytes(),
            b"variable",
        ],
    ),
];

/// Words that may stand between a label and its number.
const SYMBOLS: &[&[u8]] = &[b"symbol", b"symb", b"sym"];
const OTHERS: &[&[u8]] = &[
    b"nr",
    b"no",
    b"nro",
    b"nummer",
    b"number",
    b"numer",
    b"numero",
    b"num",
    b"cislo",
    b"ref",
    b"reference",
    b"referens",
    b"referanse",
    b"is",
];

/// The words that begin something: the row of their label + 1, or one of those below.
static STARTS: Table<256> = {
    let (mut table, mut rows, mut at) = (Table::new(), LABELS, 1);
    while let [row, rest @ ..] = rows {
        table = table.with_all(row.1, at);
        (rows, at) = (rest, at + 1);
    }
    table.with(b"rf", RF).with(b"si", SI)
};
const RF: u16 = 101;
const SI: u16 = 102;

static QUALIFIERS: Table<64> = Table::new().with_all(SYMBOLS, SYMBOL).with_all(OTHERS, OTHER);
const SYMBOL: u16 = 1;
const OTHER: u16 = 2;

/// What the word at a place of the text begins, in any case; `None` for other words.
pub(super) fn starts(text: &str, start: usize, end: usize) -> Option<Starts> {
    match STARTS.get(Packed::in_text(text.as_bytes(), start, end).to_ascii_lowercase()) {
        RF => Some(Starts::Rf),
        SI => Some(Starts::Si),
        row => LABELS.get(usize::from(row).checked_sub(1)?).map(|row| Starts::Label(row.0)),
    }
}

/// What the word at a place of the text, between a label and its number, says.
pub(super) fn qualifies(text: &str, start: usize, end: usize) -> Option<Qualifier> {
    match QUALIFIERS.get(Packed::in_text(text.as_bytes(), start, end).to_ascii_lowercase()) {
        SYMBOL => Some(Qualifier::Symbol),
        OTHER => Some(Qualifier::Other),
        _ => None,
    }
}

/// What a word between a label and its number says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Qualifier {
    /// `symbol`.
    Symbol,
    /// Nothing more: `nr`, `number`.
    Other,
}

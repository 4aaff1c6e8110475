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
const LABELS: &[(Label, &str)] = &[
    (label(&[Scheme::KidMod10, Scheme::KidMod11]), "kid kidnr kidnummer"),
    (label(&[Scheme::Ocr]), "ocr ocrnr ocrnummer"),
    (label(&[Scheme::Viitenumero]), "viite viitenumero viitenro"),
    (label(&[Scheme::Viitenumber]), "viitenumber viitenr viitenum"),
    (label(&[Scheme::Ogm]), "ogm vcs bba mededeling structuree structurée communication"),
    (label(&[Scheme::Qrr]), "qrr referenz referenznummer"),
    (label(&[Scheme::Esr]), "esr bvr pvr isr"),
    (label(&[Scheme::Fik]), "fik gik"),
    (label(&[Scheme::Betalingskenmerk]), "betalingskenmerk betalingskenm kenmerk acceptgiro cur"),
    (Label { shy: true, ..label(&[Scheme::VariableSymbol]) }, "vs"),
    (
        Label { needs_symbol: true, ..label(&[Scheme::VariableSymbol]) },
        "var variabilni variabilní variabilny variabilný variable",
    ),
];

/// Words that may stand between a label and its number.
const SYMBOLS: &str = "symbol symb sym";
const OTHERS: &str = "nr no nro nummer number numer numero num cislo ref reference referens referanse is";

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

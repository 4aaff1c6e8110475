//! Words that announce a reference.

use super::canonical::Scheme;

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

/// The longest label, in bytes.
const LONGEST: usize = 20;

/// What a word announces, in any case; `None` for other words.
pub(super) fn announced(word: &str) -> Option<Label> {
    let (schemes, needs_symbol, shy): (&'static [Scheme], bool, bool) = match lower(word, &mut [0; LONGEST])?
    {
        "kid" | "kidnr" | "kidnummer" => (&[Scheme::KidMod10, Scheme::KidMod11], false, false),
        "ocr" | "ocrnr" | "ocrnummer" => (&[Scheme::Ocr], false, false),
        "viite" | "viitenumero" | "viitenro" => (&[Scheme::Viitenumero], false, false),
        "viitenumber" | "viitenr" | "viitenum" => (&[Scheme::Viitenumber], false, false),
        "ogm" | "vcs" | "bba" | "mededeling" | "structuree" | "structurée" | "communication" => {
            (&[Scheme::Ogm], false, false)
        }
        "qrr" | "referenz" | "referenznummer" => (&[Scheme::Qrr], false, false),
        "esr" | "bvr" | "pvr" | "isr" => (&[Scheme::Esr], false, false),
        "fik" | "gik" => (&[Scheme::Fik], false, false),
        "betalingskenmerk" | "betalingskenm" | "kenmerk" | "acceptgiro" | "cur" => {
            (&[Scheme::Betalingskenmerk], false, false)
        }
        "vs" => (&[Scheme::VariableSymbol], false, true),
        "var" | "variabilni" | "variabilní" | "variabilny" | "variabilný" | "variable" => {
            (&[Scheme::VariableSymbol], true, false)
        }
        _ => return None,
    };
    Some(Label { schemes, needs_symbol, shy })
}

/// Words that may stand between a label and its number.
pub(super) fn qualifies(word: &str) -> Option<Qualifier> {
    match lower(word, &mut [0; LONGEST])? {
        "symbol" | "symb" | "sym" => Some(Qualifier::Symbol),
        "nr" | "no" | "nro" | "nummer" | "number" | "numer" | "numero" | "num" | "cislo" | "ref"
        | "reference" | "referens" | "referanse" | "is" => Some(Qualifier::Other),
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

/// The word with its ASCII letters in lower case; labels outside ASCII are listed as they are written.
fn lower<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let own = buffer.get_mut(..word.len())?;
    own.copy_from_slice(word.as_bytes());
    own.make_ascii_lowercase();
    core::str::from_utf8(own).ok()
}

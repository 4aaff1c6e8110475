//! Greek letters as Latin ones (ELOT 743, the rule of passports and bank files, without its voiceless `af` and `ef`).

use super::case::lower;
use unicode_normalization::char::decompose_canonical;

/// Whether it is of the Greek blocks.
pub(super) fn is_letter(ch: char) -> bool {
    matches!(ch, '\u{0386}' | '\u{0388}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}')
}

/// The Latin letters of a small letter between two others.
pub(super) fn latin(ch: char, before: char, after: char) -> &'static str {
    let before = base(before);
    match base(ch) {
        'α' => "a",
        'β' | 'ϐ' => "v",
        'γ' if matches!(base(after), 'γ' | 'ξ' | 'χ') => "n",
        'γ' => "g",
        'δ' => "d",
        'ε' | 'ϵ' => "e",
        'ζ' => "z",
        'η' => "i",
        'θ' | 'ϑ' => "th",
        'ι' => "i",
        'κ' | 'ϰ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' => "o",
        'π' | 'ϖ' => "p",
        'ρ' | 'ϱ' => "r",
        'σ' | 'ς' | 'ϲ' => "s",
        'τ' => "t",
        // Two dots part it from the vowel before.
        'υ' if matches!(ch, 'ϋ' | 'ΰ') => "y",
        'υ' if before == 'ο' => "u",
        'υ' if matches!(before, 'α' | 'ε' | 'η') => "v",
        'υ' => "y",
        'φ' | 'ϕ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        'ω' => "o",
        _ => "",
    }
}

/// The small letter without its accents.
fn base(ch: char) -> char {
    if matches!(ch, 'α'..='ω') || ch.is_ascii() {
        return ch.to_ascii_lowercase();
    }
    let mut first = None;
    decompose_canonical(lower(ch), |part| {
        first.get_or_insert(part);
    });
    first.unwrap_or(ch)
}

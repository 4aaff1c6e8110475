//! What folding leaves out: a word is the same with and without it.

/// Diacritics, vowel points, apostrophes, and what cannot be seen.
pub(super) fn is_dropped(ch: char) -> bool {
    matches!(ch,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        // Hebrew points, Arabic vowels and stretching, kana voicing
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{064B}'..='\u{065F}' | '\u{0640}' | '\u{0670}' | '\u{3099}' | '\u{309A}'
        // apostrophes and primes
        | '\u{2018}'..='\u{201B}' | '\u{02B0}'..='\u{02FF}' | '\u{2032}' | '\u{2035}' | '\u{00B4}' | '\u{00A8}' | '\u{00AF}'
        | '\u{00B8}' | '\u{0384}' | '\u{0385}'
        | '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a character stands inside a word without parting it.
pub(super) fn joins_word(ch: char) -> bool {
    ch == '\'' || is_dropped(ch)
}

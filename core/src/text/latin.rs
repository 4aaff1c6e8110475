//! Latin letters beyond ASCII.

/// U+00C0 to U+017F in order, as small ASCII letters. Digraphs (`ae`) are collapsed later, so `ä` needs none here.
const TABLE: [&str; 192] = [
    // À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    // Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
    "d", "n", "o", "o", "o", "o", "o", "x", "o", "u", "u", "u", "u", "y", "th", "ss", // à … ï
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    // ð ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ ÿ
    "d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th", "y",
    // Ā ā Ă ă Ą ą Ć ć Ĉ ĉ Ċ ċ Č č Ď ď
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    // Đ đ Ē ē Ĕ ĕ Ė ė Ę ę Ě ě Ĝ ĝ Ğ ğ
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    // Ġ ġ Ģ ģ Ĥ ĥ Ħ ħ Ĩ ĩ Ī ī Ĭ ĭ Į į
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    // İ ı Ĳ ĳ Ĵ ĵ Ķ ķ ĸ Ĺ ĺ Ļ ļ Ľ ľ Ŀ
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    // ŀ Ł ł Ń ń Ņ ņ Ň ň ŉ Ŋ ŋ Ō ō Ŏ ŏ
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    // Ő ő Œ œ Ŕ ŕ Ŗ ŗ Ř ř Ś ś Ŝ ŝ Ş ş
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    // Š š Ţ ţ Ť ť Ŧ ŧ Ũ ũ Ū ū Ŭ ŭ Ů ů
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    // Ű ű Ų ų Ŵ ŵ Ŷ ŷ Ÿ Ź ź Ż ż Ž ž ſ
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
];

/// A letter of Latin-1 or Latin Extended-A.
pub(super) fn letter(ch: char) -> Option<&'static str> {
    let at = (ch as usize).checked_sub(0xC0)?;
    TABLE.get(at).copied()
}

/// Small letters further out that Unicode does not take apart, and punctuation with a plain form.
pub(super) fn other(ch: char) -> Option<&'static str> {
    Some(match ch {
        'ə' | 'ɐ' => "a",
        'ɓ' | 'ƀ' => "b",
        'ƈ' | 'ȼ' => "c",
        'ɖ' | 'ɗ' | 'ƌ' => "d",
        'ɛ' | 'ɇ' => "e",
        'ƒ' => "f",
        'ɠ' | 'ǥ' => "g",
        'ɨ' => "i",
        'ƙ' => "k",
        'ƚ' | 'ɫ' => "l",
        'ɲ' | 'ƞ' => "n",
        'ɔ' | 'ɵ' => "o",
        'ƥ' => "p",
        'ȿ' => "s",
        'ƭ' | 'ŧ' => "t",
        'ʉ' => "u",
        'ⱳ' => "w",
        'ƴ' => "y",
        'ƶ' | 'ȥ' => "z",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' => "-",
        '\u{201C}'..='\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{2033}' => "\"",
        '\u{2044}' | '\u{2215}' => "/",
        '\u{2028}' | '\u{2029}' | '\u{0085}' => " ",
        _ => return None,
    })
}

//! What payers' and banks' software writes where it has nothing to say.

/// Longest of [`FILLERS`].
const LONGEST: usize = 13;
const FILLERS: [&str; 10] = [
    "NOTPROVIDED",
    "NOT PROVIDED",
    "NOTAVAILABLE",
    "NOT AVAILABLE",
    "NONREF",
    "NOREF",
    "N/A",
    "NULL",
    "NONE",
    "UNKNOWN",
];

/// Whether a text stands for none.
pub(crate) fn is_filler(text: &str) -> bool {
    text.len() <= LONGEST && FILLERS.iter().any(|filler| text.eq_ignore_ascii_case(filler))
}

/// Whether a reference is none: a filler, or nothing but zeros and marks.
pub(crate) fn says_nothing(reference: &str) -> bool {
    let tells = |byte: &u8| byte.is_ascii_alphanumeric() && *byte != b'0';
    let told = match reference.bytes().find(|byte| tells(byte) || !byte.is_ascii()) {
        Some(byte) if byte.is_ascii() => true,
        Some(_) => reference.chars().any(|letter| letter.is_alphanumeric() && letter != '0'),
        None => false,
    };
    !told || is_filler(reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_and_zeros() {
        for none in
            ["", "0", "0000-00", "-", " ", "notprovided", "Not Available", "NONREF", "n/a", "/", "\u{85}"]
        {
            assert!(says_nothing(none), "{none}");
        }
        for some in ["1", "NOREF1", "付款", "NONREFERENCE", "0A", "NONE-7"] {
            assert!(!says_nothing(some), "{some}");
        }
        assert_eq!(FILLERS.iter().map(|filler| filler.len()).max(), Some(LONGEST));
    }
}

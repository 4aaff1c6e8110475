//! Small letters.

/// The small letter; those of the common alphabets are told without Unicode's tables.
pub(super) fn lower(ch: char) -> char {
    match ch {
        'α'..='ω' | 'а'..='я' => ch,
        'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => char::from_u32(u32::from(ch) + 0x20).unwrap_or(ch),
        _ => ch.to_lowercase().next().unwrap_or(ch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_unicode() {
        for ch in '\0'..='\u{3000}' {
            assert_eq!(Some(lower(ch)), ch.to_lowercase().next(), "{ch}");
        }
    }
}

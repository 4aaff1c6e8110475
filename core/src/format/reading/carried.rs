//! Lines that carry a balance and are no movement: `Saldo inicial`, `Closing balance`.

/// The balance before the first movement.
const OPENING: [&str; 16] = [
    "opening balance",
    "starting balance",
    "beginning balance",
    "balance brought forward",
    "brought forward",
    "anfangssaldo",
    "anfangsbestand",
    "eröffnungssaldo",
    "saldovortrag",
    "solde initial",
    "solde d'ouverture",
    "saldo iniziale",
    "saldo inicial",
    "saldo anterior",
    "beginsaldo",
    "ingående saldo",
];

/// The balance behind the last one.
const CLOSING: [&str; 14] = [
    "closing balance",
    "ending balance",
    "balance carried forward",
    "carried forward",
    "endsaldo",
    "schlusssaldo",
    "abschlusssaldo",
    "endbestand",
    "solde final",
    "solde de clôture",
    "saldo finale",
    "saldo final",
    "eindsaldo",
    "utgående saldo",
];

/// Whether a text names the balance before the first movement, and nothing else.
pub(crate) fn is_opening(text: &str) -> bool {
    names(&OPENING, text)
}

/// Whether a text names the balance behind the last movement, and nothing else.
pub(crate) fn is_closing(text: &str) -> bool {
    names(&CLOSING, text)
}

fn names(all: &[&str], text: &str) -> bool {
    // Texts of payments are longer or hold a number.
    let may = (8..=24).contains(&text.len()) && !text.bytes().any(|byte| byte.is_ascii_digit());
    may && all.contains(&text.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_texts_alone() {
        assert!(
            is_opening("Saldo inicial") && is_opening("ERÖFFNUNGSSALDO") && is_closing("Closing Balance")
        );
        assert!(!is_opening("Opening balance fee") && !is_opening("Endsaldo") && !is_closing("Saldo"));
        for word in OPENING.iter().chain(&CLOSING) {
            assert!((8..=24).contains(&word.len()) && word.to_lowercase() == *word, "{word}");
        }
    }
}

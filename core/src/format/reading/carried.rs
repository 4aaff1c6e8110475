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
    names(&OPENING, text.trim())
}

/// Whether a text names the balance before the first movement or behind the last, and nothing else.
pub(crate) fn is_carried(text: &str) -> bool {
    let text = text.trim();
    names(&OPENING, text) || names(&CLOSING, text)
}

fn names(all: &[&str], text: &str) -> bool {
    (8..=24).contains(&text.len()) && begins(text) && all.contains(&text.to_lowercase().as_str())
}

/// Whether a text begins as one of these does: most begin otherwise.
fn begins(text: &str) -> bool {
    let Some(front) = text.as_bytes().first_chunk::<2>() else { return false };
    matches!(
        &front.map(|letter| letter.to_ascii_lowercase()),
        b"ab"
            | b"an"
            | b"ba"
            | b"be"
            | b"br"
            | b"ca"
            | b"cl"
            | b"ei"
            | b"en"
            | b"er"
            | b"in"
            | b"op"
            | b"sa"
            | b"sc"
            | b"so"
            | b"st"
            | b"ut"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_texts_alone() {
        assert!(
            is_opening("Saldo inicial") && is_opening("ERÖFFNUNGSSALDO") && is_carried("Closing Balance ")
        );
        assert!(!is_opening("Opening balance fee") && !is_opening("Endsaldo") && !is_carried("Saldo"));
        for word in OPENING.iter().chain(&CLOSING) {
            assert!((8..=24).contains(&word.len()) && begins(word) && word.to_lowercase() == *word, "{word}");
        }
    }
}

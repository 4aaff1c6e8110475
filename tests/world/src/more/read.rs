//! What a reader sees in a row: names, whatever the bank made of their letters, and numbers that stand by themselves.

use payymo::model::Transaction;

/// Widths to which banks cut names.
pub const WIDTHS: [usize; 7] = [16, 18, 22, 24, 27, 32, 35];

/// Letters and digits alone, small, without marks.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ă' | 'ā' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => out.push('o'),
            'ś' | 'š' | 'ş' => out.push('s'),
            'ù' | 'ú' | 'û' | 'ü' | 'ű' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            c => out.push(c),
        }
    }
    out
}

/// A name as it is known, and as banks cut it.
pub fn keys(name: &str) -> Vec<String> {
    let mut keys = vec![fold(name)];
    for width in WIDTHS {
        let cut = fold(&name.chars().take(width).collect::<String>());
        if !keys.contains(&cut) {
            keys.push(cut);
        }
    }
    keys
}

/// The key under which a reader finds a name in a row: all of it, or what a bank left of it.
pub fn shown(row: &Transaction, name: &str) -> Option<String> {
    let text = fold(&row.remittance);
    let party = row.counterparty.name.as_deref().map(fold).unwrap_or_default();
    keys(name).into_iter().find(|key| party == *key || (key.len() > 7 && text.contains(key.as_str())))
}

/// Whether a text holds a number as a token of its own.
pub fn holds(text: &str, number: &str) -> bool {
    let (text, number) = (text.to_lowercase(), number.to_lowercase());
    text.match_indices(&number).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let opens = number.chars().next().is_some_and(|c| !c.is_alphanumeric());
        (opens || before.is_none_or(|c| !c.is_alphanumeric())) && after.is_none_or(|c| !c.is_alphanumeric())
    })
}

/// Whether any field that a payer or a gateway fills holds it.
pub fn told(row: &Transaction, number: &str) -> bool {
    holds(&row.remittance, number)
        || row.remittance_lines.iter().any(|line| line.reference == number)
        || row.references.iter().any(|reference| reference.value == number)
        || row.metadata.values().any(|value| value == number)
        || row.reverses.as_deref() == Some(number)
        || row.returned.iter().any(|back| back.originals.iter().any(|original| original == number))
}

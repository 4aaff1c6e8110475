//! Free text of formats in which the name of the other side may be a description, or be said again in the memo.

/// Bytes of a part that is looked for: the names of formats are shorter.
const PART: usize = 256;

/// The memo, with the name before it unless the memo says it already: what is looked for in a payment may stand in either.
pub(crate) fn remittance(name: Option<&str>, memo: String) -> String {
    let Some(name) = name else { return memo };
    if holds(&memo, name) {
        memo
    } else if holds(name, &memo) {
        name.to_owned()
    } else {
        joined(name, &memo)
    }
}

/// Two parts with one space between.
pub(crate) fn joined(first: &str, second: &str) -> String {
    let mut text = String::with_capacity(first.len() + second.len() + 1);
    text.push_str(first);
    if !first.is_empty() && !second.is_empty() {
        text.push(' ');
    }
    text.push_str(second);
    text
}

/// Whether a text holds a part, in any case of its letters.
fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first() else { return true };
    let fits = |at: usize| text.get(at..at + part.len()).is_some_and(|here| here.eq_ignore_ascii_case(part));
    let (small, large) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    (text.len() >= part.len() && part.len() <= PART) && memchr::memchr2_iter(small, large, text).any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_twice() {
        for (name, memo, text) in [
            (Some("Acme Ltd"), "Invoice 12", "Acme Ltd Invoice 12"),
            (Some("ACME LTD"), "POS;Acme Ltd #112", "POS;Acme Ltd #112"),
            (Some("Acme Ltd Invoice 12"), "invoice 12", "Acme Ltd Invoice 12"),
            (Some("Acme"), "", "Acme"),
            (None, "Invoice 12", "Invoice 12"),
        ] {
            assert_eq!(remittance(name, memo.to_owned()), text);
        }
    }
}

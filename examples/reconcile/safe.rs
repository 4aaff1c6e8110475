//! Foreign text on its way to a person: nothing hidden, nothing that acts, no card number.
//!
//! Every text that a bank, a gateway, a payer or a customer wrote goes through here, once, where it is shown.

use payymo::text::escape;

/// For a terminal, a log, an error message.
pub fn terminal(text: &str) -> String {
    escape::terminal(&escape::mask_cards(text)).into_owned()
}

/// For the text and the quoted attributes of a page.
pub fn html(text: &str) -> String {
    escape::html(&escape::mask_cards(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_harmless() {
        let hostile = "\u{1b}[31m<script>alert(1)</script>\u{202e} 4111 1111 1111 1111";
        let shown = terminal(hostile);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']) && !shown.contains("1111 1111 1111"));
        let shown = html(hostile);
        assert!(!shown.contains(['<', '>', '\u{1b}', '\u{202e}']) && !shown.contains("1111 1111 1111"));
    }
}

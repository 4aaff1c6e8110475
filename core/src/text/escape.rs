//! Foreign text made safe to show: in a page, a spreadsheet, a terminal, and without card numbers.
//!
//! A payer writes the remittance text, so it may hold markup, formulas, terminal commands, or marks that turn the
//! reading direction and let one amount look like another. Whoever shows it passes it through one of these.

pub use super::cards::mask_cards;
use std::borrow::Cow;

/// For HTML text and quoted attribute values: `& < > " '` as entities, hidden characters visible (see [`terminal`]).
///
/// ```
/// use payymo::text::escape::html;
/// assert_eq!(html("<b onclick='x'>A & B"), "&lt;b onclick=&#39;x&#39;&gt;A &amp; B");
/// ```
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(ch),
            _ => out.push(visible(ch)),
        }
    }
    out
}

/// For a cell of a CSV file that a spreadsheet may open: text that would start a formula gets an apostrophe before it.
///
/// These are `= + - @`, tab and carriage return (OWASP, CSV injection), also in full width, after spaces, or after a line break.
/// Quoting and separators are the CSV writer's part.
///
/// ```
/// use payymo::text::escape::csv_cell;
/// assert_eq!(csv_cell("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
/// assert_eq!(csv_cell("Invoice 12"), "Invoice 12");
/// ```
pub fn csv_cell(text: &str) -> Cow<'_, str> {
    let formula =
        |ch: char| matches!(ch, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let starts = text.starts_with(formula)
        || text.trim_start_matches(|ch: char| ch.is_whitespace() || is_hidden(ch)).starts_with(formula);
    if starts { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// For a terminal, a log or a plain-text message: one line on which nothing is hidden.
///
/// Control characters become their pictures (`␛`), other hidden characters (bidirectional marks U+202A–202E and
/// U+2066–2069, zero-width, tags) the replacement character `�`; line breaks and tabs become a space.
///
/// ```
/// use payymo::text::escape::terminal;
/// assert_eq!(terminal("\u{1b}[2Jpaid\u{202E}001\n"), "␛[2Jpaid�001 ");
/// ```
pub fn terminal(text: &str) -> Cow<'_, str> {
    if text.chars().all(|ch| !is_hidden(ch)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|ch| match ch {
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => ' ',
                _ => visible(ch),
            })
            .collect(),
    )
}

/// The character itself, or what stands for it if it could not be seen.
fn visible(ch: char) -> char {
    match ch {
        '\u{00}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(ch)).unwrap_or('�'),
        '\u{7F}' => '␡',
        _ if is_hidden(ch) => '�',
        _ => ch,
    }
}

/// Whether it moves the cursor, turns the direction, or leaves no mark of its own.
fn is_hidden(ch: char) -> bool {
    ch.is_control()
        || matches!(ch,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_disarmed() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{200B}=1", "＝1", "\n=1"] {
            assert_eq!(csv_cell(text), format!("'{text}"));
        }
        for text in ["", "a=1", "1-2", "'=1"] {
            assert_eq!(csv_cell(text), text);
        }
    }

    #[test]
    fn nothing_hidden_is_left() {
        for code in (0..0x20).chain(0x7F..0xA0).chain(0x202A..0x202F).chain(0x2066..0x206A) {
            let ch = char::from_u32(code).unwrap();
            assert!(!terminal(&ch.to_string()).contains(ch), "{code:x}");
            if !matches!(ch, '\n' | '\t') {
                assert!(!html(&ch.to_string()).contains(ch), "{code:x}");
            }
        }
        assert!(matches!(terminal("Müller & Søn 株式"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn html_has_no_markup(text in any::<String>()) {
            let shown = html(&text);
            prop_assert!(!shown.contains(['<', '>', '"', '\'']));
            prop_assert_eq!(terminal(&shown).contains('\u{1b}'), false);
        }

        #[test]
        fn terminal_is_stable(text in any::<String>()) {
            let once = terminal(&text).into_owned();
            prop_assert_eq!(terminal(&once), once.as_str());
            prop_assert_eq!(once.chars().count(), text.chars().count());
        }
    }
}

//! The words of a name, with what stood between them.

use crate::text::fold;

/// More words than this are no name; the rest is left out.
const MOST: usize = 24;

/// A word of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub text: String,
    /// Only a point or slash parts it from the word before: `A/S`, `S.A.`.
    pub joined: bool,
    /// A quotation mark stands before it: `UAB "Vilnius"`.
    pub quoted: bool,
    /// A comma stands before it: `SMITH, JOHN`.
    pub comma: bool,
    /// `&` or `+` stands before it.
    pub and: bool,
}

/// Cuts a name into folded words.
pub(super) fn words(name: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let folded = fold(&close_up(name));
    let mut next = Word { joined: true, ..Word::default() };
    for ch in folded.chars() {
        if ch.is_alphanumeric() || unicode_normalization::char::is_combining_mark(ch) {
            next.text.push(ch);
            continue;
        }
        if !next.text.is_empty() {
            words.push(core::mem::take(&mut next));
            if words.len() == MOST {
                return words;
            }
            next.joined = true;
        }
        match ch {
            '.' | '/' => {}
            ',' => next.comma = true,
            '&' | '+' => next.and = true,
            '"' => next.quoted = true,
            _ => {}
        }
        next.joined &= matches!(ch, '.' | '/');
    }
    if !next.text.is_empty() {
        words.push(next);
    }
    words
}

/// Czech and German print `a. s.` and `e. V.` with a space, which in small letters are no initials.
fn close_up(name: &str) -> std::borrow::Cow<'_, str> {
    const SPACED: [(&str, &str); 7] = [
        (" a. s.", " a.s."),
        (" d. d.", " d.d."),
        (" k. s.", " k.s."),
        (" z. s.", " z.s."),
        (" e. V.", " e.V."),
        (" e. K.", " e.K."),
        (" e. U.", " e.U."),
    ];
    match SPACED.iter().find(|(spaced, _)| name.contains(spaced)) {
        Some((spaced, closed)) => name.replace(spaced, closed).into(),
        None => name.into(),
    }
}

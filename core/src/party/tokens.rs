//! The words of a name, with what stood between them.

use super::word_class::Class;
use crate::text::packed::Packed;
use crate::text::{fold_into, is_word};

/// More words than this are no name; the rest is left out.
const MOST: usize = 24;

/// A word of a name, as a place in the folded name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    start: usize,
    end: usize,
    /// Its first and last byte.
    pub first: u8,
    pub last: u8,
    /// Its letters as an integer.
    pub packed: Packed,
    /// What it is known as.
    pub class: Class,
    /// Only a point or slash parts it from the word before: `A/S`, `S.A.`.
    pub joined: bool,
    /// A quotation mark stands before it: `UAB "Vilnius"`.
    pub quoted: bool,
    /// A comma stands before it: `SMITH, JOHN`.
    pub comma: bool,
    /// `&` or `+` stands before it.
    pub and: bool,
}

impl Word {
    /// Its letters in the folded name.
    pub fn text<'a>(&self, folded: &'a str) -> &'a str {
        folded.get(self.start..self.end).unwrap_or_default()
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn is(&self, kinds: Class) -> bool {
        self.class.is(kinds)
    }
}

/// A folded name and its words; the memory of one name serves the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub folded: String,
    pub list: Vec<Word>,
}

impl Words {
    /// Folds a name and cuts it into words.
    pub fn read(&mut self, name: &str) {
        self.folded.clear();
        fold_into(&close_up(name), &mut self.folded);
        self.cut();
    }

    #[cfg(test)]
    pub fn of_folded(folded: &str) -> Self {
        let mut words = Words { folded: folded.to_owned(), list: Vec::new() };
        words.cut();
        words
    }

    fn cut(&mut self) {
        self.list.clear();
        let all = self.folded.len();
        // Every word can then be read as a block.
        self.folded.push_str(BLOCK);
        let bytes = self.folded.as_bytes();
        let (mut at, mut next) = (0, Word { joined: true, ..Word::default() });
        while at < all && self.list.len() < MOST {
            let start = at;
            let (end, digits) = word_end(&self.folded, start);
            at = end;
            if at > start {
                let packed = Packed::in_text(bytes, start, at);
                let number = if digits { Class::TRADE } else { Class::default() };
                let class = Class::of(packed).or(number);
                let (first, last) = bytes.get(start).zip(bytes.get(at - 1)).unwrap_or((&0, &0));
                self.list.push(Word { start, end: at, first: *first, last: *last, packed, class, ..next });
                next = Word { joined: true, ..Word::default() };
                continue;
            }
            let mark = self.folded.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            next.comma |= mark == ',';
            next.and |= matches!(mark, '&' | '+');
            next.quoted |= mark == '"';
            next.joined &= matches!(mark, '.' | '/');
            at += mark.len_utf8();
        }
    }
}

/// Behind the name stand so many spaces.
const BLOCK: &str = "                ";

/// Where the word that begins here ends, and whether it has a digit; the place itself where none begins.
fn word_end(folded: &str, start: usize) -> (usize, bool) {
    let (mut at, mut digits) = (start, false);
    while let Some(byte) = folded.as_bytes().get(at) {
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            digits |= byte.is_ascii_digit();
            at += 1;
        } else {
            match folded.get(at..).and_then(|rest| rest.chars().next()) {
                Some(ch) if is_word(ch) => at += ch.len_utf8(),
                _ => break,
            }
        }
    }
    (at, digits)
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
    // Few names have a point before a space, and to look for that is quick.
    if !name.contains('.') || !name.as_bytes().windows(2).any(|pair| pair == b". ") {
        return name.into();
    }
    match SPACED.iter().find(|(spaced, _)| name.contains(spaced)) {
        Some((spaced, closed)) => name.replace(spaced, closed).into(),
        None => name.into(),
    }
}

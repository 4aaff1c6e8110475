//! Columns that line up whatever the script: cut with `…` and padded by display width.

use crate::sums;
use payymo::money::Amount;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Widths of the columns.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Of the whole line.
    pub width: usize,
    /// An amount with its currency.
    pub money: usize,
    /// The payer.
    pub payer: usize,
    /// The invoice's number.
    pub number: usize,
}

/// Mark, date, the arrow, the percentage, and the gaps between.
const FIXED: usize = 2 + 10 + 2 + 2 + 3 + 2 + 2 + 8;

impl Columns {
    /// For a line's width and the amounts that will stand in it.
    pub fn new(width: usize, amounts: impl Iterator<Item = Amount>) -> Self {
        let money = amounts.map(|amount| sums::money(amount).width()).max().unwrap_or(0).clamp(10, 22);
        let rest = width.saturating_sub(FIXED + 2 * money).max(24);
        let number = (rest * 2 / 5).clamp(12, 28);
        Columns { width, money, payer: rest - number, number }
    }
}

/// Exactly so wide: cut or padded on the right.
pub fn left(text: &str, width: usize) -> String {
    let cut = cut(text, width);
    let gap = width.saturating_sub(cut.width());
    cut + &" ".repeat(gap)
}

/// At least so wide: padded on the left; a number is never cut.
pub fn right(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(text.width())) + text
}

/// At most so wide, with `…` where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for ch in text.chars() {
        used += ch.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(ch);
    }
    out.truncate(out.trim_end().len());
    if width > 0 {
        out.push('…');
    }
    out
}

/// Lines of at most this width, broken at spaces; a longer word stands alone and is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, width)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_combining_characters_line_up() {
        for text in
            ["Müller", "株式会社サンプル商事", "Zoë e\u{301}a", "", "a very long name that does not fit here"]
        {
            assert_eq!(left(text, 12).width(), 12, "{text}");
        }
        assert_eq!(left("株式会社", 6), "株式… ");
        assert_eq!(cut("Nordwind Hosting", 9), "Nordwind…");
        assert_eq!(right("12.00", 8), "   12.00");
        assert_eq!(right("123456.00", 3), "123456.00");
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("incomprehensibilities", 8), ["incompr…"]);
        assert!(wrap("", 8).is_empty());
    }
}

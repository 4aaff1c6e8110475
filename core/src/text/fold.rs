//! The key form of text: the same for all spellings of a word.

use super::case::lower;
use super::dropped::is_dropped;
use super::{cyrillic, greek, latin};
use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

/// The key form of `text`, for comparing and indexing; never for showing.
///
/// - lower case, compatibility forms (full width, ligatures, circled) resolved as in NFKC, diacritics removed;
/// - German and Nordic letters and their digraphs agree: `ä` = `ae` = `a`, `ö` = `ø` = `oe` = `o`, `ü` = `ue` = `u`,
///   `å` = `aa` = `a`, `ß` = `ss`. The digraphs are taken wherever they stand, so `Samuel` becomes `samul`: both sides of
///   a comparison are folded, so this only costs the rare pair that differs in nothing else;
/// - other Latin letters without a decomposition: `ł` `đ` `ð` `þ` `œ` `ı` … as `l` `d` `d` `th` `o` `i`;
/// - Greek (ELOT 743) and Cyrillic (Bulgarian, and by their own letters Ukrainian, Russian, Serbian, Macedonian words) as Latin;
/// - apostrophes and what cannot be seen (zero-width, bidirectional marks) removed, dashes and double quotes made plain.
///
/// Anything else (spaces, punctuation, other scripts) stays. Folding twice changes nothing.
///
/// ```
/// use payymo::text::fold;
/// assert_eq!(fold("MÜLLER"), "muller");
/// assert_eq!(fold("Mueller"), fold("Müller"));
/// assert_eq!(fold("Haakon Bjørnsen"), fold("Håkon Bjoernsen"));
/// assert_eq!(fold("O’Brien & Sons"), "obrien & sons");
/// assert_eq!(fold("Георги Димитров"), "georgi dimitrov");
/// assert_eq!(fold("Παπαδόπουλος"), "papadopoulos");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the key form of `text` to `out`: [`fold`] without an allocation where `out` has room.
///
/// ```
/// let mut key = String::new();
/// payymo::text::fold_into("Ångström", &mut key);
/// assert_eq!(key, "angstrom");
/// ```
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    let mut sink = Sink { out, last: 0 };
    if text.is_ascii() {
        return sink.text(text);
    }
    let mut word = None;
    let mut before = '\0';
    let mut chars = text.chars();
    while let Some(mut ch) = chars.clone().next() {
        if ch.is_ascii() {
            let rest = chars.as_str();
            let (plain, rest) = rest.split_at(ascii_run(rest));
            sink.text(plain);
            chars = rest.chars();
            if plain.bytes().any(|byte| byte != b'\'') {
                word = None;
            }
            before = plain.chars().next_back().unwrap_or(ch);
            continue;
        }
        chars.next();
        if let Some(latin) = latin::letter(ch) {
            sink.text(latin);
            word = None;
        } else if cyrillic::is_letter(ch) {
            ch = whole(ch, &mut chars);
            let dialect = *word.get_or_insert_with(|| cyrillic::Dialect::of_word(ch, chars.as_str()));
            match cyrillic::latin(lower(ch), dialect) {
                Some(latin) => sink.text(latin),
                None => sink.any(ch),
            }
        } else {
            if is_dropped(ch) {
                continue;
            }
            word = None;
            if greek::is_letter(ch) {
                ch = whole(ch, &mut chars);
                let after = chars.clone().next().unwrap_or('\0');
                sink.text(greek::latin(lower(ch), before, after));
            } else {
                sink.any(ch);
            }
        }
        before = ch;
    }
}

/// Bytes of ASCII that a text begins with.
fn ascii_run(text: &str) -> usize {
    text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len())
}

/// The words of a folded text: runs of letters and digits. Apostrophes were removed by folding, so they join;
/// everything else splits, `&` and `+` too.
///
/// ```
/// use payymo::text::{fold, tokens};
/// let folded = fold("O'Brien & Sons, Inv. 2026-0042");
/// let words: Vec<&str> = tokens(&folded).collect();
/// assert_eq!(words, ["obrien", "sons", "inv", "2026", "0042"]);
/// ```
pub fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    core::iter::from_fn(move || {
        rest = rest.get(run(rest, false)..)?;
        let (word, after) = rest.split_at_checked(run(rest, true))?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// Bytes that a text begins with which are of words, or which are not.
fn run(text: &str, words: bool) -> usize {
    let mut end = 0;
    for byte in text.bytes() {
        if !byte.is_ascii() {
            // From here on char by char.
            let rest = text.get(end..).unwrap_or_default();
            return end + rest.find(|ch| is_word(ch) != words).unwrap_or(rest.len());
        }
        if byte.is_ascii_alphanumeric() != words {
            break;
        }
        end += 1;
    }
    end
}

/// Letters and digits, and the vowel signs and joiners inside words of Indic scripts.
pub(crate) fn is_word(ch: char) -> bool {
    if ch.is_ascii() { ch.is_ascii_alphanumeric() } else { ch.is_alphanumeric() || is_combining_mark(ch) }
}

/// The letter with the marks that follow it: a decomposed letter (и + breve) is another letter than its base.
fn whole(mut ch: char, chars: &mut core::str::Chars<'_>) -> char {
    let mut ahead = chars.clone();
    // What follows is mostly a letter, with which nothing is composed.
    if ahead.clone().next().is_none_or(|next| matches!(next, '\0'..='\u{2FF}' | '\u{370}'..='\u{482}')) {
        return ch;
    }
    while let Some(joined) = ahead.next().and_then(|mark| compose(ch, mark)) {
        ch = joined;
        *chars = ahead.clone();
    }
    ch
}

/// The output, which never holds one of the digraphs `ae`, `oe`, `ue`, `aa`.
struct Sink<'a> {
    out: &'a mut String,
    /// The last character if it was ASCII.
    last: u8,
}

/// Bytes that are folded at a time.
const BLOCK: usize = 16;

impl Sink<'_> {
    fn ascii(&mut self, byte: u8) {
        let byte = byte.to_ascii_lowercase();
        if !is_left_out(self.last, byte) {
            self.out.push(char::from(byte));
            self.last = byte;
        }
    }

    /// A text of ASCII, a block at a time: most blocks hold nothing to leave out.
    fn text(&mut self, ascii: &str) {
        if let [byte] = ascii.as_bytes() {
            return self.ascii(*byte);
        }
        for part in ascii.as_bytes().chunks(BLOCK) {
            let mut block = [b' '; BLOCK];
            block.iter_mut().zip(part).for_each(|(to, byte)| *to = byte.to_ascii_lowercase());
            let mut before = [self.last; BLOCK];
            before.iter_mut().skip(1).zip(&block).for_each(|(to, byte)| *to = *byte);
            let mut length = part.len();
            let left_out =
                block.iter().zip(&before).fold(false, |any, (byte, last)| any | is_left_out(*last, *byte));
            if left_out {
                length = self.close_up(&mut block, length);
            }
            let kept = block.get(..length).unwrap_or_default();
            self.last = kept.last().copied().unwrap_or(self.last);
            self.out.push_str(core::str::from_utf8(kept).unwrap_or_default());
        }
    }

    /// Closes up a block over what is left out of it; answers how much stays.
    fn close_up(&self, block: &mut [u8; BLOCK], length: usize) -> usize {
        let (was, mut last, mut kept) = (*block, self.last, 0);
        for byte in was.iter().take(length) {
            if !is_left_out(last, *byte)
                && let Some(to) = block.get_mut(kept)
            {
                *to = *byte;
                last = *byte;
                kept += 1;
            }
        }
        kept
    }

    /// A character of any script: taken apart, each part made small and Latin where we know how.
    fn any(&mut self, ch: char) {
        if let Some(latin) = latin::letter(ch) {
            return self.text(latin);
        }
        decompose_compatible(ch, |part| {
            for small in part.to_lowercase() {
                self.part(small);
            }
        });
    }

    fn part(&mut self, ch: char) {
        if ch.is_ascii() {
            self.ascii(ch as u8);
        } else if is_dropped(ch) {
        } else if let Some(latin) = latin::letter(ch).or_else(|| latin::other(ch)) {
            self.text(latin);
        } else if greek::is_letter(ch) {
            self.text(greek::latin(ch, '\0', '\0'));
        } else if let Some(latin) = cyrillic::latin(ch, cyrillic::Dialect::Bulgarian) {
            self.text(latin);
        } else {
            self.out.push(ch);
            self.last = 0;
        }
    }
}

/// Whether a small letter is the second of a digraph, or an apostrophe.
fn is_left_out(last: u8, byte: u8) -> bool {
    (byte == b'e') & ((last == b'a') | (last == b'o') | (last == b'u'))
        | (byte == b'a') & (last == b'a')
        | (byte == b'\'')
        | (byte == b'`')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn spellings_agree() {
        for same in [
            &["Müller", "MUELLER", "Muller", "mu\u{308}ller", "ＭÜＬＬＥＲ"][..],
            &["Håkon", "Haakon", "Hakon", "HAAKON"],
            &["Sørensen", "Soerensen", "Sorensen", "SÖRENSEN"],
            &["Weiß", "Weiss", "WEIẞ"],
            &["Łukasz Żółć", "Lukasz Zolc"],
            &["Đorđević", "Dordevic"],
            &["Þórður", "Thordur"],
            &["Œuvre", "oeuvre"],
            &["İstanbul", "ISTANBUL", "istanbul", "ıstanbul"],
            &["ﬁrma", "firma"],
            &["Ștefan Țăran", "Stefan Taran", "Ştefan Ţăran"],
            &["O'Brien", "O’Brien", "O`Brien", "OBRIEN"],
            &["Nguyễn", "Nguyen"],
            &["A\u{200B}C\u{202E}ME", "acme"],
            &["№ 5", "No 5"],
        ] {
            let keys: Vec<String> = same.iter().map(|text| fold(text)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{same:?}: {keys:?}");
        }
    }

    #[test]
    fn other_scripts() {
        for (text, key) in [
            ("Щербакова Наталья Ильинична", "shterbakova natalya"),
            ("Ярослав Київ", "yaroslav kyiv"),
            ("Сергій Гнатюк", "serhii gnatyuk"),
            ("Ђорђе Шљивић", "dorde sljivic"),
            ("Джо", "dzho"),
            ("Мария Стоянова", "mariya stoyanova"),
            ("Γεωργίου Ευάγγελος", "georgiou evangelos"),
            ("Χρήστος Ψαρράς", "christos psarras"),
            ("株式会社", "株式会社"),
        ] {
            assert!(fold(text).starts_with(key), "{text}: {}", fold(text));
        }
        // Written whole or in parts
        for text in ["Сергій Їжак Йордан Ёлка", "Ευάγγελος Μαΐου", "ÅÄÖ ñandú", "한국", "ガス"]
        {
            assert_eq!(fold(text), fold(&text.nfd().collect::<String>()), "{text}");
        }
    }

    #[test]
    fn latin_letters_match_their_decomposition() {
        // The table is written by hand; where Unicode knows a decomposition, both must agree.
        for code in 0xC0..0x180_u32 {
            let Some(ch) = char::from_u32(code) else { continue };
            let base: String = ch.to_string().nfkd().filter(char::is_ascii_alphabetic).collect();
            if !base.is_empty() {
                assert_eq!(latin::letter(ch), Some(base.to_lowercase().as_str()), "{ch}");
            }
        }
    }

    #[test]
    fn words() {
        let split = |text: &str| tokens(&fold(text)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(split("AT&T + B.V."), ["at", "t", "b", "v"]);
        assert_eq!(split("  "), Vec::<String>::new());
        assert_eq!(split("RE–2026/17"), ["re", "2026", "17"]);
        assert_eq!(split("हिन्दी नाम").len(), 2);
    }

    proptest! {
        #[test]
        fn folding_is_stable(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!["ae", "oe", "ue", "aa"].iter().any(|pair| once.contains(pair)));
        }

        #[test]
        fn case_and_diacritics_do_not_matter(text in "[a-zA-ZäöüåøæßéèñçłđșțÄÖÜÅØÆÉ '.,&-]{0,40}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text));
        }

        #[test]
        fn ascii_and_general_paths_agree(text in "[ -~]{0,60}") {
            // A zero-width mark sends the text the long way and leaves nothing.
            prop_assert_eq!(fold(&format!("{text}\u{200B}")), fold(&text));
        }
    }
}

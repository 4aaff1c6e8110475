//! References in free text.
//!
//! # Design
//! One pass over the text. Three things start a reference: a word (`RF`, `SI`, or a label such as `KID`), a frame
//! (`+++`, `***`, `+71<`) and a digit. Each looks ahead over a bounded number of bytes, or over a run that is then passed
//! over, so the time is linear in the text whatever it holds.

use super::canonical::{Canonical, Scheme};
use super::label::{self, Qualifier, Starts};
use super::number::{self, Groups};
use super::{check, form};
use core::ops::Range;

/// What may be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// References that show what they are: by prefix, frame or shape, or by a label beside them.
    Labelled,
    /// Mere digits too: every number of at least four digits that passes a scheme's check. Of random numbers one in
    /// ten passes each of Luhn and 7-3-1, so this is for a caller who knows what to compare with.
    Bare,
}

/// How a reference shows what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// By its own prefix, frame or shape: `RF18…`, `SI12…`, `+++…+++`, `+71<…`, 27 digits.
    Form,
    /// By a label beside it: `KID: …`, `VS…`.
    Label,
    /// By its check digit alone.
    Bare,
}

/// A reference that stands in a text.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// Its scheme.
    pub scheme: Scheme,
    /// Bytes of the text: the reference with its frame or prefix, without its label.
    pub range: Range<usize>,
    /// To compare by: [`Canonical::key`].
    pub key: String,
    /// What its check digits prove: [`Canonical::bits`]. Its mark proves more, and how much is for the caller to know.
    pub bits: u32,
    /// How it shows what it is.
    pub mark: Mark,
}

/// A reference may lead to a person: its key is not shown.
impl core::fmt::Debug for Found {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Found")
            .field("scheme", &self.scheme)
            .field("range", &self.range)
            .field("mark", &self.mark)
            .finish_non_exhaustive()
    }
}

/// The valid references of a text, in the order in which they stand; several schemes of one number in the order of
/// [`Scheme`]. A reference never begins or ends within a word or a number.
///
/// A number in groups may be followed by another number: the first group counts if it is long enough to stand alone
/// and valid, else as many groups as make a valid reference.
///
/// ```
/// use payymo::reference::scheme::{Scheme, Strictness, find};
/// let found = find("/RFB/RF18 5390 0754 7034 KID: 602243", Strictness::Labelled);
/// assert_eq!(found[0].key, "RF18539007547034");
/// assert_eq!((found[1].scheme, found[1].key.as_str()), (Scheme::KidMod10, "602243"));
/// assert!(find("order 602243", Strictness::Labelled).is_empty());
/// ```
pub fn find(text: &str, strictness: Strictness) -> Vec<Found> {
    let mut found = Vec::new();
    find_into(text, strictness, &mut found);
    found
}

/// [`find`] into memory that is used again: what `found` held is cleared.
///
/// ```
/// use payymo::reference::scheme::{Strictness, find_into};
/// let mut found = Vec::new();
/// for text in ["KID: 602243", "no reference 17"] {
///     find_into(text, Strictness::Labelled, &mut found);
///     println!("{text}: {}", found.len());
/// }
/// assert!(found.is_empty());
/// ```
pub fn find_into(text: &str, strictness: Strictness, found: &mut Vec<Found>) {
    found.clear();
    let bytes = text.as_bytes();
    // No reference is without a digit: what stands behind the last one is of no interest but to end it.
    let Some(last) = bytes.iter().rposition(u8::is_ascii_digit) else { return };
    let mut scan = Scan { text, found, bare: strictness == Strictness::Bare };
    let mut at = 0;
    while let Some(byte) = bytes.get(at).filter(|_| at <= last) {
        at = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => scan.word(at),
            b'0'..=b'9' => scan.digits(at),
            b'+' | b'*' | b'>' => scan.frame(at),
            0..0x80 => at + 1,
            // Whatever it is: no label, prefix or frame begins so, nor one behind it if it is a letter.
            _ => at + bytes.iter().skip(at).take_while(|byte| !byte.is_ascii()).count(),
        };
    }
}

struct Scan<'a> {
    text: &'a str,
    found: &'a mut Vec<Found>,
    bare: bool,
}

impl Scan<'_> {
    fn push(&mut self, range: Range<usize>, mark: Mark, reference: Canonical) {
        let Canonical { scheme, key, bits, .. } = reference;
        self.found.push(Found { scheme, range, key, bits, mark });
    }

    /// Tries a range of the text as a reference.
    fn accept(&mut self, scheme: Scheme, range: Range<usize>, mark: Mark) -> Option<usize> {
        let own = self.text.get(range.clone())?;
        let reference = check::may_pass(scheme, own).then(|| form::read(scheme, own)).flatten()?;
        let end = range.end;
        self.push(range, mark, reference);
        Some(end)
    }

    /// A word: a prefix, a label or neither. Answers where to go on.
    fn word(&mut self, at: usize) -> usize {
        let end = number::word_end(self.text, at);
        let Some(start) = label::starts(self.text, at, end).filter(|_| number::starts_apart(self.text, at))
        else {
            return end;
        };
        let behind = match start {
            Starts::Rf => self.rf(at),
            Starts::Si => self.slovenian(at, end),
            Starts::Label(label) => self.labelled(end, label),
        };
        behind.unwrap_or(end)
    }

    /// `RF` in one piece, in groups of four, or broken by a line's end.
    fn rf(&mut self, at: usize) -> Option<usize> {
        let pieces = number::pieces(self.text, at);
        let first = pieces.first()?.clone();
        let head = self.text.get(first.clone())?;
        if !head.bytes().skip(2).take(2).all(|byte| byte.is_ascii_digit()) || head.len() < 4 {
            return None;
        }
        let digits = |piece: &Range<usize>| {
            self.text.get(piece.clone()).is_some_and(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let mut ends: Vec<usize> = Vec::new();
        if first.len() == 4 {
            // Fours, the last may be shorter. A body of digits alone comes first: a word may follow it.
            let fours = pieces.iter().skip(1).take_while(|piece| piece.len() == 4).count() + 1;
            let last = pieces.get(fours).filter(|piece| piece.len() < 4);
            let groups = pieces.get(1..fours).unwrap_or_default().iter().chain(last);
            let numeric = groups.clone().take_while(|piece| digits(piece)).last();
            ends.extend(numeric.map(|piece| piece.end));
            ends.extend(groups.rev().map(|piece| piece.end));
        } else {
            ends.push(first.end);
            let broken = pieces.iter().skip(1).take_while(|piece| digits(piece));
            ends.extend(broken.map(|piece| piece.end).collect::<Vec<_>>().into_iter().rev());
        }
        ends.into_iter().find_map(|end| self.accept(Scheme::Rf, at..end, Mark::Form))
    }

    /// `SI`, a model, and parts joined by hyphens.
    fn slovenian(&mut self, at: usize, end: usize) -> Option<usize> {
        let model = number::run(self.text, end, |character| character.is_ascii_digit() || character == '-');
        let model = if model == end + 2 {
            let parts = number::skip_space(self.text, model);
            number::run(self.text, parts, |character| character.is_ascii_digit() || character == '-')
        } else {
            model
        };
        let close = self.text.get(..model)?.trim_end_matches('-').len();
        if close <= end || !number::ends_apart(self.text, close) {
            return None;
        }
        self.accept(Scheme::Si, at..close, Mark::Form)
    }

    /// What stands behind a label: one number, or several with a comma, semicolon, `+` or `&` between.
    fn labelled(&mut self, end: usize, label: label::Label) -> Option<usize> {
        if label.shy {
            let word = self.text.get(..end)?.as_bytes();
            let capital = word.last().is_some_and(u8::is_ascii_uppercase);
            let mark = number::char_at(self.text, number::skip_space(self.text, end));
            (capital || matches!(mark, Some(':' | '=' | '/'))).then_some(())?;
        }
        let mut at = self.behind(end, label.needs_symbol)?;
        let mut answer = None;
        while let Some(next) = self.number(at, label.schemes) {
            answer = Some(next);
            match number::list_item(self.text, next) {
                Some(item) => at = item,
                None => break,
            }
        }
        answer
    }

    /// Where the number begins behind a label: past punctuation and up to three words such as `nr`.
    fn behind(&self, end: usize, needs_symbol: bool) -> Option<usize> {
        let (mut at, mut symbol) = (end, !needs_symbol);
        for _ in 0..4 {
            at = number::skip_punctuation(self.text, at);
            if number::char_at(self.text, at)?.is_ascii_digit() {
                return symbol.then_some(at);
            }
            let word = number::word_end(self.text, at);
            let qualifier = label::qualifies(self.text, at, word)?;
            symbol |= qualifier == Qualifier::Symbol;
            at = word;
        }
        None
    }

    /// The number at a place, under each of the schemes. Answers the end of the longest.
    fn number(&mut self, at: usize, schemes: &[Scheme]) -> Option<usize> {
        let groups = Groups::at(self.text, at)?;
        let mut end = None;
        for &scheme in schemes {
            let single = matches!(scheme, Scheme::VariableSymbol);
            let reached = groups.ends(single, scheme == Scheme::KidMod11).find_map(|end| {
                let own = self.text.get(at..end)?;
                let digits = own.bytes().filter(u8::is_ascii_digit).count();
                // An ESR of any length may be meant: only its fives tell it from a number beside it.
                let printed = own.split([' ', '\u{a0}']).skip(1).all(|group| group.len() == 5);
                (scheme != Scheme::Esr || printed).then_some(())?;
                // One or two digits behind a label are a count or a day.
                (scheme == Scheme::VariableSymbol || digits >= 4).then_some(())?;
                self.accept(scheme, at..end, Mark::Label)
            });
            end = end.max(reached);
        }
        end
    }

    /// A frame: `+++…+++`, `***…***`, `+71<…+…<`.
    fn frame(&mut self, at: usize) -> usize {
        let mark = number::char_at(self.text, at).unwrap_or('+');
        let open = number::run(self.text, at, |character| character == mark);
        if open - at >= 3 {
            let close = number::run_within(self.text, open, open + 24, |character| {
                character.is_ascii_digit() || matches!(character, '/' | ' ' | '.')
            });
            if number::char_at(self.text, close) == Some(mark) {
                let end = number::run_within(self.text, close, close + 3, |character| character == mark);
                let start = open - 3;
                return self.accept(Scheme::Ogm, start..end, Mark::Form).unwrap_or(open);
            }
            return open;
        }
        if mark != '*' && open - at == 1 {
            return number::slip(self.text, open)
                .and_then(|end| self.accept(Scheme::Fik, at..end, Mark::Form))
                .unwrap_or(open);
        }
        open
    }

    /// A number without a label: a shape that shows itself, or mere digits if these are asked for.
    fn digits(&mut self, at: usize) -> usize {
        let end = number::digits_end(self.text, at);
        if !number::starts_apart(self.text, at) {
            return end;
        }
        if let Some(close) = number::slashed(self.text, at)
            && let Some(close) = self.accept(Scheme::Ogm, at..close, Mark::Form)
        {
            return close;
        }
        // Most numbers are neither 27 digits nor the two that these begin with in print.
        if !self.bare && !matches!(end - at, 2 | 27) {
            return end;
        }
        let Some(groups) = Groups::at(self.text, at) else { return end };
        if let Some(close) = groups.swiss()
            && let Some(close) = self.accept(Scheme::Qrr, at..close, Mark::Form)
        {
            return close;
        }
        if self.bare && number::stands_alone(self.text, at) {
            return self.mere_digits(at, &groups).unwrap_or(end);
        }
        end
    }

    /// Every scheme of mere digits that accepts the number. Seven digits of a betalingskenmerk and a variable symbol
    /// have no check and are not among them.
    fn mere_digits(&mut self, at: usize, groups: &Groups) -> Option<usize> {
        const SCHEMES: [Scheme; 8] = [
            Scheme::Ogm,
            Scheme::Esr,
            Scheme::Viitenumero,
            Scheme::Viitenumber,
            Scheme::KidMod10,
            Scheme::KidMod11,
            Scheme::Ocr,
            Scheme::Betalingskenmerk,
        ];
        let mut reached = None;
        for end in groups.whole_and_first() {
            let digits = self.text.get(at..end)?.bytes().filter(u8::is_ascii_digit).count();
            if digits < 4 {
                continue;
            }
            for scheme in SCHEMES {
                let fits = match scheme {
                    Scheme::Esr => matches!(digits, 16 | 27),
                    Scheme::Betalingskenmerk => digits > 7,
                    _ => true,
                };
                if fits {
                    reached = reached.max(self.accept(scheme, at..end, Mark::Bare));
                }
            }
            if reached.is_some() {
                break;
            }
        }
        reached
    }
}

//! What a payer's name says for or against a customer, in bits.
//!
//! # Design
//! Token by token: a rare one that is found says much, one that is found cut, shortened or misspelt less. What both
//! sides have and does not fit is worse than what one side leaves out: `Maria Berg` and `Jonas Berg` are two people, `Berg`
//! alone may be either. A name that fits only in part is never worth more than a known relative.
//!
//! `party::compare` tells the class of two names for who has nothing else. Here each token weighs by its rarity among the
//! customers and, in a text, among the texts; a class would lose that.

use super::features::Reading;
use super::phrases::Phrases;
use super::words::Words;
use crate::matching::index::{Index, NONE};
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::parameters as p;
use crate::party::{is_cut_length, is_legal_form};
use crate::text::edits_within;
use libm::log2;

/// The best of a customer's names against the payer's name fields and against the free text. `length` is that of the
/// name field in characters.
pub(crate) fn compare(
    index: &Index,
    phrases: &Phrases,
    customer: u32,
    reading: &Reading,
    length: usize,
) -> (Clue, f64) {
    let named = !reading.name.is_empty();
    let mut best = (Clue::PayerNameDiffers, if named { p::NAME_DIFFERS } else { 0.0 });
    let text = &reading.text;
    for variant in index.names(customer) {
        // Of two who bear one name the other may pay what is not listed.
        let shared = || match index.alike(variant) {
            0 | 1 => 0.0,
            alike => log2(f64::from(alike)) + p::NAMESAKES,
        };
        let name = Name { index, phrases, tokens: index.tokens(variant) };
        let fits = [
            named.then(|| {
                (name.in_field(&reading.name, text, length), [Clue::PayerName, Clue::PayerNamePartial])
            }),
            (!text.is_empty())
                .then(|| (name.in_text(text), [Clue::PayerNameInText, Clue::PayerNamePartialInText])),
        ];
        for (fit, [whole, partial]) in fits.into_iter().flatten() {
            if fit.found <= 0.0 {
                continue;
            }
            // One word, or a part of a name in a text, is no name where the payer has another.
            let most = match (fit.whole, partial) {
                (true, Clue::PayerNamePartialInText) if named && fit.apart => p::MOST_WORD_OF_NAME,
                (true, Clue::PayerNamePartialInText) if named && variant.tokens() == 1 => match fit.formed {
                    true => p::MOST_PART_OF_NAME,
                    false => p::MOST_WORD_OF_NAME,
                },
                (true, _) => p::MOST_NAME,
                (false, Clue::PayerNamePartialInText) if named => p::MOST_WORD_OF_NAME,
                (false, _) if variant.tokens() == 1 || named && reading.name.len() == 1 => {
                    p::MOST_WORD_OF_NAME
                }
                (false, _) => p::MOST_PART_OF_NAME,
            };
            let bits = fit.found.min(most) - shared() - fit.against;
            if bits > best.1 {
                best = (if fit.whole && !(named && fit.apart) { whole } else { partial }, bits);
            }
        }
    }
    best
}

/// How a name fits a field.
struct Fit {
    /// Bits for the tokens that were found.
    found: f64,
    /// Bits against, positive: tokens that lack on either side.
    against: f64,
    /// Whether every token of the name was found.
    whole: bool,
    /// Whether a legal form stands beside them in a text: then they are all of a name.
    formed: bool,
    /// Whether other words stand between those of a name in a text.
    apart: bool,
}

/// A customer's name, and what its tokens weigh.
struct Name<'a> {
    index: &'a Index,
    phrases: &'a Phrases,
    tokens: &'a [u32],
}

impl Name<'_> {
    /// Against the payer's name fields, which hold one name; a token that they lack may stand in the text.
    fn in_field(&self, field: &Words, text: &Words, length: usize) -> Fit {
        let mut used: u64 = 0;
        let (mut found, mut against, mut missing, mut elsewhere) = (0.0, 0.0, 0_u32, false);
        // Only a name that fills its field was cut at its end.
        let cut = is_cut_length(length);
        for token in self.tokens {
            let rarity = self.index.rarity(*token);
            let state = |name: &str, word: &str, last: bool| {
                // `Robert` is not `Roberta` cut off: inside a name words are shortened by more than an ending.
                let short = if last { cut } else { name.len() >= word.len() + LEAST_CUT };
                State::in_field(name, word).filter(|state| short || !matches!(state, State::Truncated))
            };
            match self.best(*token, rarity, field, State::may_be_in_field, state) {
                Some((at, bits)) => {
                    used |= 1 << (at % 64);
                    found += bits;
                }
                None if rarity > 3.0 && text.tokens.contains(token) => {
                    elsewhere = true;
                    found += self.most_in_text(
                        *token,
                        log2(p::TOKEN_EXACT) + rarity.min(self.phrases.rarity(self.index, *token)) - 2.0,
                    );
                }
                None => {
                    missing += 1;
                    against += p::TOKEN_MISSING.min(0.5 * rarity);
                }
            }
        }
        if used == 0 {
            // All of it stands in the text, if anywhere.
            found = 0.0;
        }
        let left = |at: &usize| used & (1 << (at % 64)) == 0;
        let extra = (0..field.len()).filter(left).count().min(4);
        let other = (0..field.len()).filter(left).count();
        // Two names may each lend a word, and who bears a firm's one word beside another is a person.
        let whole = missing == 0 && (other == 0 || !elsewhere && self.tokens.len() > 1);
        let conflicts = missing.min(u32::try_from(other).unwrap_or(u32::MAX));
        against += p::TOKEN_EXTRA * extra as f64 + p::TOKEN_CONFLICT * f64::from(conflicts);
        // A word more at the end is another surname, or another branch of a firm.
        let ends = field.len().checked_sub(1).is_some_and(|last| left(&last) && field.get(last).len() > 1);
        if ends && used != 0 && missing == 0 {
            against += p::TOKEN_EXTRA_AT_END;
        }
        Fit { found, against, whole, formed: false, apart: false }
    }

    /// Somewhere in a text of many words. What stands right behind the token before may be cut off or an initial, and
    /// what should follow a cut is not missed.
    fn in_text(&self, text: &Words) -> Fit {
        let (mut found, mut against, mut missing) = (0.0, 0.0, 0_u32);
        let mut before: Option<usize> = None;
        let (mut first, mut last) = (None, 0);
        let mut in_order = 0_usize;
        let (mut cut, mut apart) = (false, false);
        for (rank, token) in self.tokens.iter().enumerate() {
            let rarity = self.phrases.rarity(self.index, *token);
            let next = before.map(|at| text.get(at + 1)).filter(|word| !word.is_empty());
            let name = self.index.token_text(*token);
            if let Some((at, bits)) = self.best(*token, rarity, text, State::may_be_in_text, State::in_text) {
                in_order += usize::from(in_order == rank);
                // The words of one name stand side by side, in whichever order.
                let between = |before: usize| text.get(before.min(at) + 1);
                if before.is_some_and(|before| before.abs_diff(at) > 1 && between(before).len() > 1) {
                    against += p::TOKEN_APART;
                    // `Anna Maria Gold` may be Anna Gold; `Gold membership Anna` is not.
                    let middle = before.is_some_and(|before| {
                        before + 2 == at && self.index.vocabulary().is_name(between(before))
                    });
                    apart |= !middle;
                }
                before = Some(at);
                last = at;
                first = Some(first.map_or(at, |first: usize| first.min(at)));
                found += self.most_in_text(*token, bits);
            } else if let Some(word) = next.filter(|word| word.len() > 2 && name.starts_with(word)) {
                cut = true;
                found += log2(p::TOKEN_TRUNCATED) + rarity.min(1.6 * word.len() as f64) + 3.0;
                before = before.map(|at| at + 1);
            } else if next.is_some_and(|word| word.len() == 1 && name.starts_with(word)) {
                found += log2(p::TOKEN_INITIAL) + 4.0;
                before = before.map(|at| at + 1);
            } else if cut {
                against += 0.2;
            } else {
                missing += 1;
                before = None;
                against += p::TOKEN_MISSING_IN_TEXT.min(0.5 * rarity);
            }
        }
        // `Jean-Paul Hall` is not `Paul Hall`.
        let ahead = first.and_then(|at| at.checked_sub(1)).map_or("", |at| text.get(at));
        let unknown = missing > 0 && !ahead.is_empty() && !self.phrases.is_common(self.index, ahead);
        if self.index.vocabulary().is_name(ahead) {
            against += p::TOKEN_EXTRA_AT_END;
        } else if unknown && !self.tokens.iter().any(|token| self.index.token_text(*token) == ahead) {
            against += p::TOKEN_CONFLICT;
        }
        if missing == 0 {
            let formed = is_legal_form(text.get(last + 1), false) || is_legal_form(ahead, true);
            return Fit { found, against, whole: true, formed, apart };
        }
        // The first words of a longer name, one behind the other, are it cut between two words: unless they go on
        // with a word that texts do not go on with, which is of another's name.
        let behind = text.get(last + 1);
        let starts = |token: &u32| self.index.token_text(*token).starts_with(behind);
        let begun = self.tokens.get(in_order).is_some_and(starts);
        let goes_on = !behind.is_empty() && !begun && !self.phrases.is_common(self.index, behind);
        let numbered =
            self.tokens.iter().skip(in_order).any(|token| is_number(self.index.token_text(*token)));
        if in_order > 1 && in_order + missing as usize == self.tokens.len() && !goes_on && !numbered {
            if found > p::MOST_PART_OF_NAME {
                return Fit { found, against: 1.0, whole: true, formed: false, apart: false };
            }
        } else if goes_on && in_order > 0 {
            against += p::TOKEN_CONFLICT;
        }
        // The more words, the likelier one of them is somebody's name.
        against += 0.5 * log2((text.len() as f64 / 4.0).max(1.0));
        Fit { found, against, whole: false, formed: false, apart }
    }

    /// The bits of a token that stands in a text: a letter or two stand in many.
    fn most_in_text(&self, token: u32, bits: f64) -> f64 {
        bits.min(p::LETTER_IN_TEXT * self.index.token_text(token).len() as f64)
    }

    /// The word of a field that fits a token best, and what it says. A word that is one of the name's own tokens stands
    /// for no other of them. `may_be` says of the lengths of the token and a word, and of whether that is the last one,
    /// whether there can be a `state` of the two: that leaves most words out.
    fn best(
        &self,
        token: u32,
        rarity: f64,
        field: &Words,
        may_be: impl Fn(usize, usize, bool) -> bool,
        state: impl Fn(&str, &str, bool) -> Option<State>,
    ) -> Option<(usize, f64)> {
        if let Some(at) = field.tokens.iter().position(|known| *known == token) {
            return Some((at, (log2(p::TOKEN_EXACT) + rarity).max(0.0)));
        }
        let name = self.index.token_text(token);
        let mut best: Option<(usize, f64)> = None;
        for at in 0..field.len() {
            let last = at + 1 == field.len();
            if !may_be(name.len(), field.length(at), last) {
                continue;
            }
            let word = field.get(at);
            let Some(state) = state(name, word, last) else { continue };
            if matches!(state, State::Truncated) && self.index.vocabulary().is_name(word) {
                continue;
            }
            // A word that is another customer's is not a misspelt one, but it may be a shortened one.
            let known = field.tokens.get(at).copied().unwrap_or(NONE);
            if self.tokens.contains(&known) {
                continue;
            }
            let bits = match state {
                State::Initial => log2(p::TOKEN_INITIAL) + 4.0,
                State::Truncated => log2(p::TOKEN_TRUNCATED) + rarity.min(1.6 * word.len() as f64) + 1.5,
                State::Typo if known == NONE && !self.index.vocabulary().is_name(word) => {
                    log2(p::TOKEN_TYPO) + rarity.min(9.0)
                }
                State::Typo => continue,
            };
            if bits > best.map_or(0.0, |(_, bits)| bits) || best.is_none() && bits > -1.0 {
                best = Some((at, bits));
            }
        }
        best
    }
}

/// Letters of a name from which on another spelling is a slip.
const LEAST_TYPO: usize = 7;
/// Letters that a word inside a name lacks at the least where it is shortened.
const LEAST_CUT: usize = 3;

/// Whether a word of a name tells houses, branches or funds apart: a number, a letter.
fn is_number(token: &str) -> bool {
    token.len() == 1 || token.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'i' | b'v' | b'x'))
}

/// How a word of the payment relates to a token of a customer's name that it is not.
enum State {
    Initial,
    Truncated,
    Typo,
}

impl State {
    /// Whether words of these lengths may be one in a field.
    fn may_be_in_field(token: usize, word: usize, _last: bool) -> bool {
        token == 1 || word == 1 || word >= 3 && token > word || Self::may_be_typo(token, word)
    }

    /// The same in a text.
    fn may_be_in_text(token: usize, word: usize, last: bool) -> bool {
        last && word >= 4 && token > word || Self::may_be_typo(token, word)
    }

    /// `Möller` is as likely another name as a slip in `Müller`.
    fn may_be_typo(token: usize, word: usize) -> bool {
        token >= LEAST_TYPO && word >= 4 && token.abs_diff(word) <= 1
    }

    fn in_field(token: &str, word: &str) -> Option<State> {
        let (t, w) = (token.as_bytes(), word.as_bytes());
        let (a, b) = (t.first()?, w.first()?);
        if a.is_ascii_digit() || b.is_ascii_digit() || is_number(token) && is_number(word) {
            // House 1 is not house 15, and fund I is not fund II.
            return None;
        }
        if a == b && (w.len() == 1 || t.len() == 1) {
            return Some(State::Initial);
        }
        if w.len() >= 3 && t.len() > w.len() && token.starts_with(word) {
            return Some(State::Truncated);
        }
        let most = if t.len() >= 8 { 2 } else { 1 };
        // `Julian` is as likely another name as a slip in `Julia`.
        let near = Self::may_be_typo(t.len(), w.len()) && t.last() == w.last();
        (near && edits_within(token, word, most).is_some()).then_some(State::Typo)
    }

    fn in_text(token: &str, word: &str, last: bool) -> Option<State> {
        let (t, w) = (token.as_bytes(), word.as_bytes());
        if last && w.len() >= 4 && t.len() > w.len() && token.starts_with(word) {
            return Some(State::Truncated);
        }
        let near = Self::may_be_typo(t.len(), w.len()) && t.last() == w.last();
        (near && edits_within(token, word, 1).is_some()).then_some(State::Typo)
    }
}

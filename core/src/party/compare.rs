//! How two names compare: fine structural classes instead of a similarity number.
//!
//! # Design
//! A score of 0.9 says the same of a swapped order, a cut field and another person's name; what they are worth as evidence
//! differs by many bits. So the class is told here, for who holds two names and nothing else.
//!
//! The engine compares names in `matching/names`, token by token: it knows how rare each is among the host's customers, and
//! looks for names in texts of many words, which this does not. What both must agree on, where banks cut, is here.

use super::cut::is_cut_length;
use super::name::{Name, NameKind};
use super::typo;
use core::cmp::Ordering;

/// What relates two names, from strongest to weakest (the stronger is the smaller in order). Titles, legal forms, case,
/// diacritics and digraphs play no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameMatch {
    /// The same tokens in the same order: `MUELLER GMBH` and `Müller`.
    Equal,
    /// The same tokens in another order: `SMITH JOHN` and `John Smith`.
    EqualTokens,
    /// The same letters with the spaces elsewhere: `MC DONALD` and `McDonald`, `NET FLIX` and `Netflix`.
    Glued,
    /// Single letters stand for tokens, all others are equal: `J R SMITH` or `JR SMITH` and `John Robert Smith`.
    Initials,
    /// One is the other cut off: inside a token (`ACME INTERNATIO` and `Acme International Trading`), inside the legal form
    /// (`ACME LIM` and `Acme Limited`), or after a token where the text has a length at which banks cut (18, 22, 24, 27, 32, 35).
    Truncated,
    /// All tokens of the shorter stand in the longer, at least two (initials counted, one of them whole) or one word
    /// of a company: `John Smith` and `John Robert Smith`, `Acme Ltd` and `Acme Trading`; or one holder of a joint account.
    Subset,
    /// All tokens pair, some with small edits, more in longer tokens: `Jon Smiht` and `John Smith`. None below four letters.
    Typo,
    /// Only the surname is shared: `John Smith` and `Mary Smith`.
    SurnameOnly,
    /// Some tokens of at least two letters are shared: `Acme Trading Berlin` and `Acme Services Berlin`.
    Partial {
        /// How many.
        shared: u8,
    },
    /// Nothing is shared, or there is no name: `John Smith` and `Acme`.
    Different,
}

impl NameMatch {
    fn rank(self) -> (u8, u8) {
        match self {
            NameMatch::Equal => (0, 0),
            NameMatch::EqualTokens => (1, 0),
            NameMatch::Glued => (2, 0),
            NameMatch::Initials => (3, 0),
            NameMatch::Truncated => (4, 0),
            NameMatch::Subset => (5, 0),
            NameMatch::Typo => (6, 0),
            NameMatch::SurnameOnly => (7, 0),
            NameMatch::Partial { shared } => (8, u8::MAX - shared),
            NameMatch::Different => (9, 0),
        }
    }
}

impl Ord for NameMatch {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for NameMatch {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The strongest class that relates two names. Symmetric; a name that has a token is [`NameMatch::Equal`] to itself.
///
/// ```
/// use payymo::party::{Name, NameMatch, compare};
/// let class = |a, b| compare(&Name::parse(a), &Name::parse(b));
/// assert_eq!(class("MUELLER JAN", "Herr Jan Müller"), NameMatch::EqualTokens);
/// assert_eq!(class("J SMITH", "John Smith"), NameMatch::Initials);
/// assert_eq!(class("Mary Smith", "John Smith"), NameMatch::SurnameOnly);
/// assert!(NameMatch::Equal < NameMatch::Typo);
/// ```
pub fn compare(a: &Name, b: &Name) -> NameMatch {
    let company = a.kind == NameKind::Company || b.kind == NameKind::Company;
    let whole = relate(Side::of(a), Side::of(b), company);
    if (a.holders.is_empty() && b.holders.is_empty()) || whole == NameMatch::Equal {
        return whole;
    }
    // One holder is a part of the name, however well it agrees.
    let mut best = whole;
    for left in sides(a) {
        for right in sides(b) {
            best = best.min(relate(left, right, company).max(NameMatch::Subset));
        }
    }
    best
}

/// The holders of a name, or the name itself.
fn sides(name: &Name) -> impl Iterator<Item = Side<'_>> {
    let holders = name.holders.iter().map(|tokens| Side { tokens, legal_key: "", length: 0 });
    holders.chain(name.holders.is_empty().then(|| Side::of(name)))
}

/// What is compared of a name.
#[derive(Clone, Copy)]
struct Side<'a> {
    tokens: &'a [String],
    legal_key: &'static str,
    length: usize,
}

impl<'a> Side<'a> {
    fn of(name: &'a Name) -> Self {
        Side { tokens: &name.tokens, legal_key: name.legal_key, length: name.length }
    }

    fn bytes(&self) -> impl Iterator<Item = u8> + 'a {
        self.tokens.iter().flat_map(|token| token.bytes())
    }

    fn size(&self) -> usize {
        self.tokens.iter().map(String::len).sum()
    }
}

fn relate(a: Side<'_>, b: Side<'_>, company: bool) -> NameMatch {
    if a.tokens.is_empty() || b.tokens.is_empty() {
        return NameMatch::Different;
    }
    if a.tokens == b.tokens {
        return NameMatch::Equal;
    }
    // A fixed order makes every greedy pairing below symmetric.
    let swapped = (a.tokens.len(), a.tokens) > (b.tokens.len(), b.tokens);
    let (short, long) = if swapped { (b, a) } else { (a, b) };
    let same_count = short.tokens.len() == long.tokens.len();
    let equal = Pairs::default().pair(short.tokens, long.tokens, |a, b| a == b);
    if same_count && equal.count == short.tokens.len() {
        return NameMatch::EqualTokens;
    }
    if short.size() == long.size() && short.bytes().eq(long.bytes()) {
        return NameMatch::Glued;
    }
    let shared = equal.words(short.tokens);
    let initials = equal.pair(short.tokens, long.tokens, is_initial);
    let all = initials.count == short.tokens.len();
    if shared > 0 && (same_count && all || expands(equal, short.tokens, long.tokens)) {
        return NameMatch::Initials;
    }
    if is_cut(short, long) || is_cut(long, short) {
        return NameMatch::Truncated;
    }
    let speaks = short.tokens.len() > 1 || (company && short.size() > 3);
    if shared > 0 && all && !same_count && speaks {
        return NameMatch::Subset;
    }
    if same_count && equal.pair(short.tokens, long.tokens, typo::is_near).count == short.tokens.len() {
        return NameMatch::Typo;
    }
    match shared {
        0 => NameMatch::Different,
        1 if !company && shares_surname(equal, short.tokens, long.tokens) => NameMatch::SurnameOnly,
        _ => NameMatch::Partial { shared: u8::try_from(shared).unwrap_or(u8::MAX) },
    }
}

/// Tokens that have found their counterpart, as bits by position. Names have at most 24 tokens.
#[derive(Clone, Copy, Default)]
struct Pairs {
    short: u32,
    long: u32,
    count: usize,
}

impl Pairs {
    /// Pairs what is left, each token with the first that fits.
    fn pair(mut self, short: &[String], long: &[String], fits: impl Fn(&str, &str) -> bool) -> Self {
        for (at, a) in short.iter().enumerate() {
            if self.short >> at & 1 == 1 {
                continue;
            }
            let free = long.iter().enumerate().find(|(to, b)| self.long >> to & 1 == 0 && fits(a, b));
            if let Some((to, _)) = free {
                self.short |= 1 << at;
                self.long |= 1 << to;
                self.count += 1;
            }
        }
        self
    }

    /// How many of the paired tokens are more than a letter.
    fn words(self, short: &[String]) -> usize {
        short.iter().enumerate().filter(|(at, token)| self.short >> at & 1 == 1 && !is_letter(token)).count()
    }
}

fn is_letter(token: &str) -> bool {
    token.chars().nth(1).is_none()
}

fn is_initial(a: &str, b: &str) -> bool {
    (is_letter(a) && b.starts_with(a)) || (is_letter(b) && a.starts_with(b))
}

/// `JR` for `John Robert`: the one token left of the shorter holds the initials of all that is left of the longer.
fn expands(equal: Pairs, short: &[String], long: &[String]) -> bool {
    let mut left =
        short.iter().enumerate().filter(|(at, _)| equal.short >> at & 1 == 0).map(|(_, token)| token);
    let (Some(letters), None) = (left.next(), left.next()) else { return false };
    let firsts = long
        .iter()
        .enumerate()
        .filter(|(at, _)| equal.long >> at & 1 == 0)
        .filter_map(|(_, token)| token.chars().next());
    (2..=3).contains(&letters.len()) && letters.chars().eq(firsts)
}

/// Whether `cut` is `whole` cut off at the end.
fn is_cut(cut: Side<'_>, whole: Side<'_>) -> bool {
    let Some((last, before)) = cut.tokens.split_last() else { return false };
    if let Some(rest) = cut.tokens.strip_prefix(whole.tokens)
        && !rest.is_empty()
    {
        // Inside the legal form, which therefore was not recognised.
        let mut form = whole.legal_key.bytes();
        let read = rest.iter().flat_map(|token| token.bytes()).all(|byte| form.next() == Some(byte));
        return read && form.next().is_some();
    }
    let Some(follows) = whole.tokens.strip_prefix(before).and_then(<[String]>::first) else { return false };
    if cut.size() < 5 || !follows.starts_with(last.as_str()) {
        return false;
    }
    follows.len() > last.len() || (cut.tokens.len() < whole.tokens.len() && is_cut_length(cut.length))
}

/// Whether the one shared token is the last of one name, and the last or first of the other.
fn shares_surname(equal: Pairs, short: &[String], long: &[String]) -> bool {
    let place = |bits: u32, tokens: &[String]| (bits & 1 == 1, bits >> (tokens.len() - 1) & 1 == 1);
    let (short_first, short_last) = place(equal.short, short);
    let (long_first, long_last) = place(equal.long, long);
    (short_last && (long_last || long_first)) || (long_last && short_first)
}

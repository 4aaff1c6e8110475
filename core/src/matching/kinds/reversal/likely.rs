//! Which payment money out takes back where no id says it: by the number that stands in it, the payee, the amount and the
//! words.
//!
//! # Design
//! The payee and the amount, or a number and the amount, make a candidate; of several the latest is likeliest. Without a
//! person only one candidate is booked, of a payee who is known: by its number with the whole amount, with the bank's
//! usual charge on a return, or a part of it on a refund; and without a number where nothing else that this customer
//! ever paid was as much. What the host pays to another account than the money came from never is; a bank that takes a
//! debit back asks nobody where to.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

use super::earlier::Earlier;
use super::named::Origin;
use super::sign::{booked, fee_bound, is_reversal, usual_charge};
use crate::matching::hash::hash;
use crate::matching::index::{Index, NONE, Places, State, account_key};
use crate::matching::payment::features::{Chance, Own, PayerRows, Payment, Reading};
use crate::matching::payment::payer::Payers;
use crate::matching::payment::phrases::Phrases;
use crate::matching::payment::reference_hits::{Hits, NAMED};
use crate::matching::payment::told::Told;
use crate::matching::payment::words::Lexicon;
use crate::matching::result::{Match, MatchKind, Source, Target};
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::parameters as p;
use crate::model::{Status, Transaction, TransactionKind};
use crate::money::Currency;
use crate::text;
use rustc_hash::{FxHashMap, FxHashSet};

/// A payment that may be taken back.
struct Candidate {
    origin: Origin,
    item: u32,
    size: i64,
    currency: Currency,
    day: i32,
    /// The account that it came from, as a hash.
    account: Option<u64>,
}

/// A candidate that fits.
struct Fitting {
    score: f64,
    place: u32,
    /// What speaks for it.
    clues: Vec<(Clue, f64)>,
    numbered: bool,
    /// Whether that is enough to book it.
    certain: bool,
}

/// How an amount fits what was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fits {
    Whole,
    /// More, by so much.
    Charged(i64),
    Part,
}

impl Fits {
    fn bits(self) -> f64 {
        match self {
            Fits::Whole => WHOLE,
            Fits::Charged(_) => CHARGED,
            Fits::Part => PART,
        }
    }
}

/// What a row most likely takes back.
pub(crate) struct Likely {
    pub row: u32,
    pub origin: Origin,
    pub clues: Vec<(Clue, f64)>,
    /// Not certain enough to be booked, for this.
    pub doubt: Option<Clue>,
    /// Others, with how likely each is beside it.
    pub rivals: Vec<(Origin, f64)>,
}

/// Payments that may be taken back, and their rows in the orders in which they are looked for.
pub(crate) struct Candidates {
    rows: Vec<Candidate>,
    by_size: Vec<(Currency, i64, u32)>,
    by_item: Vec<(u32, u32)>,
    by_customer: Vec<(u32, Currency, i64, u32)>,
    by_account: Vec<(u64, u32)>,
    /// How many closed items of these customers are how much.
    closed: FxHashMap<(u32, Currency, i64), u32>,
}

/// Words with which money is given back, folded, in the languages of the formats that are read; `ue` folds as `ü` does.
const WORDS: &[&str] = &[
    "refund",
    "refunded",
    "reimbursement",
    "chargeback",
    "return",
    "returned",
    "erstattung",
    "ruckerstattung",
    "ruckzahlung",
    "rucklastschrift",
    "remboursement",
    "rembours",
    "rejet",
    "impaye",
    "reembolso",
    "devolucion",
    "devolucao",
    "rimborso",
    "storno",
    "insoluto",
    "terugbetaling",
    "storting",
    "stornering",
    "terugboking",
    "aterbetalning",
    "tilbagebetaling",
    "tilbakebetaling",
    "hyvitys",
    "palautus",
    "zwrot",
    "vraceni",
];

/// Candidates of one size, item, account or customer that are looked at.
const MOST_ALIKE: usize = 48;
/// Candidates within the bounds of the size beyond which only those are looked at for whom something speaks.
const MOST_OF_SIZE: usize = 1024;
/// Bits of a payee from which on he needs no number, and from which on an amount that few have makes a candidate.
const PAYEE_SURE: f64 = 6.0;
const PAYEE_LIKELY: f64 = 2.5;
const FEW_ALIKE: f64 = 8.0;
/// Bits of a number with which a charge may stand, though nothing tells the payee.
const NUMBER_SURE: f64 = 10.0;
/// Days until which a bank takes a debit back without being asked why (SEPA: thirteen months).
const LATEST: i32 = 400;
/// Bits before any evidence; of the amount, whole, with a charge or in part; of the words; of the account.
const WHOLE: f64 = 5.0;
const CHARGED: f64 = 2.0;
const PART: f64 = 0.5;
const SAID: f64 = 3.0;
const ACCOUNT: f64 = 8.0;
const OTHER_ACCOUNT: f64 = -3.0;
/// Bits for each month that a payment is older.
const MONTH: f64 = -0.5;
const OLDEST: f64 = -6.0;

impl Candidates {
    /// Of the past, and what `matches` settle; what is taken back by ids is none.
    pub fn new(
        index: &Index,
        earlier: &Earlier,
        transactions: &[Transaction],
        matches: &[Match],
        taken: &FxHashSet<Origin>,
    ) -> Self {
        let mut rows: Vec<Candidate> = Vec::new();
        let find = index.finder(matches.len());
        for paid in earlier.all() {
            let own = paid.parts.iter().filter(|part| part.settled > 0);
            let Some(first) = own.clone().next() else { continue };
            let same = own.clone().all(|part| part.currency == first.currency);
            let Some(item) = find(first.invoice).filter(|_| same) else { continue };
            rows.push(Candidate {
                origin: Origin::Earlier(paid.payment.to_string()),
                item,
                size: own.map(|part| part.settled).fold(0, i64::saturating_add),
                currency: first.currency,
                day: paid.day,
                account: None,
            });
        }
        let by_id = match matches {
            [] => Places::default(),
            _ => {
                Places::new(transactions.iter().map(|row| row.id.as_str()).zip(0..transactions.len() as u32))
            }
        };
        for found in
            matches.iter().filter(|found| matches!(found.kind, MatchKind::Single | MatchKind::Grouped))
        {
            let Some(id) = found.only_transaction() else { continue };
            let target = found.allocations.first().map(|row| (&row.source, &row.target));
            let Some((Source::Transaction(_), Target::Invoice(invoice))) = target else { continue };
            let at = by_id.find(id, |row| &transactions[row as usize].id);
            let (Some(at), Some(item)) = (at, find(invoice)) else { continue };
            let payment = &transactions[at as usize];
            let Ok(gross) = payment.gross() else { continue };
            let other = &payment.counterparty;
            rows.push(Candidate {
                origin: Origin::Call(at),
                item,
                size: gross.minor(),
                currency: gross.currency(),
                day: booked(payment),
                account: other.iban.as_deref().or(other.account.as_deref()).map(account_hash),
            });
        }
        rows.retain(|row| row.size > 0 && !taken.contains(&row.origin));
        let all = || rows.iter().zip(0_u32..);
        let customer = |row: &Candidate| index.items[row.item as usize].customer;
        let mut by_size: Vec<_> = all().map(|(row, at)| (row.currency, row.size, at)).collect();
        let mut by_item: Vec<_> = all().map(|(row, at)| (row.item, at)).collect();
        let mut by_customer: Vec<_> =
            all().map(|(row, at)| (customer(row), row.currency, row.size, at)).collect();
        let mut by_account: Vec<_> = all().filter_map(|(row, at)| Some((row.account?, at))).collect();
        by_size.sort_unstable();
        by_item.sort_unstable();
        by_customer.sort_unstable();
        by_account.sort_unstable();
        let mut closed: FxHashMap<(u32, Currency, i64), u32> = FxHashMap::default();
        let has_rows = |customer: &u32| by_customer.binary_search_by_key(customer, |row| row.0).is_ok();
        let items = index.items.iter().filter(|item| item.state == State::Closed && item.customer != NONE);
        for item in items.filter(|item| has_rows(&item.customer)) {
            *closed.entry((item.customer, item.currency, item.total)).or_default() += 1;
        }
        Candidates { rows, by_size, by_item, by_customer, by_account, closed }
    }

    /// Whether something else that the customer of an item settled, listed or not, was as much.
    fn has_twin(&self, index: &Index, one: &Candidate) -> bool {
        let item = &index.items[one.item as usize];
        let own = u32::from(item.state == State::Closed && item.total == one.size);
        self.closed.get(&(item.customer, one.currency, one.size)).is_some_and(|all| *all > own)
    }

    /// Bits that an amount says: how few of all were as much.
    fn rarity(&self, currency: Currency, size: i64) -> f64 {
        let start = self.by_size.partition_point(|row| (row.0, row.1) < (currency, size));
        let end = self.by_size.partition_point(|row| (row.0, row.1) <= (currency, size));
        libm::log2((self.rows.len() + 1) as f64 / (end.saturating_sub(start) + 1) as f64)
    }

    /// Rows that are between `least` and `most`, the last of each size; nothing where there are too many.
    fn of_size(&self, currency: Currency, least: i64, most: i64) -> Option<Vec<u32>> {
        let start = self.by_size.partition_point(|row| (row.0, row.1) < (currency, least));
        let end = self.by_size.partition_point(|row| (row.0, row.1) <= (currency, most));
        let rows = &self.by_size[start..end.max(start)];
        let last = |same: &[(Currency, i64, u32)]| same.len().saturating_sub(MOST_ALIKE);
        let sizes = rows.chunk_by(|a, b| a.1 == b.1);
        (rows.len() <= MOST_OF_SIZE)
            .then(|| sizes.flat_map(|same| same[last(same)..].iter().map(|row| row.2)).collect())
    }

    /// Rows of a customer that are between `least` and `most`, the largest.
    fn of_customer(
        &self,
        customer: u32,
        currency: Currency,
        least: i64,
        most: i64,
    ) -> &[(u32, Currency, i64, u32)] {
        let key = |row: &(u32, Currency, i64, u32)| (row.0, row.1, row.2);
        let start = self.by_customer.partition_point(|row| key(row) < (customer, currency, least));
        let rows = &self.by_customer[start..];
        let rows = &rows[..rows.partition_point(|row| key(row) <= (customer, currency, most))];
        &rows[rows.len().saturating_sub(MOST_ALIKE)..]
    }

    /// Rows under a key of a table.
    fn under<'a, K: Ord + Copy>(table: &'a [(K, u32)], key: &K) -> impl Iterator<Item = u32> + use<'a, K> {
        let start = table.partition_point(|row| row.0 < *key);
        let (key, rows) = (*key, &table[start..]);
        rows.iter().take_while(move |row| row.0 == key).take(MOST_ALIKE).map(|row| row.1)
    }
}

/// An account in the form in which it is compared, as a hash.
fn account_hash(account: &str) -> u64 {
    hash(&account_key(account))
}

/// Whether a text says that money is given back.
fn has_words(row: &Transaction) -> bool {
    let folded = text::fold(text::start_of(&row.remittance, 2_000));
    text::tokens(&folded).any(|word| WORDS.contains(&word))
}

/// Whether a row is money out that says it gives something back.
pub(crate) fn may(row: &Transaction) -> bool {
    use TransactionKind::{Fee, Interest, Internal, Payout};
    row.status == Status::Booked
        && row.gross().is_ok_and(|gross| gross.minor() < 0)
        && !matches!(row.kind, Payout | Fee | Interest | Internal)
        && (is_reversal(row) || has_words(row))
}

/// What is read of a row; used again.
#[derive(Default)]
pub(crate) struct Reader {
    reading: Reading,
    hits: Hits,
    lexicon: Lexicon,
    rough: FxHashMap<u32, f64>,
    words: Vec<(u32, f64)>,
    chance: Chance,
    phrases: Phrases,
    payers: PayerRows,
}

impl Reader {
    pub fn new() -> Self {
        let mut reader = Reader::default();
        reader.chance.finish();
        reader
    }

    /// What a row most likely takes back; `None` where nothing fits.
    pub fn likely(
        &mut self,
        index: &Index,
        own: &Own<'_>,
        candidates: &Candidates,
        transactions: &[Transaction],
        at: u32,
    ) -> Option<Likely> {
        let row = &transactions[at as usize];
        let gross = row.gross().ok()?;
        let payment = Payment::new(at, row, own, index, &mut self.payers).ok()?;
        let Reader { reading, hits, lexicon, rough, words, chance, phrases, .. } = self;
        reading.read_numbers(row);
        reading.read_words(row);
        reading.weigh(index, chance);
        hits.find(index, chance, reading);
        lexicon.look_up(index, &mut reading.name);
        lexicon.look_up(index, &mut reading.text);
        let told = Told::new(index, phrases, &[], &payment, row, reading, NONE);
        let (size, currency) = (gross.minor().checked_neg()?, gross.currency());
        // A bank that takes back may charge for it.
        let by_bank = row.kind != TransactionKind::Refund && is_reversal(row);
        let fee = if by_bank { fee_bound(currency) } else { 0 };
        let least = size.saturating_sub(fee);
        let account =
            row.counterparty.iban.as_deref().or(row.counterparty.account.as_deref()).map(account_hash);
        let mut pool = candidates.of_size(currency, least, size).unwrap_or_default();
        let payers = Payers { index };
        payers.words(reading, lexicon, words);
        payers.leads(&told, words, rough);
        let own = rough.keys().flat_map(|customer| candidates.of_customer(*customer, currency, least, size));
        pool.extend(own.map(|row| row.3));
        pool.extend(account.iter().flat_map(|key| Candidates::under(&candidates.by_account, key)));
        let named = hits.hits.iter().filter(|hit| hit.bits >= NAMED);
        pool.extend(named.flat_map(|hit| Candidates::under(&candidates.by_item, &hit.item)).take(MOST_ALIKE));
        pool.sort_unstable();
        pool.dedup();
        let mut found: Vec<Fitting> = Vec::new();
        for place in pool {
            let one = &candidates.rows[place as usize];
            let age = booked(row).saturating_sub(one.day);
            if one.currency != currency || age < 0 || one.size > size && hits.of(one.item).is_none() {
                continue;
            }
            let mut clues = Vec::new();
            let hit = hits.of(one.item);
            clues.extend(hit.map(|hit| (hit.clue, hit.bits)));
            let number = hit.map_or(0.0, |hit| hit.bits);
            let numbered = number >= NAMED;
            // What is nearly the number is it only beside the payee.
            let told_number = numbered && hit.is_some_and(|hit| hit.clue != Clue::ReferenceFuzzy);
            let party = told.party(index.items[one.item as usize].customer);
            clues.extend(party.clues.as_slice().iter().map(|clue| (clue.clue, clue.bits)));
            let mut payee = party.bits;
            match (account, one.account) {
                (Some(to), Some(from)) if to == from => {
                    clues.push((Clue::ReversalAccount, ACCOUNT));
                    payee += ACCOUNT;
                }
                (Some(_), Some(_)) => clues.push((Clue::ReversalOtherAccount, OTHER_ACCOUNT)),
                _ => {}
            }
            let known = payee > p::PAYER_KNOWN;
            let fits = match size.saturating_sub(one.size) {
                0 => Fits::Whole,
                more if more > 0 && more <= fee => Fits::Charged(more),
                more if more < 0 && told_number => Fits::Part,
                _ => continue,
            };
            let rare = || payee >= PAYEE_LIKELY && payee + candidates.rarity(currency, one.size) >= FEW_ALIKE;
            let may_be = known
                || match fits {
                    Fits::Whole => told_number || rare(),
                    Fits::Charged(_) => told_number && number >= NUMBER_SURE,
                    Fits::Part => false,
                };
            if !may_be {
                continue;
            }
            let months = (f64::from(age) / 30.0 * MONTH).max(OLDEST);
            clues.push((Clue::ReversalWords, SAID));
            let usual = |more: i64| by_bank && more <= usual_charge(currency);
            let another = || hits.hits.iter().any(|hit| hit.item != one.item && hit.bits >= NAMED);
            let sure =
                || payee >= PAYEE_SURE && age <= LATEST && !another() && !candidates.has_twin(index, one);
            let certain = known
                && match fits {
                    Fits::Whole => numbered || sure(),
                    Fits::Charged(more) => usual(more) && (told_number || sure()),
                    Fits::Part => !by_bank,
                };
            let score = clues.iter().map(|clue| clue.1).sum::<f64>() + fits.bits() + months;
            found.push(Fitting { score, place, clues, numbered: told_number && known, certain });
        }
        let name = |place: u32| match &candidates.rows[place as usize].origin {
            Origin::Earlier(id) => id.as_str(),
            Origin::Call(row) => transactions[*row as usize].id.as_str(),
        };
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| name(a.place).cmp(name(b.place))));
        let mut found = found.into_iter();
        let Fitting { score: best, place, clues, numbered, certain } = found.next()?;
        let origin = |place: u32| candidates.rows[place as usize].origin.clone();
        let rivals: Vec<(Origin, f64)> = found
            .map(|one| (origin(one.place), libm::exp2((one.score - best).max(-30.0))))
            .filter(|rival| rival.1 > 1e-3)
            .collect();
        let other = clues.iter().find(|clue| {
            matches!(clue.0, Clue::ReversalOtherAccount | Clue::PayerOtherAccount | Clue::PayerNewAccount)
        });
        let doubt = match other {
            Some(clue) if !(by_bank && numbered) => Some(clue.0),
            _ if !certain || !rivals.is_empty() => Some(Clue::ReversalWords),
            _ => None,
        };
        Some(Likely { row: at, origin: origin(place), clues, doubt, rivals })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_there_as_texts_are_compared() {
        assert!(WORDS.iter().all(|word| text::fold(word) == *word));
    }
}

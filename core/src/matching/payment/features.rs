//! A payment as the engine sees it, and what the whole batch says about chance.
#![allow(clippy::indexing_slicing)] // a kernel: bounded tables

use super::words::Words;
use crate::error::Error;
use crate::matching::hash::hash;
use crate::matching::index::{Index, NONE, account_key, days, email_key, name_tokens, printed_name};
use crate::matching::options::Options;
use crate::matching::result::UnmatchedReason;
use crate::model::{Reference, ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::Currency;
use crate::party::{NameReader, normal_account_into};
use crate::reference::numbers::{Candidate, Numbers};
use crate::reference::scheme::{self, Found, Strictness};
use crate::reference::{Key, behind_label};
use crate::text;
use core::hash::{Hash, Hasher};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

/// What is kept of a payment for the whole call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Payment {
    /// Row in the transactions given.
    pub row: u32,
    /// Amount + fees.
    pub gross: i64,
    pub currency: Currency,
    /// Before conversion, where that is another currency.
    pub original: Option<(i64, Currency)>,
    pub day: i32,
    /// The payer's account, where one is told that is somebody's in particular: its row among those that are known, or
    /// `NONE`.
    pub account: Option<u32>,
    /// Who paid, or `NONE`: equal rows are the same payer.
    pub payer: u32,
    /// His name as it is printed, where a customer bears it so.
    pub printed: Option<u64>,
    /// Whether its explanations were weighed against those of other payments already: a bank row beside a ledger.
    pub weighed: bool,
}

/// Who paid, as rows: by the account, or else the name.
#[derive(Default)]
pub(crate) struct PayerRows {
    rows: FxHashMap<u64, u32>,
    folded: String,
    key: String,
}

impl PayerRows {
    fn row(&mut self, key: (bool, u64)) -> u32 {
        let mut hasher = FxHasher::default();
        key.hash(&mut hasher);
        let next = self.rows.len() as u32;
        *self.rows.entry(hasher.finish()).or_insert(next)
    }

    /// An account in the form in which it is compared; nothing of one that is nobody's in particular.
    fn account(&mut self, account: Option<&str>, own: &Own<'_>) -> Option<&str> {
        normal_account_into(account?, &mut self.key);
        let pooled = || !own.side.pooled.is_empty() && own.side.pooled.contains(self.key.as_str());
        (self.key.len() > 4 && !pooled()).then_some(self.key.as_str())
    }

    /// Folds a name; answers it as a hash of what is printed.
    fn fold(&mut self, name: &str) -> u64 {
        printed_name(name, &mut self.folded)
    }

    /// The row of the name that was folded last; a shorter one than four letters is nobody's.
    fn row_of_folded(&mut self) -> u32 {
        if self.folded.len() > 3 { self.row((false, hash(&self.folded))) } else { NONE }
    }
}

/// A payment's texts, cut up; reused from payment to payment.
#[derive(Default)]
pub(crate) struct Reading {
    pub numbers: Numbers,
    pub keys: Vec<Candidate>,
    /// Bits against finding each key in a text by chance.
    pub bits: Vec<f64>,
    /// Customers whose number a key is, with the key's row.
    pub customers: Vec<(u32, usize)>,
    /// Folded tokens of the payer's name fields, and of the free text.
    pub name: Words,
    pub text: Words,
    /// A structured reference in a field of its own.
    pub structured: bool,
    /// Whether more stood there than is read.
    pub cut: bool,
    buffer: String,
    reader: NameReader,
    found: Vec<Found>,
    folded: String,
}

/// The host's own side: which transactions are no receipts.
pub(crate) struct OwnSide {
    accounts: FxHashSet<String>,
    names: Vec<Vec<String>>,
    pooled: FxHashSet<String>,
}

impl OwnSide {
    pub fn new(options: &Options) -> Self {
        let keys = |ibans: &[String]| -> FxHashSet<String> {
            ibans.iter().map(|iban| account_key(iban)).filter(|key| !key.is_empty()).collect()
        };
        OwnSide {
            accounts: keys(&options.own_ibans),
            names: options.own_names.iter().map(|name| name_tokens(name)).filter(|t| !t.is_empty()).collect(),
            pooled: keys(&options.pooled_ibans),
        }
    }
}

/// The host's own side, with the accounts that a call's transactions stand on.
pub(crate) struct Own<'a> {
    side: &'a OwnSide,
    accounts: FxHashSet<String>,
}

/// Memory for reading accounts and names, used again.
#[derive(Default)]
pub(crate) struct OwnReader {
    key: String,
    name: NameReader,
}

impl<'a> Own<'a> {
    pub fn new(side: &'a OwnSide, transactions: &[Transaction]) -> Self {
        let accounts: FxHashSet<&str> = transactions.iter().filter_map(|t| t.account.as_deref()).collect();
        let keys = accounts.into_iter().map(account_key).filter(|key| !key.is_empty());
        Own { side, accounts: keys.collect() }
    }

    fn is_own(&self, iban: &str, reader: &mut OwnReader) -> bool {
        if self.accounts.is_empty() && self.side.accounts.is_empty() {
            return false;
        }
        normal_account_into(iban, &mut reader.key);
        self.accounts.contains(&reader.key) || self.side.accounts.contains(&reader.key)
    }

    /// Whether a name is one of the host's.
    fn is_own_name(&self, name: &str, reader: &mut OwnReader) -> bool {
        let names = &self.side.names;
        if names.is_empty() {
            return false;
        }
        let mut tokens = reader.name.tokens(name);
        let length = tokens.len();
        let Some(first) = tokens.next() else { return false };
        let mut alike =
            names.iter().filter(|own| own.len() == length && own.first().is_some_and(|own| own == first));
        alike.next().is_some() && names.contains(&name_tokens(name))
    }

    /// Whether money out may pay a bill or refund a credit note.
    pub fn may_pay_out(&self, transaction: &Transaction, reader: &mut OwnReader) -> bool {
        use TransactionKind::{Dispute, Fee, Interest, Internal, Payout, Return};
        let other = transaction.counterparty.iban.as_deref();
        transaction.status == Status::Booked
            && transaction.gross().is_ok_and(|gross| gross.minor() < 0)
            && !matches!(transaction.kind, Dispute | Fee | Interest | Internal | Payout | Return)
            && !other.is_some_and(|iban| self.is_own(iban, reader))
    }

    /// Why a transaction cannot settle an item, if so.
    pub fn refuses(&self, transaction: &Transaction, reader: &mut OwnReader) -> Option<UnmatchedReason> {
        if transaction.status == Status::Pending {
            return Some(UnmatchedReason::Pending);
        }
        let nothing = |gross: crate::money::Amount| gross.minor() <= 0;
        if transaction.gross().map_or(transaction.amount.minor() <= 0, nothing) {
            return Some(UnmatchedReason::MoneyOut);
        }
        let other = &transaction.counterparty;
        let kind = matches!(
            transaction.kind,
            TransactionKind::Payout
                | TransactionKind::Interest
                | TransactionKind::Internal
                | TransactionKind::Fee
                | TransactionKind::Refund
                | TransactionKind::Return
                | TransactionKind::Dispute
        );
        (kind
            || transaction.returned.is_some()
            || transaction.reverses.is_some()
            || other.iban.as_deref().is_some_and(|iban| self.is_own(iban, reader))
            || other.name.as_deref().is_some_and(|name| self.is_own_name(name, reader)))
        .then_some(UnmatchedReason::NotAReceipt)
    }
}

impl Payment {
    /// The same with the sign of the money turned, so that money out is positive.
    pub fn turned(self) -> Option<Self> {
        Some(Payment { gross: self.gross.checked_neg()?, ..self })
    }

    pub fn new(
        row: u32,
        transaction: &Transaction,
        own: &Own<'_>,
        index: &Index,
        payers: &mut PayerRows,
    ) -> Result<Self, Error> {
        let gross = transaction.gross()?;
        let other = &transaction.counterparty;
        let key = payers.account(other.iban.as_deref().or(other.account.as_deref()), own);
        let account = key.map(|key| (index.account(key), hash(key)));
        let name = transaction.counterparty.name.as_deref();
        let printed = name.map(|name| payers.fold(name)).filter(|name| index.is_printed(*name));
        let known = account.map(|(row, _)| row);
        let payer = match account {
            Some((_, hash)) => payers.row((true, hash)),
            None if name.is_some() => payers.row_of_folded(),
            None => NONE,
        };
        Ok(Payment {
            row,
            gross: gross.minor(),
            currency: gross.currency(),
            original: transaction
                .original
                .as_ref()
                .and_then(|o| Some((o.amount.minor().checked_abs()?, o.amount.currency())))
                .filter(|(_, currency)| *currency != gross.currency()),
            day: days(transaction.booked_on),
            account: known,
            payer,
            printed,
            weighed: false,
        })
    }

    /// A bank row that only a ledger can explain: of its amount only the size counts.
    pub fn of_ledger(row: u32, transaction: &Transaction) -> Result<Self, Error> {
        let gross = transaction.gross()?;
        Ok(Payment {
            row,
            gross: gross.minor().saturating_abs(),
            currency: gross.currency(),
            original: None,
            day: days(transaction.booked_on),
            account: None,
            payer: NONE,
            printed: None,
            weighed: true,
        })
    }

    /// What it is worth in a currency, if that is known.
    pub fn amount_in(&self, currency: Currency) -> Option<i64> {
        if currency == self.currency {
            return Some(self.gross);
        }
        self.original.filter(|(_, original)| *original == currency).map(|(amount, _)| amount)
    }
}

impl Reading {
    /// Reads the words of the transaction whose numbers were read last.
    pub fn read_words(&mut self, transaction: &Transaction) {
        self.name.clear();
        self.text.clear();
        let other = &transaction.counterparty;
        for name in other.name.iter().chain(&other.ultimate_name) {
            self.reader.tokens_of_bank(name).for_each(|token| self.name.push(token));
        }
        self.folded.clear();
        text::fold_into(&self.buffer, &mut self.folded);
        let mut tokens = text::tokens(&self.folded);
        for token in tokens.by_ref().take(MOST_TOKENS) {
            if token.bytes().any(|byte| byte.is_ascii_alphabetic()) {
                self.text.push(token);
            }
        }
        self.cut |= tokens.next().is_some();
    }

    /// Whether a number that was read names any item.
    pub fn names_any(&self, index: &Index) -> bool {
        self.keys.iter().any(|key| key.digits > 2 && index.has_number(key.key))
    }

    /// Reads the numbers. Nothing of the transaction before is left of them.
    pub fn read_numbers(&mut self, transaction: &Transaction) {
        let buffer = &mut self.buffer;
        buffer.clear();
        let text = &transaction.remittance;
        buffer.push_str(text::start_of(text, MOST_TEXT));
        let mut left_out = false;
        let mut add = |part: &str| {
            let room = part.len() < LONGEST_PART && buffer.len() < 2 * MOST_TEXT;
            if room && !part.is_empty() && !buffer.contains(part) {
                buffer.push('\n');
                buffer.push_str(part);
            }
            left_out |= !room;
        };
        for line in &transaction.remittance_lines {
            add(&line.reference);
            add(line.text.as_deref().unwrap_or_default());
        }
        for reference in &transaction.references {
            if !matches!(reference.kind, ReferenceKind::Bank | ReferenceKind::Mandate | ReferenceKind::Cheque)
            {
                add(&reference.value);
            }
        }
        transaction.metadata.values().for_each(add);
        let structured = |r: &Reference| r.kind == ReferenceKind::Creditor && r.value.trim().len() > 5;
        self.structured = transaction.references.iter().any(structured);
        self.numbers.scan(buffer);
        self.cut = text.len() > MOST_TEXT || left_out || self.numbers.is_full();
        self.keys.clear();
        let keys = &mut self.keys;
        let cut = &mut self.cut;
        self.numbers.candidates(|candidate| {
            if keys.len() < MOST_KEYS {
                keys.push(candidate);
            } else {
                *cut = true;
            }
        });
        scheme::find_into(buffer, Strictness::Labelled, &mut self.found);
        for found in &self.found {
            let digits = found.key.bytes().filter(u8::is_ascii_digit).count();
            let Some(key) = Key::of(&found.key).filter(|_| digits >= 4) else { continue };
            self.structured |= digits >= 6;
            keys.push(Candidate {
                key,
                digits: digits.min(255) as u8,
                letters: (found.key.len() - digits).min(255) as u8,
                zeros: 0,
                first: 0,
                end: 0,
                masked: false,
                labelled: true,
                other: false,
                orders: false,
                customers: false,
            });
        }
    }

    /// Looks up what the numbers weigh, and whose they are.
    pub fn weigh(&mut self, index: &Index, chance: &Chance) {
        for key in self.keys.iter_mut().filter(|key| key.orders) {
            // What has letters as well is the host's own, whatever it is called.
            let numbers = &self.numbers;
            let bare = || key.letters == 0 || behind_label(numbers.slice(key.first, key.end)).is_some();
            key.labelled = chance.orders.are_invoices();
            key.other = !key.labelled && bare();
        }
        self.bits.clear();
        self.bits.extend(self.keys.iter().map(|key| chance.bits(key)));
        self.customers.clear();
        let owned = self.keys.iter().enumerate().filter(|(_, key)| key.digits >= 3);
        self.customers.extend(owned.filter_map(|(at, key)| Some((index.by_customer_key(key.key)?, at))));
    }

    /// The payer's e-mail in the form that is compared.
    pub fn email(transaction: &Transaction) -> Option<String> {
        transaction.counterparty.email.as_deref().map(email_key).filter(|email| email.contains('@'))
    }
}

const MOST_TOKENS: usize = 80;
/// Bytes of another field that is read with the text.
const LONGEST_PART: usize = 200;
/// Bytes of the free text, and half of those with the other fields: more than any bank carries.
const MOST_TEXT: usize = 8192;
const MOST_KEYS: usize = 600;

/// How likely a text of this batch holds a given number by chance.
#[derive(Default)]
pub(crate) struct Chance {
    payments: f64,
    by_digits: [f64; 32],
    /// Numbers while they are counted, and those that several payments have with how many.
    keys: Vec<Key>,
    seen: FxHashMap<Key, u32>,
    /// Bits by digits of a number that no other payment has.
    once: [f64; 32],
    /// What payers here call an order.
    pub orders: Orders,
}

/// Texts of the batch that give an order's number, and those among them whose number is an item's.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Orders {
    texts: u32,
    of_items: u32,
}

impl Orders {
    /// Counts one payment's numbers.
    pub fn count(&mut self, index: &Index, keys: &[Candidate]) {
        let mut orders = keys.iter().filter(|key| key.orders && key.digits > 2).peekable();
        self.texts += u32::from(orders.peek().is_some());
        self.of_items += u32::from(orders.any(|key| index.has_number(key.key)));
    }

    /// Whether who writes `order` means the item: most that do give an item's number.
    fn are_invoices(self) -> bool {
        self.of_items >= LEAST_ORDERS && 2 * self.of_items > self.texts
    }
}

const LEAST_ORDERS: u32 = 4;

/// Chance that a text holds a given number of so many digits, whatever the batch says: days, months, quantities.
const FLOOR: [f64; 7] = [1.0, 0.12, 0.04, 5e-3, 7e-4, 2e-5, 2e-6];

/// The same in bits, and what longer numbers make of it: 20 texts of 0.9 × 10^digits hold one.
const FLOOR_BITS: [f64; 7] = [
    0.0,
    3.058_893_689_053_568,
    4.643_856_189_774_724,
    7.643_856_189_774_724,
    10.480_357_457_491_845,
    15.609_640_474_436_812,
    18.931_568_569_324_174,
];
/// Texts that are taken to hold none of a batch's numbers, beside its own: of two payments that name one item neither makes
/// the number common.
const AS_MANY_TEXTS: f64 = 50.0;
const LOG2_10: f64 = core::f64::consts::LOG2_10;
const LOG2_SPREAD: f64 = 4.473_931_188_332_412;

impl Chance {
    /// Counts one payment's numbers.
    pub fn count(&mut self, reading: &Reading) {
        self.payments += 1.0;
        let own = self.keys.len();
        for candidate in &reading.keys {
            if !self.keys[own..].contains(&candidate.key) {
                self.keys.push(candidate.key);
                self.by_digits[usize::from(candidate.digits.min(31))] += 1.0;
            }
        }
    }

    /// Ends the counting.
    pub fn finish(&mut self) {
        self.keys.sort_unstable();
        let several = self.keys.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
        self.seen = several.map(|same| (same[0], same.len() as u32)).collect();
        self.keys = Vec::new();
        for digits in 0..self.once.len() {
            self.once[digits] = match self.by_digits[digits] > 0.0 {
                true => self.measured(digits, 0.0),
                false => FLOOR_BITS.get(digits).copied().unwrap_or(digits as f64 * LOG2_10 - LOG2_SPREAD),
            };
        }
    }

    /// Bits against finding this very number in a text by chance.
    pub fn bits(&self, candidate: &Candidate) -> f64 {
        let digits = usize::from(candidate.digits.min(31));
        match self.seen.get(&candidate.key) {
            Some(seen) => self.measured(digits, f64::from(*seen) - 1.0),
            None => self.once[digits],
        }
    }

    /// Bits where so many other payments have the number.
    fn measured(&self, digits: usize, others: f64) -> f64 {
        let payments = self.payments + AS_MANY_TEXTS;
        let space = 0.9 * libm::pow(10.0, digits as f64);
        let measured = (others + self.by_digits[digits] / space) / payments;
        let floor = FLOOR.get(digits).copied().unwrap_or(20.0 / space);
        -libm::log2(measured.max(floor).min(1.0))
    }
}

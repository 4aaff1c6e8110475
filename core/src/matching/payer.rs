//! Who paid: what accounts, ids, names and habits say for or against a customer, in bits.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::explain::{About, Clue, Weighed};
use super::features::{Payment, Reading};
use super::index::{Equal, Index, NONE, account_key};
use super::names;
use super::parameters as p;
use super::phrases::Phrases;
use super::words::Lexicon;
use crate::model::Transaction;
use core::cmp::Ordering;
use libm::log2;
use rustc_hash::FxHashMap;

/// What is said about one customer.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub customer: u32,
    /// Sum of the clues.
    pub bits: f64,
    pub clues: Vec<Weighed>,
}

impl Party {
    fn new(customer: u32, clues: Vec<Weighed>) -> Self {
        Party { customer, bits: clues.iter().map(|w| w.bits).sum(), clues }
    }

    /// Bits of what is more than his customer number.
    fn by_more(&self) -> f64 {
        self.clues.iter().filter(|w| w.clue != Clue::PayerCustomerNumber).map(|w| w.bits).sum()
    }
}

/// Payers that earlier or surer payments tie to customers: payer to votes by customer.
#[derive(Default)]
pub(super) struct Learnt {
    votes: FxHashMap<u32, Vec<(u32, u32)>>,
}

impl Learnt {
    /// A sure payment of this payer settled an item of this customer.
    pub fn vote(&mut self, payer: u32, customer: u32) {
        let votes = self.votes.entry(payer).or_default();
        match votes.iter_mut().find(|(c, _)| *c == customer) {
            Some((_, count)) => *count += 1,
            None => votes.push((customer, 1)),
        }
    }

    pub fn of(&self, payer: u32) -> &[(u32, u32)] {
        self.votes.get(&payer).map_or(&[], Vec::as_slice)
    }
}

/// The evidence about payers, for one payment at a time.
pub(super) struct Payers<'a> {
    pub index: &'a Index<'a>,
    pub learnt: &'a Learnt,
    pub phrases: &'a Phrases,
}

impl Payers<'_> {
    /// Customers for whom something speaks, best first, at most `MOST_CUSTOMERS`; `rough` holds all of them afterwards.
    /// `own_vote` is this payment's own customer in what was learnt: nobody is a witness for himself.
    pub fn candidates(
        &self,
        payment: &Payment,
        transaction: &Transaction,
        reading: &Reading,
        own_vote: u32,
        words: &[(u32, f64)],
        rough: &mut FxHashMap<u32, f64>,
    ) -> Vec<Party> {
        rough.clear();
        let mut strong = |customer: u32, bits: f64| *rough.entry(customer).or_insert(0.0) += bits;
        if let Some(account) = payment.account {
            self.index.owners(account).iter().take(p::MOST_POSTINGS).for_each(|c| strong(*c, 20.0));
        }
        if let Some(iban) = &transaction.payee_iban {
            self.index.by_virtual_account(&account_key(iban)).iter().for_each(|c| strong(*c, 20.0));
        }
        if let Some(email) = Reading::email(transaction) {
            self.index.by_email(&email).iter().take(p::MOST_POSTINGS).for_each(|c| strong(*c, 15.0));
        }
        if let Some(customer) =
            transaction.counterparty.customer_id.as_deref().and_then(|id| self.index.by_customer_id(id))
        {
            strong(customer, 20.0);
        }
        for (customer, key) in &reading.customers {
            strong(*customer, reading.bits[*key]);
        }
        for (customer, votes) in self.learnt.of(payment.payer) {
            if *customer != own_vote || *votes > 1 {
                strong(*customer, 10.0);
            }
        }
        self.by_name(words, rough);
        let mut ranked: Vec<(u32, f64)> = rough.iter().map(|(customer, bits)| (*customer, *bits)).collect();
        ranked.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(p::MOST_CUSTOMERS);
        let least = ranked.first().map_or(0.0, |best| best.1 - p::DEPTH_OF_CUSTOMERS);
        ranked.retain(|(_, bits)| *bits >= least);
        let mut out: Vec<Party> = ranked
            .iter()
            .map(|(customer, _)| self.party(*customer, payment, transaction, reading, own_vote))
            .collect();
        self.add_groups(&mut out);
        out.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.customer.cmp(&b.customer)));
        out
    }

    /// Where in the text the numbers stand of customers who are its payers by more than that.
    pub fn own_numbers(&self, parties: &[Party], reading: &Reading) -> Vec<(u16, u16)> {
        let payer = |customer: u32| {
            parties.iter().any(|party| party.customer == customer && party.by_more() > p::PAYER_BY_MORE)
        };
        let own = reading.customers.iter().filter(|(customer, _)| payer(*customer));
        own.map(|(_, key)| (reading.keys[*key].first, reading.keys[*key].end)).collect()
    }

    /// Tokens of customers' names that a payment's words stand for, each with how surely.
    pub fn words(&self, reading: &Reading, lexicon: &mut Lexicon) -> Vec<(u32, f64)> {
        let mut out: Vec<(u32, f64)> = Vec::with_capacity(16);
        for (field, least) in [(&reading.name, 4), (&reading.text, 6)] {
            for (word, token) in field.iter().zip(&field.tokens) {
                match *token {
                    NONE if word.len() >= least => out.extend_from_slice(lexicon.like(self.index, word)),
                    NONE => {}
                    token => out.push((token, 1.0)),
                }
            }
        }
        out
    }

    /// Adds what the names say to find customers by: rare tokens, or two common ones together.
    fn by_name(&self, words: &[(u32, f64)], rough: &mut FxHashMap<u32, f64>) {
        let mut common: Vec<u32> = Vec::new();
        for (token, weight) in words {
            let holders = self.index.customers_with(*token);
            if holders.len() > p::MOST_POSTINGS {
                common.push(*token);
                continue;
            }
            let bits = self.index.rarity(*token) * weight;
            for customer in holders {
                *rough.entry(*customer).or_insert(0.0) += bits;
            }
        }
        common.sort_unstable_by_key(|token| (self.index.customers_with(*token).len(), *token));
        common.dedup();
        common.truncate(5);
        for (at, first) in common.iter().enumerate() {
            let holders = self.index.customers_with(*first);
            if holders.len() > p::MOST_COMMON {
                break;
            }
            for second in &common[at + 1..] {
                let others = self.index.customers_with(*second);
                let bits = self.index.rarity(*first) + self.index.rarity(*second);
                both(holders, others, p::MOST_POSTINGS, |customer| {
                    *rough.entry(customer).or_insert(0.0) += bits;
                });
            }
        }
    }

    /// Items of a common amount whose customer shares a word with the payment that few share, or two words.
    pub fn of_amount(&self, words: &[(u32, f64)], equal: &Equal<'_>, pool: &mut Vec<u32>) {
        let mut common: Vec<&[u32]> = Vec::new();
        for (token, _) in words {
            let rows = equal.of_token(*token);
            if rows.len() <= p::MOST_NAMED_AMOUNTS {
                pool.extend_from_slice(rows);
            } else if rows.len() <= p::MOST_COMMON
                && self.index.customers_with(*token).len() > p::MOST_POSTINGS
            {
                common.push(rows);
            }
        }
        // Two words of a name that many share are as good as one that few do.
        common.truncate(4);
        let mut found = 0;
        for (at, first) in common.iter().enumerate() {
            for second in &common[at + 1..] {
                let most = p::MOST_POSTINGS - found;
                let before = pool.len();
                if most > 0 {
                    both(first, second, most, |item| pool.push(item));
                }
                found += pool.len() - before;
            }
        }
    }

    /// Payers of one group pay for each other.
    fn add_groups(&self, parties: &mut Vec<Party>) {
        let known: Vec<(u32, f64, u32)> = parties
            .iter()
            .filter(|party| party.bits > p::PAYER_KNOWN)
            .map(|party| (party.customer, party.bits, self.index.customers[party.customer as usize].group))
            .filter(|(_, _, group)| *group != NONE)
            .collect();
        for (customer, bits, group) in known {
            for other in self.index.group(group).iter().take(p::MOST_POSTINGS) {
                let bits = bits - 3.0;
                if *other == customer {
                    continue;
                }
                let clue = Weighed::new(Clue::PayerGroup, bits, About::Customer(*other));
                let party = Party::new(*other, vec![clue]);
                match parties.iter_mut().find(|p| p.customer == *other) {
                    Some(known) if known.bits < bits => *known = party,
                    Some(_) => {}
                    None => parties.push(party),
                }
            }
        }
    }

    /// All that is said about one customer.
    pub fn party(
        &self,
        customer: u32,
        payment: &Payment,
        transaction: &Transaction,
        reading: &Reading,
        own_vote: u32,
    ) -> Party {
        let Some(row) = self.index.customers.get(customer as usize) else {
            return Party::new(customer, Vec::new());
        };
        let about = About::Customer(customer);
        let one_of = log2(self.index.customers.len() as f64 + 2.0);
        let known = |owners: usize| {
            (log2(p::ACCOUNT_KNOWN) + one_of - log2(owners.max(1) as f64)).min(p::MOST_ACCOUNT)
        };
        let mut hard = Identity { about, clues: Vec::new(), bits: 0.0 };
        if let Some(account) = payment.account {
            let owners = self.index.owners(account);
            if owners.contains(&customer) {
                let bits = if owners.len() > 3 { known(owners.len()).min(2.0) } else { known(owners.len()) };
                hard.add(Clue::PayerAccount, bits);
            } else if !owners.is_empty() && owners.len() <= 3 {
                hard.clues.push(Weighed::new(Clue::PayerOtherAccount, p::ACCOUNT_OF_ANOTHER, about));
            } else if row.has_account {
                hard.clues.push(Weighed::new(Clue::PayerNewAccount, p::ACCOUNT_NEW, about));
            }
        }
        let virtual_owners = transaction
            .payee_iban
            .as_deref()
            .map_or(&[][..], |iban| self.index.by_virtual_account(&account_key(iban)));
        if virtual_owners.contains(&customer) {
            hard.add(Clue::PayerVirtualAccount, known(virtual_owners.len()));
        }
        if row.id.is_some() && transaction.counterparty.customer_id.as_deref() == row.id {
            hard.add(Clue::PayerCustomerId, known(1));
        }
        if let Some(email) = Reading::email(transaction) {
            let owners = self.index.by_email(&email);
            if owners.contains(&customer) {
                hard.add(Clue::PayerEmail, known(owners.len()));
            }
        }
        let votes = self.learnt.of(payment.payer);
        // Of a payer who is only a name, what is known of one who bears it says nothing of another who does.
        let bearers = if votes.is_empty() || payment.account.is_some() { 0 } else { self.bearers(reading) };
        let namesake = bearers > 1 && self.bears(customer, reading);
        if !votes.is_empty() && !namesake {
            let own = |c: u32| u32::from(c == own_vote);
            let all: u32 = votes.iter().map(|(c, n)| n - own(*c).min(*n)).sum();
            let mine: u32 =
                votes.iter().filter(|(c, _)| *c == customer).map(|(c, n)| n - own(*c).min(*n)).sum();
            // A name alone may be a bank's or a service's: once is no habit.
            let least = if payment.account.is_some() { 1 } else { 2 };
            if mine >= least {
                // Who pays for a new customer each time is an agency: an old one then says little (Pitman-Yor).
                let customers = votes.iter().filter(|(c, n)| *n > own(*c)).count() as f64;
                let discount = p::LEARNT_DISCOUNT * (customers - 1.0) / f64::from(all).max(1.0);
                let share = (f64::from(mine) - discount).max(0.02)
                    / (f64::from(all) + p::LEARNT_ALL + f64::from(bearers));
                hard.add(Clue::PayerLearnt, (log2(share) + one_of).min(p::MOST_ACCOUNT));
            } else if all > 0 && hard.bits <= 0.0 {
                hard.clues.push(Weighed::new(Clue::PayerOtherPayee, other_payee(all), about));
            }
        }
        let number = reading
            .customers
            .iter()
            .filter(|(owner, _)| *owner == customer)
            .map(|(_, key)| {
                let masked = if reading.keys[*key].masked { p::MASKED } else { 0.0 };
                reading.bits[*key] + log2(0.3) + masked
            })
            .fold(0.0, f64::max);
        hard.add(Clue::PayerCustomerNumber, number.min(one_of));
        let Identity { mut clues, bits: hard, .. } = hard;
        let (clue, bits) = names::compare(self.index, self.phrases, row, reading, field_length(transaction));
        // Who bears the name of one customer as it is printed is not the other whose name is nearly that.
        let anothers = payment.printed.is_some_and(|printed| !self.index.bears(row, printed));
        let (clue, bits) = match clue {
            Clue::PayerName | Clue::PayerNamePartial if anothers => {
                (Clue::PayerNamePartial, bits.min(p::MOST_NAME_OF_ANOTHER))
            }
            _ => (clue, bits),
        };
        // Who is known by an account needs no name. Of two proofs the weaker adds little to the stronger.
        let bits = match hard {
            h if h > p::PAYER_KNOWN && bits < 0.0 => bits * 0.2,
            h if h > p::PAYER_KNOWN => (bits - h).max(0.0) + bits.min(h).min(p::SECOND_PROOF),
            _ => bits,
        };
        if bits.abs() > 0.05 {
            clues.push(Weighed::new(clue, bits, about));
        }
        Party::new(customer, clues)
    }

    /// How many customers bear all words of the payer's name.
    fn bearers(&self, reading: &Reading) -> u32 {
        let holders = |token: &u32| match *token {
            NONE => &[][..],
            token => self.index.customers_with(token),
        };
        let fewest = reading.name.tokens.iter().map(holders).min_by_key(|list| list.len()).unwrap_or(&[]);
        let all = fewest.iter().take(p::MOST_COMMON).filter(|customer| self.bears(**customer, reading));
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    }

    /// Whether one of a customer's names has all words of the payer's.
    fn bears(&self, customer: u32, reading: &Reading) -> bool {
        let has = |tokens: &[u32]| reading.name.tokens.iter().all(|token| tokens.contains(token));
        let row = self.index.customers.get(customer as usize);
        row.is_some_and(|row| self.index.names(row).iter().any(|name| has(self.index.tokens(name))))
    }

    /// What is said about a customer for whom nothing was found: the payer's name is another, his account too.
    pub fn stranger(&self, customer: u32, payment: &Payment, reading: &Reading) -> Party {
        let about = About::Customer(customer);
        let mut clues: Vec<Weighed> = Vec::new();
        let mut against = |clue: Clue, bits: f64| clues.push(Weighed::new(clue, bits, about));
        let owners = payment.account.map_or(&[][..], |account| self.index.owners(account));
        if !owners.is_empty() && owners.len() <= 3 {
            against(Clue::PayerOtherAccount, p::ACCOUNT_OF_ANOTHER);
        }
        let votes: u32 = self.learnt.of(payment.payer).iter().map(|(_, n)| n).sum();
        if votes > 0 {
            against(Clue::PayerOtherPayee, other_payee(votes));
        }
        let named =
            self.index.customers.get(customer as usize).is_some_and(|row| !self.index.names(row).is_empty());
        if named && !reading.name.is_empty() {
            against(Clue::PayerNameDiffers, p::NAME_DIFFERS);
        }
        Party::new(customer, clues)
    }
}

/// Characters of the payer's name as his bank gave it, which tell whether it was cut.
fn field_length(transaction: &Transaction) -> usize {
    transaction.counterparty.name.as_deref().map_or(0, |name| name.chars().count())
}

/// What identifies a payer: accounts, ids, habits.
struct Identity {
    about: About,
    clues: Vec<Weighed>,
    bits: f64,
}

impl Identity {
    /// Two identities of one person say little more than one: the second counts a quarter.
    fn add(&mut self, clue: Clue, bits: f64) {
        let bits = if self.bits > 0.0 { bits * 0.25 } else { bits };
        if bits > 0.05 {
            self.clues.push(Weighed::new(clue, bits, self.about));
            self.bits += bits;
        }
    }
}

/// Calls `visit` with what stands in two sorted lists, at most so often. Each is searched from where the last search
/// ended, in steps that double: what is far apart is passed over, what is near is near.
fn both(a: &[u32], b: &[u32], most: usize, mut visit: impl FnMut(u32)) {
    let from = |list: &[u32], start: usize, least: u32| {
        let (mut low, mut step) = (start, 1);
        while list.get(low + step).is_some_and(|value| *value < least) {
            low += step;
            step *= 2;
        }
        let end = (low + step).min(list.len());
        low + list[low..end].partition_point(|value| *value < least)
    };
    let (mut i, mut j, mut found) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i).copied(), b.get(j).copied()) {
        match x.cmp(&y) {
            Ordering::Less => i = from(a, i, y),
            Ordering::Greater => j = from(b, j, x),
            Ordering::Equal => {
                visit(x);
                found += 1;
                if found == most {
                    return;
                }
                (i, j) = (i + 1, j + 1);
            }
        }
    }
}

/// Bits against a customer whom a payer of so many sure payments never paid for.
fn other_payee(votes: u32) -> f64 {
    -log2(1.0 + f64::from(votes) * 2.0).min(3.0)
}

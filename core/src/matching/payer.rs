//! Who paid: what accounts, ids, names and habits say for or against a customer, in bits.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::explain::{About, Clue, Weighed};
use super::features::{Chance, Payment, Reading};
use super::index::{Index, NONE, account_key};
use super::names;
use super::parameters as p;
use crate::model::Transaction;
use crate::reference::numbers::Candidate;
use libm::log2;
use rustc_hash::FxHashMap;

/// What is said about one customer.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub customer: u32,
    pub bits: f64,
    pub clues: Vec<Weighed>,
    /// Whether an account, an id or a habit says it, not only a name.
    pub identified: bool,
}

/// Payers that earlier or surer payments tie to customers: payer key to votes by customer.
#[derive(Default)]
pub(super) struct Learnt {
    votes: FxHashMap<String, Vec<(u32, u32)>>,
}

impl Learnt {
    /// A sure payment of this payer settled an item of this customer.
    pub fn vote(&mut self, payer: &str, customer: u32) {
        let votes = self.votes.entry(payer.to_string()).or_default();
        match votes.iter_mut().find(|(c, _)| *c == customer) {
            Some((_, count)) => *count += 1,
            None => votes.push((customer, 1)),
        }
    }

    pub fn of(&self, payer: Option<&str>) -> &[(u32, u32)] {
        payer.and_then(|payer| self.votes.get(payer)).map_or(&[], Vec::as_slice)
    }
}

/// The evidence about payers, for one payment at a time.
pub(super) struct Payers<'a> {
    pub index: &'a Index<'a>,
    pub chance: &'a Chance,
    pub learnt: &'a Learnt,
}

impl Payers<'_> {
    /// Customers for whom something speaks, best first, at most `MOST_CUSTOMERS`, and roughly all of them. `own_vote` is this payment's
    /// own customer in what was learnt: nobody is a witness for himself.
    pub fn candidates(
        &self,
        payment: &Payment,
        transaction: &Transaction,
        reading: &Reading,
        own_vote: u32,
        words: &[(u32, f64)],
    ) -> (Vec<Party>, FxHashMap<u32, f64>) {
        let mut rough: FxHashMap<u32, f64> = FxHashMap::default();
        let mut strong = |customer: u32, bits: f64| *rough.entry(customer).or_insert(0.0) += bits;
        if let Some(account) = &payment.account {
            self.index.by_account(account).iter().take(p::MOST_POSTINGS).for_each(|c| strong(*c, 20.0));
        }
        if let Some(iban) = &transaction.payee_iban {
            self.index
                .virtual_accounts
                .get(&account_key(iban))
                .into_iter()
                .flatten()
                .for_each(|c| strong(*c, 20.0));
        }
        if let Some(email) = Reading::email(transaction) {
            self.index.by_email(&email).iter().take(p::MOST_POSTINGS).for_each(|c| strong(*c, 15.0));
        }
        if let Some(customer) =
            transaction.counterparty.customer_id.as_deref().and_then(|id| self.index.by_customer_id(id))
        {
            strong(customer, 20.0);
        }
        for candidate in &reading.keys {
            if candidate.digits >= 3
                && let Some(customer) = self.index.by_customer_key(candidate.key)
            {
                strong(customer, self.chance.bits(candidate));
            }
        }
        for (customer, votes) in self.learnt.of(payment.payer.as_deref()) {
            if *customer != own_vote || *votes > 1 {
                strong(*customer, 10.0);
            }
        }
        self.by_name(words, &mut rough);
        let mut ranked: Vec<(u32, f64)> = rough.iter().map(|(customer, bits)| (*customer, *bits)).collect();
        ranked.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(p::MOST_CUSTOMERS);
        let mut out: Vec<Party> = ranked
            .iter()
            .map(|(customer, _)| self.party(*customer, payment, transaction, reading, own_vote))
            .collect();
        self.add_groups(&mut out);
        out.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.customer.cmp(&b.customer)));
        (out, rough)
    }

    /// Where in the text the numbers stand of customers who are its payers by more than that.
    pub fn own_numbers(&self, parties: &[Party], reading: &Reading) -> Vec<(u16, u16)> {
        let payer = |customer: u32| {
            parties.iter().any(|party| party.customer == customer && party.bits > p::PAYER_BY_MORE)
        };
        let own = |key: &&Candidate| self.index.by_customer_key(key.key).is_some_and(payer);
        reading.keys.iter().filter(own).map(|key| (key.first, key.end)).collect()
    }

    /// Looks up the words; cuts those that nobody has into two that customers have: `BYRNEEVENTS`.
    pub fn look_up(&self, reading: &mut Reading) {
        for field in [&mut reading.name, &mut reading.text] {
            let mut at = 0;
            while at < field.len() && field.len() < 100 {
                let word = &field[at];
                if word.len() >= 7 && word.len() <= 40 && word.is_ascii() && self.index.token(word).is_none()
                {
                    let cut = (3..word.len() - 2).find(|cut| {
                        let (a, b) = word.split_at(*cut);
                        self.index.token(a).is_some() && self.index.token(b).is_some()
                    });
                    if let Some(cut) = cut {
                        let tail = field[at].split_off(cut);
                        field.insert(at + 1, tail);
                    }
                }
                at += 1;
            }
        }
        let tokens =
            |field: &[String]| field.iter().map(|word| self.index.token(word).unwrap_or(NONE)).collect();
        reading.name_tokens = tokens(&reading.name);
        reading.text_tokens = tokens(&reading.text);
    }

    /// Tokens of customers' names that a payment's words stand for, each with how surely.
    pub fn words(&self, reading: &Reading) -> Vec<(u32, f64)> {
        let mut out: Vec<(u32, f64)> = Vec::with_capacity(16);
        for (at, word) in reading.name.iter().chain(&reading.text).enumerate() {
            let in_name = at < reading.name.len();
            let token =
                if in_name { reading.name_tokens[at] } else { reading.text_tokens[at - reading.name.len()] };
            if token != NONE {
                out.push((token, 1.0));
                continue;
            }
            if word.len() >= 4 && (in_name || word.len() >= 6) {
                out.extend(self.index.tokens_with_prefix(word, 4).map(|token| (token, 0.7)));
                out.extend(self.index.tokens_like(word).into_iter().map(|token| (token, 0.6)));
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
                for customer in
                    holders.iter().filter(|c| others.binary_search(c).is_ok()).take(p::MOST_POSTINGS)
                {
                    *rough.entry(*customer).or_insert(0.0) += bits;
                }
            }
        }
    }

    /// Items of exactly this amount whose customer shares a word with the payment, however common both are.
    pub fn of_amount(&self, words: &[(u32, f64)], amount: i64, pool: &mut Vec<u32>) {
        let mut common: Vec<u32> = Vec::new();
        for (token, _) in words {
            let rows = self.index.named_amount(*token, amount);
            if rows.len() <= p::MOST_NAMED_AMOUNTS {
                pool.extend(rows.iter().map(|row| row.2));
            }
            if rows.len() <= p::MOST_COMMON {
                common.extend(rows.iter().map(|row| row.2));
            }
        }
        // Two words of a name that many share are as good as one that few do.
        common.sort_unstable();
        let twice = common.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
        pool.extend(twice.take(p::MOST_POSTINGS));
    }

    /// Payers of one group pay for each other.
    fn add_groups(&self, parties: &mut Vec<Party>) {
        let known: Vec<(u32, f64, u32)> = parties
            .iter()
            .filter(|party| party.bits > 4.0)
            .map(|party| (party.customer, party.bits, self.index.customers[party.customer as usize].group))
            .filter(|(_, _, group)| *group != NONE)
            .collect();
        for (customer, bits, group) in known {
            for other in self.index.groups[group as usize].iter().take(p::MOST_POSTINGS) {
                let bits = bits - 3.0;
                if *other == customer {
                    continue;
                }
                let party = Party {
                    customer: *other,
                    bits,
                    clues: vec![Weighed::new(Clue::PayerGroup, bits, About::Customer(*other))],
                    identified: true,
                };
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
        let mut party = Party { customer, bits: 0.0, clues: Vec::new(), identified: false };
        let Some(row) = self.index.customers.get(customer as usize) else { return party };
        let about = About::Customer(customer);
        let one_of = log2(self.index.customers.len() as f64 + 2.0);
        let known = |owners: usize| {
            (log2(p::ACCOUNT_KNOWN) + one_of - log2(owners.max(1) as f64)).min(p::MOST_ACCOUNT)
        };
        let mut hard = Identity { about, clues: Vec::new(), bits: 0.0 };
        let mut against = 0.0;
        if let Some(account) = &payment.account {
            let owners = self.index.by_account(account);
            if owners.contains(&customer) {
                let bits = if owners.len() > 3 { known(owners.len()).min(2.0) } else { known(owners.len()) };
                hard.add(Clue::PayerAccount, bits);
            } else if !owners.is_empty() && owners.len() <= 3 {
                against = p::ACCOUNT_OF_ANOTHER;
                hard.clues.push(Weighed::new(Clue::PayerOtherAccount, against, about));
            } else if !row.accounts.is_empty() {
                against = p::ACCOUNT_NEW;
                hard.clues.push(Weighed::new(Clue::PayerNewAccount, against, about));
            }
        }
        let virtual_owners = transaction
            .payee_iban
            .as_deref()
            .and_then(|iban| self.index.virtual_accounts.get(&account_key(iban)));
        if virtual_owners.is_some_and(|owners| owners.contains(&customer)) {
            hard.add(Clue::PayerVirtualAccount, known(virtual_owners.map_or(1, Vec::len)));
        }
        if row.id.is_some() && transaction.counterparty.customer_id == row.id {
            hard.add(Clue::PayerCustomerId, known(1));
        }
        if let Some(email) = Reading::email(transaction) {
            let owners = self.index.by_email(&email);
            if owners.contains(&customer) {
                hard.add(Clue::PayerEmail, known(owners.len()));
            }
        }
        let votes = self.learnt.of(payment.payer.as_deref());
        if !votes.is_empty() {
            let own = |c: u32| u32::from(c == own_vote);
            let all: u32 = votes.iter().map(|(c, n)| n - own(*c).min(*n)).sum();
            let mine: u32 =
                votes.iter().filter(|(c, _)| *c == customer).map(|(c, n)| n - own(*c).min(*n)).sum();
            if mine > 0 {
                // Who pays for a new customer each time is an agency: an old one then says little (Pitman-Yor).
                let customers = votes.iter().filter(|(c, n)| *n > own(*c)).count() as f64;
                let discount = p::LEARNT_DISCOUNT * (customers - 1.0) / f64::from(all).max(1.0);
                let share = (f64::from(mine) - discount).max(0.02) / (f64::from(all) + p::LEARNT_ALL);
                hard.add(Clue::PayerLearnt, (log2(share) + one_of).min(p::MOST_ACCOUNT));
            } else if all > 0 && hard.bits <= 0.0 {
                let bits = other_payee(all);
                hard.clues.push(Weighed::new(Clue::PayerOtherPayee, bits, about));
                against += bits;
            }
        }
        let number = reading
            .keys
            .iter()
            .filter(|c| c.digits >= 3 && self.index.by_customer_key(c.key) == Some(customer))
            .map(|c| self.chance.bits(c) + log2(0.3) + if c.masked { p::MASKED } else { 0.0 })
            .fold(0.0, f64::max);
        hard.add(Clue::PayerCustomerNumber, number.min(one_of));
        let Identity { mut clues, bits: hard, .. } = hard;
        let (clue, bits) = names::compare(self.index, row, reading);
        // Who is known by an account needs no name, and a name then proves little more.
        let bits = match hard {
            h if h > 4.0 && bits < 0.0 => bits * 0.2,
            h if h > 4.0 => bits.min(3.0),
            _ => bits,
        };
        if bits.abs() > 0.05 {
            clues.push(Weighed::new(clue, bits, about));
        }
        party.identified = hard > 4.0;
        party.bits = hard + against + bits;
        party.clues = clues;
        party
    }

    /// What is said about a customer for whom nothing was found: the payer's name is another, his account too.
    pub fn stranger(&self, customer: u32, payment: &Payment, reading: &Reading) -> Party {
        let mut party = Party { customer, bits: 0.0, clues: Vec::new(), identified: false };
        let about = About::Customer(customer);
        let mut against = |clue: Clue, bits: f64| {
            party.bits += bits;
            party.clues.push(Weighed::new(clue, bits, about));
        };
        let owners = payment.account.as_deref().map_or(&[][..], |account| self.index.by_account(account));
        if !owners.is_empty() && owners.len() <= 3 {
            against(Clue::PayerOtherAccount, p::ACCOUNT_OF_ANOTHER);
        }
        let votes: u32 = self.learnt.of(payment.payer.as_deref()).iter().map(|(_, n)| n).sum();
        if votes > 0 {
            against(Clue::PayerOtherPayee, other_payee(votes));
        }
        let named = self.index.customers.get(customer as usize).is_some_and(|row| !row.names.is_empty());
        if named && !reading.name.is_empty() {
            against(Clue::PayerNameDiffers, p::NAME_DIFFERS);
        }
        party
    }
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

/// Bits against a customer whom a payer of so many sure payments never paid for.
fn other_payee(votes: u32) -> f64 {
    -log2(1.0 + f64::from(votes) * 2.0).min(3.0)
}

//! What a payment tells of its payer, looked up once, and what that says of one customer after another, in bits.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::{Payment, Reading};
use super::names;
use super::phrases::Phrases;
use crate::matching::index::{CustomerRow, Index, NONE, account_key};
use crate::matching::memory::remembered::Recall;
use crate::matching::weigh::clue::{About, Clue, Weighed};
use crate::matching::weigh::parameters as p;
use crate::matching::weigh::payer_clues::Clues;
use crate::model::Transaction;
use libm::log2;

/// What is said about one customer.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    pub customer: u32,
    /// Sum of the clues.
    pub bits: f64,
    pub clues: Clues,
}

impl Party {
    pub fn new(customer: u32, clues: Clues) -> Self {
        Party { customer, bits: clues.as_slice().iter().map(|w| w.bits).sum(), clues }
    }

    /// Bits of what is more than his customer number.
    pub fn by_more(&self) -> f64 {
        let number = |clue| matches!(clue, Clue::PayerCustomerNumber | Clue::PayerCustomerNumberTold);
        self.clues.as_slice().iter().filter(|w| !number(w.clue)).map(|w| w.bits).sum()
    }
}

/// What a payment tells of its payer.
pub(crate) struct Told<'a> {
    index: &'a Index,
    phrases: &'a Phrases,
    payment: &'a Payment,
    reading: &'a Reading,
    /// Whose the payer's account is; `None` where none is told.
    account: Option<&'a [u32]>,
    /// For whom the account is kept that was paid into.
    kept_for: &'a [u32],
    email: &'a [u32],
    customer_id: Option<u32>,
    /// Customers whose items sure payments of the same payer settled, with how many.
    votes: &'a [(u32, u32)],
    /// The customer that this payment itself vouched for, or `NONE`: nobody is a witness for himself.
    own_vote: u32,
    /// Customers who bear all words of a payer's name that is all that is known of him.
    bearers: u32,
    /// Characters of the payer's name as his bank gave it, which tell whether it was cut.
    length: usize,
    /// Bits that one of all customers says.
    one_of: f64,
    memory: Option<&'a Recall<'a>>,
}

impl<'a> Told<'a> {
    pub fn new(
        index: &'a Index,
        phrases: &'a Phrases,
        votes: &'a [(u32, u32)],
        payment: &'a Payment,
        transaction: &Transaction,
        reading: &'a Reading,
        own_vote: u32,
    ) -> Self {
        let other = &transaction.counterparty;
        let kept_for = |iban: &str| match index.keeps_accounts() {
            true => index.by_virtual_account(&account_key(iban)),
            false => &[][..],
        };
        let mut told = Told {
            index,
            phrases,
            payment,
            reading,
            account: payment.account.map(|account| index.owners(account)),
            kept_for: transaction.payee_iban.as_deref().map_or(&[][..], kept_for),
            email: Reading::email(transaction).map_or(&[][..], |email| index.by_email(&email)),
            customer_id: other.customer_id.as_deref().and_then(|id| index.by_customer_id(id)),
            votes,
            own_vote,
            bearers: 0,
            length: other.name.as_deref().map_or(0, |name| name.chars().count()),
            one_of: log2(index.customer_count() as f64 + 2.0),
            memory: None,
        };
        if !told.votes.is_empty() && told.account.is_none() {
            told.bearers = told.bearers();
        }
        told
    }

    /// The same, with what is remembered of how customers name what they pay.
    pub fn remembering(self, memory: &'a Recall<'a>) -> Self {
        Told { memory: Some(memory), ..self }
    }

    /// Calls `visit` with the customers to whom more than a name leads, roughly weighed.
    pub fn leads(&self, mut visit: impl FnMut(u32, f64)) {
        let most = p::MOST_POSTINGS;
        self.account.unwrap_or(&[]).iter().take(most).for_each(|customer| visit(*customer, p::LEAD_IDENTITY));
        self.kept_for.iter().for_each(|customer| visit(*customer, p::LEAD_IDENTITY));
        self.email.iter().take(most).for_each(|customer| visit(*customer, p::LEAD_EMAIL));
        self.customer_id.into_iter().for_each(|customer| visit(customer, p::LEAD_IDENTITY));
        for (customer, key) in &self.reading.customers {
            visit(*customer, self.reading.bits[*key]);
        }
        for (customer, votes) in self.votes {
            if *customer != self.own_vote || *votes > 1 {
                visit(*customer, p::LEAD_LEARNT);
            }
        }
    }

    /// All that is said about one customer.
    pub fn party(&self, customer: u32) -> Party {
        let Some(row) = self.index.customer(customer) else {
            return Party::new(customer, Clues::default());
        };
        let mut hard = Identity { about: About::Customer(customer), clues: Clues::default(), bits: 0.0 };
        self.accounts(customer, row, &mut hard);
        self.learnt(customer, &mut hard);
        let (clue, bits) = self.number(customer);
        hard.add(clue, bits.min(self.one_of));
        let Identity { mut clues, bits: hard, .. } = hard;
        let (clue, bits) = self.name(customer);
        // Who is known by an account needs no name. Of two proofs the weaker adds little to the stronger.
        let bits = match hard {
            h if h > p::PAYER_KNOWN && bits < 0.0 => bits * 0.2,
            h if h > p::PAYER_KNOWN => (bits - h).max(0.0) + bits.min(h).min(p::SECOND_PROOF),
            _ => bits,
        };
        if bits.abs() > 0.05 {
            clues.push(Weighed::new(clue, bits, About::Customer(customer)));
        }
        Party::new(customer, clues)
    }

    /// What accounts, e-mail and id say.
    fn accounts(&self, customer: u32, row: &CustomerRow, hard: &mut Identity) {
        let known = |owners: usize| {
            let one_of = self.one_of.max(p::LEAST_IDENTITY);
            (log2(p::ACCOUNT_KNOWN) + one_of - log2(owners.max(1) as f64)).min(p::MOST_ACCOUNT)
        };
        if let Some(owners) = self.account {
            if owners.contains(&customer) {
                let bits = if owners.len() > 3 { known(owners.len()).min(2.0) } else { known(owners.len()) };
                hard.add(Clue::PayerAccount, bits);
            } else if !owners.is_empty() && owners.len() <= 3 {
                hard.against(Clue::PayerOtherAccount, p::ACCOUNT_OF_ANOTHER);
            } else if row.has_account {
                hard.against(Clue::PayerNewAccount, p::ACCOUNT_NEW);
            }
        }
        if self.kept_for.contains(&customer) {
            hard.add(Clue::PayerVirtualAccount, known(self.kept_for.len()));
        }
        if self.customer_id == Some(customer) {
            hard.add(Clue::PayerCustomerId, known(1));
        }
        if self.email.contains(&customer) {
            hard.add(Clue::PayerEmail, known(self.email.len()));
        }
        self.other_id(customer, hard);
    }

    /// What ids say against a customer: they are another's.
    fn other_id(&self, customer: u32, hard: &mut Identity) {
        let another = |owners: &[u32]| (1..=3).contains(&owners.len()) && !owners.contains(&customer);
        let id = self.customer_id.is_some_and(|id| id != customer);
        if id || another(self.email) || another(self.kept_for) {
            hard.against(Clue::PayerOtherId, p::ACCOUNT_OF_ANOTHER);
        }
    }

    /// What other payments of the payer say.
    fn learnt(&self, customer: u32, hard: &mut Identity) {
        // Of a payer who is only a name, what is known of one who bears it says nothing of another who does.
        if self.votes.is_empty() || self.bearers > 1 && self.bears(customer) {
            return;
        }
        let own = |c: u32| u32::from(c == self.own_vote);
        let count = |(c, n): &(u32, u32)| n - own(*c).min(*n);
        let all: u32 = self.votes.iter().map(count).sum();
        let mine: u32 = self.votes.iter().filter(|(c, _)| *c == customer).map(count).sum();
        // A name alone may be a bank's or a service's: once is no habit.
        let least = if self.account.is_some() { 1 } else { 2 };
        if mine >= least {
            // Who pays for a new customer each time is an agency: an old one then says little (Pitman-Yor).
            let customers = self.votes.iter().filter(|(c, n)| *n > own(*c)).count() as f64;
            let discount = p::LEARNT_DISCOUNT * (customers - 1.0) / f64::from(all).max(1.0);
            let share = (f64::from(mine) - discount).max(0.02)
                / (f64::from(all) + p::LEARNT_ALL + f64::from(self.bearers));
            hard.add(Clue::PayerLearnt, (log2(share) + self.one_of).min(p::MOST_ACCOUNT));
        } else if mine == 0 && all > 0 && hard.bits <= 0.0 {
            hard.against(Clue::PayerOtherPayee, other_payee(all));
        }
    }

    /// What the customer's number in the text says; one that the text calls a customer's is no chance.
    fn number(&self, customer: u32) -> (Clue, f64) {
        let own = self.reading.customers.iter().filter(|(owner, _)| *owner == customer);
        let habit = self.memory.map_or(0.0, |memory| memory.customer_number(customer));
        let all = own.map(|(_, key)| {
            let number = &self.reading.keys[*key];
            let masked = if number.masked { p::MASKED } else { 0.0 };
            let bits = self.reading.bits[*key] + log2(p::CUSTOMER_NUMBER) + masked + habit;
            match number.customers && !number.masked {
                true => (Clue::PayerCustomerNumberTold, bits + p::LABEL),
                false => (Clue::PayerCustomerNumber, bits),
            }
        });
        all.fold((Clue::PayerCustomerNumber, 0.0), |best, next| if next.1 > best.1 { next } else { best })
    }

    /// What the names say.
    fn name(&self, customer: u32) -> (Clue, f64) {
        let (clue, bits) = names::compare(self.index, self.phrases, customer, self.reading, self.length);
        // Who bears the name of one customer as it is printed is not the other whose name is nearly that.
        let anothers = self.payment.printed.is_some_and(|printed| !self.index.bears(customer, printed));
        match clue {
            Clue::PayerName | Clue::PayerNamePartial if anothers => {
                (Clue::PayerNamePartial, bits.min(p::MOST_NAME_OF_ANOTHER))
            }
            _ => (clue, bits),
        }
    }

    /// How many customers bear all words of the payer's name.
    fn bearers(&self) -> u32 {
        let words = &self.reading.name.tokens;
        if words.is_empty() || words.contains(&NONE) {
            return 0;
        }
        let holders = |token: &u32| self.index.customers_with(*token);
        let fewest = words.iter().map(holders).min_by_key(|list| list.len()).unwrap_or(&[]);
        let fewest = &fewest[..fewest.len().min(p::MOST_COMMON)];
        // Who holds each word; names are looked up only of who holds all.
        let mut all: Vec<u32> = fewest.to_vec();
        for word in words {
            let mut others = holders(word);
            all.retain(|customer| {
                others = &others[seek(others, *customer)..];
                others.first() == Some(customer)
            });
        }
        let all = all.iter().filter(|customer| words.len() == 1 || self.bears(**customer));
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    }

    /// Whether one of a customer's names has all words of the payer's.
    fn bears(&self, customer: u32) -> bool {
        let has = |tokens: &[u32]| self.reading.name.tokens.iter().all(|token| tokens.contains(token));
        self.index.names(customer).any(|name| has(self.index.tokens(name)))
    }

    /// What is said about a customer for whom nothing was found: the payer's name is another, his account too.
    pub fn stranger(&self, customer: u32) -> Party {
        let mut hard = Identity { about: About::Customer(customer), clues: Clues::default(), bits: 0.0 };
        if self.account.is_some_and(|owners| !owners.is_empty() && owners.len() <= 3) {
            hard.against(Clue::PayerOtherAccount, p::ACCOUNT_OF_ANOTHER);
        }
        self.other_id(customer, &mut hard);
        let votes: u32 = self.votes.iter().map(|(_, n)| n).sum();
        if votes > 0 {
            hard.against(Clue::PayerOtherPayee, other_payee(votes));
        }
        if self.index.names(customer).next().is_some() && !self.reading.name.is_empty() {
            hard.against(Clue::PayerNameDiffers, p::NAME_DIFFERS);
        }
        Party::new(customer, hard.clues)
    }
}

/// What identifies a payer: accounts, ids, habits.
struct Identity {
    about: About,
    clues: Clues,
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

    fn against(&mut self, clue: Clue, bits: f64) {
        self.clues.push(Weighed::new(clue, bits, self.about));
    }
}

/// Where the first value of a sorted list stands that is `least` or more. Searched in steps that double: what is far is
/// passed over, what is near is near.
pub(crate) fn seek(list: &[u32], least: u32) -> usize {
    let (mut low, mut step) = (0, 1);
    if list.first().is_none_or(|value| *value >= least) {
        return 0;
    }
    while list.get(low + step).is_some_and(|value| *value < least) {
        low += step;
        step *= 2;
    }
    let end = (low + step).min(list.len());
    low + list[low..end].partition_point(|value| *value < least)
}

/// Bits against a customer whom a payer of so many sure payments never paid for.
fn other_payee(votes: u32) -> f64 {
    -log2(1.0 + f64::from(votes) * 2.0).min(3.0)
}

//! Builds the index: one walk over the invoices, then the tables that need all of them.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::{
    CustomerRow, Index, Item, NONE, NameVariant, NumberForm, account_key, days, email_key, is_hexadecimal,
    name_tokens, printed_number, shortened,
};
use crate::matching::sieve::Sieve;
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState};
use crate::party::frequent;
use crate::reference::Key;
use crate::reference::scheme::{self, Strictness};
use crate::reference::series::Grammar;
use crate::text;
use libm::log2;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Bytes of a payment reference: structured ones have at most 35 characters, and no bank carries more than 140.
const LONGEST_REFERENCE: usize = 560;

/// What is known about names in general counts as much as so many customers.
const AS_MANY_NAMES: f64 = 500.0;

/// Days to pay when no due date is given.
const USUAL_TERM: i32 = 14;

impl<'a> Index<'a> {
    /// Prepares the items: `rows` are the invoices to take, ordered by id.
    pub fn build(invoices: &'a [Invoice], rows: &[u32]) -> Self {
        let mut index = Index {
            invoices,
            items: Vec::with_capacity(rows.len()),
            customers: Vec::new(),
            grammar: Grammar::learn(rows.iter().map(|row| printed_number(&invoices[*row as usize]))),
            numbers: FxHashMap::default(),
            number_rows: Vec::new(),
            sieve: Sieve::default(),
            whole: Sieve::default(),
            lengths: 0,
            hexadecimal: 0,
            referenced: 0,
            tokens: FxHashMap::default(),
            token_text: Vec::new(),
            token_order: Vec::new(),
            token_customers: Vec::new(),
            token_bits: Vec::new(),
            accounts: FxHashMap::default(),
            owners: Vec::new(),
            virtual_accounts: FxHashMap::default(),
            emails: FxHashMap::default(),
            ids: FxHashMap::default(),
            id_keys: FxHashMap::default(),
            groups: Vec::new(),
            typos: FxHashMap::default(),
            named_amounts: Vec::new(),
            open_amounts: Vec::new(),
            closed_amounts: Vec::new(),
            open_count: 0,
        };
        let mut customer_keys: FxHashMap<String, u32> = FxHashMap::default();
        let mut groups: FxHashMap<&str, u32> = FxHashMap::default();
        for &row in rows {
            let invoice = &invoices[row as usize];
            if invoice.kind != InvoiceKind::Invoice
                || matches!(invoice.state, InvoiceState::Draft | InvoiceState::Void)
                || invoice.total.minor() <= 0 && invoice.open.minor() <= 0
            {
                continue;
            }
            let customer = invoice
                .customer
                .as_ref()
                .map_or(NONE, |c| index.customer(c, &mut customer_keys, &mut groups));
            index.item(row, invoice, customer);
        }
        index.finish();
        index
    }

    fn customer(
        &mut self,
        customer: &'a Customer,
        keys: &mut FxHashMap<String, u32>,
        groups: &mut FxHashMap<&'a str, u32>,
    ) -> u32 {
        let name = customer.name.as_deref().unwrap_or_default();
        let key = match &customer.id {
            Some(id) => format!("i{id}"),
            None if name.is_empty() => return NONE,
            None => format!("n{}", text::fold(name)),
        };
        let at = match keys.get(&key) {
            Some(at) => *at,
            None => {
                let at = self.customers.len() as u32;
                self.customers.push(CustomerRow {
                    id: customer.id.clone(),
                    group: NONE,
                    ..CustomerRow::default()
                });
                keys.insert(key, at);
                at
            }
        };
        for name in customer.name.iter().chain(&customer.aliases) {
            let tokens = self.name_tokens(name);
            let names = &mut self.customers[at as usize].names;
            if !tokens.is_empty() && !names.iter().any(|variant| variant.tokens == tokens) {
                names.push(NameVariant { tokens, alike: 1 });
            }
        }
        for iban in &customer.ibans {
            // A national number and the IBAN around it are one account.
            for key in crate::party::account_keys(iban) {
                let next = self.owners.len() as u32;
                let row = *self.accounts.entry(key).or_insert(next) as usize;
                if row == self.owners.len() {
                    self.owners.push(Vec::new());
                }
                if !self.owners[row].contains(&at) {
                    self.owners[row].push(at);
                    self.customers[at as usize].has_account = true;
                }
            }
        }
        for iban in &customer.virtual_ibans {
            let owners = self.virtual_accounts.entry(account_key(iban)).or_default();
            if !owners.contains(&at) {
                owners.push(at);
            }
        }
        for email in &customer.emails {
            let owners = self.emails.entry(email_key(email)).or_default();
            if !owners.contains(&at) {
                owners.push(at);
            }
        }
        if let Some(id) = &customer.id {
            self.ids.insert(id.clone(), at);
            if let Some(key) = Key::of(id).filter(|_| id.bytes().any(|b| b.is_ascii_digit())) {
                self.id_keys.insert(key, at);
            }
        }
        if let Some(group) = customer.group.as_deref() {
            let next = groups.len() as u32;
            let group = *groups.entry(group).or_insert(next);
            if group as usize == self.groups.len() {
                self.groups.push(Vec::new());
            }
            if self.customers[at as usize].group == NONE {
                self.customers[at as usize].group = group;
                self.groups[group as usize].push(at);
            }
        }
        at
    }

    /// The tokens of a customer's name, known from now on.
    fn name_tokens(&mut self, name: &str) -> Vec<u32> {
        let mut out = Vec::with_capacity(4);
        for token in &name_tokens(name) {
            let next = self.token_text.len() as u32;
            let row = *self.tokens.entry(token.clone()).or_insert(next);
            if row == next {
                self.token_text.push(token.clone());
            }
            if !out.contains(&row) {
                out.push(row);
            }
        }
        out
    }

    fn item(&mut self, row: u32, invoice: &Invoice, customer: u32) {
        let at = self.items.len() as u32;
        let closed = invoice.state == InvoiceState::Closed || invoice.open.minor() <= 0;
        let money = if closed { invoice.total } else { invoice.open };
        let issued = invoice.issued_on.map(days);
        let due = invoice.due_on.map(days).or(issued.map(|d| d + USUAL_TERM)).unwrap_or(i32::MIN);
        let (discounted, discount_until) = discount(money.minor(), issued, invoice).unwrap_or_default();
        self.items.push(Item {
            row,
            customer,
            open: money.minor(),
            currency: money.currency(),
            issued,
            due,
            closed,
            bookable: !closed && invoice.state == InvoiceState::Open,
            discounted,
            discount_until,
            changed: !invoice.previous_totals.is_empty(),
            tax: invoice.tax.iter().map(|tax| tax.amount.minor()).fold(0, i64::saturating_add),
        });
        let amounts = if closed { &mut self.closed_amounts } else { &mut self.open_amounts };
        amounts.push((money.currency(), money.minor(), at));
        if let Some(customer) = self.customers.get_mut(customer as usize) {
            if closed { customer.closed.push(at) } else { customer.items.push(at) }
        }
        self.open_count += u32::from(!closed);
    }

    fn finish(&mut self) {
        let mut found: Vec<(Key, u32, NumberForm)> = Vec::with_capacity(self.items.len() * 5);
        for (at, item) in self.items.iter().enumerate() {
            let invoice = &self.invoices[item.row as usize];
            let at = at as u32;
            self.referenced += usize::from(!invoice.references.is_empty());
            for reference in
                invoice.references.iter().filter(|reference| reference.len() <= LONGEST_REFERENCE)
            {
                let key = Key::of(reference)
                    .filter(|_| reference.bytes().filter(u8::is_ascii_alphanumeric).count() > 3);
                found.extend(key.map(|key| (key, at, NumberForm::Reference)));
                for scheme in scheme::find(reference, Strictness::Bare) {
                    found.extend(Key::of(&scheme.key).map(|key| (key, at, NumberForm::Reference)));
                }
            }
            let number = printed_number(invoice);
            if is_hexadecimal(number.as_bytes()) {
                self.hexadecimal |= 1 << number.len();
            }
            self.grammar.forms(number, |key, form| found.push((key, at, NumberForm::Printed(form))));
            if invoice.number.is_some() {
                found.extend(Key::of(&invoice.id).map(|key| (key, at, NumberForm::Id)));
            }
            for other in &invoice.other_numbers {
                found.extend(Key::of(other).map(|key| (key, at, NumberForm::Other)));
            }
        }
        for (key, _, form) in &found {
            if form.is_whole() {
                self.lengths |= 1 << key.length();
            }
        }
        found.sort_unstable();
        found.dedup_by_key(|(key, item, _)| (*key, *item));
        self.number_rows = Vec::with_capacity(found.len());
        self.numbers.reserve(found.len());
        self.sieve = Sieve::new(found.len());
        self.whole = Sieve::new(found.len() / 2);
        for (key, item, form) in found {
            let start = self.number_rows.len() as u32;
            self.sieve.insert(key);
            if form.is_whole() {
                self.whole.insert(key);
            }
            self.numbers.entry(key).or_insert((start, 0)).1 += 1;
            self.number_rows.push((item, form));
        }
        self.open_amounts.sort_unstable();
        self.closed_amounts.sort_unstable();
        let items = &self.items;
        for customer in &mut self.customers {
            customer.items.sort_by_key(|at| (items[*at as usize].due, *at));
        }
        self.token_customers = vec![Vec::new(); self.token_text.len()];
        let mut alike: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        for (at, customer) in self.customers.iter().enumerate() {
            for variant in &customer.names {
                let mut key = variant.tokens.clone();
                key.sort_unstable();
                *alike.entry(key).or_default() += 1;
                for token in &variant.tokens {
                    let list = &mut self.token_customers[*token as usize];
                    if list.last() != Some(&(at as u32)) {
                        list.push(at as u32);
                    }
                }
            }
        }
        for customer in &mut self.customers {
            for variant in &mut customer.names {
                let mut key = variant.tokens.clone();
                key.sort_unstable();
                variant.alike = alike.get(&key).copied().unwrap_or(1);
            }
        }
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| !item.closed) {
            let Some(customer) = self.customers.get(item.customer as usize) else { continue };
            for token in customer.names.iter().flat_map(|variant| &variant.tokens) {
                self.named_amounts.push((item.open, *token, at as u32));
            }
        }
        self.named_amounts.sort_unstable();
        self.named_amounts.dedup();
        self.weigh_tokens();
        for (token, text) in self.token_text.iter().enumerate() {
            shortened(text, |key| self.typos.entry(key).or_default().push(token as u32));
        }
        let text = &self.token_text;
        let mut order: Vec<u32> = (0..text.len() as u32).collect();
        order.sort_unstable_by(|a, b| text[*a as usize].cmp(&text[*b as usize]));
        self.token_order = order;
    }

    /// How rare each token is: its share among the customers, and as long as these are few, among all names.
    fn weigh_tokens(&mut self) {
        let mut common: FxHashMap<u32, f64> = FxHashMap::default();
        for (kind, words) in frequent::LISTS {
            for token in words.split(' ').filter_map(|word| self.token(word)) {
                common.entry(token).or_insert_with(|| 1.0 / f64::from(kind.one_in()));
            }
        }
        let all = self.customers.len() as f64 + AS_MANY_NAMES;
        let bits = |(token, holders): (usize, &Vec<u32>)| {
            let usual =
                common.get(&(token as u32)).copied().unwrap_or(1.0 / f64::from(frequent::RARE_ONE_IN));
            log2(all / (holders.len() as f64 + AS_MANY_NAMES * usual))
        };
        self.token_bits = self.token_customers.iter().enumerate().map(bits).collect();
    }
}

/// What is left of an amount after the early-payment discount, and the last day for it.
fn discount(open: i64, issued: Option<i32>, invoice: &Invoice) -> Option<(i64, i32)> {
    let terms = invoice.terms.as_ref()?;
    let last = issued?.saturating_add(i32::try_from(terms.discount_days).ok()?);
    let off = percent(open, terms.discount_percent)?;
    (off > 0 && off < open).then_some((open - off, last))
}

/// Percent of an amount, rounded half away from zero.
fn percent(amount: i64, percent: Decimal) -> Option<i64> {
    let exact = Decimal::from(amount).checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
    exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

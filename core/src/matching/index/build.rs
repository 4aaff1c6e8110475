//! Builds the index: a walk over the invoices for the customers, their order, then the items and the tables over them.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amounts::Amounts;
use super::item::{Item, Label, NO_DAY, NONE, State, Terms};
use super::lists::Lists;
use super::name_table::NameTable;
use super::number_table::{NumberForm, NumberTable};
use super::texts::Texts;
use super::{
    CustomerRow, Index, Known, NameVariant, Shared, account_key, days, email_key, is_hexadecimal,
    name_tokens, printed_name, printed_number,
};
use crate::error::Error;
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState};
use crate::reference::Key;
use crate::reference::scheme::{self, Strictness};
use crate::reference::series::Grammar;
use crate::text;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Bytes of a payment reference: structured ones have at most 35 characters, and no bank carries more than 140.
const LONGEST_REFERENCE: usize = 560;

/// Names and aliases of one customer that are looked at: each is compared with every payment that it may have made.
const MOST_NAMES: usize = 32;

/// Days to pay when no due date is given.
const USUAL_TERM: i32 = 14;

impl Index {
    /// Prepares the items: `rows` are the invoices to take, ordered by id.
    ///
    /// # Errors
    /// `matching.too_many` for ids and numbers of more than 4 GiB.
    pub fn build(invoices: &[Invoice], rows: &[u32]) -> Result<Self, Error> {
        let mut people = People::default();
        // Of each item its customer and the row of its invoice.
        let mut owned: Vec<(u32, u32)> = Vec::with_capacity(rows.len());
        for &row in rows {
            let invoice = &invoices[row as usize];
            let customer = invoice.customer.as_ref().filter(|_| is_listed(invoice));
            owned.push((customer.map_or(NONE, |customer| people.customer(customer)), row));
        }
        let mut index = people.in_order(&mut owned)?;
        index.grammar = Grammar::learn(rows.iter().map(|row| printed_number(&invoices[*row as usize])));
        let order = index.lay_out(invoices, owned)?;
        index.share(invoices, &order);
        let Index { names, customers, variants, variant_tokens, items, amounts, .. } = &mut index;
        let tokens = |customer: u32, visit: &mut dyn FnMut(u32)| {
            let names = &customers[customer as usize].names;
            for variant in &variants[names.start as usize..names.end as usize] {
                let (start, end) = (variant.tokens.start as usize, variant.tokens.end as usize);
                variant_tokens[start..end].iter().for_each(|token| visit(*token));
            }
        };
        names.finish(customers.len(), tokens);
        *amounts = Amounts::build(items, tokens);
        index.numbers = index.number_table(invoices, &order);
        Ok(index)
    }

    /// Lays the items out: by customer, the open ones first, the oldest first. Answers the row of each item's invoice.
    fn lay_out(&mut self, invoices: &[Invoice], owned: Vec<(u32, u32)>) -> Result<Vec<u32>, Error> {
        let mut order: Vec<(u32, bool, i32, u32, u32)> = Vec::with_capacity(owned.len());
        for (rank, (customer, row)) in owned.into_iter().enumerate() {
            let invoice = &invoices[row as usize];
            order.push((customer, is_closed(invoice), due(invoice), rank as u32, row));
        }
        order.sort_unstable();
        self.items.reserve_exact(order.len());
        self.labels.reserve_exact(order.len());
        self.by_id = vec![0; order.len()];
        for ((customer, closed, due, rank, row), at) in order.iter().copied().zip(0..) {
            let invoice = &invoices[row as usize];
            let item = self.item(invoice, customer, due);
            self.items.push(item);
            let label = self.label(invoice)?;
            self.labels.push(label);
            self.by_id[rank as usize] = at;
            self.listed_count += u32::from(item.listed);
            self.open_count += u32::from(item.listed && !closed);
        }
        let mut from = 0;
        for customer in 0..self.customers.len() as u32 {
            for closed in [false, true] {
                let start = from;
                while self.items.get(from).is_some_and(|i| i.customer == customer && i.closed() == closed) {
                    from += 1;
                }
                self.owned.add(start as u32..from as u32);
            }
        }
        Ok(order.into_iter().map(|(.., row)| row).collect())
    }

    /// What an item is to the engine.
    fn item(&mut self, invoice: &Invoice, customer: u32, due: i32) -> Item {
        let closed = is_closed(invoice);
        let money = if closed { invoice.total } else { invoice.open };
        let start = self.previous.len() as u32;
        self.previous.extend(invoice.previous_totals.iter().map(|total| total.minor()));
        let terms = terms(invoice, money.minor(), (start, self.previous.len() as u32));
        let row = if terms.is_some() { self.terms.len() as u32 } else { NONE };
        self.terms.extend(terms);
        Item {
            open: money.minor(),
            customer,
            issued: invoice.issued_on.map_or(NO_DAY, days),
            due,
            terms: row,
            currency: money.currency(),
            kind: invoice.kind,
            state: match invoice.state {
                InvoiceState::Draft | InvoiceState::Void => State::Off,
                _ if closed => State::Closed,
                InvoiceState::Open => State::Open,
                _ => State::Held,
            },
            listed: is_listed(invoice),
        }
    }

    fn label(&mut self, invoice: &Invoice) -> Result<Label, Error> {
        let id = self.texts.add(&invoice.id)?;
        let number = invoice.number.as_deref().filter(|number| !number.trim().is_empty());
        Ok(Label { id, number: number.map_or(Ok(id), |number| self.texts.add(number))? })
    }

    /// Ties mass-payment items to those that they stand for; `order` says the invoice of each item.
    fn share(&mut self, invoices: &[Invoice], order: &[u32]) {
        let covers = |at: u32| invoices[order[at as usize] as usize].covers.as_slice();
        let open = |at: &u32| self.items[*at as usize].listed && !self.items[*at as usize].closed();
        let all = 0..self.items.len() as u32;
        let masses: Vec<u32> = all.clone().filter(|at| open(at) && !covers(*at).is_empty()).collect();
        if masses.is_empty() {
            return;
        }
        let by_id: FxHashMap<&str, u32> = all.filter(open).map(|at| (self.id(at), at)).collect();
        let mut shared = Shared::default();
        for mass in masses {
            for id in covers(mass) {
                if let Some(covered) = by_id.get(id.as_str()).filter(|covered| **covered != mass) {
                    shared.covers.entry(mass).or_default().push(*covered);
                    shared.covered_by.entry(*covered).or_default().push(mass);
                }
            }
        }
        self.shared = shared;
    }

    fn number_table(&mut self, invoices: &[Invoice], order: &[u32]) -> NumberTable {
        let mut found: Vec<(Key, u32, NumberForm)> = Vec::with_capacity(self.items.len() * 5);
        for (at, row) in (0..).zip(order).filter(|(at, _)| self.items[*at as usize].listed) {
            let invoice = &invoices[*row as usize];
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
        NumberTable::build(found)
    }
}

/// Customers as their invoices show them, in the order in which they come.
#[derive(Default)]
struct People<'a> {
    rows: Vec<Person<'a>>,
    by_name: FxHashMap<String, u32>,
    names: NameTable,
    known: Known,
    groups: FxHashMap<&'a str, u32>,
    folded: String,
}

struct Person<'a> {
    id: Option<&'a str>,
    /// As the last invoice showed it: most show the same.
    last: &'a Customer,
    /// Tokens, and the name as it is printed.
    names: Vec<(Vec<u32>, u64)>,
    group: u32,
    has_account: bool,
}

impl<'a> People<'a> {
    /// The row of a customer, and all that an invoice says of it.
    fn customer(&mut self, customer: &'a Customer) -> u32 {
        let next = self.rows.len() as u32;
        let name = customer.name.as_deref().unwrap_or_default();
        let at = match &customer.id {
            Some(id) => match self.known.ids.get(id.as_str()) {
                Some(at) => *at,
                None => {
                    self.known.ids.insert(id.as_str().into(), next);
                    next
                }
            },
            None if name.is_empty() => return NONE,
            None => *self.by_name.entry(text::fold(name)).or_insert(next),
        };
        if at == next {
            self.rows.push(Person {
                id: customer.id.as_deref(),
                last: customer,
                names: Vec::new(),
                group: NONE,
                has_account: false,
            });
        } else if core::mem::replace(&mut self.rows[at as usize].last, customer) == customer {
            return at;
        }
        self.learn(at, customer);
        at
    }

    fn learn(&mut self, at: u32, customer: &'a Customer) {
        let (row, known) = (&mut self.rows[at as usize], &mut self.known);
        for name in customer.name.iter().chain(&customer.aliases) {
            let mut tokens: Vec<u32> = Vec::with_capacity(4);
            for token in &name_tokens(name) {
                let token = self.names.learn(token);
                if !tokens.contains(&token) {
                    tokens.push(token);
                }
            }
            let new = row.names.len() < MOST_NAMES && row.names.iter().all(|known| known.0 != tokens);
            if new && !tokens.is_empty() {
                row.names.push((tokens, printed_name(name, &mut self.folded)));
            }
        }
        for iban in &customer.ibans {
            // A national number and the IBAN around it are one account.
            for key in crate::party::account_keys(iban) {
                let next = known.owners.len() as u32;
                let account = *known.accounts.entry(key).or_insert(next) as usize;
                if account == known.owners.len() {
                    known.owners.push(Vec::new());
                }
                row.has_account |= once(&mut known.owners[account], at);
            }
        }
        for iban in &customer.virtual_ibans {
            once(known.virtual_accounts.entry(account_key(iban)).or_default(), at);
        }
        for email in &customer.emails {
            once(known.emails.entry(email_key(email)).or_default(), at);
        }
        if let Some(id) = row.id
            && let Some(key) = Key::of(id).filter(|_| id.bytes().any(|byte| byte.is_ascii_digit()))
        {
            known.id_keys.insert(key, at);
        }
        if let Some(group) = customer.group.as_deref() {
            let next = self.groups.len() as u32;
            let group = *self.groups.entry(group).or_insert(next);
            if group as usize == known.groups.len() {
                known.groups.push(Vec::new());
            }
            if row.group == NONE {
                row.group = group;
                known.groups[group as usize].push(at);
            }
        }
    }

    /// Gives customers of one name rows side by side, here and among the owners of the items.
    fn in_order(self, owned: &mut [(u32, u32)]) -> Result<Index, Error> {
        let People { mut rows, mut known, names, .. } = self;
        let mut order: Vec<u32> = (0..rows.len() as u32).collect();
        order.sort_unstable_by(|a, b| (&rows[*a as usize].names, a).cmp(&(&rows[*b as usize].names, b)));
        let mut place = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(from, to)| place[*from as usize] = to);
        let moved = |row: &mut u32| *row = place.get(*row as usize).copied().unwrap_or(NONE);
        owned.iter_mut().for_each(|(customer, _)| moved(customer));
        let Known { owners, virtual_accounts, emails, ids, id_keys, groups, .. } = &mut known;
        ids.values_mut().chain(id_keys.values_mut()).for_each(moved);
        let lists = owners.iter_mut().chain(virtual_accounts.values_mut()).chain(emails.values_mut());
        for list in lists.chain(groups) {
            list.iter_mut().for_each(moved);
            list.sort_unstable();
        }
        let mut alike: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let set = |tokens: &[u32]| {
            let mut set = tokens.to_vec();
            set.sort_unstable();
            set
        };
        for (tokens, _) in rows.iter().flat_map(|row| &row.names) {
            *alike.entry(set(tokens)).or_default() += 1;
        }
        let mut index = Index {
            items: Vec::new(),
            labels: Vec::new(),
            by_id: Vec::new(),
            texts: Texts::default(),
            terms: Vec::new(),
            previous: Vec::new(),
            listed_count: 0,
            open_count: 0,
            owned: Lists::with_capacity(2 * rows.len(), owned.len()),
            shared: Shared::default(),
            grammar: Grammar::default(),
            numbers: NumberTable::default(),
            hexadecimal: 0,
            referenced: 0,
            amounts: Amounts::default(),
            customers: Vec::with_capacity(rows.len()),
            variants: Vec::with_capacity(rows.len()),
            printed: FxHashSet::default(),
            variant_tokens: Vec::with_capacity(rows.len() * 2),
            names,
            known,
        };
        for from in order {
            let row = &mut rows[from as usize];
            let first = index.variants.len() as u32;
            for (tokens, printed) in core::mem::take(&mut row.names) {
                index.printed.insert(printed);
                let start = index.variant_tokens.len() as u32;
                index.variant_tokens.extend_from_slice(&tokens);
                index.variants.push(NameVariant {
                    tokens: start..index.variant_tokens.len() as u32,
                    alike: alike.get(&set(&tokens)).copied().unwrap_or(1),
                    printed,
                });
            }
            let id = row.id.map(|id| index.texts.add(id)).transpose()?;
            index.customers.push(CustomerRow {
                id,
                names: first..index.variants.len() as u32,
                group: row.group,
                has_account: row.has_account,
            });
        }
        Ok(index)
    }
}

/// Adds what is not there yet; says whether it was not.
fn once(list: &mut Vec<u32>, value: u32) -> bool {
    let new = !list.contains(&value);
    if new {
        list.push(value);
    }
    new
}

/// Whether payments can find an item.
fn is_listed(invoice: &Invoice) -> bool {
    invoice.kind == InvoiceKind::Invoice
        && !matches!(invoice.state, InvoiceState::Draft | InvoiceState::Void)
        && (invoice.total.minor() > 0 || invoice.open.minor() > 0)
}

/// Only a row of a ledger may owe less than nothing.
fn is_closed(invoice: &Invoice) -> bool {
    let nothing = match invoice.kind {
        InvoiceKind::Entry => invoice.open.minor() == 0,
        _ => invoice.open.minor() <= 0,
    };
    invoice.state == InvoiceState::Closed || nothing
}

fn due(invoice: &Invoice) -> i32 {
    let usual = || invoice.issued_on.map(|issued| days(issued) + USUAL_TERM);
    invoice.due_on.map(days).or_else(usual).unwrap_or(NO_DAY)
}

/// What an invoice has beside an amount, if anything.
fn terms(invoice: &Invoice, open: i64, previous: (u32, u32)) -> Option<Terms> {
    let (discounted, discount_until) = discount(open, invoice).unwrap_or_default();
    let tax = invoice.tax.iter().map(|tax| tax.amount.minor()).fold(0, i64::saturating_add);
    let changed = previous.0 < previous.1;
    (discounted > 0 || tax != 0 || changed).then_some(Terms { discounted, discount_until, previous, tax })
}

/// What is left of an amount after the early-payment discount, and the last day for it.
fn discount(open: i64, invoice: &Invoice) -> Option<(i64, i32)> {
    let terms = invoice.terms.as_ref()?;
    let last = days(invoice.issued_on?).saturating_add(i32::try_from(terms.discount_days).ok()?);
    let off = percent(open, terms.discount_percent)?;
    (off > 0 && off < open).then_some((open - off, last))
}

/// Percent of an amount, rounded half away from zero.
fn percent(amount: i64, percent: Decimal) -> Option<i64> {
    let exact = Decimal::from(amount).checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
    exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

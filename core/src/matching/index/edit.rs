//! How an item comes into the index, changes and leaves it.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::Index;
use super::item::{Item, Label, NO_DAY, NONE, State, Terms};
use super::keys::{days, is_hexadecimal};
use super::number_table::NumberForm;
use super::side::{Side, described, is_off};
use super::texts::Texts;
use crate::error::Error;
use crate::model::{Invoice, InvoiceKind, InvoiceState};
use crate::reference::Key;
use crate::reference::scheme::{self, Strictness};
use crate::reference::series::{Form, Grammar};
use core::hash::{Hash, Hasher};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::FxHasher;

/// Bytes of a payment reference: structured ones have at most 35 characters, and no bank carries more than 140.
const LONGEST_REFERENCE: usize = 560;

/// Days to pay when no due date is given.
const USUAL_TERM: i32 = 14;

/// Rows that may lie about unused before the index is cleared of them, and one in so many.
const GONE: usize = 1024;
const GONE_ONE_IN: usize = 4;

impl Index {
    /// Makes items findable by their ids, so that they can change.
    pub fn make_editable(&mut self) {
        let rows = (0..self.items.len() as u32).filter(|row| !self.is_gone(*row));
        self.ids = Some(rows.map(|row| (id_hash(self.id(row)), row)).collect());
    }

    /// The row of an item by the host's key.
    pub fn row(&self, id: &str) -> Option<u32> {
        let row = *self.ids.as_ref()?.get(&id_hash(id))?;
        (self.id(row) == id).then_some(row)
    }

    /// Takes an item in, in place of the one of that id.
    ///
    /// # Errors
    /// `matching.too_many` for ids and numbers of more than 4 GiB.
    pub fn put(&mut self, invoice: &Invoice) -> Result<(), Error> {
        self.take_out(&invoice.id)?;
        // Who is shown in another way may have other names, by which items of frequent amounts are found.
        let renamed = invoice.customer.as_ref().filter(|_| self.side.lists(invoice));
        let renamed = renamed.and_then(|customer| self.people.changes(customer));
        let moved = self.out_of_amounts(renamed);
        let relearn = prints_numbers(invoice) && self.grammar.add(printed_number(invoice));
        let row = self.insert(invoice)?;
        self.back_to_amounts(&moved);
        if relearn {
            self.learn_numbers();
        }
        if let Some(ids) = &mut self.ids {
            ids.insert(id_hash(&invoice.id), row);
        }
        if !invoice.covers.is_empty() {
            self.says_it_covers(row, &invoice.covers);
        }
        self.share_around(row);
        self.by_id = Vec::new();
        Ok(())
    }

    /// Takes an item out; answers whether it was there.
    ///
    /// # Errors
    /// `matching.too_many` never comes where texts become fewer.
    pub fn take_out(&mut self, id: &str) -> Result<bool, Error> {
        let Some(row) = self.row(id) else { return Ok(false) };
        let item = self.items[row as usize];
        self.entry_count -= usize::from(item.kind == InvoiceKind::Entry);
        self.unlist(row);
        let moved = self.out_of_amounts(self.people.would_change(item.face).filter(|_| item.listed));
        if item.listed {
            self.people.leave(item.face, &self.texts);
        }
        self.back_to_amounts(&moved);
        if item.references {
            self.referenced -= 1;
        }
        let number = self.printed(row).to_string();
        self.count_hexadecimal(&number, item.listed, false);
        let relearn = is_of_host(item.kind) && self.grammar.remove(&number);
        self.items[row as usize] = Item { state: State::Gone, listed: false, ..item };
        if let Some(ids) = &mut self.ids {
            ids.remove(&id_hash(id));
        }
        self.count_credit(item.kind, &number, false);
        self.says_no_more(row);
        self.share_around(row);
        self.by_id = Vec::new();
        self.gone += 1;
        if relearn {
            self.learn_numbers();
        }
        if self.gone - self.free.len() > GONE + self.items.len() / GONE_ONE_IN {
            self.clear_away()?;
        }
        Ok(true)
    }

    /// Changes what is open of an item; nothing left closes it.
    pub fn set_open(&mut self, row: u32, open: i64) {
        self.unlist(row);
        let item = &mut self.items[row as usize];
        let held = item.held;
        item.state = match item.state {
            State::Off | State::Gone => item.state,
            _ if item.kind == InvoiceKind::Entry && open != 0 && held => State::Held,
            _ if item.kind == InvoiceKind::Entry && open != 0 => State::Open,
            _ if open <= 0 => State::Closed,
            _ if held => State::Held,
            _ => State::Open,
        };
        item.open = if item.closed() { item.total } else { open };
        let (open, terms) = (item.open, item.terms);
        if let Some(terms) = self.terms.get_mut(terms as usize) {
            terms.discounted = terms.percent.and_then(|off| after_discount(open, off)).unwrap_or_default();
        }
        self.list(row);
        self.share_around(row);
    }

    /// Adds a row for an item. Its number is in the grammar already.
    fn insert(&mut self, invoice: &Invoice) -> Result<u32, Error> {
        let row = self.insert_unnumbered(invoice)?;
        if self.side.lists(invoice) {
            let Index { grammar, numbers, .. } = self;
            numbers_of(grammar, invoice, |key, form| numbers.add(key, row, form));
        }
        Ok(row)
    }

    /// The same without the numbers under which it is named.
    pub(super) fn insert_unnumbered(&mut self, invoice: &Invoice) -> Result<u32, Error> {
        let (id, number) = (self.texts.add(&invoice.id)?, invoice.number.as_deref());
        let number = number.filter(|number| !number.trim().is_empty());
        let number = number.map_or(Ok(id), |number| self.texts.add(number))?;
        let entry = invoice.kind == InvoiceKind::Entry;
        let memo = invoice.description.as_deref().filter(|_| entry).unwrap_or_default();
        let label = Label { id, number, memo: self.texts.add(memo)? };
        self.entry_count += usize::from(entry);
        let customer = invoice.customer.as_ref().filter(|_| self.side.lists(invoice));
        let known = customer.map(|customer| self.people.meet(customer, &mut self.texts)).transpose()?;
        let (customer, face) = known.flatten().unwrap_or((NONE, NONE));
        let item = self.item(invoice, customer, face);
        let row = self.free.pop().unwrap_or(self.items.len() as u32);
        if row as usize == self.items.len() {
            self.items.push(item);
            self.labels.push(label);
        } else {
            self.items[row as usize] = item;
            self.labels[row as usize] = label;
            self.gone -= 1;
        }
        self.list(row);
        if item.listed {
            self.referenced += usize::from(item.references);
        }
        self.count_hexadecimal(printed_number(invoice), item.listed, true);
        self.count_credit(item.kind, printed_number(invoice), true);
        Ok(row)
    }

    /// Counts the number of a credit note, which no money in settles.
    fn count_credit(&mut self, kind: InvoiceKind, number: &str, more: bool) {
        let credit = kind == InvoiceKind::CreditNote && self.side == Side::In;
        let Some(key) = Key::of(number).filter(|_| credit) else { return };
        let count = self.credit_notes.entry(key).or_insert(0);
        *count = if more { *count + 1 } else { count.saturating_sub(1) };
        if *count == 0 {
            self.credit_notes.remove(&key);
        }
    }

    /// What an item is to the engine.
    fn item(&mut self, invoice: &Invoice, customer: u32, face: u32) -> Item {
        let closed = is_closed(invoice);
        let money = if closed { invoice.total } else { invoice.open };
        let start = self.previous.len() as u32;
        self.previous.extend(invoice.previous_totals.iter().map(|total| total.minor()));
        let terms = terms(invoice, money.minor(), (start, self.previous.len() as u32));
        let row = if terms.is_some() { self.terms.len() as u32 } else { NONE };
        self.terms.extend(terms);
        Item {
            open: money.minor(),
            total: invoice.total.minor(),
            customer,
            face,
            issued: invoice.issued_on.map_or(NO_DAY, days),
            due: due(invoice),
            terms: row,
            currency: money.currency(),
            kind: invoice.kind,
            state: match invoice.state {
                _ if is_off(invoice) => State::Off,
                _ if closed => State::Closed,
                InvoiceState::Open => State::Open,
                _ => State::Held,
            },
            held: matches!(invoice.state, InvoiceState::InCollection | InvoiceState::OnHold),
            listed: self.side.lists(invoice),
            references: self.side.lists(invoice) && !invoice.references.is_empty(),
        }
    }

    /// Puts an item where its amount, customer and dates are looked for.
    fn list(&mut self, row: u32) {
        let item = self.items[row as usize];
        if !item.listed {
            return;
        }
        self.listed_count += 1;
        self.in_amounts(row, true);
        if !item.closed() {
            self.open_count += 1;
            if item.due != NO_DAY {
                *self.calendar.entry(day_pair(&item)).or_default() += 1;
            }
        }
        if item.customer != NONE {
            let list = 2 * item.customer + u32::from(item.closed());
            let others = self.owned.get(list);
            // Most come in order.
            let at = match others.last() {
                Some(last) if self.before(*last, row).is_gt() => {
                    others.partition_point(|other| self.before(*other, row).is_lt())
                }
                _ => others.len(),
            };
            self.owned.insert(list, at, row);
        }
    }

    /// Takes an item away from there.
    fn unlist(&mut self, row: u32) {
        let item = self.items[row as usize];
        if !item.listed {
            return;
        }
        self.listed_count -= 1;
        self.in_amounts(row, false);
        if !item.closed() {
            self.open_count -= 1;
            if let Some(count) = self.calendar.get_mut(&day_pair(&item)) {
                *count -= 1;
                if *count == 0 {
                    self.calendar.remove(&day_pair(&item));
                }
            }
        }
        let list = 2 * item.customer.min(NONE / 2 - 1) + u32::from(item.closed());
        if let Some(at) = self.owned.get(list).iter().position(|other| *other == row) {
            self.owned.remove(list, at);
        }
    }

    fn in_amounts(&mut self, row: u32, there: bool) {
        let Index { items, amounts, people, .. } = self;
        let item = &items[row as usize];
        let amount = (item.open, item.currency);
        let tokens = |item: u32, visit: &mut dyn FnMut(u32)| {
            for variant in people.variants(items[item as usize].customer) {
                people.tokens(variant).iter().for_each(|token| visit(*token));
            }
        };
        match (item.closed(), there) {
            (true, more) => amounts.count_closed(amount, more),
            (false, true) => amounts.add(amount, row, &tokens),
            (false, false) => amounts.remove(amount, row, &tokens),
        }
    }

    /// Takes the open items of a customer whose names are about to change away from their amounts.
    fn out_of_amounts(&mut self, customer: Option<u32>) -> Vec<u32> {
        let rows = customer.map_or(&[][..], |customer| self.open_of(customer)).to_vec();
        rows.iter().for_each(|row| self.in_amounts(*row, false));
        rows
    }

    fn back_to_amounts(&mut self, rows: &[u32]) {
        rows.iter().for_each(|row| self.in_amounts(*row, true));
    }

    fn count_hexadecimal(&mut self, number: &str, listed: bool, more: bool) {
        if listed && is_hexadecimal(number.as_bytes()) {
            let count = self.hexadecimal.entry(number.len()).or_default();
            *count = if more { *count + 1 } else { count.saturating_sub(1) };
            if *count == 0 {
                self.hexadecimal.remove(&number.len());
            }
        }
    }

    /// Learns the grammar of the numbers anew, and the forms that follow from it.
    fn learn_numbers(&mut self) {
        let there = |row: &u32| !self.is_gone(*row);
        let rows: Vec<u32> = (0..self.items.len() as u32).filter(there).collect();
        let prints = rows.iter().filter(|row| is_of_host(self.items[**row as usize].kind));
        let grammar = Grammar::learn(prints.map(|row| self.printed(*row)));
        self.grammar = grammar;
        let mut numbers = core::mem::take(&mut self.numbers);
        numbers.retain(|_, form| !matches!(form, NumberForm::Printed(_)));
        for row in rows.into_iter().filter(|row| self.items[*row as usize].listed) {
            let kind = self.items[row as usize].kind;
            forms_of(&self.grammar, kind, self.printed(row), |key, form| {
                // What is a reference of the item stands there as that.
                let known = numbers.get(key).into_iter().flatten();
                if !known.map(super::number_table::row).any(|known| known == (row, NumberForm::Reference)) {
                    numbers.add(key, row, NumberForm::Printed(form));
                }
            });
        }
        self.numbers = numbers;
    }

    /// Clears away the rows that are gone, and what is left of them in the tables.
    fn clear_away(&mut self) -> Result<(), Error> {
        let items = &self.items;
        self.numbers.retain(|row, _| items[row as usize].state != State::Gone);
        self.free = (0..self.items.len() as u32).filter(|row| self.is_gone(*row)).collect();
        let mut texts = Texts::with_capacity(self.texts.len());
        let (mut terms, mut previous) = (Vec::new(), Vec::new());
        for (item, label) in self.items.iter_mut().zip(&mut self.labels) {
            if item.state == State::Gone {
                *label = Label::default();
                continue;
            }
            let id = texts.add(self.texts.get(label.id))?;
            let number = match label.number == label.id {
                true => id,
                false => texts.add(self.texts.get(label.number))?,
            };
            *label = Label { id, number, memo: texts.add(self.texts.get(label.memo))? };
            if let Some(row) = self.terms.get(item.terms as usize) {
                let start = previous.len() as u32;
                previous.extend_from_slice(&self.previous[row.previous.0 as usize..row.previous.1 as usize]);
                item.terms = terms.len() as u32;
                terms.push(Terms { previous: (start, previous.len() as u32), ..*row });
            }
        }
        self.people.move_texts(&self.texts, &mut texts)?;
        (self.texts, self.terms, self.previous) = (texts, terms, previous);
        Ok(())
    }

    /// Keeps which items a mass-payment item says it stands for.
    pub(super) fn says_it_covers(&mut self, row: u32, covers: &[String]) {
        for id in covers {
            self.shared.mentions.entry(id_hash(id)).or_default().push(row);
        }
        self.shared.said.insert(row, covers.iter().map(|id| id.as_str().into()).collect());
    }

    /// Forgets what an item that goes said it stands for.
    fn says_no_more(&mut self, row: u32) {
        for id in self.shared.said.remove(&row).unwrap_or_default() {
            if let Some(masses) = self.shared.mentions.get_mut(&id_hash(&id)) {
                masses.retain(|mass| *mass != row);
            }
        }
        self.untie(row);
    }

    /// Ties mass-payment items to those that they stand for.
    pub(super) fn share(&mut self) {
        if self.shared.said.is_empty() {
            return;
        }
        let by_id = self.ids.is_none();
        if by_id {
            self.make_editable();
        }
        let masses: Vec<u32> = self.shared.said.keys().copied().collect();
        masses.into_iter().for_each(|mass| self.tie(mass));
        if by_id {
            self.ids = None;
        }
    }

    /// Ties anew what has to do with an item that came, changed or goes.
    fn share_around(&mut self, row: u32) {
        if self.shared.said.is_empty() {
            return;
        }
        let mentions = self.shared.mentions.get(&id_hash(self.id(row)));
        let masses: Vec<u32> = mentions.into_iter().flatten().copied().chain([row]).collect();
        masses.into_iter().for_each(|mass| self.tie(mass));
    }

    /// Ties a mass-payment item to those that it stands for, as far as they are open.
    fn tie(&mut self, mass: u32) {
        self.untie(mass);
        let open = |row: &u32| self.items[*row as usize].listed && !self.items[*row as usize].closed();
        let Some(ids) = self.shared.said.get(&mass).filter(|_| open(&mass)) else { return };
        let rows = ids.iter().filter_map(|id| self.row(id));
        let covered: Vec<u32> = rows.filter(|row| *row != mass && open(row)).collect();
        for row in &covered {
            let mut masses = self.shared.covered_by.remove(row).unwrap_or_default();
            masses.push(mass);
            masses.sort_unstable_by(|a, b| self.before(*a, *b));
            self.shared.covered_by.insert(*row, masses);
        }
        if !covered.is_empty() {
            self.shared.covers.insert(mass, covered);
        }
    }

    fn untie(&mut self, mass: u32) {
        for row in self.shared.covers.remove(&mass).unwrap_or_default() {
            if let Some(masses) = self.shared.covered_by.get_mut(&row) {
                masses.retain(|other| *other != mass);
                if masses.is_empty() {
                    self.shared.covered_by.remove(&row);
                }
            }
        }
    }
}

/// The numbers and references under which a text may name an item, each once.
pub(super) fn numbers_of(grammar: &Grammar, invoice: &Invoice, mut visit: impl FnMut(Key, NumberForm)) {
    let mut found: Vec<(Key, NumberForm)> = Vec::with_capacity(12);
    for reference in invoice.references.iter().filter(|reference| reference.len() <= LONGEST_REFERENCE) {
        let key =
            Key::of(reference).filter(|_| reference.bytes().filter(u8::is_ascii_alphanumeric).count() > 3);
        found.extend(key.map(|key| (key, NumberForm::Reference)));
        for scheme in scheme::find(reference, Strictness::Bare) {
            found.extend(Key::of(&scheme.key).map(|key| (key, NumberForm::Reference)));
        }
    }
    let number = printed_number(invoice);
    forms_of(grammar, invoice.kind, number, |key, form| found.push((key, NumberForm::Printed(form))));
    if invoice.number.is_some() {
        found.extend(Key::of(&invoice.id).map(|key| (key, NumberForm::Id)));
    }
    for other in invoice.other_numbers.iter().map(String::as_str).chain(described(invoice)) {
        found.extend(Key::of(other).map(|key| (key, NumberForm::Other)));
    }
    found.sort_unstable();
    // The forms of the printed number change with the series: what the item has of its own stays beside them.
    let printed = |form| matches!(form, NumberForm::Printed(_));
    found.dedup_by(|b, a| a.0 == b.0 && (a.1 == NumberForm::Reference || printed(a.1) == printed(b.1)));
    found.into_iter().for_each(|(key, form)| visit(key, form));
}

fn id_hash(id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    id.hash(&mut hasher);
    hasher.finish()
}

fn day_pair(item: &Item) -> (i32, i32) {
    (item.due, if item.issued == NO_DAY { item.due } else { item.issued })
}

/// The number on the document; an item without one is known by its id.
pub(super) fn printed_number(invoice: &Invoice) -> &str {
    invoice.number.as_deref().filter(|number| !number.trim().is_empty()).unwrap_or(&invoice.id)
}

/// The forms of a printed number. What others gave theirs is of no series of the host's.
fn forms_of(grammar: &Grammar, kind: InvoiceKind, number: &str, mut visit: impl FnMut(Key, Form)) {
    match is_of_host(kind) {
        true => grammar.forms(number, visit),
        false => Key::of(number).into_iter().for_each(|key| visit(key, Form::Full)),
    }
}

/// Whether the host gave an item its number.
pub(super) fn prints_numbers(invoice: &Invoice) -> bool {
    is_of_host(invoice.kind)
}

fn is_of_host(kind: InvoiceKind) -> bool {
    matches!(kind, InvoiceKind::Invoice | InvoiceKind::CreditNote)
}

/// Only a row of a ledger may owe less than nothing.
pub(super) fn is_closed(invoice: &Invoice) -> bool {
    let nothing = match invoice.kind {
        InvoiceKind::Entry => invoice.open.minor() == 0,
        _ => invoice.open.minor() <= 0,
    };
    invoice.state == InvoiceState::Closed || is_off(invoice) || nothing
}

pub(super) fn due(invoice: &Invoice) -> i32 {
    let usual = || invoice.issued_on.map(|issued| days(issued) + USUAL_TERM);
    invoice.due_on.map(days).or_else(usual).unwrap_or(NO_DAY)
}

/// What an invoice has beside an amount, if anything.
fn terms(invoice: &Invoice, open: i64, previous: (u32, u32)) -> Option<Terms> {
    let discount = invoice.terms.as_ref().and_then(|terms| {
        let last = days(invoice.issued_on?).saturating_add(i32::try_from(terms.discount_days).ok()?);
        Some((terms.discount_percent, last))
    });
    let percent = discount.map(|(percent, _)| percent);
    let discounted = percent.and_then(|off| after_discount(open, off)).unwrap_or_default();
    let tax = invoice.tax.iter().map(|tax| tax.amount.minor()).fold(0, i64::saturating_add);
    let discount_until = discount.map_or(0, |(_, until)| until);
    let some = percent.is_some() || tax != 0 || previous.0 < previous.1;
    some.then_some(Terms { discounted, discount_until, percent, previous, tax })
}

/// What is left of an amount after a discount, where that leaves something.
fn after_discount(open: i64, percent: Decimal) -> Option<i64> {
    let exact = Decimal::from(open).checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
    let off = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()?;
    (off > 0 && off < open).then_some(open - off)
}

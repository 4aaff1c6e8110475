//! What the objects of an input say together: one row a payment, with its payer, its payout and what became of it.

use super::super::RowPlace;
use super::super::json::refer;
use super::super::reading::Out;
use super::items::Item;
use super::members::Members;
use super::notes::Notes;
use super::rows::{self, Row, Told};
use super::state::{Event, Resource, State, life};
use crate::model::{ReferenceKind, Status};
use rustc_hash::FxHashMap;

/// What is known so far.
#[derive(Default)]
pub(super) struct Gather {
    /// Payments, refunds and payouts in the order in which they came first.
    things: Vec<(Told, RowPlace)>,
    at: FxHashMap<String, usize>,
    events: FxHashMap<String, Vec<Event>>,
    pub(super) items: Vec<Item>,
    /// The customer of a mandate, and the name and e-mail of a customer.
    pub(super) customers: FxHashMap<String, String>,
    pub(super) people: FxHashMap<String, (Option<String>, Option<String>)>,
    pub(super) notes: Notes,
}

impl Gather {
    /// A payment, a refund or a payout. Of several snapshots of one the one that has come further stands, of equals the
    /// later.
    pub(super) fn told(&mut self, told: Told, place: RowPlace) {
        let next = self.things.len();
        let at = *self.at.entry(told.row.id.clone()).or_insert(next);
        match self.things.get_mut(at) {
            Some((known, _)) if known.resource == told.resource => {
                let payout = known.payout.take();
                if told.state >= known.state {
                    *known = told;
                }
                known.payout = known.payout.take().or(payout);
            }
            Some(_) => self.notes.nothing("object", "has the id of an object of another kind"),
            None => self.things.push((told, place)),
        }
    }

    pub(super) fn event(&mut self, id: String, event: Event) {
        self.events.entry(id).or_default().push(event);
    }

    /// Hands out the rows of all that was gathered.
    pub(super) fn give(&mut self, out: &mut Out<'_>) {
        let options = out.options();
        let mut rows: Vec<Row> = Vec::with_capacity(self.things.len());
        let mut payouts: FxHashMap<String, Told> = FxHashMap::default();
        for (mut told, place) in core::mem::take(&mut self.things) {
            let mut events = self.events.remove(&told.row.id).unwrap_or_default();
            events.sort_by(|a, b| a.at.cmp(&b.at));
            self.name_payer(&mut told);
            if let Err(error) = self.rows_of(told, &events, &place, &mut rows, &mut payouts) {
                out.refuse_placed(error.at_bytes(place.bytes.clone()).at_line(place.line));
            }
        }
        self.notes
            .events_alone(core::mem::take(&mut self.events).into_values().map(|events| events.len()).sum());
        let items = core::mem::take(&mut self.items);
        Members { rows: &mut rows, payouts, notes: &mut self.notes, options }.add(items, out);
        let mut taken: FxHashMap<String, u32> = FxHashMap::default();
        for Row { mut row, place } in rows {
            // A payment may be charged back, won, and charged back again.
            let count = taken.entry(row.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                row.id = format!("{}:{count}", row.id);
            }
            out.transaction(row, place);
        }
    }

    fn name_payer(&self, told: &mut Told) {
        let party = &mut told.row.counterparty;
        if party.customer_id.is_none() {
            party.customer_id =
                told.mandate.as_ref().and_then(|mandate| self.customers.get(mandate)).cloned();
        }
        if let Some((name, email)) = party.customer_id.as_ref().and_then(|id| self.people.get(id)) {
            party.name.clone_from(name);
            party.email.clone_from(email);
        }
    }

    /// The rows of one object, if it moved the balance or is about to.
    fn rows_of(
        &mut self,
        mut told: Told,
        events: &[Event],
        place: &RowPlace,
        rows: &mut Vec<Row>,
        payouts: &mut FxHashMap<String, Told>,
    ) -> Result<(), crate::Error> {
        let life = life(told.state, told.payout.is_some(), events);
        let (name, why) = match (told.resource, life.state, life.moved) {
            (Resource::Payout, State::Bounced, _) => ("payout", "bounced: the money is back in the balance"),
            (Resource::Payment, State::Failed, false) => ("payment", "failed: no money moved"),
            (Resource::Refund, State::Failed, false) => ("refund", "failed: no money moved"),
            (Resource::Payment, State::Void, false) => ("payment", "cancelled or denied: no money moved"),
            (Resource::Refund, State::Void, false) => ("refund", "cancelled: no money moved"),
            _ => ("", ""),
        };
        if !name.is_empty() {
            self.notes.nothing(name, why);
            return Ok(());
        }
        told.row.status = if life.moved { Status::Booked } else { Status::Pending };
        let payout = told.payout.clone().or(life.payout);
        refer(&mut told.row, ReferenceKind::Payout, payout);
        let first = rows.len();
        rows.push(Row { row: told.row.clone(), place: place.clone() });
        for back in &life.back {
            if back.on.is_none() {
                self.notes.assumed_day();
            }
            let row = match rows::back(&told.row, back) {
                Ok(row) => row,
                Err(error) => {
                    rows.truncate(first);
                    return Err(error.at_row(told.row.id));
                }
            };
            rows.push(Row { row, place: place.clone() });
        }
        if told.resource == Resource::Payout {
            payouts.insert(told.row.id.clone(), told);
        }
        Ok(())
    }
}

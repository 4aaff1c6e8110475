//! What stands inside of an object and is refused by itself: elements of a list, refunds and the dispute of a charge, charges
//! of an intent. One that cannot be read costs none of the others.

use super::object::{Object, elements};
use super::{Reader, Scope, payments};
use crate::error::Error;
use crate::format::RowPlace;
use serde_json::value::RawValue;

impl Reader<'_> {
    /// Refuses a record, counted unless it was since `seen` records were.
    pub(super) fn refuse(&mut self, error: Error, place: &RowPlace, seen: u64) {
        self.report.records = self.report.records.max(seen + 1);
        let below = error.place().field.as_deref().unwrap_or_default();
        let field = format!("{}{below}", place.field);
        let error = error.at_bytes(place.bytes.clone());
        self.report.refuse(if field.is_empty() { error } else { error.at_field(field) });
    }

    /// A charge with the refunds and the dispute that it lists.
    pub(super) fn charge(
        &mut self,
        object: &Object<'_>,
        place: &RowPlace,
        scope: &Scope,
    ) -> Result<(), Error> {
        let refunds = elements(object.refunds);
        if object.is_refunded() && refunds.is_empty() {
            self.notes.refunds_elsewhere += 1;
        }
        self.push(payments::charge(object, self.options)?, "charge", place, scope);
        let dispute = object.dispute.map(RawValue::get).filter(|text| text.starts_with('{'));
        let parts = refunds.into_iter().map(|text| ("refund", "refunds", text));
        for (name, member, text) in parts.chain(dispute.map(|text| ("dispute", "dispute", text))) {
            let read = Object::parse(text).and_then(|part| {
                let found = match name {
                    "refund" => payments::refund(&part, self.options),
                    _ => payments::dispute(&part, self.options),
                };
                found.map_err(|fault| of(fault, &part))
            });
            match read {
                Ok(found) => self.push(found, name, place, scope),
                Err(fault) => {
                    let seen = self.report.records;
                    self.refuse(under(fault, member), place, seen);
                }
            }
        }
        Ok(())
    }

    /// The charges of a payment intent that succeeded; `None` where it lists none.
    pub(super) fn charges(
        &mut self,
        object: &Object<'_>,
        place: &RowPlace,
        scope: &Scope,
    ) -> Option<Result<(), Error>> {
        let mut charges = elements(object.charges);
        charges.extend(object.latest_charge.map(RawValue::get).filter(|text| text.starts_with('{')));
        if object.status.0 != "succeeded" || charges.is_empty() {
            return None;
        }
        let mut faults = Vec::new();
        let all = charges.len();
        for text in charges {
            let read = Object::parse(text)
                .and_then(|charge| self.charge(&charge, place, scope).map_err(|fault| of(fault, &charge)));
            faults.extend(read.err());
        }
        // The intent is a record itself: where nothing of it is read, the first fault is its own.
        let lost = faults.len() == all;
        let mut faults = faults.into_iter();
        let own = if lost { faults.next() } else { None };
        for fault in faults {
            let seen = self.report.records;
            self.refuse(fault, place, seen);
        }
        Some(own.map_or(Ok(()), Err))
    }
}

/// The fault of an object by its id.
fn of(fault: Error, object: &Object<'_>) -> Error {
    match object.id.some() {
        Some(id) => fault.at_row(id),
        None => fault,
    }
}

/// The fault of a part, with the member that it stands in.
fn under(fault: Error, member: &str) -> Error {
    let below = fault.place().field.as_deref().unwrap_or_default();
    let field = format!("/{member}{below}");
    fault.at_field(field)
}

//! Reader of GoCardless Pro, the API that collects direct debits: payments, refunds, payouts with their items, events.
//!
//! Source: developer.gocardless.com/api-reference (2026): payments, payouts, payout items, refunds, events, webhooks,
//! balances, payment accounts. The shapes are checked against the fixtures of GoCardless' own client library; what a live
//! account answers beyond them is from the documentation.
//!
//! # Design
//! The account is the balance at GoCardless: payments come in before fees, a payout goes out together with the fees that
//! were deducted from it. Several objects may tell of one payment (the payment, its events, the item of its payout): they
//! have one id and become one row that knows what all of them know; so the rows are handed out once all is read. An event
//! tells no amount, and what moved no money is counted in a warning, never booked.

mod accounts;
mod gather;
mod items;
mod members;
mod notes;
mod rows;
mod state;
mod wire;

#[cfg(test)]
mod tests;

use super::FieldPath;
use super::json::{self, Answers, At, Documents, Value, Way};
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::{Out, Reader, Stop};
use crate::error::{Code, Error};
use crate::model::wire::date;
use gather::Gather;
use items::Item;
use state::{Event, Resource, Told, of_action};
use wire::{Object, bad, has_cursor};

/// Resources that move no money by themselves, as the API names their lists.
const OTHERS: [&str; 24] = [
    "bank_authorisations",
    "bank_details_lookups",
    "billing_request_flows",
    "billing_request_templates",
    "billing_requests",
    "blocks",
    "creditor_bank_accounts",
    "creditors",
    "currency_exchange_rates",
    "customer_bank_accounts",
    "customer_notifications",
    "exports",
    "instalment_schedules",
    "institutions",
    "mandate_import_entries",
    "mandate_imports",
    "negative_balance_limits",
    "outbound_payments",
    "payer_authorisations",
    "redirect_flows",
    "scheme_identifiers",
    "subscriptions",
    "tax_rates",
    "webhooks",
];

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let lists = [
        "payments",
        "payouts",
        "payout_items",
        "refunds",
        "mandates",
        "events",
        "customers",
        "payment_accounts",
        "payment_account_transactions",
    ];
    let any = |key: &str| look.keys(&[key]);
    if look.has(&["payout_items[]"]) || (look.has(&["events[]"]) && any("resource_type")) {
        return CERTAIN;
    }
    let list = lists.iter().any(|key| any(key)) || OTHERS.iter().any(|key| any(key));
    // Objects without a list around them: fields that only this API has.
    let object = (any("links") && (any("charge_date") || any("resource_type")))
        || any("deducted_fees")
        || look.keys(&["balance_type", "last_updated_at"])
        || look.keys(&["documentation_url", "request_id"]);
    if (any("links") && list) || object { LIKELY } else { 0 }
}

/// What a record is.
#[derive(Clone, Copy)]
enum Kind {
    /// Told from its id.
    Any,
    Payment,
    Refund,
    Payout,
    Item,
    Event,
    Mandate,
    Customer,
    AccountMovement,
    PaymentAccount,
    Balance,
    Other(&'static str),
    Meta,
    Failed,
}

/// Reads answers and webhooks of GoCardless Pro.
#[derive(Default)]
pub(crate) struct GocardlessPro {
    documents: Documents<Kind>,
    content: Content,
}

#[derive(Default)]
struct Content {
    gather: Gather,
    /// Lists of items that were begun.
    lists: usize,
    failed: bool,
    known: bool,
}

impl Reader for GocardlessPro {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let read = self.documents.read(&mut self.content, out);
        if read.is_ok() && !out.is_last() {
            return read.map_err(|broken| broken.stop(0));
        }
        let Content { gather, failed, known, .. } = &mut self.content;
        gather.give(out);
        let nothing = out.is_empty();
        let done = read.map_err(|broken| broken.stop(out.text().len()))?;
        let not_taken = gather.notes.not_taken();
        if nothing && !not_taken.is_empty() {
            return Err(Stop::Refused(Error::new(Code::GocardlessProUnsupported, not_taken.join("; "))));
        }
        if *failed && nothing {
            let said = "the answer of a GoCardless call that failed: it holds no payments";
            return Err(Stop::Refused(Error::new(Code::FormatUnsupported, said)));
        }
        if !*known {
            let said = "no list of the GoCardless API: neither `payments`, `payouts`, `refunds` nor `events`";
            return Err(Stop::Refused(Error::new(Code::FormatUnknown, said)));
        }
        gather.notes.warnings().into_iter().for_each(|warning| out.warn(warning));
        Ok(done)
    }
}

impl Answers for Content {
    type Kind = Kind;

    fn bare(&self, look: &Look<'_>) -> Option<Kind> {
        let record = |key: &str| look.has(&[key, &format!("[].{key}")]);
        (record("id") || (record("type") && record("amount"))).then_some(Kind::Any)
    }

    fn begin(&mut self, _: &mut Out<'_>) {}

    fn way(&mut self, at: At<'_>) -> Way<Kind> {
        let kind = match at.member {
            "payments" => Kind::Payment,
            "refunds" => Kind::Refund,
            "payouts" => Kind::Payout,
            "payout_items" => {
                self.lists += 1;
                Kind::Item
            }
            "events" => Kind::Event,
            "mandates" => Kind::Mandate,
            "customers" => Kind::Customer,
            "payment_account_transactions" => Kind::AccountMovement,
            "payment_accounts" => Kind::PaymentAccount,
            "balances" => Kind::Balance,
            "meta" => return Way::Record(Kind::Meta),
            "error" => return Way::Record(Kind::Failed),
            // Objects around the lists: `linked` of events, and what a host or a client library wraps answers in.
            member => match OTHERS.iter().find(|other| **other == member) {
                Some(other) => Kind::Other(other),
                None if at.depth <= 3 && at.first == b'{' => return Way::Enter,
                None => return Way::Pass,
            },
        };
        self.known = true;
        Way::Records(kind)
    }

    fn record(&mut self, kind: Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        match kind {
            Kind::Meta => {
                self.gather.notes.more |= has_cursor(value.text);
                return;
            }
            Kind::Failed => {
                self.failed = true;
                return;
            }
            _ => {}
        }
        self.known = true;
        out.record();
        let read = value.check_depth().and_then(|()| Object::parse(value.text));
        let read = read.and_then(|object| {
            let id = object.id.some();
            let read = self.object(kind, &object, value, &field, out);
            read.map_err(|error| match id {
                Some(id) => error.at_row(id),
                None => error,
            })
        });
        if let Err(error) = read {
            out.refuse(json::placed(error, value, &field));
        }
    }

    fn end(&mut self, _: &mut Out<'_>) {}
}

impl Content {
    fn object(
        &mut self,
        kind: Kind,
        object: &Object<'_>,
        value: &Value<'_>,
        field: &FieldPath,
        out: &mut Out<'_>,
    ) -> Result<(), Error> {
        let options = out.options();
        let told = match kind {
            Kind::Any => return self.object(kind_of(object)?, object, value, field, out),
            Kind::Payment => rows::payment(object, options)?,
            Kind::Refund => rows::refund(object, options)?,
            Kind::Payout => rows::payout(object, options)?,
            Kind::Item => {
                let place = out.place(value.range(), field.clone());
                let item = Item::read(object, self.lists, place, field.to_string())?;
                self.gather.items.push(item);
                return Ok(());
            }
            Kind::Event => return self.event(object, out),
            Kind::Mandate => {
                if let (Some(mandate), Some(customer)) = (object.id.some(), object.links().customer.some()) {
                    self.gather.customers.insert(mandate, customer);
                }
                self.gather.notes.nothing("mandates", "moves no money; it leads to who pays");
                return Ok(());
            }
            Kind::Customer => {
                self.customer(object);
                return Ok(());
            }
            Kind::AccountMovement => return accounts::movement(object, value, field, out),
            Kind::PaymentAccount => return accounts::payment_account(object, value, field, out),
            Kind::Balance => return accounts::balance(object, value, field, out),
            Kind::Other(name) => {
                self.gather.notes.nothing(name, "moves no money of the balance by itself");
                return Ok(());
            }
            Kind::Meta | Kind::Failed => return Ok(()),
        };
        let place = out.place(value.range(), field.clone());
        self.gather.told(told, place);
        Ok(())
    }

    fn customer(&mut self, object: &Object<'_>) {
        let person = [object.given_name.clean(), object.family_name.clean()].join(" ");
        let name =
            object.company_name.some().or(Some(person.trim().to_owned()).filter(|name| !name.is_empty()));
        if let Some(id) = object.id.some() {
            self.gather.people.insert(id, (name, object.email.some()));
        }
        self.gather.notes.nothing("customers", "moves no money; it names who pays");
    }

    fn event(&mut self, object: &Object<'_>, out: &mut Out<'_>) -> Result<(), Error> {
        let links = object.links();
        let (resource, id) = match object.resource_type.0.as_ref() {
            "payments" => (Resource::Payment, links.payment.some()),
            "refunds" => (Resource::Refund, links.refund.some()),
            "payouts" => (Resource::Payout, links.payout.some()),
            _ => {
                self.gather.notes.nothing("events", "of resources that move no money of the balance");
                return Ok(());
            }
        };
        let told = of_action(resource, &object.action.0);
        let Some(told) = told.filter(|told| *told != Told::Nothing) else {
            self.gather.notes.nothing("events", "with an action that moves no money");
            return Ok(());
        };
        let id = id.ok_or_else(|| bad("an event that does not name what it is of").at_field("/links"))?;
        let on = date::from_text(&object.created_at.0, out.options().utc_offset_minutes)
            .ok()
            .flatten()
            .ok_or_else(|| bad("no time that can be read").at_field("/created_at"))?;
        let details = object.details();
        let event = Event {
            told,
            at: object.created_at.clean(),
            on,
            reason: details.reason_code.some().or_else(|| details.cause.some()),
            payout: links.payout.some(),
        };
        self.gather.event(id, event);
        Ok(())
    }
}

/// What an object without a list around it is.
fn kind_of(object: &Object<'_>) -> Result<Kind, Error> {
    let id = object.id.0.as_ref();
    let starts = |prefix: &str| id.starts_with(prefix);
    Ok(match () {
        () if !object.resource_type.0.is_empty() => Kind::Event,
        () if starts("PATR") => Kind::AccountMovement,
        () if starts("PM") => Kind::Payment,
        () if starts("PO") => Kind::Payout,
        () if starts("RF") => Kind::Refund,
        () if starts("MD") => Kind::Mandate,
        () if starts("CU") => Kind::Customer,
        () if id.is_empty() && !object.kind.0.is_empty() => Kind::Item,
        () if id.is_empty() => return Err(bad("neither an id nor the type of a payout's item")),
        () => Kind::Other("object"),
    })
}

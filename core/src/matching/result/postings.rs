//! What a host keeps of the matches that it books.

use crate::matching::result::{Match, Source, Target};
use crate::model::ReferenceKind::{EndToEnd, Payment};
use crate::model::{Settlement, Transaction};
use rustc_hash::FxHashMap;

/// The settlements that booked matches amount to: one for each part of a transaction that settles an item, in the matches'
/// order, with the transaction's booking date and the ids by which a return or a refund may name it. Keep them, and give
/// them to later calls: what they say is not proposed again, and what comes back is recognised. What goes on account, and
/// what a customer's credit pays, is no settlement of a transaction. A transaction that is not among those given is left
/// out.
///
/// ```
/// use chrono::NaiveDate;
/// use payymo::matching::{Matcher, Options, settlements};
/// use payymo::model::{Customer, Invoice, Transaction};
/// use payymo::money::{Amount, Currency};
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).expect("a day");
/// let eur = Currency::parse("EUR")?;
/// let mut invoice = Invoice::new("17", Amount::parse("112.00", eur)?);
/// invoice.number = Some("NW-2026-00017".into());
/// invoice.customer = Some(Customer { id: Some("204".into()), name: Some("Ivar Sandqvist".into()), ..Customer::default() });
/// let mut payment = Transaction::new("t1", day(9), Amount::parse("112.00", eur)?);
/// payment.counterparty.name = Some("SANDQVIST IVAR".into());
/// payment.remittance = "Invoice NW-2026-00017".into();
///
/// let (mut matcher, _) = Matcher::new(&[invoice], &[], &Options::default())?;
/// let booked = matcher.propose(&payment)?.matches;
/// matcher.apply(&booked)?;
/// let kept = settlements(&booked, &[payment]);
/// assert_eq!((kept[0].invoice.as_str(), kept[0].settled_on), ("17", day(9)));
/// kept.iter().for_each(|row| matcher.settle(row)); // its return will be recognised
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn settlements(matches: &[Match], transactions: &[Transaction]) -> Vec<Settlement> {
    let by_id: FxHashMap<&str, &Transaction> =
        transactions.iter().map(|row| (row.id.as_str(), row)).collect();
    let allocations = matches.iter().flat_map(|found| &found.allocations);
    let posted = allocations.filter_map(|part| {
        let (Source::Transaction(id), Target::Invoice(invoice)) = (&part.source, &part.target) else {
            return None;
        };
        let transaction = by_id.get(id.as_str())?;
        let named = transaction.references.iter().filter(|row| matches!(row.kind, Payment | EndToEnd));
        Some(Settlement {
            invoice: invoice.clone(),
            amount: part.amount,
            settled_on: transaction.booked_on,
            transaction: Some(id.clone()),
            external_ids: named.map(|row| row.value.clone()).collect(),
        })
    });
    posted.collect()
}

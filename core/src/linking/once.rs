//! Copies of open items and of earlier settlements over several inputs.

use crate::error::{Code, Error};
use crate::model::{Invoice, Settlement};
use std::collections::BTreeMap;

/// Rows of several inputs, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once<T> {
    /// The rows that stay, in the order given.
    pub rows: Vec<T>,
    /// How many were left out as copies.
    pub copies: usize,
    /// `input.duplicate_id`, one for each row left out because another has its id and says something else.
    pub errors: Vec<Error>,
}

/// Open items of several exports: of equal rows the first stays, of rows that contradict each other too, with an error.
///
/// ```
/// use payymo::linking::invoices_once;
/// use payymo::model::Invoice;
/// use payymo::money::{Amount, Currency};
/// let item = |id: &str, minor| Invoice::new(id, Amount::new(minor, Currency::EUR));
/// let once = invoices_once(vec![vec![item("1", 500), item("2", 700)], vec![item("2", 700), item("1", 600)]]);
/// assert_eq!((once.rows.len(), once.copies, once.errors.len()), (2, 1, 1));
/// ```
pub fn invoices_once(inputs: Vec<Vec<Invoice>>) -> Once<Invoice> {
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut once = Once { rows: Vec::new(), copies: 0, errors: Vec::new() };
    for row in inputs.into_iter().flatten() {
        match at.get(&row.id).and_then(|at| once.rows.get(*at)) {
            None => {
                at.insert(row.id.clone(), once.rows.len());
                once.rows.push(row);
            }
            Some(first) if *first == row => once.copies += 1,
            Some(_) => once.errors.push(
                Error::new(
                    Code::InputDuplicateId,
                    "another invoice has this id and says something else: the first is used",
                )
                .at_row(row.id),
            ),
        }
    }
    once
}

/// Earlier settlements of several exports. A settlement has no id: equal rows of one input are several settlements, in
/// another input they are copies of these.
///
/// ```
/// use payymo::linking::settlements_once;
/// use payymo::model::Settlement;
/// use payymo::money::{Amount, Currency};
/// let settled = Settlement {
///     invoice: "1".into(),
///     amount: Amount::new(500, Currency::EUR),
///     settled_on: chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
///     transaction: None,
///     external_ids: Vec::new(),
/// };
/// let once = settlements_once(vec![vec![settled.clone()], vec![settled.clone(), settled]]);
/// assert_eq!((once.rows.len(), once.copies), (2, 1));
/// ```
pub fn settlements_once(inputs: Vec<Vec<Settlement>>) -> Once<Settlement> {
    let mut most: BTreeMap<Settlement, usize> = BTreeMap::new();
    let mut once = Once { rows: Vec::new(), copies: 0, errors: Vec::new() };
    for rows in inputs {
        let mut here: BTreeMap<Settlement, usize> = BTreeMap::new();
        for row in rows {
            let seen = here.entry(row.clone()).or_default();
            *seen += 1;
            let kept = most.entry(row.clone()).or_default();
            if *seen > *kept {
                *kept += 1;
                once.rows.push(row);
            } else {
                once.copies += 1;
            }
        }
    }
    once
}

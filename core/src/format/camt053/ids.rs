//! Ids of the rows: the bank's reference where it tells one entry of the account, else the content.

use crate::format::Report;
use crate::model::{Occurrences, Transaction, content_key};
use core::ops::Range;
use rustc_hash::FxHashMap;

/// A row that waits for its id, since whether a reference is unique is known at the end.
pub(super) struct Draft {
    pub(super) transaction: Transaction,
    /// Bytes of its entry.
    pub(super) bytes: Range<u64>,
    /// Which statement it stands in.
    pub(super) statement: u32,
    /// `AcctSvcrRef`, the bank's reference.
    pub(super) servicer: Option<String>,
    /// `NtryRef`, the entry's reference.
    pub(super) entry: Option<String>,
    /// Which detail of the entry, from 1; 0 for the entry itself.
    pub(super) part: u32,
}

impl Draft {
    fn account(&self) -> &str {
        self.transaction.account.as_deref().unwrap_or_default()
    }
}

/// Characters of an `NtryRef` that can be more than a number counted within its statement.
const ENTRY_REFERENCE: usize = 10;

/// Gives every row its id and hands the rows over.
///
/// A reference counts where no other entry of the account has it. A copy of the same row in a second statement of the
/// input does not stand against it.
pub(super) fn assign(drafts: Vec<Draft>, report: &mut Report) {
    let servicer = unique(&drafts, |draft| draft.servicer.as_deref());
    let entry = unique(&drafts, |draft| {
        draft.entry.as_deref().filter(|reference| reference.len() >= ENTRY_REFERENCE)
    });
    let mut occurrences = (0, Occurrences::default());
    report.transactions.reserve(drafts.len());
    report.transaction_bytes.reserve(drafts.len());
    for (draft, (by_servicer, by_entry)) in drafts.into_iter().zip(servicer.into_iter().zip(entry)) {
        if occurrences.0 != draft.statement {
            occurrences = (draft.statement, Occurrences::default());
        }
        let reference = match (by_servicer, by_entry) {
            (true, _) => draft.servicer.as_deref(),
            (false, true) => draft.entry.as_deref(),
            (false, false) => None,
        };
        let id = match reference {
            None => occurrences.1.id(&draft.transaction),
            Some(reference) if draft.part == 0 => format!("{}:{reference}", draft.account()),
            Some(reference) => format!("{}:{reference}/{}", draft.account(), draft.part),
        };
        let mut transaction = draft.transaction;
        transaction.id = id;
        report.push_transaction(transaction, draft.bytes);
    }
}

/// Which drafts have a reference that tells them from all others of their account.
fn unique(drafts: &[Draft], reference: impl Fn(&Draft) -> Option<&str>) -> Vec<bool> {
    let mut first: FxHashMap<(&str, &str, u32), usize> = FxHashMap::default();
    let mut clashes: FxHashMap<(&str, &str), ()> = FxHashMap::default();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(reference) = reference(draft) else { continue };
        let Some(earlier) = first.insert((draft.account(), reference, draft.part), at) else { continue };
        let copy = drafts.get(earlier).is_some_and(|earlier| {
            earlier.statement != draft.statement
                && content_key(&earlier.transaction) == content_key(&draft.transaction)
        });
        if !copy {
            clashes.insert((draft.account(), reference), ());
        }
    }
    // A row and a part of a batch under one reference are two entries as well.
    let whole = |draft: &Draft, reference: &str| {
        draft.part == 0 || !first.contains_key(&(draft.account(), reference, 0))
    };
    drafts
        .iter()
        .map(|draft| {
            reference(draft).is_some_and(|reference| {
                whole(draft, reference) && !clashes.contains_key(&(draft.account(), reference))
            })
        })
        .collect()
}

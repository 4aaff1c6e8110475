//! A result in columns: one table for each list of it, rows of the input by their number.

use payymo::matching::{
    Decision, DifferenceKind, DifferenceOf, EVIDENCE_CODES, MatchKind, Reconciliation, ReviewReason, Source,
    Target, UnmatchedReason,
};
use payymo::money::{Amount, Currency};
use rustc_hash::FxHashMap;

/// In place of a row's number: there is none (money on account has no item).
pub const NO_ROW: u32 = u32::MAX;

/// Currencies, three letters and a NUL each.
pub type Currencies = Vec<[u8; 4]>;

/// The lists of a result. Words stand by their place in the contract's lists of words, 255 (or 65535) for none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// `matches`.
    pub matches: Matches,
    /// Their `allocations`.
    pub allocations: Allocations,
    /// Their `differences`.
    pub differences: Differences,
    /// Their `evidence`.
    pub evidence: Evidence,
    /// `unmatched`.
    pub unmatched: Unmatched,
    /// `open_invoices`.
    pub open_invoices: OpenInvoices,
}

/// Matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// Place in `MatchKind`.
    pub kind: Vec<u8>,
    /// 1: automatic; 0: for review.
    pub auto: Vec<u8>,
    /// Place in `ReviewReason`; 255: none.
    pub review: Vec<u8>,
    /// Calibrated; six decimals.
    pub probability: Vec<f64>,
    /// Bits; two decimals.
    pub score: Vec<f64>,
    /// Whether it is of the audit sample.
    pub audit: Vec<u8>,
}

/// Allocations of matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Allocations {
    /// Row in the table of matches.
    pub match_row: Vec<u32>,
    /// Row of the transaction; [`NO_ROW`] where a credit note is the source.
    pub transaction_row: Vec<u32>,
    /// Row of the credit note among the items; [`NO_ROW`] where a transaction is the source.
    pub credit_row: Vec<u32>,
    /// Row of the item; [`NO_ROW`] for money on account.
    pub invoice_row: Vec<u32>,
    /// Minor units of `currency`.
    pub amount_minor: Vec<i64>,
    /// Of the amount.
    pub currency: Currencies,
    /// What was paid, in minor units of `paid_currency`; the amount where the currencies are equal.
    pub paid_minor: Vec<i64>,
    /// Of the payment.
    pub paid_currency: Currencies,
}

/// Differences of matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// Row in the table of matches.
    pub match_row: Vec<u32>,
    /// Place in `DifferenceKind`.
    pub kind: Vec<u8>,
    /// Row of the transaction whose money it is, or [`NO_ROW`].
    pub transaction_row: Vec<u32>,
    /// Row of the item whose part it is, or [`NO_ROW`].
    pub invoice_row: Vec<u32>,
    /// Minor units.
    pub amount_minor: Vec<i64>,
    /// Of the amount.
    pub currency: Currencies,
}

/// Evidence of matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Row in the table of matches.
    pub match_row: Vec<u32>,
    /// Place in `EvidenceCode`.
    pub code: Vec<u16>,
    /// Bits; two decimals.
    pub weight: Vec<f64>,
}

/// Transactions that settle nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unmatched {
    /// Row of the transaction.
    pub transaction_row: Vec<u32>,
    /// Place in `UnmatchedReason`.
    pub reason: Vec<u8>,
}

/// Items with something left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenInvoices {
    /// Row of the item.
    pub invoice_row: Vec<u32>,
    /// Minor units.
    pub open_minor: Vec<i64>,
    /// Of the item.
    pub currency: Currencies,
}

/// Numbers of rows by their ids.
struct Rows<'a>(FxHashMap<&'a str, u32>);

impl<'a> Rows<'a> {
    fn of(ids: &'a [String]) -> Self {
        let mut rows = FxHashMap::default();
        for (row, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
            // Of copies the first is meant.
            rows.entry(id.as_str()).or_insert(u32::try_from(row).unwrap_or(NO_ROW));
        }
        Rows(rows)
    }

    fn row(&self, id: Option<&str>) -> u32 {
        id.and_then(|id| self.0.get(id)).copied().unwrap_or(NO_ROW)
    }
}

/// The place of a word in its list.
fn place<T: PartialEq>(list: &[T], word: &T) -> u8 {
    list.iter().position(|known| known == word).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

/// As a document shows it: the same number in every form of an answer. `+ 0.0` turns a negative zero into zero.
fn rounded(value: f64, scale: f64) -> f64 {
    (value * scale).round() / scale + 0.0
}

fn letters(currency: Currency) -> [u8; 4] {
    let mut out = [0; 4];
    out.iter_mut().zip(currency.as_str().bytes()).for_each(|(slot, byte)| *slot = byte);
    out
}

impl Tables {
    pub(super) fn of(result: &Reconciliation, transaction_ids: &[String], invoice_ids: &[String]) -> Self {
        let transactions = Rows::of(transaction_ids);
        let items = Rows::of(invoice_ids);
        let codes: FxHashMap<&str, u16> = EVIDENCE_CODES.iter().map(|row| row.0).zip(0..).collect();
        let mut tables = Tables::default();
        for (row, found) in (0_u32..).zip(&result.matches) {
            let matches = &mut tables.matches;
            matches.kind.push(place(MatchKind::ALL, &found.kind));
            matches.auto.push(u8::from(found.decision == Decision::Auto));
            matches.review.push(found.review.map_or(u8::MAX, |reason| place(ReviewReason::ALL, &reason)));
            matches.probability.push(rounded(found.probability, 1e6));
            matches.score.push(rounded(found.score, 1e2));
            matches.audit.push(u8::from(found.audit));
            for allocation in &found.allocations {
                tables.allocations.match_row.push(row);
                tables.allocations.add(allocation, &transactions, &items);
            }
            for difference in &found.differences {
                let (transaction, invoice) = match &difference.of {
                    DifferenceOf::Transaction(id) => (Some(id.as_str()), None),
                    DifferenceOf::Invoice(id) => (None, Some(id.as_str())),
                };
                let differences = &mut tables.differences;
                differences.match_row.push(row);
                differences.kind.push(place(DifferenceKind::ALL, &difference.kind));
                differences.transaction_row.push(transactions.row(transaction));
                differences.invoice_row.push(items.row(invoice));
                differences.amount_minor.push(difference.amount.minor());
                differences.currency.push(letters(difference.amount.currency()));
            }
            for clue in &found.evidence {
                tables.evidence.match_row.push(row);
                tables.evidence.code.push(codes.get(clue.code).copied().unwrap_or(u16::MAX));
                tables.evidence.weight.push(rounded(clue.weight, 1e2));
            }
        }
        for row in &result.unmatched {
            tables.unmatched.transaction_row.push(transactions.row(Some(&row.transaction)));
            tables.unmatched.reason.push(place(UnmatchedReason::ALL, &row.reason));
        }
        for row in &result.open_invoices {
            tables.open_invoices.invoice_row.push(items.row(Some(&row.invoice)));
            tables.open_invoices.open_minor.push(row.open.minor());
            tables.open_invoices.currency.push(letters(row.open.currency()));
        }
        tables
    }
}

impl Allocations {
    fn add(&mut self, allocation: &payymo::matching::Allocation, transactions: &Rows<'_>, items: &Rows<'_>) {
        let (paid, _) = allocation.paid.unzip();
        let paid: Amount = paid.unwrap_or(allocation.amount);
        let (transaction, credit) = match &allocation.source {
            Source::Transaction(id) => (Some(id.as_str()), None),
            Source::Credit(id) => (None, Some(id.as_str())),
        };
        let invoice = match &allocation.target {
            Target::Invoice(id) => Some(id.as_str()),
            Target::Customer(_) => None,
        };
        self.transaction_row.push(transactions.row(transaction));
        self.credit_row.push(items.row(credit));
        self.invoice_row.push(items.row(invoice));
        self.amount_minor.push(allocation.amount.minor());
        self.currency.push(letters(allocation.amount.currency()));
        self.paid_minor.push(paid.minor());
        self.paid_currency.push(letters(paid.currency()));
    }
}

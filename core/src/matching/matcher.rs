//! The door of the engine: what is given is put in order, explained, assigned and decided.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::assign::assign;
use super::check;
use super::context::{Priors, Scorer};
use super::decide::decide;
use super::features::{Chance, Own, Payment, Reading};
use super::habits::Habits;
use super::hypothesis::{Hypothesis, Shape};
use super::index::{Index, NONE};
use super::options::Options;
use super::payer::Learnt;
use super::result::{Limit, Reconciliation, UnmatchedReason};
use super::score::Scratch;
use super::settle::Ledger;
use crate::error::{Code, Error};
use crate::model::{Invoice, Settlement, Transaction};
use rustc_hash::{FxHashMap, FxHashSet};

/// Where a long call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Open items are being indexed.
    Prepare,
    /// Candidates are being found and scored.
    Score,
    /// Items are being assigned.
    Assign,
}

/// Told about progress (`stage`, rows done, rows in all); answers whether to go on.
pub type Progress<'a> = dyn FnMut(Stage, usize, usize) -> bool + 'a;

/// Pairs transactions with open items.
///
/// The same rows in another order, or on another number of threads, give the same result to the byte.
///
/// ```
/// use payymo::matching::{Options, reconcile};
/// use payymo::model::{Invoice, Transaction};
/// use payymo::money::{Amount, Currency};
/// let eur = Currency::parse("EUR")?;
/// let mut invoice = Invoice::new("1042", Amount::parse("112.00", eur)?);
/// invoice.number = Some("INV-2026-01042".into());
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
/// let mut payment = Transaction::new("tx1", day, Amount::parse("112.00", eur)?);
/// payment.remittance = "Invoice INV-2026-01042".into();
/// let result = reconcile(&[payment], &[invoice], &[], &Options::default(), &mut |_, _, _| true)?;
/// assert_eq!(result.matches[0].allocations[0].amount, Amount::parse("112.00", eur)?);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `input.options`; `matching.too_many` from 536,870,911 rows on; `matching.cancelled` when `progress`
/// answers `false`. Rows that cannot be used are listed in the result's `errors`.
pub fn reconcile(
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
    progress: &mut Progress<'_>,
) -> Result<Reconciliation, Error> {
    options.check()?;
    if transactions.len().max(invoices.len()) >= u32::MAX as usize / 8 {
        return Err(Error::new(Code::MatchingTooMany, "split the call by tenant, currency or account"));
    }
    let cancelled = || Error::new(Code::MatchingCancelled, "the caller stopped the reconciliation");
    let mut errors = Vec::new();
    let transaction_rows = unique(transactions, "transaction", |t| t.id.as_str(), &mut errors);
    let mut invoice_rows = unique(invoices, "invoice", |i| i.id.as_str(), &mut errors);
    invoice_rows.retain(|row| {
        let invoice = &invoices[*row as usize];
        let usable = check::item(invoice);
        let kept = usable.is_ok();
        errors.extend(usable.err().map(|error| error.at_row(invoice.id.clone())));
        kept
    });
    if !progress(Stage::Prepare, 0, invoice_rows.len()) {
        return Err(cancelled());
    }
    let index = Index::build(invoices, &invoice_rows);
    let settled = Settled::new(settlements);
    let own = Own::new(transactions, options);
    let mut payments = Vec::with_capacity(transaction_rows.len());
    let mut refused: Vec<(u32, UnmatchedReason)> = Vec::new();
    for row in &transaction_rows {
        let transaction = &transactions[*row as usize];
        match (own.refuses(transaction), settled.holds(transaction)) {
            (Some(reason), _) => refused.push((*row, reason)),
            (None, true) => refused.push((*row, UnmatchedReason::Duplicate)),
            (None, false) => match Payment::new(*row, transaction, &own) {
                Ok(payment) => payments.push(payment),
                Err(error) => errors.push(error.at_row(transaction.id.clone())),
            },
        }
    }
    let mut chance = Chance::default();
    let mut reading = Reading::default();
    let mut numbered = Vec::with_capacity(payments.len());
    for payment in &payments {
        reading.read_numbers(&transactions[payment.row as usize]);
        chance.count(&reading);
        numbered.push(reading.keys.iter().any(|key| key.digits > 2 && !index.number(key.key).is_empty()));
    }
    chance.finish();
    let work = Work { index: &index, chance: &chance, options, transactions, payments: &payments };
    let (scored, limits) = work.explain_all(&numbered, progress)?;
    let total = payments.len();
    if !progress(Stage::Assign, 0, total) {
        return Err(cancelled());
    }
    let choices = assign(&index, &payments, &scored);
    let mut limits: Vec<Limit> = limits
        .into_iter()
        .map(|(at, code)| Limit {
            code,
            transaction: transactions[payments[at as usize].row as usize].id.clone(),
        })
        .collect();
    limits.sort();
    let ledger = Ledger { index: &index, transactions, invoices, invoice_rows: &invoice_rows, options };
    let mut result = decide(&ledger, &payments, &scored, &choices, &refused);
    errors.sort_by(|a, b| (a.place().row.as_ref(), a.code()).cmp(&(b.place().row.as_ref(), b.code())));
    result.errors = errors;
    result.limits = limits;
    Ok(result)
}

/// Rows by id, each id once. The same id with the same content counts once; with other content no row of it is used.
fn unique<T: PartialEq>(
    rows: &[T],
    what: &str,
    id: impl Fn(&T) -> &str,
    errors: &mut Vec<Error>,
) -> Vec<u32> {
    // Most ids differ in their first bytes: these are compared without a look at the rows.
    let head = |row: &T| {
        let mut head = [0; 16];
        id(row).bytes().zip(&mut head).for_each(|(byte, place)| *place = byte);
        u128::from_be_bytes(head)
    };
    let mut order: Vec<(u128, u32)> = rows.iter().zip(0..).map(|(row, at)| (head(row), at)).collect();
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| id(&rows[a.1 as usize]).cmp(id(&rows[b.1 as usize]))).then(a.1.cmp(&b.1))
    });
    let order: Vec<u32> = order.into_iter().map(|(_, row)| row).collect();
    let mut out = Vec::with_capacity(order.len());
    for group in order.chunk_by(|a, b| id(&rows[*a as usize]) == id(&rows[*b as usize])) {
        let first = &rows[group[0] as usize];
        if group.iter().all(|row| rows[*row as usize] == *first) {
            out.push(group[0]);
        } else {
            let message =
                format!("{} rows of one {what} id with different content: none of them is used", group.len());
            errors.push(Error::new(Code::InputDuplicateId, message).at_field("id").at_row(id(first)));
        }
    }
    out
}

/// Transactions that were settled before, by the host or by a gateway itself.
struct Settled<'a>(FxHashSet<&'a str>);

impl<'a> Settled<'a> {
    fn new(settlements: &'a [Settlement]) -> Self {
        let ids = settlements.iter().filter(|settlement| settlement.amount.minor() > 0).flat_map(|s| {
            s.transaction.as_deref().into_iter().chain(s.external_ids.iter().map(String::as_str))
        });
        Settled(
            ids.filter(|id| id.len() >= 4 || !id.is_empty() && id.bytes().any(|b| b.is_ascii_alphabetic()))
                .collect(),
        )
    }

    fn holds(&self, transaction: &Transaction) -> bool {
        use crate::model::ReferenceKind::{Bank, Payment};
        self.0.contains(transaction.id.as_str())
            || transaction
                .references
                .iter()
                .any(|r| matches!(r.kind, Payment | Bank) && self.0.contains(r.value.as_str()))
    }
}

/// What explaining payments needs, whoever does it.
struct Work<'a> {
    index: &'a Index<'a>,
    chance: &'a Chance,
    options: &'a Options,
    transactions: &'a [Transaction],
    payments: &'a [Payment],
}

/// Bounds that were hit, by payment.
type Limits = FxHashMap<u32, &'static str>;

type Explained = Vec<(Vec<Hypothesis>, Option<&'static str>)>;

/// Payments between two looks at the progress callback.
const STEP: usize = 512;
/// Payments for which a thread is worth being started.
const LEAST_PART: usize = 128;

/// What has been learnt from the payments that were explained so far.
#[derive(Default)]
struct Lessons {
    learnt: Learnt,
    habits: Habits,
    completes: FxHashSet<(u32, u32)>,
    /// The customer for whom each payment itself speaks, or `NONE`.
    own_votes: Vec<u32>,
}

impl Work<'_> {
    /// Explains every payment, with the bounds that were hit. What names an item comes first: it teaches who pays from
    /// which account, and when. Where that changes anything it is explained again.
    fn explain_all(
        &self,
        numbered: &[bool],
        progress: &mut Progress<'_>,
    ) -> Result<(Vec<Vec<Hypothesis>>, Limits), Error> {
        let (index, payments, total) = (self.index, self.payments, self.payments.len());
        let mut scratches: Vec<Scratch> = Vec::new();
        scratches.resize_with(threads(self.options), Scratch::default);
        let mut scored: Vec<Vec<Hypothesis>> = vec![Vec::new(); total];
        let mut limits = Limits::default();
        let mut lessons = Lessons { own_votes: vec![NONE; total], ..Lessons::default() };
        let (first, rest): (Vec<u32>, Vec<u32>) =
            (0..total as u32).partition(|at| numbered.get(*at as usize).copied().unwrap_or(false));
        let mut done = 0;
        let mut run = |rows: &[u32], lessons: &Lessons, scored: &mut Vec<Vec<Hypothesis>>| {
            let before = done;
            let explained = self.explain(rows, lessons, &mut scratches, &mut |so_far| {
                progress(Stage::Score, (before + so_far).min(total), total)
            })?;
            for (at, (hypotheses, limit)) in rows.iter().zip(explained) {
                limits.extend(limit.map(|limit| (*at, limit)));
                scored[*at as usize] = hypotheses;
            }
            done += rows.len();
            Ok::<(), Error>(())
        };
        run(&first, &lessons, &mut scored)?;
        learn(payments, &scored, &mut lessons);
        lessons.habits = Habits::learn(index, payments, &scored);
        run(&rest, &lessons, &mut scored)?;
        complete(index, payments, &scored, &mut lessons.completes);
        let again: Vec<u32> = (0..total as u32)
            .filter(|at| {
                let (payment, hypotheses) = (&payments[*at as usize], &scored[*at as usize]);
                let votes = lessons.learnt.of(payment.payer.as_deref()).iter().map(|(_, n)| n).sum::<u32>();
                let own = u32::from(lessons.own_votes[*at as usize] != NONE);
                let parts = |h: &Hypothesis| {
                    h.items.iter().any(|item| lessons.completes.contains(&(payment.row, *item)))
                };
                numbered[*at as usize] && (!clear(hypotheses) || votes > own)
                    || !lessons.completes.is_empty() && hypotheses.iter().any(parts)
            })
            .collect();
        run(&again, &lessons, &mut scored)?;
        Ok((scored, limits))
    }

    fn explain(
        &self,
        rows: &[u32],
        lessons: &Lessons,
        scratches: &mut [Scratch],
        progress: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Explained, Error> {
        let scorer = Scorer {
            index: self.index,
            chance: self.chance,
            learnt: &lessons.learnt,
            habits: &lessons.habits,
            options: self.options,
            transactions: self.transactions,
            completes: &lessons.completes,
            priors: Priors::new(self.index),
        };
        let run = |rows: &[u32], scratch: &mut Scratch| -> Explained {
            rows.iter()
                .map(|at| {
                    let own = lessons.own_votes.get(*at as usize).copied().unwrap_or(NONE);
                    let scored = scorer.explain(&self.payments[*at as usize], own, scratch);
                    (scored.hypotheses, scored.limit)
                })
                .collect()
        };
        let threads = scratches.len().max(1);
        let mut out = Vec::with_capacity(rows.len());
        for step in rows.chunks(STEP * threads) {
            if !progress(out.len()) {
                return Err(Error::new(Code::MatchingCancelled, "the caller stopped the reconciliation"));
            }
            let part = step.len().div_ceil(threads).max(LEAST_PART);
            if let ([scratch, ..], true) = (&mut *scratches, part >= step.len()) {
                out.extend(run(step, scratch));
                continue;
            }
            std::thread::scope(|scope| {
                let parts: Vec<_> = step
                    .chunks(part)
                    .zip(scratches.iter_mut())
                    .map(|(part, scratch)| scope.spawn(|| run(part, scratch)))
                    .collect();
                for part in parts {
                    match part.join() {
                        Ok(rows) => out.extend(rows),
                        Err(panic) => std::panic::resume_unwind(panic),
                    }
                }
            });
        }
        Ok(out)
    }
}

#[cfg(feature = "parallel")]
fn threads(options: &Options) -> usize {
    match options.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n as usize,
    }
}

#[cfg(not(feature = "parallel"))]
fn threads(_options: &Options) -> usize {
    1
}

/// Sure payments with a reference say whose account it is that they came from.
fn learn(payments: &[Payment], scored: &[Vec<Hypothesis>], lessons: &mut Lessons) {
    for (at, (payment, hypotheses)) in payments.iter().zip(scored).enumerate() {
        let [best, rest @ ..] = hypotheses.as_slice() else { continue };
        let gap = rest.first().map_or(f64::MAX, |next| best.score - next.score);
        let sure = matches!(best.shape, Shape::Single | Shape::Group | Shape::Closed)
            && gap > 6.0
            && best.customer != NONE
            && best.named() >= 8.0
            && payment.gross >= LEAST_TEACHER;
        if let (true, Some(payer)) = (sure, payment.payer.as_deref()) {
            lessons.learnt.vote(payer, best.customer);
            lessons.own_votes[at] = best.customer;
        }
    }
}

/// Whether the first explanation is so far ahead that when it was paid changes nothing.
fn clear(hypotheses: &[Hypothesis]) -> bool {
    match hypotheses {
        [best, next, ..] => best.score - next.score > 16.0,
        _ => true,
    }
}

/// A payment of a few cents is often a test: it teaches nothing.
const LEAST_TEACHER: i64 = 100;

/// Marks the payments that make up an item together.
fn complete(
    index: &Index<'_>,
    payments: &[Payment],
    scored: &[Vec<Hypothesis>],
    completes: &mut FxHashSet<(u32, u32)>,
) {
    let mut parts: FxHashMap<u32, Vec<(u32, i64)>> = FxHashMap::default();
    for (payment, hypotheses) in payments.iter().zip(scored) {
        for hypothesis in hypotheses.iter().filter(|h| h.shape == Shape::Single) {
            let known = hypothesis.named() >= 4.0 || hypothesis.bits_of("payer.") >= 3.0;
            let Some(item) = hypothesis.items.first() else { continue };
            let settles = hypothesis.amounts.first().copied().unwrap_or(0);
            if known && settles < index.items[*item as usize].open {
                let items =
                    if hypothesis.twins.is_empty() { core::slice::from_ref(item) } else { &hypothesis.twins };
                items.iter().for_each(|item| parts.entry(*item).or_default().push((payment.row, settles)));
            }
        }
    }
    for (item, list) in parts {
        if !(2..=MOST_PARTS).contains(&list.len()) {
            continue;
        }
        let open = index.items[item as usize].open;
        for set in 1_u32..1 << list.len() {
            let chosen =
                || list.iter().enumerate().filter(move |(at, _)| set & (1 << at) != 0).map(|(_, part)| part);
            if chosen().count() >= 2
                && chosen().map(|part| i128::from(part.1)).sum::<i128>() == i128::from(open)
            {
                completes.extend(chosen().map(|part| (part.0, item)));
            }
        }
    }
}

/// Most payments of one item whose sums are tried.
const MOST_PARTS: usize = 12;

//! The door of the engine: what is given is put in order, explained, assigned and decided.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::assign::assign;
use super::check;
use super::context::{Priors, Scorer};
use super::decide::decide;
use super::features::{Chance, Own, PayerRows, Payment, Reading};
use super::habits::Habits;
use super::hypothesis::{Explanation, Explanations, Scored, Shape};
use super::index::{Index, NONE};
use super::learnt::Learnt;
use super::options::Options;
use super::phrases::Phrases;
use super::result::{Limit, Reconciliation, UnmatchedReason};
use super::score::{Limits, Scratch};
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
    let index = Index::build(invoices, &invoice_rows)?;
    let settled = Settled::new(settlements);
    let own = Own::new(transactions, options);
    let mut payers = PayerRows::default();
    let mut payments = Vec::with_capacity(transaction_rows.len());
    let mut refused: Vec<(u32, UnmatchedReason)> = Vec::new();
    for row in &transaction_rows {
        let transaction = &transactions[*row as usize];
        match (own.refuses(transaction), settled.holds(transaction)) {
            (Some(reason), _) => refused.push((*row, reason)),
            (None, true) => refused.push((*row, UnmatchedReason::Duplicate)),
            (None, false) => match Payment::new(*row, transaction, &own, &index, &mut payers) {
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
    let phrases = Phrases::learn(&index, transactions, &payments);
    let work = Work {
        index: &index,
        chance: &chance,
        phrases: &phrases,
        options,
        transactions,
        payments: &payments,
    };
    let (scored, limits) = work.explain_all(&numbered, progress)?;
    // Half the memory of the search is free for the result.
    drop(chance);
    let total = payments.len();
    if !progress(Stage::Assign, 0, total) {
        return Err(cancelled());
    }
    let assigned = assign(&index, &payments, &scored);
    let limit = |(payment, limits): (&Payment, Limits)| {
        let id = &transactions[payment.row as usize].id;
        limits.kinds().map(|code| Limit { code, transaction: id.clone() })
    };
    let mut limits: Vec<Limit> = payments.iter().zip(limits).flat_map(limit).collect();
    limits.sort();
    let ledger = Ledger { index: &index, transactions, options };
    let mut result = decide(&ledger, &payments, &scored, &assigned, &refused);
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
        if group[1..].iter().all(|row| rows[*row as usize] == *first) {
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
#[derive(Default)]
struct Settled<'a> {
    /// By their own ids.
    rows: FxHashSet<&'a str>,
    /// By ids of gateways and banks, which stand in references too: a short number there may be anything.
    external: FxHashSet<&'a str>,
}

impl<'a> Settled<'a> {
    fn new(settlements: &'a [Settlement]) -> Self {
        let telling = |id: &&str| id.len() >= 4 || id.bytes().any(|byte| byte.is_ascii_alphabetic());
        let mut out = Settled::default();
        for settlement in settlements.iter().filter(|settlement| settlement.amount.minor() > 0) {
            let own = settlement.transaction.as_deref().filter(|id| !id.is_empty());
            let others = settlement.external_ids.iter().map(String::as_str);
            out.rows.extend(own);
            out.external.extend(own.into_iter().chain(others).filter(telling));
        }
        out
    }

    fn holds(&self, transaction: &Transaction) -> bool {
        use crate::model::ReferenceKind::{Bank, Payment};
        let id = transaction.id.as_str();
        let mut references = transaction.references.iter().filter(|r| matches!(r.kind, Payment | Bank));
        self.rows.contains(id)
            || self.external.contains(id)
            || references.any(|reference| self.external.contains(reference.value.as_str()))
    }
}

/// What explaining payments needs, whoever does it.
struct Work<'a> {
    index: &'a Index,
    chance: &'a Chance,
    phrases: &'a Phrases,
    options: &'a Options,
    transactions: &'a [Transaction],
    payments: &'a [Payment],
}

/// Some payments explained, one behind the other.
#[derive(Default)]
struct Explained {
    all: Explanations,
    /// How many explanations each payment has.
    lengths: Vec<u32>,
    /// The bounds that each payment hit.
    limits: Vec<Limits>,
}

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
    ) -> Result<(Scored, Vec<Limits>), Error> {
        let (index, payments, total) = (self.index, self.payments, self.payments.len());
        let mut workers: Vec<(Scratch, Explained)> = Vec::new();
        workers.resize_with(threads(self.options), Default::default);
        let mut scored = Scored::new(total);
        let mut limits = vec![Limits::default(); total];
        let mut lessons = Lessons { own_votes: vec![NONE; total], ..Lessons::default() };
        let (first, rest): (Vec<u32>, Vec<u32>) =
            (0..total as u32).partition(|at| numbered.get(*at as usize).copied().unwrap_or(false));
        let mut done = 0;
        let mut run = |rows: &[u32], lessons: &Lessons, scored: &mut Scored| {
            let before = done;
            let tell = &mut |so_far: usize| progress(Stage::Score, (before + so_far).min(total), total);
            self.explain(rows, lessons, &mut workers, tell, &mut |part, explained| {
                scored.take(part, &explained.lengths, &mut explained.all);
                part.iter().zip(explained.limits.drain(..)).for_each(|(at, hit)| limits[*at as usize] = hit);
                explained.lengths.clear();
            })?;
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
                let payment = &payments[*at as usize];
                let votes = lessons.learnt.of(payment.payer).iter().map(|(_, n)| n).sum::<u32>();
                let own = u32::from(lessons.own_votes[*at as usize] != NONE);
                let parts = |h: Explanation<'_>| {
                    h.items().iter().any(|item| lessons.completes.contains(&(payment.row, *item)))
                };
                let mut explained = scored.of(*at as usize);
                numbered[*at as usize] && (!clear(explained.clone()) || votes > own)
                    || !lessons.completes.is_empty() && explained.any(parts)
            })
            .collect();
        run(&again, &lessons, &mut scored)?;
        Ok((scored, limits))
    }

    /// Explains some payments; `take` is given what each part of them came to, in their order.
    fn explain(
        &self,
        rows: &[u32],
        lessons: &Lessons,
        workers: &mut [(Scratch, Explained)],
        progress: &mut dyn FnMut(usize) -> bool,
        take: &mut dyn FnMut(&[u32], &mut Explained),
    ) -> Result<(), Error> {
        let scorer = Scorer {
            index: self.index,
            chance: self.chance,
            phrases: self.phrases,
            learnt: &lessons.learnt,
            habits: &lessons.habits,
            options: self.options,
            transactions: self.transactions,
            completes: &lessons.completes,
            priors: Priors::new(self.index),
        };
        let run = |rows: &[u32], (scratch, out): &mut (Scratch, Explained)| {
            for at in rows {
                let own = lessons.own_votes.get(*at as usize).copied().unwrap_or(NONE);
                let before = out.all.len();
                out.limits.push(scorer.explain(&self.payments[*at as usize], own, scratch, &mut out.all));
                out.lengths.push((out.all.len() - before) as u32);
            }
        };
        let threads = workers.len().max(1);
        for (done, step) in rows.chunks(STEP * threads).enumerate() {
            if !progress(done * STEP * threads) {
                return Err(Error::new(Code::MatchingCancelled, "the caller stopped the reconciliation"));
            }
            let part = step.len().div_ceil(threads).max(LEAST_PART);
            let parts = || step.chunks(part);
            if part >= step.len()
                && let [worker, ..] = &mut *workers
            {
                run(step, worker);
            } else {
                std::thread::scope(|scope| {
                    let run = &run;
                    parts().zip(workers.iter_mut()).for_each(|(part, worker)| {
                        scope.spawn(move || run(part, worker));
                    });
                });
            }
            parts().zip(workers.iter_mut()).for_each(|(part, worker)| take(part, &mut worker.1));
        }
        Ok(())
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
fn learn(payments: &[Payment], scored: &Scored, lessons: &mut Lessons) {
    for (at, best, next) in scored.best() {
        let payment = &payments[at];
        let sure = matches!(best.shape, Shape::Single | Shape::Group | Shape::Closed)
            && best.customer != NONE
            && best.teaches(next)
            && payment.gross >= LEAST_TEACHER;
        if sure && payment.payer != NONE {
            lessons.learnt.vote(payment.payer, best.customer);
            lessons.own_votes[at] = best.customer;
        }
    }
}

/// Whether the first explanation is so far ahead that when it was paid changes nothing.
fn clear<'a>(mut explained: impl Iterator<Item = Explanation<'a>>) -> bool {
    match (explained.next(), explained.next()) {
        (Some(best), Some(next)) => best.score - next.score > 16.0,
        _ => true,
    }
}

/// A payment of a few cents is often a test: it teaches nothing.
const LEAST_TEACHER: i64 = 100;

/// Marks the payments that make up an item together.
fn complete(index: &Index, payments: &[Payment], scored: &Scored, completes: &mut FxHashSet<(u32, u32)>) {
    let mut parts: FxHashMap<u32, Vec<(u32, i64)>> = FxHashMap::default();
    for (at, payment) in payments.iter().enumerate() {
        for single in scored.of(at).filter(|h| h.shape == Shape::Single) {
            let ([item], [settles]) = (single.items(), single.amounts()) else { continue };
            let settles = *settles;
            let known = || single.named() >= 4.0 || single.payer() >= 3.0;
            if settles < index.items[*item as usize].open && known() {
                let items =
                    if single.twins().is_empty() { core::slice::from_ref(item) } else { single.twins() };
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

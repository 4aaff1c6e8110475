//! What a verdict teaches, as counts. Learning adds them, unlearning takes them away.

use super::digest;
use super::entry::{Key, Naming, Outcome, What, charge as charge_object, delay};
use super::feedback::{Feedback, Verdict};
use crate::matching::kinds::reversal::is_won;
use crate::matching::result::{Allocation, Source, Target};
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::parameters as p;
use crate::model::{Invoice, Transaction};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// All that a verdict teaches.
pub fn lessons(feedback: &Feedback) -> Vec<(Key, i64)> {
    let mut out = Vec::new();
    outcome(feedback, &mut out);
    let rows: BTreeMap<&str, &Transaction> =
        feedback.transactions.iter().map(|row| (row.id.as_str(), row)).collect();
    let invoices: BTreeMap<&str, &Invoice> =
        feedback.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
    let all = feedback.is_of_rows();
    for transaction in rows.into_values().filter(|row| all || feedback.speaks_of(&row.id)) {
        let case = Case { feedback, transaction, invoices: &invoices, day: feedback.day };
        case.rejected(&mut out);
        let teaches = transaction.gross().is_ok_and(|gross| gross.minor() >= p::LEAST_TEACHER);
        if teaches && feedback.verdict != Verdict::Rejected {
            case.settled(&mut out);
        }
    }
    out
}

/// How the proposal turned out: by its kind of evidence, and for the bound.
fn outcome(feedback: &Feedback, out: &mut Vec<(Key, i64)>) {
    let Feedback { day, proposal, .. } = feedback;
    if proposal.allocations.is_empty() {
        return;
    }
    let outcome = if feedback.verdict == Verdict::Confirmed { Outcome::Right } else { Outcome::Wrong };
    if feedback.audit {
        out.push((Key::new(What::Audit, *day).about(0, outcome as u64), 1));
    }
    if !proposal.calibration.is_empty() {
        let kind = digest::evidence(&proposal.calibration);
        let key = |outcome: Outcome| Key::new(What::Evidence, *day).about(kind, outcome as u64);
        out.push((key(outcome), 1));
        let expected = 1_000_000_u32.saturating_sub(proposal.millionths);
        out.push((key(Outcome::Expected), i64::from(expected)));
    }
}

/// One transaction of a verdict.
struct Case<'a> {
    feedback: &'a Feedback,
    transaction: &'a Transaction,
    invoices: &'a BTreeMap<&'a str, &'a Invoice>,
    day: NaiveDate,
}

impl<'a> Case<'a> {
    /// What allocations say of the transaction.
    fn own(&self, allocations: &'a [Allocation]) -> impl Iterator<Item = &'a Allocation> {
        let id = self.transaction.id.as_str();
        allocations.iter().filter(move |row| matches!(&row.source, Source::Transaction(of) if of == id))
    }

    /// What is right of it.
    fn right(&self) -> &'a [Allocation] {
        match self.feedback.verdict {
            Verdict::Confirmed => &self.feedback.proposal.allocations,
            Verdict::Rejected => &[],
            Verdict::Corrected => &self.feedback.right,
        }
    }

    fn customer(&self, target: &'a Target) -> Option<&'a str> {
        match target {
            Target::Customer(id) => Some(id),
            Target::Invoice(id) => self.invoices.get(id.as_str())?.customer.as_ref()?.id.as_deref(),
        }
    }

    /// Who paid for whom, how the items were named, and when.
    fn settled(&self, out: &mut Vec<(Key, i64)>) {
        // What takes back teaches nothing.
        let settles = self.own(self.right()).filter(|row| row.amount.minor() > 0);
        let targets: Vec<&Target> = settles.map(|row| &row.target).collect();
        let customers: BTreeSet<Option<&str>> = targets.iter().map(|row| self.customer(row)).collect();
        // Who pays for several at once, as an agency does, is nobody's alias.
        let mut customers = customers.into_iter();
        let (Some(Some(id)), None) = (customers.next(), customers.next()) else { return };
        let customer = digest::customer(id);
        let key = |what| Key::new(what, self.day).of(customer);
        let payer = digest::payer_of(self.transaction);
        if let Some(payer) = payer {
            out.push((key(What::Alias).about(payer, 0), 1));
        }
        let items: Vec<&Invoice> = targets.iter().filter_map(|target| self.item(target)).collect();
        if let ([item], [_]) = (items.as_slice(), targets.as_slice())
            && let Some(due) = item.due_on
        {
            let late = self.transaction.booked_on.signed_duration_since(due).num_days();
            let late = i32::try_from(late).unwrap_or(if late < 0 { i32::MIN } else { i32::MAX });
            out.push((key(What::Delay).about(0, delay(late) as u64), 1));
        }
        if self.feedback.verdict != Verdict::Confirmed || items.is_empty() {
            return;
        }
        out.push((key(What::Naming).about(0, self.naming() as u64), 1));
        for (invoice, charge) in &self.feedback.proposal.charges {
            let own = items.iter().any(|item| item.id == *invoice);
            if let (Some(payer), true, Ok(taken @ 1..)) = (payer, own, u64::try_from(charge.minor())) {
                let object = charge_object(charge.currency(), taken);
                out.push((key(What::Charge).about(payer, object), 1));
            }
        }
    }

    fn item(&self, target: &Target) -> Option<&'a Invoice> {
        target.invoice().and_then(|id| self.invoices.get(id).copied())
    }

    /// How the payment's text named what it settles.
    fn naming(&self) -> Naming {
        let codes = &self.feedback.proposal.evidence;
        if codes.iter().any(|code| Clue::is_name_of_item(code)) {
            Naming::Number
        } else if codes.iter().any(|code| code == Clue::PayerCustomerNumber.code()) {
            Naming::CustomerNumber
        } else {
            Naming::Nothing
        }
    }

    /// What must not be proposed again: the same payment, or another of the same person, for the same items.
    fn rejected(&self, out: &mut Vec<(Key, i64)>) {
        self.rejected_whole(out);
        let proposed: BTreeSet<&Target> =
            self.own(&self.feedback.proposal.allocations).map(|row| &row.target).collect();
        let right: BTreeSet<&Target> = self.own(self.right()).map(|row| &row.target).collect();
        if proposed.is_empty() || proposed == right {
            return;
        }
        let mut wrong: Vec<Vec<&Target>> = vec![proposed.iter().copied().collect()];
        // Where it is known what is right, every part that is not is wrong by itself.
        if self.feedback.verdict == Verdict::Corrected && proposed.len() > 1 {
            wrong.extend(proposed.difference(&right).map(|target| vec![*target]));
        }
        let payment = digest::payment(&self.transaction.id);
        let subjects = [Some(payment), digest::person(self.transaction)];
        for targets in wrong {
            let customer = targets.iter().find_map(|target| self.customer(target));
            let customer = customer.map_or(0, digest::customer);
            let object = match targets.as_slice() {
                [Target::Customer(id)] => digest::on_account(id),
                targets => digest::items(targets.iter().map(|target| target.id())),
            };
            for subject in subjects.into_iter().flatten() {
                out.push((Key::new(What::Rejected, self.day).of(customer).about(subject, object), 1));
            }
        }
    }

    /// A payment that does not take back what it was said to, or is not made up of what it was said to be.
    fn rejected_whole(&self, out: &mut Vec<(Key, i64)>) {
        let Feedback { verdict, proposal, day, .. } = self.feedback;
        // What gives again speaks of a settlement as what takes back does.
        let takes_back = is_won(self.transaction) && !proposal.allocations.is_empty()
            || proposal.allocations.iter().any(|row| row.amount.minor() < 0);
        let made_up = proposal.allocations.is_empty() && *verdict == Verdict::Rejected;
        if *verdict != Verdict::Confirmed && (takes_back || made_up) {
            let customer = proposal.allocations.iter().find_map(|row| self.customer(&row.target));
            let key = Key::new(What::Rejected, *day).of(customer.map_or(0, digest::customer));
            out.push((key.about(digest::payment(&self.transaction.id), digest::whole()), 1));
        }
    }
}

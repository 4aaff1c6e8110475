//! Payouts of gateways, explained by their parts.
//!
//! # Design
//! A gateway's account is told by its rows: they pay out, or name the payout that they went into. The way of a payout:
//! `account` (which rows there are), `bundle` (the gateway's row, the bank's deposit, and a failed payout's return, as
//! one), then its members: rows that carry its id, and without ids the rows that `window` cuts out between two payouts.
//! What members and fees do not make up is named where another payout or a return says what it is; anything else is
//! `unexplained`, and for a person. Payouts settle nothing: the charges do, through the ordinary engine.
//!
//! Source: Stripe's payout reconciliation and GoCardless' payout items: an amount paid out is the sum of what went into it.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

mod account;
mod bundle;
mod window;

use self::account::{Accounts, Row};
use self::bundle::{Bundle, Link};
use self::window::{Fit, windows};
use super::whole::Whole;
use crate::matching::decide::calibration::Kind as Way;
use crate::matching::options::Options;
use crate::matching::result::{Component, Match, MatchKind, Member, Payout, Residual};
use crate::matching::weigh::clue::Clue;
use crate::model::{Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use crate::text;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// What was found of payouts.
#[derive(Default)]
pub(crate) struct Found {
    pub matches: Vec<Match>,
    /// Rows that are payouts, whether explained or not, and members that settle nothing: no customer paid them.
    pub no_receipts: FxHashSet<u32>,
}

/// Explains the payouts among `rows` of the transactions, which are in the order of their ids.
pub(crate) fn payouts(transactions: &[Transaction], rows: &[u32], options: &Options) -> Found {
    let accounts = Accounts::read(transactions, rows);
    if accounts.gateway.is_empty() {
        return Found::default();
    }
    let bundles = bundle::bundles(&accounts, transactions);
    let mut drafts: Vec<Draft<'_>> = bundles.into_iter().map(Draft::new).collect();
    let mut free = by_id(&accounts, &mut drafts);
    by_window(&mut drafts, &mut free);
    name_rests(&mut drafts, &free);
    let mut found = Found::default();
    for draft in drafts.into_iter().filter(|draft| !draft.merged) {
        let of_itself = draft.bundle.rows().map(|row| row.at);
        found.no_receipts.extend(of_itself);
        if let Some(one) = draft.found(transactions, options) {
            let payout = one.payout.as_deref();
            let answered: FxHashSet<&str> = payout.into_iter().flat_map(Payout::answered).collect();
            let members = draft.members.iter().map(|row| row.at);
            found
                .no_receipts
                .extend(members.filter(|at| answered.contains(transactions[*at as usize].id.as_str())));
            found.matches.push(one);
        }
    }
    found
}

/// A payout while it is being explained.
struct Draft<'a> {
    bundle: Bundle<'a>,
    members: Vec<&'a Row>,
    how: How,
    /// What is named beside the members and their fees.
    rests: Vec<(Component, i64)>,
    /// Whether its rows stand with those of another payout of the day.
    merged: bool,
}

/// How the members of a payout were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Nothing,
    Ids,
    /// Ids, and rows without one that were booked beside them.
    IdsAndDays,
    Days,
    /// The same, one payout's days behind the other's.
    Runs,
    /// Days, for several payouts.
    Together,
}

impl<'a> Draft<'a> {
    fn new(bundle: Bundle<'a>) -> Self {
        Draft { bundle, members: Vec::new(), how: How::Nothing, rests: Vec::new(), merged: false }
    }

    /// What is still to be named: what left the account, less what went in.
    fn rest(&self) -> i128 {
        let members: i128 = self.members.iter().map(|row| i128::from(row.net)).sum();
        let named: i128 = self.rests.iter().map(|rest| i128::from(rest.1)).sum();
        i128::from(self.bundle.moved()) - members - named
    }

    fn name(&mut self, component: Component, amount: i64) {
        if amount != 0 {
            self.rests.push((component, amount));
        }
    }

    /// Names the rest.
    fn name_rest(&mut self, component: Component) {
        self.name(component, i64::try_from(self.rest()).unwrap_or(0));
    }

    fn found(&self, transactions: &[Transaction], options: &Options) -> Option<Match> {
        let id = |row: &Row| transactions[row.at as usize].id.clone();
        let bundle = &self.bundle;
        if self.members.is_empty() && bundle.back.is_none() {
            return None;
        }
        let currency = bundle.currency();
        let money = |minor| Amount::new(minor, currency);
        let member = |component, row: &Row| Member {
            transaction: id(row),
            component,
            amount: Amount::new(row.gross, row.currency),
        };
        let mut payout = Payout::default();
        payout.deposit.extend(bundle.deposits.iter().map(|row| member(Component::Deposit, row)));
        payout.deposit.extend(bundle.out.iter().map(|row| member(Component::Payout, row)));
        payout.deposit.extend(bundle.back.iter().map(|row| member(Component::FailedPayout, row)));
        let as_member = |row: &&Row| member(component(row, &transactions[row.at as usize]), row);
        payout.members = self.members.iter().map(as_member).collect();
        payout.members.sort_by(|a, b| a.transaction.cmp(&b.transaction));
        let fee = |row: &&Row| i128::from(row.net) - i128::from(row.gross);
        // What the payout itself cost was taken beside it.
        let own: i128 = bundle.gateway_rows().map(|row| fee(&row)).sum();
        let fees: i128 = self.members.iter().map(fee).sum::<i128>() + own;
        let mut rests: BTreeMap<Component, i64> = BTreeMap::new();
        rests.insert(Component::Fee, i64::try_from(fees).ok()?);
        for (component, amount) in &self.rests {
            let sum = rests.entry(*component).or_default();
            *sum = sum.checked_add(*amount)?;
        }
        let rest = i64::try_from(self.rest()).ok()?;
        rests.insert(Component::Unexplained, rest);
        let named = rests.into_iter().filter(|rest| rest.1 != 0);
        payout.residual =
            named.map(|(component, minor)| Residual { component, amount: money(minor) }).collect();
        let mut whole = self.weigh(transactions, rest);
        whole.payout = Some(Box::new(payout));
        let rows: Vec<&Transaction> = bundle.rows().map(|row| &transactions[row.at as usize]).collect();
        Some(whole.found(options, &rows, Some(money(bundle.moved())), &[]))
    }

    /// What speaks for it.
    fn weigh(&self, transactions: &[Transaction], rest: i64) -> Whole {
        let way = match self.how {
            _ if rest != 0 => Way::PayoutRest,
            How::Ids | How::Nothing => Way::PayoutId,
            How::IdsAndDays | How::Days | How::Runs | How::Together => Way::PayoutDays,
        };
        let mut whole = Whole::new(MatchKind::Payout, way, PRIOR);
        let name = |row: &Row| transactions[row.at as usize].id.as_str();
        match self.how {
            How::Nothing => {}
            How::Ids => whole.say(Clue::PayoutId, BY_ID, None),
            How::IdsAndDays => {
                whole.say(Clue::PayoutId, BY_ID, None);
                whole.say(Clue::PayoutWindow, BY_DAYS, None);
                whole.doubt(Clue::PayoutWindow);
            }
            How::Days => {
                whole.say(Clue::PayoutWindow, BY_DAYS, None);
                whole.doubt(Clue::PayoutWindow);
            }
            How::Runs => whole.say(Clue::PayoutWindow, BY_RUNS, None),
            How::Together => {
                whole.say(Clue::PayoutTogether, BY_DAYS, None);
                whole.doubt(Clue::PayoutTogether);
            }
        }
        if self.rests.iter().any(|(component, _)| *component == Component::CarryOver) {
            whole.say(Clue::PayoutCarryOver, 1.0, None);
            whole.doubt(Clue::PayoutCarryOver);
        }
        match rest {
            0 if self.members.is_empty() => {}
            0 => whole.say(Clue::PayoutSum, SUM, None),
            rest => {
                let share = (rest as f64 / self.bundle.moved().max(1) as f64).abs().min(1.0);
                whole.say(Clue::PayoutUnexplained, UNEXPLAINED * (0.2 + share), None);
                whole.doubt(Clue::PayoutUnexplained);
            }
        }
        let by_days = !matches!(self.how, How::Ids | How::Nothing);
        match self.bundle.link {
            Link::None => {}
            // Whose deposit it is says nothing of what it is made of.
            Link::Id if by_days => whole.say(Clue::PayoutDeposit, 1.0, None),
            Link::Id => whole.say(Clue::PayoutDeposit, BY_ID, None),
            Link::Amount if by_days => whole.say(Clue::PayoutDepositAmount, 0.5, None),
            Link::Amount => whole.say(Clue::PayoutDepositAmount, BY_AMOUNT, None),
            Link::AmountOfSeveral => {
                whole.say(Clue::PayoutDepositAmount, 0.5, None);
                whole.doubt(Clue::PayoutDepositAmount);
            }
        }
        if let Some(back) = self.bundle.back {
            let by_id = self.bundle.out.iter().any(|out| out.ids.iter().any(|id| back.ids.contains(id)));
            whole.say(Clue::PayoutFailed, if by_id { BY_ID } else { BY_DAYS }, Some(name(back)));
            if !by_id {
                whole.doubt(Clue::PayoutFailed);
            }
        }
        whole
    }
}

/// Bits before any evidence, and of each kind of it.
const PRIOR: f64 = -3.0;
const BY_ID: f64 = 12.0;
const BY_AMOUNT: f64 = 8.0;
const BY_DAYS: f64 = 4.0;
const BY_RUNS: f64 = 11.0;
const SUM: f64 = 6.0;
const UNEXPLAINED: f64 = -8.0;

/// Rows of gateways that are nobody's, by account and currency.
type Free<'a> = BTreeMap<(u32, Currency), Vec<&'a Row>>;

/// Gives payouts the rows that carry their id; answers those that are nobody's.
fn by_id<'a>(accounts: &'a Accounts, drafts: &mut [Draft<'a>]) -> Free<'a> {
    let mut of_id: BTreeMap<(u32, Currency), usize> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        for id in draft.bundle.ids() {
            of_id.entry((id, draft.bundle.currency())).or_insert(at);
        }
    }
    let own: FxHashSet<u32> = drafts.iter().flat_map(|draft| draft.bundle.rows()).map(|row| row.at).collect();
    let mut free = Free::new();
    for row in accounts.gateway.iter().filter(|row| !own.contains(&row.at) && !row.is_payout()) {
        let payout = row.ids.iter().find_map(|id| of_id.get(&(*id, row.currency)));
        match payout {
            Some(at) => {
                drafts[*at].members.push(row);
                drafts[*at].how = How::Ids;
            }
            // What names a payout that is not given is no other payout's.
            None if row.ids.is_empty() => free.entry((row.account, row.currency)).or_default().push(row),
            None => {}
        }
    }
    free
}

/// Gives payouts of which no row carries the id the rows that were booked before them.
fn by_window<'a>(drafts: &mut [Draft<'a>], free: &mut Free<'a>) {
    let mut groups: BTreeMap<(u32, Currency), Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.how == How::Nothing) {
        let group = draft.bundle.account.map(|account| (account, draft.bundle.currency()));
        group.into_iter().for_each(|group| groups.entry(group).or_default().push(at));
    }
    for (group, mut list) in groups {
        let Some(rows) = free.get_mut(&group) else { continue };
        list.sort_by_key(|at| (drafts[*at].bundle.day(), *at));
        let bundles = || list.iter().map(|at| &drafts[*at].bundle);
        let payouts: Vec<(i32, i64)> = bundles().map(|bundle| (bundle.day(), bundle.paid())).collect();
        let mut back: Vec<(i32, i64)> =
            bundles().filter_map(|bundle| bundle.back).map(|row| (row.value, row.net)).collect();
        back.sort_unstable();
        // Gateways pay out what has become available; of those that do not say when, what was booked.
        let cut = |day: fn(&Row) -> i32| {
            let mut rows = rows.clone();
            rows.sort_by_key(|row| day(row));
            let moved: Vec<(i32, i64)> = rows.iter().map(|row| (day(row), row.net)).collect();
            let found = windows(&moved, &payouts, &back);
            let fits = found.iter().filter(|window| window.fit != Fit::Open).count();
            (rows, found, fits)
        };
        let (value, booked) = (cut(|row| row.value), cut(|row| row.booked));
        let (in_order, found, _) = if booked.2 > value.2 { booked } else { value };
        let mut taken: FxHashSet<u32> = FxHashSet::default();
        for window in found.into_iter().filter(|window| !window.rows.is_empty()) {
            let members = &in_order[window.rows];
            taken.extend(members.iter().map(|row| row.at));
            let (Some(first), others) =
                (list.get(window.payouts.start).copied(), list[window.payouts].iter().skip(1))
            else {
                continue;
            };
            for other in others {
                drafts[*other].merged = true;
                let bundle = drafts[*other].bundle.clone();
                drafts[first].bundle.join(bundle);
            }
            let draft = &mut drafts[first];
            draft.members.extend(members);
            draft.how = if window.sure { How::Runs } else { How::Days };
            match window.fit {
                Fit::Failed(amount) => draft.name(Component::FailedPayout, amount),
                Fit::Carried(amount) => draft.name(Component::CarryOver, amount),
                Fit::Together => draft.how = How::Together,
                Fit::Exact | Fit::Open => {}
            }
        }
        rows.retain(|row| !taken.contains(&row.at));
    }
}

/// Names what the members do not make up, where something says what it is: the payout failed and its money went back; a
/// payout that failed before is paid again; rows without an id were booked beside those that carry it; a payout left
/// what the next one takes.
fn name_rests<'a>(drafts: &mut [Draft<'a>], free: &Free<'a>) {
    let mut came_back: BTreeMap<(u32, Currency), Vec<(i32, i64)>> = BTreeMap::new();
    for draft in drafts.iter_mut() {
        if let Some(back) = draft.bundle.back {
            draft.name_rest(Component::FailedPayout);
            came_back.entry((back.account, back.currency)).or_default().push((back.value, back.net));
        }
    }
    let mut groups: BTreeMap<(u32, Currency), Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.how == How::Ids) {
        let group = draft.bundle.account.map(|account| (account, draft.bundle.currency()));
        group.into_iter().for_each(|group| groups.entry(group).or_default().push(at));
    }
    for (group, mut list) in groups {
        list.sort_by_key(|at| (drafts[*at].bundle.day(), *at));
        let mut beside = free.get(&group).cloned().unwrap_or_default();
        beside.sort_by_key(|row| row.value);
        let mut back = came_back.remove(&group).unwrap_or_default();
        back.sort_unstable();
        let mut since = i32::MIN;
        for (place, at) in list.iter().copied().enumerate() {
            let (rest, day) = (drafts[at].rest(), drafts[at].bundle.day());
            let rows = between(&beside, since, day, |row| row.value);
            since = day;
            if rest == 0 {
                continue;
            }
            let next = list.get(place + 1).copied().filter(|next| drafts[*next].rest() == -rest);
            if paid_again(&mut back, day, rest) {
                drafts[at].name_rest(Component::FailedPayout);
            } else if rows.iter().map(|row| i128::from(row.net)).sum::<i128>() == rest {
                drafts[at].members.extend(rows);
                drafts[at].how = How::IdsAndDays;
            } else if let Some(next) = next {
                drafts[at].name_rest(Component::CarryOver);
                drafts[next].name_rest(Component::CarryOver);
            }
        }
    }
}

/// Whether an amount is what came back until a day and was not paid again: one payout, or all of them. It is no more.
fn paid_again(back: &mut Vec<(i32, i64)>, day: i32, amount: i128) -> bool {
    let until = back.partition_point(|row| row.0 <= day);
    let one = back[..until].iter().position(|row| i128::from(row.1) == amount);
    let all = || until > 1 && back[..until].iter().map(|row| i128::from(row.1)).sum::<i128>() == amount;
    match one {
        Some(at) => {
            back.remove(at);
            true
        }
        None if all() => {
            back.drain(..until);
            true
        }
        None => false,
    }
}

/// The rows after one day, until the end of another; they are in the order of their days.
fn between<T>(rows: &[T], since: i32, until: i32, day: impl Fn(&T) -> i32) -> &[T] {
    let start = rows.partition_point(|row| day(row) <= since);
    let end = rows.partition_point(|row| day(row) <= until).max(start);
    &rows[start..end]
}

/// What a row of a gateway is in a payout.
fn component(row: &Row, transaction: &Transaction) -> Component {
    use TransactionKind as Kind;
    let disputed = transaction.returned.as_ref().is_some_and(|returned| {
        use crate::model::ReturnStage::{Chargeback, Indemnity, Won};
        matches!(returned.stage, Chargeback | Indemnity | Won)
    });
    match row.kind {
        Kind::Dispute => Component::Dispute,
        _ if disputed => Component::Dispute,
        // What takes a payout back refers to it, and is no refund for that.
        Kind::Payout => Component::FailedPayout,
        Kind::Refund | Kind::Return => Component::Refund,
        _ if transaction.returned.is_some() || transaction.reverses.is_some() => Component::Refund,
        Kind::Fee => Component::Fee,
        Kind::Card | Kind::DirectDebit | Kind::Transfer | Kind::Cheque => Component::Charge,
        Kind::Other if row.gross > 0 && said(transaction) == Component::Adjustment => Component::Charge,
        Kind::Internal | Kind::Interest | Kind::Other => said(transaction),
    }
}

/// What a row of the gateway itself is, by its words and its code.
fn said(transaction: &Transaction) -> Component {
    let code =
        transaction.bank_code.as_ref().and_then(|code| code.proprietary.as_deref()).unwrap_or_default();
    let of_type = |name: &str| transaction.metadata.get(name).unwrap_or_default();
    let texts = [transaction.remittance.as_str(), code, of_type("type"), of_type("reporting_category")];
    let has = |word: &str| texts.iter().any(|text| text::fold(text).contains(word));
    if has("hold") && !has("reserve") {
        Component::Hold
    } else if has("reserve") {
        Component::Reserve
    } else if has("carry") || has("carried") || has("negative balance") {
        Component::CarryOver
    } else {
        Component::Adjustment
    }
}

#[cfg(test)]
mod tests;

//! What keeps a match from being booked however likely it is: doubts that a probability does not weigh.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use crate::matching::index::{Index, NO_DAY, NONE};
use crate::matching::payment::features::Payment;
use crate::matching::payment::reference_hits::NAMED;
use crate::matching::weigh::amount::Relation;
use crate::matching::weigh::clue::{About, Clue, Weighed};
use crate::matching::weigh::hypothesis::{Explanation, Shape};
use crate::matching::weigh::parameters as p;
use crate::model::InvoiceKind;

/// Why a person should see an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// One of its clues.
    Clue(Clue),
    /// Nothing says who paid, and no number names the item.
    Nobody,
}

/// Whether a doubt stays however likely the match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    /// No probability speaks of it: it would be wrong in a way that the scores do not see.
    Firm,
    /// Seldom right to wait for, where all else is nearly certain.
    Soft,
}

/// Why a person should see an explanation by items; `None` where nothing speaks against its being booked. Of one that is
/// `nearly_certain` only what no probability weighs.
pub(crate) fn doubt(
    index: &Index,
    chosen: Explanation<'_>,
    payment: &Payment,
    nearly_certain: bool,
) -> Option<Doubt> {
    if of_ledger(index, chosen) {
        return None;
    }
    let said = (chosen.payer(), chosen.named());
    let mut soft = None;
    for w in chosen.clues() {
        match strength(index, chosen, payment, said, w) {
            Some(Strength::Firm) => return Some(Doubt::Clue(w.clue)),
            Some(Strength::Soft) if !nearly_certain => soft = soft.or(Some(Doubt::Clue(w.clue))),
            _ => {}
        }
    }
    soft.or_else(|| chance_number(chosen, said))
}

/// How strongly one clue speaks for a person's look; `payer` and `number` are what all say of these together.
fn strength(
    index: &Index,
    chosen: Explanation<'_>,
    payment: &Payment,
    (payer, number): (f64, f64),
    w: &Weighed,
) -> Option<Strength> {
    use Strength::{Firm, Soft};
    let has = |clue: Clue| chosen.clues().iter().any(|w| w.clue == clue);
    // All that is open, and nothing speaks as strongly against it as another item that is named.
    let all = || has(Clue::GroupAll) && !chosen.clues().iter().any(|w| w.bits <= p::NAMED_TOO);
    let exact = chosen.relation.is_some_and(|relation| relation.clue.is_exact());
    let known = payer > p::PAYER_KNOWN && number >= NAMED;
    let (doubtful, strength) = match w.clue {
        Clue::ReferencePrevious
        | Clue::AmountOtherCurrency
        | Clue::AmountNet
        | Clue::AmountKeying
        | Clue::AmountDouble
        | Clue::PayerOtherAccount
        | Clue::PayerOtherId
        | Clue::ReferenceCredit
        | Clue::TextRefund => (true, Firm),
        // A stranger's number among other things: where next to nobody owes the amount it is no chance.
        Clue::ReferenceLoose => {
            let amount =
                chosen.relation.filter(|relation| relation.clue.is_exact()).map_or(0.0, |one| one.bits);
            (payer < 0.0 && amount < p::RAREST_AMOUNT, Firm)
        }
        // The credit may be meant for another item.
        Clue::AmountLessCredit => (!known, if owes_more(index, chosen) { Firm } else { Soft }),
        // Who pays by his name or account and is off by a digit means his own.
        Clue::ReferenceFuzzy => (!known, if payer <= 0.0 { Firm } else { Soft }),
        // A rate on the way moves the amount a little: the number must be sure, or the payer known as well.
        Clue::AmountConverted if w.bits < p::CONVERTED_FAR => (!known, Firm),
        Clue::AmountConverted => (payer <= p::PAYER_KNOWN && number < p::NAMED_SURELY, Soft),
        // Nobody knows the numbers between his own.
        Clue::ReferenceRange => (of_several(chosen), Firm),
        // One item's id may be another one's number, and a stranger's number anything.
        Clue::ReferenceId => (chosen.shape == Shape::Group || payer < 0.0, Firm),
        // What is far over was meant otherwise; that it is for another of his is a rival, if it adds up. Who lists
        // several and pays more means yet another one.
        Clue::AmountOver if chosen.shape == Shape::Group || far_over(index, chosen, payment) => (true, Firm),
        Clue::AmountOver => (!known, Soft),
        // Who names one and pays twice as much pays two of them, or one by mistake twice.
        Clue::ReferenceElsewhere
            if number >= NAMED && (two_alike(index, chosen) || is_guessed(index, chosen)) =>
        {
            (true, Firm)
        }
        Clue::AmountSum => (number < NAMED && two_alike(index, chosen), Firm),
        // Some are named and others not: all that is open, or what a payer who is known owes to the cent, is not
        // another few. A single item beside another that is named too: the amount must say which.
        Clue::ReferenceElsewhere if number >= NAMED => (!(all() || exact && payer > p::PAYER_KNOWN), Soft),
        Clue::ReferenceToo if number >= NAMED => match chosen.shape {
            Shape::Group => (!all(), Firm),
            _ => (!exact, Firm),
        },
        Clue::ReferenceToo | Clue::ReferenceElsewhere => (w.bits <= p::NAMED_INSTEAD, Soft),
        Clue::ReferenceUnlisted => (w.bits <= p::UNLISTED_INSTEAD, Soft),
        // A part of a name fits many, and `Miller` is not `Muller`.
        Clue::PayerNamePartial | Clue::PayerNamePartialInText => {
            (payer < p::PART_OF_NAME_ALONE && number < NAMED, Soft)
        }
        // A number that is a customer's may stand in a stranger's text for something else.
        Clue::PayerCustomerNumber => (number < NAMED && has(Clue::PayerNameDiffers), Firm),
        Clue::PayerNameInText => (payer < p::NAME_IN_TEXT_ALONE && number < NAMED, Soft),
        Clue::PayerName => (payer < p::NAME_ALONE && number < NAMED, Soft),
        // A charge that is no likelier than any other amount, where only a number says whose: it may stand in anything.
        // Of items of several customers nobody says whose is short.
        Clue::AmountBankFee => (payer <= p::PAYER_KNOWN && (w.bits < 0.0 || of_several(chosen)), Firm),
        // The last part of one item, while the text names another.
        Clue::AmountCompletes if has(Clue::ReferenceElsewhere) || has(Clue::ReferenceUnlisted) => {
            (true, Firm)
        }
        // Two strangers' payments may come to an item together by chance.
        Clue::AmountCompletes => (number < NAMED, Soft),
        // A part of several items: nobody said which, or in which order. A plain part of all that a payer owes is his.
        Clue::AmountFraction if chosen.shape == Shape::Single && payer >= p::PAYER_SURE => {
            (number < NAMED && (owes_more(index, chosen) || small_part(index, chosen)), Firm)
        }
        Clue::AmountFraction | Clue::AmountPart | Clue::AmountDeducted | Clue::AmountWithheld
            if number < NAMED || chosen.shape == Shape::Group =>
        {
            (true, Firm)
        }
        // A decimal point lost, or a cent that tries whether an account is there.
        Clue::AmountPart if tiny(index, chosen) => (true, Firm),
        Clue::AmountPart | Clue::AmountDeducted | Clue::AmountWithheld => (payer <= 0.0, Soft),
        Clue::DateBeforeIssue if long_before(index, chosen, payment) => (true, Firm),
        Clue::DateBeforeIssue => (number < NAMED || payer <= 0.0 && w.bits <= p::BEFORE_ISSUE, Firm),
        _ => (false, Soft),
    };
    doubtful.then_some(strength)
}

/// A short number beside a stranger's name may be anything; beside no name it needs an amount that few owe.
fn chance_number(chosen: Explanation<'_>, (payer, number): (f64, f64)) -> Option<Doubt> {
    let exact = |relation: &Relation| relation.clue.is_exact();
    let amount = chosen.relation.filter(exact).map_or(0.0, |relation| relation.bits);
    let part = |w: &Weighed| matches!(w.clue, Clue::ReferenceSerial | Clue::ReferenceBare);
    if number >= p::NUMBER_WITH_RARE && amount >= p::RAREST_AMOUNT {
        return None;
    }
    let enough = match payer < 0.0 {
        true if chosen.clues().iter().any(part) => p::SERIAL_OF_STRANGER,
        false if amount >= p::RARE_AMOUNT => p::NUMBER_AND_AMOUNT,
        _ => p::NUMBER_ALONE,
    };
    let short = chosen.shape == Shape::Single && payer <= 0.0 && number < enough;
    let named = || chosen.clues().iter().find(|w| w.clue.names_item());
    short.then(|| named().map_or(Doubt::Nobody, |w| Doubt::Clue(w.clue)))
}

/// Whether it is by rows of a ledger: nobody pays them, and their probability weighs all there is.
pub(crate) fn of_ledger(index: &Index, chosen: Explanation<'_>) -> bool {
    let entry =
        |item: &u32| index.items.get(*item as usize).is_some_and(|item| item.kind == InvoiceKind::Entry);
    chosen.items().first().is_some_and(entry)
}

/// Whether less than a quarter of an item was paid: it may be for anything.
fn small_part(index: &Index, chosen: Explanation<'_>) -> bool {
    let mut parts = chosen.items().iter().zip(chosen.amounts());
    parts.any(|(item, paid)| *paid < index.items[*item as usize].open / 4)
}

/// Whether next to nothing of an item was paid.
fn tiny(index: &Index, chosen: Explanation<'_>) -> bool {
    let mut parts = chosen.items().iter().zip(chosen.amounts());
    parts.any(|(item, paid)| *paid < index.items[*item as usize].open / 50)
}

/// Whether it is by items of several customers.
fn of_several(chosen: Explanation<'_>) -> bool {
    chosen.shape == Shape::Group && chosen.customer == NONE
}

/// Whether an item was issued so long after the payment that its number was not known yet.
fn long_before(index: &Index, chosen: Explanation<'_>, payment: &Payment) -> bool {
    let issued = |item: &u32| index.items[*item as usize].issued;
    chosen.items().iter().any(|item| issued(item) != NO_DAY && issued(item) > payment.day + LONG_BEFORE)
}

/// Days before its issue from which on nobody knows an item's number, not even from an offer.
const LONG_BEFORE: i32 = 300;

/// Whether half as much again was paid as the items come to: a decimal point lost, or money for something else.
fn far_over(index: &Index, chosen: Explanation<'_>, payment: &Payment) -> bool {
    let items = || chosen.items().iter().map(|item| &index.items[*item as usize]);
    let open: i64 = items().map(|item| item.open).fold(0, i64::saturating_add);
    let paid = items().next().and_then(|item| payment.amount_in(item.currency)).unwrap_or(payment.gross);
    paid.saturating_sub(open) > open / 2
}

/// Whether it settles two items that are as much.
pub(crate) fn two_alike(index: &Index, chosen: Explanation<'_>) -> bool {
    let open = |item: u32| index.items[item as usize].open;
    matches!(chosen.items(), [a, b] if open(*a) == open(*b))
}

/// Whether a text names some of the items, and for one that it does not name another of the customer's would do as well:
/// its number may be one that could not be read.
pub(crate) fn is_guessed(index: &Index, chosen: Explanation<'_>) -> bool {
    let items = chosen.items();
    let is_named =
        |item: &u32| chosen.clues().iter().any(|w| w.clue.names_item() && w.about() == About::Item(*item));
    let alike = |item: &u32| {
        let of = |item: u32| (index.items[item as usize].open, index.items[item as usize].currency);
        index.open_of(chosen.customer).iter().any(|other| !items.contains(other) && of(*other) == of(*item))
    };
    items.iter().any(is_named) && items.iter().any(|item| !is_named(item) && alike(item))
}

/// Whether the customer has more open than this.
fn owes_more(index: &Index, chosen: Explanation<'_>) -> bool {
    index.open_of(chosen.customer).len() > chosen.items().len()
}

/// Whether a stranger pays, by his text, what he himself owes in the same amount: he may have miswritten a digit.
pub(crate) fn payer_owes_it<'a>(
    chosen: Explanation<'_>,
    mut all: impl Iterator<Item = Explanation<'a>>,
) -> bool {
    chosen.payer() <= 0.0
        && all.any(|other| {
            other.shape.settles()
                && other.customer != chosen.customer
                && other.payer() > p::PAYER_KNOWN
                && other.relation.is_some_and(|relation| relation.clue.is_exact())
        })
}

//! Payments that need no search: the text names an item of exactly this amount, and the payer is its customer.
//!
//! # Design
//! Whoever else may be meant is looked for only where he could come near. What can be said for another customer is
//! bounded before he is known: the words of the payment's names and text are worth so many bits whoever bears them, a
//! date so many, and an item that is not named loses some. Where the bound stays `p::SURE` bits behind, the search is
//! left out; on made-up worlds that is half of all payments.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::clue::Clue;
use super::context::Context;
use super::hypothesis::Sum;
use super::parameters as p;
use crate::matching::index::NONE;
use crate::matching::payment::reference_hits::Hit;
use crate::matching::payment::told::{Party, Told};

/// The customer of the one item that a payment can be for, if there is only one; `words` are tokens that the payment's
/// words stand for, each with how surely.
pub(crate) fn sure(context: &Context<'_>, told: &Told<'_>, words: &[(u32, f64)]) -> Option<(Hit, Party)> {
    let (index, hits) = (context.scorer.index, context.hits);
    let best = hits.hits.iter().max_by(|a, b| a.bits.total_cmp(&b.bits)).copied()?;
    let plain = !matches!(best.clue, Clue::ReferenceFuzzy | Clue::ReferenceId | Clue::ReferenceRange)
        && best.bits >= p::NAMED_SURELY;
    let item = &index.items[best.item as usize];
    if !plain || hits.unlisted > 0.0 || !item.bookable() || item.customer == NONE {
        return None;
    }
    let other = hits.hits.iter().filter(|hit| hit.item != best.item).map(|hit| hit.bits).fold(0.0, f64::max);
    let shared = !index.covers(best.item).is_empty() || !index.covered_by(best.item).is_empty();
    if other >= p::LEAST_NAMED || shared || !context.reading.customers.is_empty() {
        return None;
    }
    let mut alone = true;
    told.leads(|customer, _| alone &= customer == item.customer);
    if !alone || context.payment.amount_in(item.currency) != Some(item.open) {
        return None;
    }
    let party = told.party(item.customer);
    if party.bits <= p::PAYER_KNOWN {
        return None;
    }
    let mut own = Sum(best.bits + party.bits);
    context.date(item, &mut own);
    let mut name = 0.0;
    for (at, (token, weight)) in words.iter().enumerate() {
        if !words[..at].iter().any(|(seen, _)| seen == token) {
            name += index.rarity(*token) * weight;
        }
    }
    // One that is not named at all loses something for that.
    let named = if other > 0.0 { other } else { p::OTHER_NUMBER * 0.6 };
    let others = f64::min(name, p::MOST_NAME) + named + p::MOST_OF_DATE;
    (own.0 - others >= p::SURE).then_some((best, party))
}

//! The explanations of one payment, scored in bits: one item, several, a settled one, money on account, none of these.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{background, price};
use super::clue::{About, Clue, Weighed};
use super::context::{Context, Rough, Scorer};
use super::group;
use super::hypothesis::{Explanation, Explanations, Shape, Tally};
use super::parameters as p;
use super::sure::sure;
use crate::matching::index::{Equal, Index, Item, MANY_EQUAL, NONE};
use crate::matching::options::TwinPolicy;
use crate::matching::payment::days_told::DaysTold;
use crate::matching::payment::features::{Payment, Reading};
use crate::matching::payment::payer::Payers;
use crate::matching::payment::reference_hits::{Hits, NAMED};
use crate::matching::payment::said::Said;
use crate::matching::payment::told::{Party, Told};
use crate::matching::payment::words::Lexicon;
use crate::matching::result::LimitKind;
use crate::money::Currency;
use libm::log2;
use rustc_hash::FxHashMap;

/// What one thread reuses from payment to payment.
#[derive(Default)]
pub(crate) struct Scratch {
    pub reading: Reading,
    pub hits: Hits,
    lexicon: Lexicon,
    /// Customers for whom something speaks, roughly weighed.
    rough: FxHashMap<u32, f64>,
    /// Rows of the customers in the list of parties.
    known: FxHashMap<u32, usize>,
    /// What the payment's words stand for, and customers in their order.
    words: Vec<(u32, f64)>,
    ranked: Vec<(u32, f64)>,
    parties: Vec<Party>,
    pool: Vec<u32>,
    singles: Vec<Rough>,
    kept: Vec<Kept>,
    twins: Vec<(usize, u32)>,
    /// The explanations of the payment at hand, and their order.
    draft: Explanations,
    order: Vec<u32>,
}

/// Bounds of the search that a payment hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits(u8);

impl Limits {
    pub fn hit(&mut self, kind: LimitKind, hit: bool) {
        self.0 |= u8::from(hit) << kind as u8;
    }

    pub fn kinds(self) -> impl Iterator<Item = LimitKind> {
        LimitKind::ALL.iter().copied().filter(move |kind| self.0 & 1 << *kind as u8 != 0)
    }
}

impl<'a> Scorer<'a> {
    /// Adds the explanations of one payment, best first; answers which bounds of the search were hit. `own_vote` is the
    /// customer that this payment itself vouched for, or `NONE`. With `only_named` nothing of a payment is explained whose
    /// text holds the number of no item.
    pub fn explain(
        &self,
        payment: &Payment,
        own_vote: u32,
        only_named: bool,
        scratch: &mut Scratch,
        out: &mut Explanations,
    ) -> Option<Limits> {
        let transaction = &self.transactions[payment.row as usize];
        let Scratch { reading, hits, lexicon, rough, known, words, ranked, parties, pool, singles, .. } =
            scratch;
        let Scratch { kept, twins, draft, order, .. } = scratch;
        reading.read_numbers(transaction);
        if only_named && !reading.names_any(self.index) {
            return None;
        }
        reading.read_words(transaction);
        reading.weigh(self.index, self.chance);
        hits.find(self.index, self.chance, reading);
        let payers = Payers { index: self.index };
        lexicon.look_up(self.index, &mut reading.name);
        lexicon.look_up(self.index, &mut reading.text);
        payers.words(reading, lexicon, words);
        let told = Told::new(
            self.index,
            self.phrases,
            self.learnt.of(payment.payer),
            payment,
            transaction,
            reading,
            own_vote,
        )
        .remembering(self.memory);
        let paid = (payment.gross, payment.currency);
        let equal = |(amount, currency)| self.index.equal(currency, amount);
        let equals = (equal(paid), payment.original.map(equal));
        let chance =
            |equal: &Equal<'_>, (amount, currency)| background(price(self.index, equal), amount, currency);
        let original = equals.1.zip(payment.original);
        let chances = (chance(&equals.0, paid), original.map_or(1.0, |(equal, paid)| chance(&equal, paid)));
        let mut limits = Limits::default();
        limits.hit(LimitKind::Text, reading.cut);
        limits.hit(LimitKind::NamedItems, hits.cut);
        limits.hit(LimitKind::Misreadings, hits.misread);
        let mut said = Said::by(&reading.text, self.phrases);
        // Who names an item pays that.
        said.advance &= hits.hits.is_empty();
        draft.clear();
        let refused = self.memory.refused(transaction);
        let refusal = |explanation: Explanation<'_>| {
            let is_refused = !refused.is_empty() && refused.explanation(self.index, explanation);
            if is_refused { p::REJECTED } else { 0.0 }
        };
        let context = Context::new(self, payment, reading, hits, chances, &refused, said);
        let clear = sure(&context, &told, words).filter(|_| refused.is_empty());
        if let Some((hit, party)) = clear {
            if let Some(rough) = context.rough(hit.item, Some(&party)) {
                context.single(&rough, hit.item, Some(&party), draft);
            }
            self.on_account(&context, &[party], price(self.index, &equals.0), draft);
            draft.begin(Shape::Nothing, NONE, log2(p::PRIOR_NONE));
            best_of(self.index, draft, refusal, order, out);
            return Some(limits);
        }
        payers.candidates(&told, words, rough, ranked, parties);
        hits.drop_at(&payers.own_numbers(parties, reading));
        hits.doubt_at(self.index, reading);
        limits.hit(LimitKind::ItemsOfCustomer, self.pool(payment, hits, parties, pool));
        for equal in [Some(equals.0), equals.1].iter().flatten() {
            if equal.open().len() <= MANY_EQUAL {
                pool.extend_from_slice(equal.open());
            } else {
                payers.of_amount(words, equal, pool);
            }
        }
        pool.sort_unstable();
        pool.dedup();
        known.clear();
        known.extend(parties.iter().enumerate().map(|(at, party)| (party.customer, at)));
        let context = Context::new(self, payment, reading, hits, chances, &refused, said);
        singles.clear();
        for item in pool.iter() {
            let customer = self.index.items[*item as usize].customer;
            if customer != NONE && !known.contains_key(&customer) {
                known.insert(customer, parties.len());
                // Whom nothing led to is a stranger to this payment; there may be many with the amount.
                let items = &self.index.items;
                let named = || hits.hits.iter().any(|hit| items[hit.item as usize].customer == customer);
                let led = rough.contains_key(&customer) || named();
                parties.push(if led || payers.shares_a_word(customer, words) {
                    told.party(customer)
                } else {
                    told.stranger(customer)
                });
            }
            let party = known.get(&customer).map(|at| &parties[*at]);
            singles.extend(context.rough(*item, party));
        }
        context.previous(singles);
        let party = |customer: u32| known.get(&customer).map(|at| &parties[*at]);
        self.best_singles(&context, singles, party, (kept, twins), draft);
        let bounds = group::groups(&context, parties, known, draft);
        limits.hit(LimitKind::GroupSearch, bounds.sums);
        limits.hit(LimitKind::NamedItems, bounds.named);
        self.on_account(&context, parties, price(self.index, &equals.0), draft);
        if hits.unlisted > 0.0 {
            // Who owes just this pays it, whatever old number his text still says.
            let owed = draft.iter().any(|h| {
                let exact = h.relation.is_some_and(|relation| relation.clue.is_exact());
                h.shape == Shape::Single && exact && h.payer() >= p::PAYER_SURE
            });
            let prior = if owed { p::PRIOR_CLOSED * p::NAMED_WHILE_OPEN } else { p::PRIOR_CLOSED };
            draft.begin(Shape::Unlisted, NONE, log2(prior));
            draft.add(Weighed::new(Clue::ReferenceUnlisted, hits.unlisted, About::Nothing));
        }
        draft.begin(Shape::Nothing, NONE, log2(p::PRIOR_NONE));
        best_of(self.index, draft, refusal, order, out);
        Some(limits)
    }

    /// Money of a known payer for nothing in particular.
    fn on_account(&self, context: &Context<'_>, parties: &[Party], price: f64, out: &mut Explanations) {
        for party in parties.iter().filter(|party| party.bits > p::PAYER_KNOWN) {
            let listed = out.iter().any(|h| {
                let near = |clue| {
                    !matches!(
                        clue,
                        Clue::AmountPart | Clue::AmountDeducted | Clue::AmountOver | Clue::AmountBankFee
                    )
                };
                h.customer == party.customer && h.relation.is_some_and(|relation| near(relation.clue))
            });
            let share = if listed { p::PRIOR_ON_ACCOUNT } else { p::PRIOR_ON_ACCOUNT_ALONE };
            let prior = log2(share / (self.index.customer_count() as f64 + 1.0));
            out.begin(Shape::OnAccount, party.customer, prior);
            out.add_all(party.clues.as_slice());
            out.add(self.habit(context, price, party.customer));
            if context.said.advance {
                out.add(Weighed::new(Clue::TextAdvance, p::ADVANCE, About::Nothing));
            }
        }
    }

    /// Adds the likeliest items with their reasons. Items of one customer and amount that nothing tells apart count as one
    /// explanation: their chances add up.
    fn best_singles<'p>(
        &self,
        context: &Context<'_>,
        singles: &mut [Rough],
        party: impl Fn(u32) -> Option<&'p Party>,
        (kept, alike): (&mut Vec<Kept>, &mut Vec<(usize, u32)>),
        out: &mut Explanations,
    ) {
        kept.clear();
        alike.clear();
        let tie = |a: &Rough, b: &Rough| self.index.before(a.item, b.item);
        singles.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then_with(|| tie(a, b)));
        let least = singles.first().map_or(0.0, |best| best.score - p::DEPTH);
        for rough in singles.iter().take_while(|rough| rough.score > least) {
            let item = &self.index.items[rough.item as usize];
            let has_twins = self.options.twins != TwinPolicy::Review
                && rough.shape == Shape::Single
                && item.customer != NONE
                && !context.is_twin_named(rough)
                && !context.refused.item(self.index, rough.item);
            let class = has_twins.then_some((item.customer, item.open, item.currency, item.bookable()));
            let twin = kept.iter().position(|other| class.is_some() && other.class == class);
            if let Some(at) = twin {
                let Kept { rough: first, gain, .. } = &mut kept[at];
                *gain += log2(1.0 + libm::exp2(rough.score - first.score - *gain));
                alike.push((at, rough.item));
            } else if kept.len() < p::MOST_SINGLES {
                kept.push(Kept { rough: *rough, class, gain: 0.0 });
            }
        }
        // The twins of each side by side, oldest first.
        alike.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.index.before(a.1, b.1)));
        let mut alike = &alike[..];
        for (at, Kept { rough, gain, .. }) in kept.iter().enumerate() {
            let others = alike.partition_point(|twin| twin.0 == at);
            let (own, rest) = alike.split_at(others);
            alike = rest;
            // A customer's items lie oldest first.
            let mut twins: Vec<u32> = own.iter().map(|twin| twin.1).collect();
            if !twins.is_empty() {
                let older = own.partition_point(|twin| self.index.before(twin.1, rough.item).is_lt());
                twins.insert(older, rough.item);
            }
            let oldest = twins.first().copied();
            self.told_first(context, &mut twins);
            let settles = twins.first().copied().unwrap_or(rough.item);
            context.single(rough, settles, party(self.index.items[rough.item as usize].customer), out);
            if !twins.is_empty() {
                out.twins(twins.iter().copied());
                out.add(match oldest == Some(settles) {
                    true => Weighed::new(Clue::Twins, *gain, About::Nothing),
                    false => Weighed::new(Clue::TwinTold, *gain, About::Item(settles)),
                });
            }
        }
    }

    /// Puts first of some twins those of the day or the month that the text tells, where it tells some from others.
    fn told_first(&self, context: &Context<'_>, twins: &mut [u32]) {
        if twins.is_empty() {
            return;
        }
        let told = DaysTold::read(&self.transactions[context.payment.row as usize].remittance);
        let issued = |item: &u32| self.index.items[*item as usize].issued;
        let by_day = |item: &u32| told.has_day(issued(item));
        let by_month = |item: &u32| told.has_month(issued(item));
        let some = |of: &dyn Fn(&u32) -> bool| twins.iter().any(of) && !twins.iter().all(of);
        let (day, month) = (some(&by_day), some(&by_month));
        if day || month {
            let last = |item: &u32| if day { !by_day(item) } else { !by_month(item) };
            twins.sort_by_key(last);
        }
    }

    /// What a customer pays again and again he may have paid for something that is not listed any more.
    fn habit(&self, context: &Context<'_>, price: f64, customer: u32) -> Weighed {
        let payment = context.payment;
        let (open, closed) = (self.index.open_of(customer), self.index.closed_of(customer));
        let equal = |items: &[u32]| {
            let same = |item: &&Item| item.currency == payment.currency && item.open == payment.gross;
            items.iter().map(|at| &self.index.items[*at as usize]).filter(same).count() as f64
        };
        // Of the open ones the first is the rival explanation itself.
        let same = equal(closed) + (equal(open) - 1.0).max(0.0);
        let share = same / (closed.len() + open.len()).max(1) as f64;
        let chance = context.chances.0;
        let bits = log2((0.3 * share + 0.3 * price + 0.4 * chance) / chance);
        let clue = if bits > 0.0 { Clue::AmountHabit } else { Clue::AmountUnusual };
        Weighed::new(clue, bits, About::Nothing)
    }

    /// Items for which something speaks: a number or a payer. Answers whether a customer has too many of them.
    fn pool(&self, payment: &Payment, hits: &Hits, parties: &[Party], pool: &mut Vec<u32>) -> bool {
        let mut too_many = false;
        pool.clear();
        pool.extend(hits.hits.iter().map(|hit| hit.item));
        for party in parties {
            let open = self.index.open_of(party.customer);
            if open.len() > p::MOST_ITEMS_OF_CUSTOMER {
                too_many = true;
                // The oldest, and all of exactly this amount.
                let amount = payment.amount_in(payment.currency).unwrap_or(0);
                let equal = |item: &&u32| self.index.items[**item as usize].open == amount;
                pool.extend(open.iter().filter(equal).take(64));
            }
            pool.extend(open.iter().take(p::MOST_ITEMS_OF_CUSTOMER));
            let closed = self.index.closed_of(party.customer).iter().rev().filter(|item| {
                let item = &self.index.items[**item as usize];
                payment.amount_in(item.currency) == Some(item.open)
            });
            pool.extend(closed.take(8));
        }
        for hit in hits.hits.iter().filter(|hit| hit.bits >= NAMED) {
            // A standing order names last month's item: this month's is as much.
            let named = &self.index.items[hit.item as usize];
            if named.closed() {
                let alike = |item: &&u32| self.index.items[**item as usize].open == named.open;
                let open = self.index.open_of(named.customer).iter();
                pool.extend(open.take(p::MOST_ITEMS_OF_CUSTOMER).filter(alike));
            }
        }
        too_many
    }
}

/// Copies the best of a payment's explanations, best first. That it is for nothing known is always among them. `refusal` says
/// what a person's word takes from each.
fn best_of(
    index: &Index,
    draft: &Explanations,
    refusal: impl Fn(Explanation<'_>) -> f64,
    order: &mut Vec<u32>,
    out: &mut Explanations,
) {
    let row = |at: &u32| draft.get(*at as usize);
    let score = |at: &u32| row(at).score + refusal(row(at));
    order.clear();
    order.extend(0..draft.len() as u32);
    order.sort_unstable_by(|x, y| {
        let (a, b) = (row(x), row(y));
        let tie =
            || a.shape.cmp(&b.shape).then_with(|| index.all_before(a.items(), b.items())).then(x.cmp(y));
        score(y).total_cmp(&score(x)).then_with(tie)
    });
    let best = order.first().map_or(0.0, score);
    let kept = |at: &u32| row(at).shape == Shape::Nothing || refusal(row(at)) < 0.0;
    order.retain(|at| kept(at) || score(at) > best - p::DEPTH);
    let nothing = order.iter().position(|at| row(at).shape == Shape::Nothing).unwrap_or(0);
    if nothing >= p::MOST_HYPOTHESES {
        order.swap(p::MOST_HYPOTHESES - 1, nothing);
    }
    order.truncate(p::MOST_HYPOTHESES);
    for explanation in order.iter().map(row) {
        out.copy(explanation);
        let about =
            explanation.items().first().map_or(About::Customer(explanation.customer), |at| About::Item(*at));
        out.add(Weighed::new(Clue::Rejected, refusal(explanation), about));
    }
}

/// An item that is explained, or the likeliest of several that nothing tells apart.
struct Kept {
    rough: Rough,
    class: Class,
    /// Bits that its twins add.
    gain: f64,
}

/// Customer, amount, currency and whether it may be booked: what twins share.
type Class = Option<(u32, i64, Currency, bool)>;

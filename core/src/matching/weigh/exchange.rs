//! What a payment is worth in the currency of an item: by the host's rates, or by what payments show that name an item
//! of another currency.
//!
//! A rate only weighs how likely an amount is. What is booked is the whole item for the whole payment, and the rate of the
//! result is made of these two.

use super::clue::Clue;
use super::hypothesis::Shape;
use super::parameters as p;
use super::scored::Scored;
use crate::matching::index::{Index, days};
use crate::matching::options::FxRate;
use crate::matching::payment::features::Payment;
use crate::money::Currency;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

/// The currency of a payment and that of an item.
type Pair = (Currency, Currency);

/// The host's rates, as smallest units of the item for one of the payment.
#[derive(Default)]
pub(crate) struct HostRates {
    /// By day.
    dated: FxHashMap<Pair, Vec<(i32, f64)>>,
    undated: FxHashMap<Pair, f64>,
}

impl HostRates {
    pub fn new(rates: &[FxRate]) -> Self {
        let mut out = HostRates::default();
        for rate in rates {
            let scale = i32::from(rate.to.decimals()) - i32::from(rate.from.decimals());
            let Some(units) = rate.rate.to_f64().map(|major| major * libm::exp10(f64::from(scale))) else {
                continue;
            };
            for (pair, units) in [((rate.from, rate.to), units), ((rate.to, rate.from), 1.0 / units)] {
                match rate.on {
                    Some(day) => out.dated.entry(pair).or_default().push((days(day), units)),
                    None => drop(out.undated.insert(pair, units)),
                }
            }
        }
        let in_order = |a: &(i32, f64), b: &(i32, f64)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
        out.dated.values_mut().for_each(|list| list.sort_unstable_by(in_order));
        out
    }

    /// The rate of the nearest day; one of any day where none is near.
    fn on(&self, pair: Pair, day: i32) -> Option<f64> {
        let near = self.dated.get(&pair).and_then(|list| {
            let next = list.partition_point(|row| row.0 < day);
            let around = list.get(next.saturating_sub(1)..list.len().min(next + 1))?;
            around.iter().min_by_key(|row| row.0.abs_diff(day))
        });
        let near = near.filter(|row| row.0.abs_diff(day) <= p::RATE_HOLDS);
        near.map(|row| row.1).or_else(|| self.undated.get(&pair).copied())
    }
}

/// What a payment that names an item of another currency shows.
#[derive(Clone, Copy, Debug)]
struct Shown {
    day: i32,
    units: f64,
    /// The payment's row.
    row: u32,
}

/// Rates that payments of the call show.
#[derive(Default)]
pub(crate) struct SeenRates(FxHashMap<Pair, Vec<Shown>>);

impl SeenRates {
    /// From the payments that surely name one item, of which they are no part as far as can be told.
    pub fn learn(index: &Index, payments: &[Payment], scored: &Scored) -> Self {
        let mut out = SeenRates::default();
        for (at, best, next) in scored.best() {
            let unknown = best.relation.is_some_and(|relation| relation.clue == Clue::AmountOtherCurrency);
            let (Some(payment), [item]) = (payments.get(at), best.items()) else { continue };
            if !unknown || best.shape != Shape::Single || !best.teaches(next) {
                continue;
            }
            let Some(item) = index.items.get(*item as usize) else { continue };
            let shown = Shown {
                day: payment.day,
                units: item.open as f64 / payment.gross.max(1) as f64,
                row: payment.row,
            };
            out.0.entry((payment.currency, item.currency)).or_default().push(shown);
        }
        out.in_order()
    }

    fn in_order(mut self) -> Self {
        let in_order = |a: &Shown, b: &Shown| a.day.cmp(&b.day).then(a.units.total_cmp(&b.units));
        self.0.values_mut().for_each(|list| list.sort_unstable_by(in_order));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the other payments show: the median of the nearest, if most of these agree.
    fn on(&self, pair: Pair, payment: &Payment) -> Option<f64> {
        let mut others = nearest(self.0.get(&pair)?, payment);
        others.sort_unstable_by(|a, b| a.units.total_cmp(&b.units));
        let median = others.get(others.len() / 2)?.units;
        let agree =
            others.iter().filter(|shown| (shown.units / median - 1.0).abs() <= p::RATES_AGREE).count();
        (agree >= LEAST_SHOWN && agree * 3 >= others.len() * 2).then_some(median)
    }
}

/// The other payments that are nearest in time, of a day the lowest rates first; `list` is ordered by day and rate. There
/// may be thousands of a day: those beyond the first few are passed over.
fn nearest<'a>(list: &'a [Shown], payment: &Payment) -> Vec<&'a Shown> {
    let day = payment.day;
    let split = list.partition_point(|shown| shown.day < day);
    let (mut before, mut after) = list.split_at_checked(split).unwrap_or_default();
    let mut out: Vec<&Shown> = Vec::with_capacity(NEAREST);
    while out.len() < NEAREST {
        let away = |shown: Option<&Shown>| shown.map(|shown| shown.day.abs_diff(day));
        let Some(next) = away(before.last()).into_iter().chain(away(after.first())).min() else { break };
        let start = before.partition_point(|shown| shown.day.abs_diff(day) > next);
        let end = after.partition_point(|shown| shown.day.abs_diff(day) <= next);
        let (earlier, left) = (before.get(start..), before.get(..start));
        let (later, right) = (after.get(..end), after.get(end..));
        let others = |rows: Option<&'a [Shown]>| {
            rows.unwrap_or_default().iter().filter(|shown| shown.row != payment.row).take(NEAREST)
        };
        let mut same: Vec<&Shown> = others(earlier).chain(others(later)).collect();
        same.sort_unstable_by(|a, b| a.units.total_cmp(&b.units));
        out.extend(same);
        (before, after) = (left.unwrap_or_default(), right.unwrap_or_default());
    }
    out.truncate(NEAREST);
    out
}

/// Payments nearest in time that say what a rate was, and how many of them must agree.
const NEAREST: usize = 9;
const LEAST_SHOWN: usize = 2;

/// All that is known of rates while payments are explained.
#[derive(Clone, Copy)]
pub(crate) struct Exchange<'a> {
    pub host: &'a HostRates,
    pub seen: &'a SeenRates,
}

impl Exchange<'_> {
    /// Smallest units of a currency for one of the payment; `None` where no rate is known.
    pub fn units(self, payment: &Payment, currency: Currency) -> Option<f64> {
        let pair = (payment.currency, currency);
        self.host.on(pair, payment.day).or_else(|| self.seen.on(pair, payment))
    }
}

/// How much more was paid than an item's open amount comes to at a rate, as a share.
pub(crate) fn over(units: f64, payment: &Payment, open: i64) -> f64 {
    payment.gross as f64 * units / open.max(1) as f64 - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    proptest::proptest! {
        #[test]
        fn the_nearest_are_those_that_sorting_all_would_find(
            rows in proptest::collection::vec((0..12_i32, 0..30_i32), 0..60),
            day in 0..12_i32,
            own in 0..60_u32,
        ) {
            let shown = rows.iter().zip(0..).map(|((day, units), row)| Shown { day: *day, units: f64::from(*units), row });
            let pair = (code("USD"), code("EUR"));
            let seen = SeenRates([(pair, shown.collect())].into_iter().collect()).in_order();
            let list = &seen.0[&pair];
            let payment = Payment {
                row: own,
                gross: 1,
                currency: pair.0,
                original: None,
                day,
                account: None,
                payer: 0,
                printed: None,
                weighed: false,
            };
            let mut all: Vec<&Shown> = list.iter().filter(|shown| shown.row != own).collect();
            let away = |shown: &&Shown| shown.day.abs_diff(day);
            all.sort_by(|a, b| away(a).cmp(&away(b)).then(a.units.total_cmp(&b.units)));
            all.truncate(NEAREST);
            let said = |list: Vec<&Shown>| list.iter().map(|shown| (shown.day.abs_diff(day), shown.units)).collect::<Vec<_>>();
            proptest::prop_assert_eq!(said(nearest(list, &payment)), said(all));
        }
    }

    fn code(text: &str) -> Currency {
        Currency::parse(text).unwrap()
    }

    fn rate(from: &str, to: &str, rate: &str, on: Option<u32>) -> FxRate {
        let on = on.map(|day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap());
        FxRate { from: code(from), to: code(to), rate: rate.parse().unwrap(), on }
    }

    fn day(day: u32) -> i32 {
        days(NaiveDate::from_ymd_opt(2026, 3, day).unwrap())
    }

    #[test]
    fn the_nearest_day_counts_both_ways_and_in_smallest_units() {
        let rates = HostRates::new(&[
            rate("USD", "EUR", "0.92", Some(9)),
            rate("USD", "EUR", "0.90", Some(2)),
            rate("JPY", "EUR", "0.00625", None),
        ]);
        let on = |from, to, at| rates.on((code(from), code(to)), day(at));
        assert_eq!(on("USD", "EUR", 3), Some(0.90));
        assert_eq!(on("USD", "EUR", 8), Some(0.92));
        assert_eq!(on("USD", "EUR", 31), Some(0.92));
        assert!((on("EUR", "USD", 9).unwrap() - 1.0 / 0.92).abs() < 1e-12);
        // 160 yen, which have no smaller unit, are a euro.
        assert!((on("JPY", "EUR", 1).unwrap() - 0.625).abs() < 1e-12);
        assert!((on("EUR", "JPY", 1).unwrap() - 1.6).abs() < 1e-12);
        assert_eq!(on("USD", "GBP", 1), None);
        assert_eq!(rates.on((code("USD"), code("EUR")), day(31) + 40), None);
    }
}

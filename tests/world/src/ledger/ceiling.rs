//! What can be known of a two-sided world at best: its own making, turned round.
//!
//! `two_sided` draws people, forms of names, purposes, days and amounts from known shares. Given these and the list of people
//! (which no engine has), each pair of rows has its exact odds, and competition over all of them a probability that no
//! engine can better on average. A true pair that loses here is ambiguous by construction.

use super::Ledgers;
use super::measure::{Proposed, Score};
use super::two_sided::{DAYS, FIRST_DAY, FORMS, OFTEN, OFTENEST, SHORT, people_of, written};
use super::words::{CHANNELS, PURPOSES, Person, cut};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// Days that a lag may have.
const LAGS: std::ops::RangeInclusive<i64> = -21..=21;
const ROUNDS: usize = 30;

/// One way in which a text may have come about: a person and a form of the name, with the share of each purpose's texts.
struct Way {
    person: usize,
    form: usize,
    shares: [f64; PURPOSES.len()],
}

type Ways = HashMap<String, Vec<Way>>;

/// A row of either side as the model sees it.
struct Row<'a> {
    id: &'a str,
    day: i64,
    minor: i64,
    ways: &'a [Way],
    /// How likely its text is.
    share: f64,
}

/// Of each bank row the entries that it may be, with the odds against both rows' being alone.
type Odds = Vec<Vec<(usize, f64)>>;

/// The best that can be proposed for a world made by `two_sided::make(seed, pairs, missing)`.
#[must_use]
pub fn score(world: &Ledgers, pairs: usize, missing: u64) -> Score {
    let people = people_of(world.seed, pairs);
    let said = world.entries.iter().filter_map(|row| row.description.clone());
    let arrived = world.transactions.iter().map(|row| row.remittance.clone());
    let (said, arrived) = (ways(&people, said, said_as), ways(&people, arrived, arrived_as));
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let mut book = Vec::new();
    for one in &world.entries {
        let ways = &said[one.description.as_deref().unwrap_or_default()];
        let day = (one.issued_on.unwrap_or(start) - start).num_days();
        book.push(Row { id: &one.id, day, minor: one.open.minor(), ways, share: share_of(&people, ways) });
    }
    let mut bank = Vec::new();
    for one in &world.transactions {
        let ways = &arrived[one.remittance.as_str()];
        let day = (one.booked_on - start).num_days();
        bank.push(Row { id: &one.id, day, minor: one.amount.minor(), ways, share: share_of(&people, ways) });
    }
    let alone = (missing as f64 / 100.0).max(0.001);
    let odds = odds(&people, &bank, &book, 1.0 / (pairs as f64 * alone * alone));
    let weights = compete(&odds, book.len());
    let mut proposed = Vec::new();
    for (row, (odds, weights)) in bank.iter().zip(odds.iter().zip(&weights)) {
        let best = odds.iter().zip(weights).max_by(|a, b| a.1.total_cmp(b.1));
        let Some(((entry, _), weight)) = best.filter(|best| *best.1 > 0.25) else { continue };
        let entry = book[*entry].id;
        proposed.push(Proposed {
            transaction: row.id.to_owned(),
            entry: entry.to_owned(),
            probability: *weight,
            automatic: *weight >= 0.9999,
            kind: "Ceiling",
            odds: (weight / (1.0 - weight).max(1e-9)).log2(),
            right: world.pairs.contains(&(row.id.to_owned(), entry.to_owned())),
        });
    }
    Score::new(world.pairs.len(), proposed)
}

/// Of every text the ways in which it may have come about. `write` gives the texts of a name and a purpose, with their shares.
fn ways(
    people: &[Person],
    texts: impl Iterator<Item = String>,
    write: fn(&str, &str) -> Vec<(String, f64)>,
) -> Ways {
    let mut out: Ways = texts.map(|text| (text, Vec::new())).collect();
    for (person, who) in people.iter().enumerate() {
        for form in 0..FORMS.len() {
            let name = written(form, who).to_uppercase();
            for (at, purpose) in PURPOSES.iter().enumerate() {
                for (text, share) in write(&name, purpose) {
                    let Some(ways) = out.get_mut(&text) else { continue };
                    if ways.last().is_none_or(|way| (way.person, way.form) != (person, form)) {
                        ways.push(Way { person, form, shares: [0.0; PURPOSES.len()] });
                    }
                    ways.last_mut().expect("a way").shares[at] += share;
                }
            }
        }
    }
    out
}

fn said_as(name: &str, purpose: &str) -> Vec<(String, f64)> {
    vec![(cut(&format!("{name} {purpose}"), SHORT), 1.0)]
}

fn arrived_as(name: &str, purpose: &str) -> Vec<(String, f64)> {
    let mut out = vec![(name.to_owned(), 0.1)];
    for channel in CHANNELS {
        let share = 1.0 / CHANNELS.len() as f64;
        let whole = format!("{name} {purpose} {channel}");
        out.push((cut(&whole, SHORT + 3), 0.1 * share));
        out.push((whole, 0.5 * share));
        out.push((format!("{name} {channel}"), 0.3 * share));
    }
    out
}

fn share_of_person(people: &[Person], person: usize) -> f64 {
    let (all, some) = (people.len() as f64, (people.len() / 10 + 1) as f64);
    0.5 / all + if (person as f64) < some { 0.5 / some } else { 0.0 }
}

fn share_of_form(form: usize) -> f64 {
    FORMS[form] as f64 / FORMS.iter().sum::<usize>() as f64
}

fn share_of(people: &[Person], ways: &[Way]) -> f64 {
    let purpose = |way: &Way| way.shares.iter().sum::<f64>() / PURPOSES.len() as f64;
    ways.iter().map(|way| share_of_person(people, way.person) * share_of_form(way.form) * purpose(way)).sum()
}

/// How likely the texts of two rows are of one payment.
fn share_of_both(people: &[Person], arrived: &[Way], said: &[Way]) -> f64 {
    let mut sum = 0.0;
    let mut from = 0;
    for own in arrived {
        while said.get(from).is_some_and(|other| other.person < own.person) {
            from += 1;
        }
        for other in said[from..].iter().take_while(|other| other.person == own.person) {
            let again = if own.form == other.form { 0.92 } else { 0.0 };
            let forms = share_of_form(other.form) * (again + 0.08 * share_of_form(own.form));
            let purposes: f64 = own.shares.iter().zip(&other.shares).map(|(a, b)| a * b).sum();
            sum += share_of_person(people, own.person) * forms * purposes / PURPOSES.len() as f64;
        }
    }
    sum
}

fn share_of_lag(lag: i64) -> f64 {
    // The smaller of two draws out of 21.
    if lag == 0 || !LAGS.contains(&lag) { 0.0 } else { (43 - 2 * lag.abs()) as f64 / 441.0 / 2.0 }
}

/// The share of bank rows of each day.
fn days() -> HashMap<i64, f64> {
    let mut out = HashMap::new();
    for day in 0..DAYS as i64 {
        let share = 0.7 / DAYS as f64 + if day % 10 == 0 { 0.3 / (DAYS as f64 / 10.0) } else { 0.0 };
        for lag in LAGS {
            *out.entry(FIRST_DAY + day + lag).or_default() += share * share_of_lag(lag);
        }
    }
    out
}

/// The share of a price among those sent.
fn share_of_sent(minor: i64) -> f64 {
    let often = OFTEN.iter().filter(|price| **price == minor).count() as f64 * 0.01;
    let oftenest = if minor == OFTENEST { 0.05 } else { 0.0 };
    often + oftenest + 0.9 * spread(minor)
}

/// Of prices that spread over three orders of magnitude, and some pennies.
fn spread(minor: i64) -> f64 {
    let (low, high) = ((minor - 99).clamp(500, 500_000), (minor + 1).clamp(500, 500_000));
    (high as f64 / low as f64).ln() / 1000.0_f64.ln() / 100.0
}

/// The share of an amount among those received where another was sent, but for what spreads evenly over the logarithm.
fn share_converted(received: i64, sent: i64) -> f64 {
    let (received, sent) = (received as f64, sent as f64);
    let normal = (received / sent - 1.0) / 0.03;
    if normal.abs() > 3.34 {
        return 0.0;
    }
    (-0.5 * normal * normal).exp() / (2.0 * core::f64::consts::PI).sqrt() / (0.03 * sent)
}

fn share_of_received(minor: i64) -> f64 {
    let prices = OFTEN.iter().map(|price| (*price, 0.01)).chain([(OFTENEST, 0.05)]);
    let moved: f64 = prices.map(|(price, share)| share * share_converted(minor, price)).sum();
    0.25 * share_of_sent(minor) + 0.75 * (0.9 * spread(minor) + moved)
}

fn odds(people: &[Person], bank: &[Row<'_>], book: &[Row<'_>], prior: f64) -> Odds {
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); people.len()];
    for (at, row) in book.iter().enumerate() {
        let mut who: Vec<usize> = row.ways.iter().map(|way| way.person).collect();
        who.dedup();
        who.iter().for_each(|person| of[*person].push(at));
    }
    let days = days();
    let one = |row: &Row<'_>| {
        let entries: BTreeSet<usize> = row.ways.iter().flat_map(|way| &of[way.person]).copied().collect();
        let odds = entries.into_iter().filter_map(|at| {
            let entry = &book[at];
            let lag = share_of_lag(row.day - entry.day);
            let equal = if row.minor == entry.minor { 0.25 } else { 0.0 };
            let amount = equal + 0.75 * share_converted(row.minor, entry.minor);
            if lag == 0.0 || amount == 0.0 {
                return None;
            }
            let amount = amount / share_of_received(row.minor).max(1e-12);
            let texts = share_of_both(people, row.ways, entry.ways) / (row.share * entry.share);
            Some((at, prior * texts * amount * lag / days[&row.day]))
        });
        odds.filter(|odds| odds.1 > 1e-6).collect()
    };
    bank.iter().map(one).collect()
}

/// The probability of each pair where a row has one counterpart or none: messages between rows, until they settle.
fn compete(odds: &Odds, entries: usize) -> Vec<Vec<f64>> {
    let mut free: Vec<Vec<f64>> = odds.iter().map(|row| vec![1.0; row.len()]).collect();
    for round in 0..ROUNDS {
        let mut claimed = vec![0.0; entries];
        for (row, free) in odds.iter().zip(&free) {
            row.iter().zip(free).for_each(|((entry, odds), free)| claimed[*entry] += odds * free);
        }
        for (row, free) in odds.iter().zip(&mut free) {
            let claim = |((entry, odds), free): (&(usize, f64), &f64)| {
                odds / (1.0 + (claimed[*entry] - odds * free).max(0.0))
            };
            let claims: Vec<f64> = row.iter().zip(free.iter()).map(claim).collect();
            let sum: f64 = claims.iter().sum();
            for (free, claim) in free.iter_mut().zip(claims) {
                let left = 1.0 / (1.0 + (sum - claim).max(0.0));
                *free = if round + 1 == ROUNDS { claim * left / (1.0 + claim * left) } else { left };
            }
        }
    }
    free
}

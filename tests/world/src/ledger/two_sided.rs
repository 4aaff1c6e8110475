//! One to one: money sent and money received, with memos that were cut, days between, and amounts that lost a little.

use super::words::{CHANNELS, PURPOSES, Person, cut, person};
use super::{Draft, Ledgers};
use crate::Random;

/// Days of the world; bookings crowd on some of them.
pub(super) const DAYS: u64 = 150;
/// The first day.
pub(super) const FIRST_DAY: i64 = 25;
/// Most letters of a memo on the side that cuts.
pub(super) const SHORT: usize = 15;
/// Forms of a name, and of how many in eight it is.
pub(super) const FORMS: [usize; 5] = [3, 2, 1, 1, 1];

/// Makes a world of so many true pairs of which each side lacks `missing` per cent of its rows.
pub fn make(seed: u64, pairs: usize, missing: u64) -> Ledgers {
    let root = Random::new(seed);
    let mut random = root.fork(1);
    let people = people(&mut random, pairs);
    let mut draft = Draft::default();
    for at in 0..pairs {
        let mut random = root.fork(1000 + at as u64);
        let row = one(&mut random, &people);
        let (lost, missed) = (random.below(100) < missing, random.below(100) < missing);
        let bank = (!lost).then(|| draft.bank(row.day + row.lag, row.received, row.arrived));
        let book = (!missed).then(|| draft.book(row.day, row.sent, row.said));
        if let (Some(bank), Some(book)) = (bank, book) {
            draft.pair(bank, book);
        }
    }
    draft.finish("two_sided", seed, &mut root.fork(2))
}

/// The people of a world of so many pairs: each pays a few times, some dozens of times.
pub(super) fn people(random: &mut Random, pairs: usize) -> Vec<Person> {
    (0..pairs / 4 + 1).map(|_| person(random)).collect()
}

/// The people of the world of a seed.
pub(super) fn people_of(seed: u64, pairs: usize) -> Vec<Person> {
    people(&mut Random::new(seed).fork(1), pairs)
}

/// One payment as both sides see it.
struct One {
    day: i64,
    lag: i64,
    sent: i64,
    received: i64,
    said: String,
    arrived: String,
}

fn one(random: &mut Random, people: &[Person]) -> One {
    let people_count = people.len() as u64;
    // Half of the payments come from a tenth of the people.
    let at =
        if random.chance(500) { random.below(people_count / 10 + 1) } else { random.below(people_count) };
    let who = &people[at as usize];
    let purpose = *random.pick(PURPOSES);
    let name = form(random, who);
    let sent = amount(random);
    let received = if random.chance(250) { sent } else { converted(random, sent) };
    let lag = 1 + random.below(21).min(random.below(21)) as i64;
    let lag = if random.chance(500) { lag } else { -lag };
    let said = cut(&format!("{} {purpose}", name.to_uppercase()), SHORT);
    // The other side sometimes writes the name otherwise, or drops the purpose.
    let other = if random.chance(80) { form(random, who) } else { name };
    let channel = random.pick(CHANNELS);
    let arrived = match random.below(10) {
        0..=4 => format!("{} {purpose} {channel}", other.to_uppercase()),
        5..=7 => format!("{} {channel}", other.to_uppercase()),
        8 => cut(&format!("{} {purpose} {channel}", other.to_uppercase()), SHORT + 3),
        _ => other.to_uppercase(),
    };
    One { day: FIRST_DAY + day(random), lag, sent, received, said, arrived }
}

/// A tenth of the days has a third of the bookings.
fn day(random: &mut Random) -> i64 {
    let any = random.below(DAYS);
    (if random.chance(300) { any / 10 * 10 } else { any }) as i64
}

fn form(random: &mut Random, who: &Person) -> String {
    let drawn = random.below(FORMS.iter().sum::<usize>() as u64) as usize;
    let mut sum = 0;
    let form = FORMS.iter().position(|share| {
        sum += share;
        drawn < sum
    });
    written(form.unwrap_or_default(), who)
}

/// A name in one of its forms.
pub(super) fn written(form: usize, who: &Person) -> String {
    let initial = |name: &str| name.chars().take(1).collect::<String>();
    match form {
        0 => format!("{} {}", who.first, who.last),
        1 => format!("{} {}", initial(&who.first), who.last),
        2 => format!("{} {}", who.first, initial(&who.last)),
        3 => format!("{} {}", who.last, who.first),
        _ => who.last.clone(),
    }
}

/// A price of a twentieth of the payments, and those of another twentieth.
pub(super) const OFTENEST: i64 = 6_000;
pub(super) const OFTEN: [i64; 5] = [1_000, 2_500, 5_000, 10_000, 999];

/// Some prices are asked again and again; the others spread over three orders of magnitude.
fn amount(random: &mut Random) -> i64 {
    match random.below(20) {
        0 => OFTENEST,
        1 => *random.pick(&OFTEN),
        _ => {
            let exponent = random.below(1_000_000) as f64 / 1_000_000.0;
            (500.0 * (1_000.0_f64).powf(exponent)) as i64 + random.between(0, 99)
        }
    }
}

/// Off by a deviation of three per cent, ten at most.
fn converted(random: &mut Random, sent: i64) -> i64 {
    // Twelve uniform draws make a normal one.
    let normal = (0..12).map(|_| random.below(1_000_000) as f64 / 1_000_000.0).sum::<f64>() - 6.0;
    let rate = 1.0 + (0.03 * normal).clamp(-0.1, 0.1);
    ((sent as f64 * rate).round() as i64).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_is_the_same_again_and_misses_what_it_says() {
        let (a, b) = (make(3, 2_000, 20), make(3, 2_000, 20));
        assert_eq!((&a.transactions, &a.entries, &a.pairs), (&b.transactions, &b.entries, &b.pairs));
        assert!((1_500..1_700).contains(&a.transactions.len()), "{}", a.transactions.len());
        assert!((1_180..1_380).contains(&a.pairs.len()), "{}", a.pairs.len());
        assert_eq!(make(3, 500, 0).pairs.len(), 500);
    }
}

//! Items of another currency, paid in the host's own: the bank says nothing of what was paid before it was converted.

use super::Way;
use super::desk::{Desk, Mark};
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::matching::FxRate;
use payymo::money::{Amount, Currency};
use rust_decimal::Decimal;

/// Millionths of a euro for one unit, roughly.
const IN_EUROS: &[(&str, i64)] = &[
    ("EUR", 1_000_000),
    ("USD", 918_400),
    ("GBP", 1_168_300),
    ("CHF", 1_052_700),
    ("CAD", 672_900),
    ("AUD", 604_100),
    ("SEK", 88_150),
    ("NOK", 86_420),
    ("PLN", 232_600),
    ("CZK", 39_870),
    ("JPY", 6_083),
];

/// Millionths of the home currency for one unit of another, on a day: it drifts.
fn rate(seed: u64, home: Currency, foreign: Currency, day: NaiveDate) -> i64 {
    let euros = |code: &str| IN_EUROS.iter().find(|row| row.0 == code).map_or(1_000_000, |row| row.1);
    let base = i128::from(euros(foreign.as_str())) * 1_000_000 / i128::from(euros(home.as_str()));
    let days = (day - NaiveDate::default()).num_days();
    let mut drift = 0;
    for week in [days / 7, days / 7 + 1] {
        let mut random =
            Random::new(seed).fork(0xf0_0000 + week.unsigned_abs()).fork(euros(foreign.as_str()) as u64);
        let share = if week == days / 7 { 7 - days % 7 } else { days % 7 };
        drift += random.between(-90, 90) * share / 7;
    }
    (base as i64) + (base * i128::from(drift) / 10_000) as i64
}

/// An amount of a currency in another one, at so many millionths.
fn converted(amount: Amount, millionths: i64, to: Currency) -> Amount {
    let exact = amount.to_decimal() * Decimal::new(millionths, 6);
    let minor = (exact * Decimal::from(10_i64.pow(u32::from(to.decimals())))).round();
    Amount::new(minor.try_into().unwrap_or(i64::MAX), to)
}

/// The currencies of which the host gives rates, or those of which only payments tell.
fn currencies(desk: &Desk<'_>, kind: Kind) -> Vec<Currency> {
    let own = desk.currencies();
    let all =
        IN_EUROS.iter().filter_map(|row| Currency::parse(row.0).ok()).filter(|code| !own.contains(code));
    let parity = usize::from(kind == Kind::FxRated);
    all.enumerate()
        .filter(|(at, _)| (at + desk.seed as usize) % 2 == parity)
        .map(|row| row.1)
        .take(3)
        .collect()
}

/// The host's rates: of every Monday, or one for all days.
fn publish(desk: &mut Desk<'_>, foreign: Currency) {
    if desk.rates.iter().any(|rate| rate.from == foreign) {
        return;
    }
    let (seed, home, as_of) = (desk.seed, desk.home, desk.as_of);
    let mut give = |day: NaiveDate, on| {
        let rate = Decimal::new(rate(seed, home, foreign, day), 6);
        desk.rates.push(FxRate { from: foreign, to: home, rate, on });
    };
    if foreign.as_str().as_bytes()[0].is_multiple_of(3) {
        return give(as_of, None);
    }
    let mut day = desk.from - Days::new(7);
    while day <= as_of {
        give(day, Some(day));
        day = day + Days::new(7);
    }
}

/// A customer abroad pays an item of his own currency; it comes in at the day's rate, less what the bank takes for it.
pub fn pay(desk: &mut Desk<'_>, random: &mut Random, kind: Kind) {
    let foreign = *random.pick(&currencies(desk, kind));
    if kind == Kind::FxRated {
        publish(desk, foreign);
    }
    let party = desk.client(random);
    let issued = desk.as_of - Days::new(4 + random.below(50));
    let at_home = Amount::new(desk.amount(random).max(1_000), desk.home);
    let mut day = desk.as_of;
    let inverse = 1_000_000_000_000 / rate(desk.seed, desk.home, foreign, day).max(1);
    let mut total = converted(at_home, inverse, foreign);
    // Prices abroad are round more often than not.
    if random.chance(500) {
        let unit = 10_i64.pow(u32::from(foreign.decimals()));
        total = Amount::new((total.minor() / unit).max(1) * unit, foreign);
    }
    let item = desk.bill(random, party, issued, Some(total));
    day = day.min(desk.pay_day(random, item));
    let margin = if random.chance(400) { 0 } else { random.between(10, 90) };
    let spot = rate(desk.seed, desk.home, foreign, day);
    let amount = converted(total, spot - spot * margin / 10_000, desk.home);
    let told = random.chance(650);
    let number = desk.number(item);
    let tongue = desk.bank.tongue();
    let words = if told {
        format!("{} {number}", random.pick(tongue.invoice))
    } else {
        random.pick(tongue.vague).to_string()
    };
    let row = desk.print(random, party, Way::In, amount, day, &words);
    let numbers = if told { vec![number] } else { Vec::new() };
    desk.enter(kind, Some(party), vec![(item, total.minor())], row, &numbers, Mark::default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_converted_exactly() {
        let code = |text| Currency::parse(text).unwrap();
        let dollars = Amount::new(10_000, code("USD"));
        assert_eq!(converted(dollars, 918_400, code("EUR")), Amount::new(9_184, code("EUR")));
        assert_eq!(
            converted(Amount::new(1_000, code("JPY")), 6_083, code("EUR")),
            Amount::new(608, code("EUR"))
        );
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let here = rate(1, code("EUR"), code("USD"), day);
        assert!((900_000..937_000).contains(&here), "{here}");
    }
}

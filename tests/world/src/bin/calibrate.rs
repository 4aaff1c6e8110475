//! Fits the table of `matching::calibration`: for each kind of evidence the line `a + b × log-odds` under which the
//! probabilities of generated worlds come true, and what such a table does to a style that it was not fitted to.
//!
//! `calibrate --styles a,b --seeds 1..5 --customers 2000`
//!
//! Penalised maximum likelihood: normal priors around `a = 0` (deviation 2) and `b = 0.9` (deviation 0.22), so that a
//! kind that is seldom seen stays near the engine's own odds. The same worlds give the same table.
//!
//! It prints the lines of `kinds!` as they stand in the source, and beside each clue that keeps likely matches from
//! `auto` how many of these were right: what a doubt costs, and what it is good for.

use payymo::matching::{MatchKind, ReviewReason, reconcile};
use payymo_world::World;
use payymo_world::evaluate::judge;
use payymo_world::flags::Worlds;
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

/// A proposal: what it was calibrated from, and how it came out.
struct Row {
    style: &'static str,
    kind: &'static str,
    odds: f64,
    right: bool,
    knowable: bool,
    wrong_customer: bool,
    /// What keeps it from `auto`, if that is something else than its probability: a clue or another reason.
    held: Option<String>,
}

type Line = (f64, f64);

/// The slope of a kind of which nothing is known.
const B_USUAL: f64 = 0.9;

fn main() -> ExitCode {
    payymo_world::flags::exit("calibrate", run())
}

fn run() -> Result<(), String> {
    let worlds = Worlds::read(std::env::args().skip(1), "1..5")?;
    let mut rows = Vec::new();
    let mut knowable = 0;
    worlds.each(|world| knowable += collect(world, &mut rows))?;
    let all: Vec<&Row> = rows.iter().collect();
    let table = fit(&all);
    println!("kind                     rows  wrong");
    for kind in table.keys() {
        let of: Vec<&&Row> = all.iter().filter(|row| row.kind == *kind).collect();
        let wrong = of.iter().filter(|row| !row.right).count();
        println!("    {kind:<20} {:>6} {wrong:>5}", of.len());
    }
    println!("\nfor `kinds!` in matching/calibration.rs:\n");
    for line in declared()? {
        let kind = line.split(' ').next().unwrap_or(line);
        match (table.get(kind), line.split_once('"')) {
            (Some((a, b)), Some((_, meaning))) => println!("    {kind} {a:.2} {b:.2} \"{meaning}"),
            // What did not come up keeps its line.
            _ => println!("    {line}"),
        }
    }
    println!("\nheld from auto at 0.99 and more: matches, of these wrong");
    for (why, (count, wrong)) in held(&table, &all) {
        println!("    {why:<28} {count:>6} {wrong:>5}");
    }
    println!();
    let unseen = leave_one_out(&all);
    for (title, list) in [("fitted on all", own(&all)), ("each style by the others' table", unseen)] {
        println!("{title}: threshold, recall, wrong, wrong in 10,000, wrong customers; by style");
        for threshold in [0.99, 0.995, 0.997, 0.998, 0.999, 0.9995] {
            print(&list, threshold, knowable);
        }
    }
    Ok(())
}

/// The lines of the kinds as the engine declares them, in that order.
fn declared() -> Result<Vec<&'static str>, String> {
    const SOURCE: &str = include_str!("../../../../core/src/matching/decide/calibration.rs");
    let table = SOURCE.split_once("\nkinds! {\n").and_then(|(_, rest)| rest.split_once("\n}"));
    let (table, _) = table.ok_or("no table `kinds!` in matching/calibration.rs")?;
    Ok(table.lines().map(str::trim).collect())
}

/// By what keeps them from `auto`: how many matches that are likely enough, and how many of them are wrong.
fn held(table: &BTreeMap<&str, Line>, rows: &[&Row]) -> BTreeMap<String, (usize, usize)> {
    let mut out: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows.iter().filter(|row| probability(table, row) >= 0.99) {
        if let Some(why) = &row.held {
            let entry = out.entry(why.clone()).or_default();
            entry.0 += 1;
            entry.1 += usize::from(!row.right);
        }
    }
    out
}

fn own<'a>(rows: &[&'a Row]) -> Vec<(f64, &'a Row)> {
    let table = fit(rows);
    rows.iter().map(|row| (probability(&table, row), *row)).collect()
}

fn leave_one_out<'a>(rows: &[&'a Row]) -> Vec<(f64, &'a Row)> {
    let styles: BTreeSet<&str> = rows.iter().map(|row| row.style).collect();
    let mut out = Vec::new();
    for style in styles {
        let others: Vec<&Row> = rows.iter().copied().filter(|row| row.style != style).collect();
        let table = fit(&others);
        let these = rows.iter().filter(|row| row.style == style);
        out.extend(these.map(|row| (probability(&table, row), *row)));
    }
    out
}

fn print(list: &[(f64, &Row)], threshold: f64, knowable: usize) {
    let auto: Vec<&Row> =
        list.iter().filter(|(p, row)| *p >= threshold && row.held.is_none()).map(|(_, row)| *row).collect();
    let wrong = auto.iter().filter(|row| !row.right).count();
    let customers = auto.iter().filter(|row| row.wrong_customer).count();
    let right = auto.iter().filter(|row| row.right && row.knowable).count();
    let mut by_style: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &auto {
        let entry = by_style.entry(row.style).or_default();
        entry.0 += 1;
        entry.1 += usize::from(!row.right);
        if !row.right {
            *by_kind.entry(row.kind).or_default() += 1;
        }
    }
    let per = 1e4 * wrong as f64 / auto.len().max(1) as f64;
    let share = 100.0 * right as f64 / knowable.max(1) as f64;
    println!(
        "  {threshold:.4}  {share:>5.2} %  {wrong:>4}  {per:>5.1}  {customers:>3}  {by_style:?} {by_kind:?}"
    );
}

/// Adds the proposals of one world; answers how many payments could be known.
fn collect(world: &World, rows: &mut Vec<Row>) -> usize {
    let result = reconcile(
        &world.transactions,
        &world.invoices,
        &world.settlements,
        &world.options,
        &mut |_, _, _| true,
    )
    .unwrap_or_else(|error| panic!("{error}"));
    let verdicts = judge(world, &result);
    for found in &result.matches {
        // A payout settles nothing: its own row stands for it.
        let deposit =
            found.payout.iter().flat_map(|payout| &payout.deposit).map(|row| row.transaction.as_str());
        let sources = found.allocations.iter().filter_map(|row| row.source.transaction());
        for id in sources.chain(deposit) {
            let Some(verdict) = verdicts.get(id) else { continue };
            rows.push(Row {
                style: world.style,
                kind: found.uncalibrated.kind,
                odds: found.uncalibrated.log_odds,
                right: verdict.right,
                knowable: verdict.knowable,
                wrong_customer: verdict.wrong_customer,
                held: found
                    .review
                    .filter(|reason| *reason != ReviewReason::Probability)
                    .map(|reason| found.review_clue.map_or_else(|| format!("{reason:?}"), str::to_owned)),
            });
            if found.kind != MatchKind::Instalment {
                break;
            }
        }
    }
    verdicts.values().filter(|verdict| verdict.knowable).count()
}

fn probability(table: &BTreeMap<&str, Line>, row: &Row) -> f64 {
    let (a, b) = table.get(row.kind).copied().unwrap_or((0.0, 0.9));
    1.0 / (1.0 + (-(a + b * row.odds)).exp2())
}

fn fit(rows: &[&Row]) -> BTreeMap<&'static str, Line> {
    let mut kinds: BTreeMap<&'static str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        kinds.entry(row.kind).or_default().push(row);
    }
    kinds.into_iter().map(|(kind, rows)| (kind, line(&rows))).collect()
}

/// Newton's method on the penalised likelihood: two unknowns, concave.
fn line(rows: &[&Row]) -> Line {
    const LN2: f64 = std::f64::consts::LN_2;
    const A_WEIGHT: f64 = 1.0 / 4.0;
    const B_WEIGHT: f64 = 1.0 / 0.05;
    let (mut a, mut b) = (0.0, 1.0);
    for _ in 0..100 {
        let (mut ga, mut gb) = (-A_WEIGHT * a, -B_WEIGHT * (b - B_USUAL));
        let (mut haa, mut hab, mut hbb) = (A_WEIGHT, 0.0, B_WEIGHT);
        for row in rows {
            let p = 1.0 / (1.0 + (-(a + b * row.odds)).exp2());
            let miss = (f64::from(u8::from(row.right)) - p) * LN2;
            ga += miss;
            gb += miss * row.odds;
            let weight = p * (1.0 - p) * LN2 * LN2;
            haa += weight;
            hab += weight * row.odds;
            hbb += weight * row.odds * row.odds;
        }
        let det = haa * hbb - hab * hab;
        let (mut da, mut db) = ((hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det);
        // What is likelier by the engine is never said to be less likely.
        if b + db.clamp(-1.0, 1.0) < 0.0 {
            (da, db) = (ga / haa, -b);
        }
        a += da.clamp(-1.0, 1.0);
        b += db.clamp(-1.0, 1.0);
        if da.abs().max(db.abs()) < 1e-9 {
            break;
        }
    }
    (a, b)
}

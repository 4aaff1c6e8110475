//! Makes worlds, reconciles them, and prints what the engine got right.
//!
//! ```text
//! cargo run --release -p payymo-world --bin measure -- --styles hosting_uk --seeds 1..3 --customers 2000
//!     --styles all    every style; tuned: all but the one on which nobody tunes; held_out: that one
//!     --kinds first   without payouts, reversals, credit notes, exchange, bills and what else `more` adds
//!     --errors 20     the first 20 wrong automatic matches in full
//!     --missed 20     the first 20 payments that could be known and were not proposed right
//!     --unsure 20     the first 20 that were proposed right and not automatic
//!     --kind Grouped  only cases of this kind
//!     --baseline 60   a RapidFuzz-style script that takes pairs from 60 % on, beside it
//! ```
//!
//! The style `association_south` is held out: it is measured with parameters that never saw it, and its cases are not
//! looked at one by one. So `--errors`, `--missed` and `--unsure` print no case of it.

use payymo::matching::{Match, Options, Reconciliation, Target, reconcile};
use payymo::model::{Invoice, Transaction};
use payymo_world::evaluate::{Evaluation, Verdict, evaluate, judge};
use payymo_world::flags::{seeds, styles};
use payymo_world::{World, baseline, style};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

struct Flags {
    styles: Vec<String>,
    seeds: Vec<u64>,
    customers: usize,
    kind: Option<String>,
    first: bool,
    errors: usize,
    missed: usize,
    unsure: usize,
    threads: u32,
    baseline: usize,
}

fn main() -> ExitCode {
    payymo_world::flags::exit("measure", run())
}

fn run() -> Result<(), String> {
    let mut flags = Flags::read(std::env::args().skip(1))?;
    let mut all = Evaluation::default();
    for name in &flags.styles.clone() {
        for seed in flags.seeds.clone() {
            let start = Instant::now();
            let make = if flags.first { style::first_kinds } else { style::make };
            let Some(world) = make(name, seed, flags.customers) else {
                println!(
                    "{name} seed {seed}: LEFT OUT, what it is made from is not here (set PAYYMO_SHARED)"
                );
                continue;
            };
            let made = start.elapsed();
            let baseline = (flags.baseline > 0).then(|| script(&world, flags.baseline as f64 / 100.0));
            let options = Options { threads: flags.threads, ..world.options.clone() };
            let start = Instant::now();
            let result = reconcile(
                &world.transactions,
                &world.invoices,
                &world.settlements,
                &options,
                &mut |_, _, _| true,
            )
            .map_err(|error| error.to_string())?;
            let took = start.elapsed();
            println!(
                "{name} seed {seed}: {} payments, {} items, made in {made:.2?}, reconciled in {took:.2?}, {:.1} µs a payment",
                world.transactions.len(),
                world.invoices.len(),
                took.as_secs_f64() * 1e6 / world.transactions.len().max(1) as f64
            );
            if let Some(baseline) = baseline {
                println!("{:.2} times the baseline's time", took.as_secs_f64() / baseline.as_secs_f64());
            }
            show(&world, &result, &mut flags);
            all.add(&evaluate(&world, &result));
        }
    }
    println!("\n{all}");
    Ok(())
}

/// Prints the right pairs of the baseline and its time, which it answers.
fn script(world: &World, least: f64) -> Duration {
    let start = Instant::now();
    let pairs = baseline::greedy(&world.transactions, &world.invoices, least);
    let took = start.elapsed();
    let right = pairs.iter().filter(|pair| {
        let (row, item) = (&world.transactions[pair.transaction], &world.invoices[pair.invoice]);
        let truth = &world.truth[&row.id];
        truth.allocations.len() == 1 && truth.allocations[0].0 == item.id
    });
    println!("baseline: {} of {} pairs right, in {took:.2?}", right.count(), pairs.len());
    took
}

impl Flags {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut flags = Flags {
            styles: styles("all")?,
            seeds: vec![1],
            customers: 2_000,
            kind: None,
            first: false,
            errors: 0,
            missed: 0,
            unsure: 0,
            threads: 1,
            baseline: 0,
        };
        while let Some(flag) = words.next() {
            let value = words.next().ok_or(format!("{flag} needs a value"))?;
            let number = || value.parse::<usize>().map_err(|_| format!("{flag} needs a number"));
            match flag.as_str() {
                "--styles" => flags.styles = styles(&value)?,
                "--kinds" if value == "first" || value == "all" => flags.first = value == "first",
                "--seeds" => flags.seeds = seeds(&value)?,
                "--customers" => flags.customers = number()?,
                "--kind" => flags.kind = Some(value),
                "--errors" => flags.errors = number()?,
                "--missed" => flags.missed = number()?,
                "--unsure" => flags.unsure = number()?,
                "--baseline" => flags.baseline = number()?,
                "--threads" => flags.threads = u32::try_from(number()?).unwrap_or(1),
                _ => return Err(format!("no flag {flag}")),
            }
        }
        Ok(flags)
    }
}

/// Prints the cases that were asked for.
fn show(world: &World, result: &Reconciliation, flags: &mut Flags) {
    if flags.errors + flags.missed + flags.unsure == 0 || world.style == style::HELD_OUT {
        return;
    }
    let mut matches: BTreeMap<&str, &Match> = BTreeMap::new();
    for found in &result.matches {
        for row in &found.allocations {
            if let payymo::matching::Source::Transaction(id) = &row.source {
                matches.insert(id, found);
            }
        }
    }
    let invoices: BTreeMap<&str, &Invoice> =
        world.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
    let rows: BTreeMap<&str, &Transaction> =
        world.transactions.iter().map(|row| (row.id.as_str(), row)).collect();
    for (id, verdict) in &judge(world, result) {
        if flags.kind.as_ref().is_some_and(|kind| *kind != format!("{:?}", verdict.kind)) {
            continue;
        }
        let (title, left) = match verdict {
            Verdict { automatic: true, right: false, .. }
            | Verdict { automatic: true, by_hand: true, .. } => ("WRONG AUTOMATIC", &mut flags.errors),
            Verdict { knowable: true, right: false, .. } => ("MISSED", &mut flags.missed),
            Verdict { knowable: true, right: true, automatic: false, .. } => ("UNSURE", &mut flags.unsure),
            _ => continue,
        };
        if *left == 0 {
            continue;
        }
        *left -= 1;
        println!("\n=== {title} {:?} ({} seed {}) {id}", verdict.kind, world.style, world.seed);
        if let Some(row) = rows.get(id.as_str()) {
            transaction(row);
        }
        let credit = || world.credits.get(id.trim_start_matches("credit "));
        let Some(truth) = world.truth.get(id).or_else(credit) else { continue };
        println!(
            "  truth: customer {}, {}, {}",
            truth.customer.as_deref().unwrap_or("-"),
            if truth.knowable { "knowable" } else { "not knowable" },
            if truth.named { "named" } else { "not named" }
        );
        for (invoice, minor) in &truth.allocations {
            item(&invoices, invoice, *minor);
        }
        for member in truth.payout.iter().flat_map(|parts| &parts.members) {
            println!("    member {member} {:?}", rows.get(member.as_str()).map(|row| row.amount));
        }
        match matches.get(id.as_str()) {
            Some(found) => explain(&invoices, found),
            None => unmatched(&invoices, result, id),
        }
    }
}

fn transaction(row: &Transaction) {
    let party = &row.counterparty;
    println!("  {} {} {:?} {:?} from {}", row.booked_on, row.amount, row.kind, row.status, row.source);
    for fee in &row.fees {
        println!("  fee {} {}", fee.amount, fee.kind);
    }
    if let Some(original) = &row.original {
        println!("  original {} at {:?}", original.amount, original.rate);
    }
    println!("  text  {:?}", row.remittance);
    println!(
        "  payer {:?} iban {:?} account {:?} e-mail {:?}",
        party.name, party.iban, party.account, party.email
    );
    for reference in &row.references {
        println!("  reference {:?} {}", reference.kind, reference.value);
    }
}

fn item(invoices: &BTreeMap<&str, &Invoice>, id: &str, minor: i64) {
    let Some(row) = invoices.get(id) else { return println!("    {id}: no such item") };
    let none = payymo::model::Customer::default();
    let customer = row.customer.as_ref().unwrap_or(&none);
    println!(
        "    {minor} of {id} number {:?} open {} total {} {:?} issued {:?} due {:?} by {:?} {:?} aliases {:?} ibans {:?} emails {:?}",
        row.number,
        row.open,
        row.total,
        row.state,
        row.issued_on,
        row.due_on,
        customer.id,
        customer.name,
        customer.aliases,
        customer.ibans,
        customer.emails
    );
}

fn explain(invoices: &BTreeMap<&str, &Invoice>, found: &Match) {
    println!(
        "  proposed: {:?} {:?} probability {:.6} score {:.2} prior {:.2}",
        found.kind, found.decision, found.probability, found.score, found.prior
    );
    allocations(invoices, &found.allocations);
    for difference in &found.differences {
        println!("    difference {:?} {}", difference.kind, difference.amount);
    }
    println!(
        "  waits: {:?} {:?}; calibrated as {} at {:+.2}",
        found.review, found.review_clue, found.uncalibrated.kind, found.uncalibrated.log_odds
    );
    for evidence in &found.evidence {
        println!("    {:+.2} {}: {}", evidence.weight, evidence.code, evidence.text());
    }
    for rival in &found.alternatives {
        println!("    rival at {:.6}", rival.probability);
        allocations(invoices, &rival.allocations);
    }
}

fn unmatched(invoices: &BTreeMap<&str, &Invoice>, result: &Reconciliation, id: &str) {
    let Some(row) = result.unmatched.iter().find(|row| row.transaction == id) else {
        return println!("  neither matched nor unmatched");
    };
    println!("  unmatched: {:?}", row.reason);
    for rival in &row.nearest {
        println!("    nearest at {:.6}", rival.probability);
        allocations(invoices, &rival.allocations);
        for evidence in &rival.evidence {
            println!("    {:+.2} {}: {}", evidence.weight, evidence.code, evidence.text());
        }
    }
}

fn allocations(invoices: &BTreeMap<&str, &Invoice>, rows: &[payymo::matching::Allocation]) {
    for row in rows {
        match &row.target {
            Target::Invoice(id) => item(invoices, id, row.amount.minor()),
            Target::Customer(id) => println!("    {} on account of {id}", row.amount),
        }
    }
}

//! Measures the engine on two-sided ledgers: recall at a precision, F1 over pairs, calibration, time.
//!
//! ```text
//! ledger [--seeds 1..3] [--rows 45000] [--missing 0,20,50] [--books 2000] [--show N] [--ceiling yes]
//! ```
//! `--rows 0` or `--books 0` leaves that kind of world out; `--show` prints so many pairs that were wrong or missed;
//! At the end stand the lines of the calibration table that the worlds together ask for (the shipped ones: `--seeds 51..53`), and how
//! much of what was said at each probability is true. `--ceiling yes` adds what the makers of the two-sided worlds could know at best.

use payymo::matching::{Options, reconcile};
use payymo_world::flags::{exit, seeds};
use payymo_world::ledger::measure::Score;
use payymo_world::ledger::{Ledgers, books, ceiling, two_sided};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    exit("ledger", run())
}

fn run() -> Result<(), String> {
    let (mut seed_list, mut rows, mut missing, mut books_rows, mut show) =
        (seeds("1..3")?, 45_000, vec![0, 20, 50], 2_000, 0);
    let mut best = false;
    let mut words = std::env::args().skip(1);
    while let Some(flag) = words.next() {
        let value = words.next().ok_or(format!("{flag} needs a value"))?;
        let number = || value.parse::<usize>().map_err(|_| format!("{flag} needs a number"));
        match flag.as_str() {
            "--seeds" => seed_list = seeds(&value)?,
            "--rows" => rows = number()?,
            "--missing" => missing = seeds(&value)?,
            "--books" => books_rows = number()?,
            "--show" => show = number()?,
            "--ceiling" => best = value == "yes",
            _ => return Err(format!("no flag {flag}")),
        }
    }
    let mut total = Score::default();
    if rows > 0 {
        for share in missing {
            if best {
                ceiling_of(&seed_list, rows, share);
            }
            let name = format!("two-sided, {share} % missing");
            let worlds = seed_list.iter().map(|seed| two_sided::make(*seed, rows, share));
            total.add(measure(&name, worlds, show)?);
        }
    }
    if books_rows > 0 {
        let worlds = seed_list.iter().map(|seed| books::make(*seed, books_rows));
        total.add(measure("books", worlds, show)?);
    }
    print_together(&total);
    Ok(())
}

fn ceiling_of(seeds: &[u64], rows: usize, missing: u64) {
    let mut total = Score::default();
    for seed in seeds {
        total.add(ceiling::score(&two_sided::make(*seed, rows, missing), rows, missing));
    }
    println!("two-sided, {missing} % missing: at best: {}", line(&total));
}

fn measure(name: &str, worlds: impl Iterator<Item = Ledgers>, show: usize) -> Result<Score, String> {
    let mut total = Score::default();
    for world in worlds {
        let (start, used) = (Instant::now(), on_processor());
        let options = Options::default();
        let result = reconcile(&world.transactions, &world.entries, &[], &options, &mut |_, _, _| true)
            .map_err(|error| error.to_string())?;
        let (seconds, used) = (start.elapsed().as_secs_f64(), on_processor() - used);
        let score = Score::of(&world, &result);
        println!(
            "{name}: seed {}, {} x {}, {} pairs, {seconds:.3} s ({used:.3} s on a processor): {}",
            world.seed,
            world.transactions.len(),
            world.entries.len(),
            world.pairs.len(),
            line(&score)
        );
        print_some(&world, &score, show);
        total.add(score);
    }
    println!("{name}: all: {}", line(&total));
    Ok(total)
}

/// What all worlds say together: the lines of the calibration table, and what is true of what was said.
fn print_together(total: &Score) {
    for (kind, fit) in total.kinds() {
        let (a, b) = fit.line;
        println!("    {kind} {a:.2} {b:.2}   ({} pairs, {} wrong)", fit.count, fit.count - fit.right);
    }
    println!("    said     true     pairs   wrong");
    for bin in total.reliability() {
        println!("    {:.5}  {:.5}  {:>7} {:>5}", bin.said, bin.right, bin.pairs, bin.wrong);
    }
}

/// Seconds that this thread has run, where the system says so (Linux).
fn on_processor() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    said.split_whitespace().next().and_then(|word| word.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn line(score: &Score) -> String {
    let (automatic, wrong) = score.automatic();
    format!(
        "recall at precision 0.99 {:.4}, at 0.999 {:.4}, F1 {:.4}, automatic {:.4} ({wrong} wrong of {automatic}), calibration error {:.3}",
        score.recall_at(0.99),
        score.recall_at(0.999),
        score.f1(),
        (automatic - wrong) as f64 / score.pairs.max(1) as f64,
        score.calibration_error()
    )
}

fn print_some(world: &Ledgers, score: &Score, show: usize) {
    if show == 0 {
        return;
    }
    let bank: BTreeMap<&str, String> = world
        .transactions
        .iter()
        .map(|row| (row.id.as_str(), format!("{} {} {}", row.booked_on, row.amount, row.remittance)))
        .collect();
    let book: BTreeMap<&str, String> = world
        .entries
        .iter()
        .map(|row| {
            let (day, memo) =
                (row.issued_on.unwrap_or_default(), row.description.as_deref().unwrap_or_default());
            (row.id.as_str(), format!("{day} {} {memo}", row.open))
        })
        .collect();
    let text = |of: &BTreeMap<&str, String>, id: &str| of.get(id).cloned().unwrap_or_default();
    for pair in score.proposed.iter().filter(|pair| !pair.right).take(show) {
        println!(
            "  wrong {:.4} {}: {} <> {}",
            pair.probability,
            pair.kind,
            text(&bank, &pair.transaction),
            text(&book, &pair.entry)
        );
        for (a, b) in world.pairs.iter().filter(|known| known.0 == pair.transaction || known.1 == pair.entry)
        {
            println!("      true: {} <> {}", text(&bank, a), text(&book, b));
        }
    }
    for (a, b) in score.missed(world).into_iter().take(show) {
        println!("  missed {a} {b}: {} <> {}", text(&bank, a), text(&book, b));
    }
}

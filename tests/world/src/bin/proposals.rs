//! Prints every proposal with its evidence and whether it is right, a tab-separated line each: what calibration is
//! fitted to.
//!
//! `proposals --styles a,b --seeds 1..3 --customers 2000`

use payymo::matching::{Decision, Source, reconcile};
use payymo_world::evaluate::judge;
use payymo_world::style;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |name: &str| {
        args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1)).cloned().unwrap_or_default()
    };
    let seeds = get("--seeds");
    let (from, to) = seeds.split_once("..").unwrap_or((&seeds, &seeds));
    let (from, to): (u64, u64) = (from.parse().unwrap_or(1), to.parse().unwrap_or(1));
    let customers = get("--customers").parse().unwrap_or(2000);
    for name in get("--styles").split(',') {
        for seed in from..=to {
            let Some(world) = style::make(name, seed, customers) else {
                eprintln!("no style {name}, or what it is made from is not here");
                std::process::exit(2);
            };
            let go_on = &mut |_, _, _| true;
            let result =
                reconcile(&world.transactions, &world.invoices, &world.settlements, &world.options, go_on)
                    .unwrap_or_else(|error| panic!("{error}"));
            let verdicts = judge(&world, &result);
            for found in &result.matches {
                let clues: Vec<String> =
                    found.evidence.iter().map(|e| format!("{}={:.2}", e.code, e.weight)).collect();
                for row in &found.allocations {
                    let Source::Transaction(id) = &row.source else { continue };
                    let Some(verdict) = verdicts.get(id) else { continue };
                    println!(
                        "{name}\t{seed}\t{:?}\t{:?}\t{}\t{}\t{}\t{:.6}\t{:.3}\t{:.3}\t{}\t{id}",
                        verdict.kind,
                        found.kind,
                        u8::from(verdict.right),
                        u8::from(verdict.knowable),
                        u8::from(found.decision == Decision::Auto),
                        found.probability,
                        found.score,
                        found.prior,
                        clues.join(" ")
                    );
                    if found.kind != payymo::matching::MatchKind::Instalment {
                        break;
                    }
                }
            }
        }
    }
}

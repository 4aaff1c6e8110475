//! Prints every proposal with its evidence and whether it is right, a tab-separated line each: for a look at single
//! weights in a table program.
//!
//! `proposals --styles a,b --seeds 1..3 --customers 2000`

use payymo::matching::{Decision, MatchKind, Source, reconcile};
use payymo_world::World;
use payymo_world::evaluate::judge;
use payymo_world::flags::Worlds;
use std::process::ExitCode;

fn main() -> ExitCode {
    let worlds = Worlds::read(std::env::args().skip(1), "1");
    match worlds.and_then(|worlds| worlds.each(print)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("proposals: {message}");
            ExitCode::from(2)
        }
    }
}

fn print(world: &World) {
    let go_on = &mut |_, _, _| true;
    let result = reconcile(&world.transactions, &world.invoices, &world.settlements, &world.options, go_on)
        .unwrap_or_else(|error| panic!("{error}"));
    let verdicts = judge(world, &result);
    let (name, seed) = (world.style, world.seed);
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
            if found.kind != MatchKind::Instalment {
                break;
            }
        }
    }
}

//! A short run of what the fuzz targets do at length: every format's seeds, broken in some hundred ways.

#[path = "../../fuzz/src/lib.rs"]
#[allow(dead_code)]
mod checks;

use payymo::format::{Format, ReadOptions, read};
use payymo::money::Currency;
use payymo_tests::mutant::mutant;
use payymo_tests::shared::files;
use payymo_world::Random;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

const FUZZ: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz");
/// Mutants of each format.
const MUTANTS: u64 = 1000;
/// Of so many one is read with its format told by content too.
const TOLD: u64 = 8;

/// The seeds of a format, which is to have some.
fn seeds(format: Format) -> Vec<Vec<u8>> {
    let folder = Path::new(FUZZ).join("seeds").join(format.code());
    assert!(folder.is_dir(), "{} has no seed: write one into {}", format.code(), folder.display());
    let seeds: Vec<Vec<u8>> =
        files(&folder).iter().map(|path| std::fs::read(path).expect("a seed is read")).collect();
    assert!(seeds.iter().any(|seed| !seed.is_empty()), "{} has no seed", format.code());
    seeds
}

/// Checks an input; one that breaks a check is shown.
fn check(bytes: &[u8], format: Option<Format>, what: &str) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| checks::read_as(bytes, format))) {
        println!("{what} broke a check: b\"{}\"", bytes.escape_ascii());
        resume_unwind(panic);
    }
}

#[test]
fn every_format_has_a_target_and_seeds_that_are_read() {
    let manifest =
        std::fs::read_to_string(format!("{FUZZ}/Cargo.toml")).expect("the manifest of the targets");
    for format in Format::ALL {
        let code = format.code();
        assert!(
            manifest.contains(&format!("name = \"{code}\"\n")),
            "{code} has no [[bin]] in fuzz/Cargo.toml"
        );
        let target = std::fs::read_to_string(format!("{FUZZ}/targets/{code}.rs")).unwrap_or_default();
        assert!(
            target.contains(&format!("Some(Format::{format:?})")),
            "fuzz/targets/{code}.rs does not read {code}"
        );
        for seed in seeds(*format) {
            // Some formats name no currency.
            let mut options = ReadOptions::default();
            options.currency = Some(Currency::EUR);
            let report = read(&seed, &options).unwrap_or_else(|error| panic!("{code}: {error}"));
            assert!(report.has_rows(), "a seed of {code} holds no rows");
            check(&seed, Some(*format), code);
            check(&seed, None, code);
        }
    }
}

#[test]
fn bad_input_is_harmless_to_every_reader() {
    let all: Vec<(Format, Vec<Vec<u8>>)> =
        Format::ALL.iter().map(|format| (*format, seeds(*format))).collect();
    let everything: Vec<&[u8]> = all.iter().flat_map(|(_, seeds)| seeds).map(Vec::as_slice).collect();
    std::thread::scope(|scope| {
        let runs: Vec<_> = all
            .iter()
            .map(|(format, seeds)| {
                let everything = &everything;
                (format, scope.spawn(move || run(*format, seeds, everything)))
            })
            .collect();
        for (format, run) in runs {
            let executions = run.join().unwrap_or_else(|panic| resume_unwind(panic));
            println!("{}: {executions} executions", format.code());
            assert!(executions > MUTANTS);
        }
    });
}

fn run(format: Format, seeds: &[Vec<u8>], everything: &[&[u8]]) -> u64 {
    let own: Vec<&[u8]> = seeds.iter().map(Vec::as_slice).collect();
    let mut random = Random::new(20_260_304).fork(format as u64);
    let mut executions = 0;
    for number in 0..MUTANTS {
        let others = if random.chance(850) { &own } else { everything };
        let seed = *random.pick(&own);
        let bytes = mutant(&mut random, seed, others);
        let what = format!("mutant {number} of {}", format.code());
        check(&bytes, Some(format), &what);
        executions += 1;
        if number % TOLD == 0 {
            check(&bytes, None, &what);
            executions += 1;
        }
    }
    executions
}

//! Made-up customers whose payments are printed in the shapes of real files: which fields a row has, the text around
//! the numbers, its separators, code words and cuts are a real row's; the files' own rows are the background.
//!
//! # Design
//! The files are test data that the project does not hold: they are read from the shared folder (`corpus`), nothing of
//! them stands here. Each row becomes a template (`template`) whose numbers, dates, amounts, accounts and names are
//! slots of the same shape; a payment picks a template, and with it the joint presence of name, account, text and
//! references (`print`). MT940 texts are taken as they stand until there is a reader for them (`swift`).

mod corpus;
mod ledger;
pub(crate) mod more;
mod print;
mod swift;
mod template;

use crate::standard::some_iban;
use crate::{Random, World, plan};

/// A world of this style. `None` where the real files are not there.
///
/// # Panics
/// Where they are not there and `CI` is `true`.
pub fn world(seed: u64, customers: usize) -> Option<World> {
    let rows = corpus::rows(&corpus::folder()?);
    let (numbered, plain) = print::templates(&rows);
    if numbered.is_empty() {
        return None;
    }
    let (accounts, mut books) = ledger::open(seed, customers.max(40));
    let mut order = Random::new(seed).fork(0x4ea2);
    let own = some_iban(&mut order, "DE");
    let printer = print::Printer { accounts, rows, numbered, plain, own: own.clone() };
    for kind in plan::events(&mut order, customers, &[]) {
        books.happen(&printer, kind);
    }
    let options = payymo::matching::Options {
        as_of: Some(books.as_of),
        own_ibans: vec![own],
        own_names: vec![print::HOST.to_owned()],
        ..Default::default()
    };
    let as_of = books.as_of;
    Some(books.draft.finish("real_text", seed, as_of, options, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_sound_and_whole() {
        for seed in 0..6 {
            let Some(world) = world(seed, 2_000) else {
                println!("real_text: LEFT OUT, no real files (set PAYYMO_SHARED)");
                return;
            };
            assert_eq!(world.check(), Vec::<String>::new(), "seed {seed}");
            let kinds = world.kinds();
            assert!(plan::SHARES.iter().all(|row| kinds.contains(&row.0)), "{kinds:?}");
            let settling: Vec<_> = world.truth.values().filter(|row| !row.allocations.is_empty()).collect();
            assert!((2_200..3_200).contains(&settling.len()), "{} payments settle something", settling.len());
            let known = settling.iter().filter(|row| row.knowable).count();
            assert!(
                known * 100 > settling.len() * 70 && known < settling.len(),
                "{known} of {}",
                settling.len()
            );
            let texts: std::collections::BTreeSet<&str> =
                world.transactions.iter().map(|row| row.remittance.as_str()).collect();
            assert!(texts.len() > 1_500, "{} texts", texts.len());
        }
    }

    #[test]
    fn the_files_hold_many_shapes() {
        let Some(folder) = corpus::folder() else {
            println!("real_text: LEFT OUT, no real files (set PAYYMO_SHARED)");
            return;
        };
        let rows = corpus::rows(&folder);
        let (numbered, plain) = print::templates(&rows);
        println!(
            "real_text: {} rows, {} templates, {} with room for a number",
            rows.len(),
            plain.len(),
            numbered.len()
        );
        assert!(rows.len() > 300 && numbered.len() > 100, "{} rows, {} numbered", rows.len(), numbered.len());
    }
}

//! local
use payymo::matching::{Match, Options, Source, reconcile};
use payymo_world::evaluate::judge;
use payymo_world::style;
use std::collections::BTreeMap;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (lo, hi): (u64, u64) = (a[2].parse().unwrap(), a[3].parse().unwrap());
    for name in a[1].split(',') {
        for seed in lo..=hi {
            let world = style::make(name, seed, 2000).unwrap();
            let options = Options { threads: 1, ..world.options.clone() };
            if let Ok(id) = std::env::var("ONE") {
                let (mut m, _) =
                    payymo::matching::Matcher::new(&world.invoices, &world.settlements, &options).unwrap();
                unsafe { std::env::remove_var("DBG") };
                m.reconcile(&world.transactions, &mut |_, _, _| true).unwrap();
                let t = world.transactions.iter().find(|t| t.id == id).unwrap();
                unsafe { std::env::set_var("DBG", "1") };
                m.propose(t).unwrap();
                unsafe { std::env::remove_var("DBG") };
                for e in m.explain(&world.transactions, &id).unwrap() {
                    for h in e.hypotheses.iter().take(8) {
                        eprintln!("{h:?}");
                    }
                }
                return;
            }
            let result = reconcile(
                &world.transactions,
                &world.invoices,
                &world.settlements,
                &options,
                &mut |_, _, _| true,
            )
            .unwrap();
            let mut matches: BTreeMap<&str, &Match> = BTreeMap::new();
            for m in &result.matches {
                for row in &m.allocations {
                    if let Source::Transaction(id) = &row.source {
                        matches.insert(id, m);
                    }
                }
            }
            let un: BTreeMap<&str, _> =
                result.unmatched.iter().map(|u| (u.transaction.as_str(), u)).collect();
            for (id, v) in judge(&world, &result) {
                let head = format!(
                    "{name}\t{seed}\t{id}\t{:?}\t{}\t{}\t{}\t{}",
                    v.kind,
                    v.knowable as u8 + 2 * v.by_hand as u8,
                    v.right as u8,
                    v.automatic as u8,
                    v.wrong_customer as u8
                );
                match matches.get(id.as_str()) {
                    Some(m) => {
                        let ev: Vec<String> =
                            m.evidence.iter().map(|e| format!("{}:{:.2}", e.code, e.weight)).collect();
                        let second = m.alternatives.first().map_or(0.0, |a| a.probability);
                        println!(
                            "{head}\t{:?}\t{:.6}\t{}\t{:.3}\t{:?}\t{}\t{:.2}\t{:.5}\t{}",
                            m.kind,
                            m.probability,
                            m.uncalibrated.kind,
                            m.uncalibrated.log_odds,
                            m.review,
                            m.review_clue.unwrap_or("-"),
                            m.score,
                            second,
                            ev.join(" ")
                        );
                    }
                    None => {
                        let u = un.get(id.as_str());
                        println!("{head}\tUnmatched\t0\t{:?}\t0\t-\t-\t0\t0\t", u.map(|u| u.reason))
                    }
                }
            }
        }
    }
}

//! What a host's verdicts of one month are worth in the next: more is automatic, no more of it is wrong, and what was
//! rejected does not come back.

use payymo::matching::{
    Allocation, Decision, Feedback, Match, Matcher, Memory, Options, Reconciliation, ReviewReason, Source,
    Target, reconcile, reconcile_with,
};
use payymo::model::{Invoice, Transaction};
use payymo::money::Amount;
use payymo_tests::next_month::next_month;
use payymo_tests::rows::{day, eur, item, payment};
use payymo_world::evaluate::{Evaluation, evaluate, judge};
use payymo_world::{World, style};
use std::collections::BTreeMap;

fn run(world: &World) -> Reconciliation {
    reconcile(&world.transactions, &world.invoices, &world.settlements, &world.options, &mut |_, _, _| true)
        .expect("a result")
}

fn run_with(world: &World, memory: &Memory) -> Reconciliation {
    let World { transactions, invoices, settlements, options, .. } = world;
    reconcile_with(memory, transactions, invoices, settlements, options, &mut |_, _, _| true)
        .expect("a result")
}

/// What a careful bookkeeper says of a month, who knows the truth where it can be known.
fn verdicts(world: &World, result: &Reconciliation) -> Vec<Feedback> {
    let rows: BTreeMap<&str, &Transaction> =
        world.transactions.iter().map(|row| (row.id.as_str(), row)).collect();
    let items: BTreeMap<&str, &Invoice> = world.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
    let judged = judge(world, result);
    let truth = |id: &str| -> Vec<Allocation> {
        let row = |(invoice, minor): &(String, i64)| Allocation {
            source: Source::Transaction(id.to_owned()),
            target: Target::Invoice(invoice.clone()),
            amount: Amount::new(*minor, items[invoice.as_str()].currency()),
            paid: None,
        };
        world.truth[id].allocations.iter().map(row).collect()
    };
    let invoices_of = |allocations: &[Allocation]| -> Vec<Invoice> {
        let id = |row: &Allocation| match &row.target {
            Target::Invoice(id) => items.get(id.as_str()).map(|row| (*row).clone()),
            Target::Customer(_) => None,
        };
        allocations.iter().filter_map(id).collect()
    };
    let mut out = Vec::new();
    for found in &result.matches {
        let ids = found.transactions();
        let payments: Vec<Transaction> = ids.iter().map(|id| rows[id].clone()).collect();
        let right: Vec<Allocation> = ids.iter().flat_map(|id| truth(id)).collect();
        let mut invoices = invoices_of(&found.allocations);
        invoices.extend(invoices_of(&right));
        let feedback = if ids.iter().all(|id| judged[*id].right) {
            Feedback::confirmed(found, world.as_of, &payments, &invoices)
        } else if right.is_empty() {
            Feedback::rejected(found, world.as_of, &payments, &invoices)
        } else {
            Feedback::corrected(Some(found), right, world.as_of, &payments, &invoices)
        };
        out.push(feedback);
    }
    for row in &result.unmatched {
        let right = truth(&row.transaction);
        if !right.is_empty() && world.truth[&row.transaction].knowable {
            let payment = rows[row.transaction.as_str()].clone();
            let invoices = invoices_of(&right);
            out.push(Feedback::corrected(None, right, world.as_of, &[payment], &invoices));
        }
    }
    out
}

fn learnt(feedback: &[Feedback]) -> Memory {
    let mut memory = Memory::new();
    feedback.iter().for_each(|one| memory.learn(one));
    // What is kept is what is used.
    Memory::decode(&memory.encode()).expect("a memory")
}

#[test]
fn a_month_of_verdicts_makes_more_of_the_next_automatic() {
    let (mut without, mut with) = (Evaluation::default(), Evaluation::default());
    for (at, (name, make)) in style::STYLES.iter().enumerate() {
        let Some(world) = make(910_000 + at as u64, 700) else {
            println!("{name}: LEFT OUT, what it is made from is not here");
            continue;
        };
        let (first, second) = (&world, next_month(&world));
        let memory = learnt(&verdicts(first, &run(first)));
        let (before, after) = (run(&second), run_with(&second, &memory));
        assert_eq!(before.engine.memory, "none");
        assert_eq!(after.engine.memory, memory.digest());
        let (before, after) = (evaluate(&second, &before), evaluate(&second, &after));
        let line = |what: &str, of: &Evaluation| {
            let total = of.total();
            println!(
                "{name:>22} {what:7}: {} payments, best {:.4}, automatic recall {:.4}, {} of {} automatic wrong",
                total.payments,
                total.best_share(),
                total.recall(),
                total.wrong_automatic,
                total.automatic
            );
        };
        line("without", &before);
        line("with", &after);
        without.add(&before);
        with.add(&after);
    }
    let (before, after) = (without.total(), with.total());
    println!("all: recall {:.4} -> {:.4}", before.recall(), after.recall());
    assert!(before.knowable > 800);
    assert!(after.recall() > before.recall() + 0.01, "{:.4} -> {:.4}", before.recall(), after.recall());
    assert!(after.best_right >= before.best_right, "{} -> {}", before.best_right, after.best_right);
    assert!(after.wrong_automatic <= before.wrong_automatic);
    assert!(after.wrong_customer <= before.wrong_customer);
}

#[test]
fn what_was_rejected_does_not_come_back() {
    for (at, (_, make)) in style::STYLES.iter().enumerate() {
        let Some(world) = make(920_000 + at as u64, 150) else { continue };
        let result = run(&world);
        let reject =
            |found: &Match| Feedback::rejected(found, world.as_of, &world.transactions, &world.invoices);
        // Every third: what is left must still find its place.
        let rejected: Vec<&Match> = result.matches.iter().step_by(3).collect();
        let feedback: Vec<Feedback> = rejected.iter().map(|found| reject(found)).collect();
        let mut memory = learnt(&feedback);
        let after = run_with(&world, &memory);
        let sets = |result: &Reconciliation| -> Vec<(String, Vec<Target>)> {
            let of = |found: &Match| -> Vec<(String, Vec<Target>)> {
                let own = |id: &str| {
                    let own = found
                        .allocations
                        .iter()
                        .filter(|row| matches!(&row.source, Source::Transaction(of) if of == id));
                    let mut own: Vec<Target> = own.map(|row| row.target.clone()).collect();
                    own.sort();
                    own
                };
                found.transactions().into_iter().map(|id| (id.to_owned(), own(id))).collect()
            };
            result.matches.iter().flat_map(of).collect()
        };
        let gone =
            Reconciliation { matches: rejected.iter().map(|m| (*m).clone()).collect(), ..result.clone() };
        let back = sets(&after);
        assert!(!sets(&gone).is_empty());
        for set in sets(&gone) {
            let of = |found: &&Match| found.transactions().contains(&set.0.as_str());
            assert!(!back.contains(&set), "came back: {:?}", after.matches.iter().find(of));
        }
        // What is taken back is as if it had never been said.
        feedback.iter().for_each(|one| memory.unlearn(one));
        assert!(memory.is_empty());
        let again = run_with(&world, &memory);
        assert!(again.matches == result.matches && again.unmatched == result.unmatched);
    }
}

/// An unknown payer who pays for `K2` what nothing but a person could know.
fn strangers() -> (Vec<Transaction>, Vec<Invoice>) {
    let invoices = vec![item("i1", "INV-20411", "K1", 12_345), item("i2", "INV-20412", "K2", 12_345)];
    let mut row = payment("t1", 12_345, "Mustermann Familie", "Danke");
    row.counterparty.iban = Some("DE89370400440532013000".to_owned());
    (vec![row], invoices)
}

fn settles(payment: &str, invoice: &str, minor: i64) -> Allocation {
    Allocation {
        source: Source::Transaction(payment.to_owned()),
        target: Target::Invoice(invoice.to_owned()),
        amount: eur(minor),
        paid: None,
    }
}

fn once(memory: &Memory, rows: &[Transaction], items: &[Invoice], options: &Options) -> Reconciliation {
    reconcile_with(memory, rows, items, &[], options, &mut |_, _, _| true).expect("an answer")
}

#[test]
fn a_payer_is_learnt_from_one_correction_and_forgotten_with_his_customer() {
    let (rows, items) = strangers();
    let right = vec![settles("t1", "i2", 12_345)];
    let options = Options::default();
    let feedback = Feedback::corrected(None, right.clone(), day(20), &rows, &items);
    let mut memory = learnt(&[feedback.clone(), feedback]);
    let found = once(&memory, &rows, &items, &options);
    assert_eq!(found.matches[0].allocations, right);
    assert!(found.matches[0].evidence.iter().any(|clue| clue.code == "payer.learnt"));
    // A pooled account is nobody's.
    let pooled = Options { pooled_ibans: vec!["DE89370400440532013000".to_owned()], ..Options::default() };
    let codes = |result: &Reconciliation| -> Vec<&str> {
        result.matches.iter().flat_map(|found| &found.evidence).map(|clue| clue.code).collect()
    };
    assert!(!codes(&once(&memory, &rows, &items, &pooled)).contains(&"payer.learnt"));
    // Ten years on nothing of it is left.
    let later = day(20) + chrono::Days::new(3650);
    let late = Options { as_of: Some(later), ..Options::default() };
    assert!(!codes(&once(&memory, &rows, &items, &late)).contains(&"payer.learnt"));
    let mut merged = memory.clone();
    merged.merge_customers("K2", "K1");
    assert_eq!(once(&merged, &rows, &items, &options).matches[0].allocations, [settles("t1", "i1", 12_345)]);
    memory.forget_customer("K2");
    assert!(!codes(&once(&memory, &rows, &items, &options)).contains(&"payer.learnt"));
}

#[test]
fn who_pays_for_very_many_teaches_nothing() {
    let (rows, items) = strangers();
    let mut feedback = Vec::new();
    for n in 0..30 {
        let customer = format!("K{n}");
        let mut row = rows[0].clone();
        row.id = format!("p{n}");
        let of = item("i9", "INV-1", &customer, 12_345);
        feedback.push(Feedback::corrected(
            None,
            vec![settles(&row.id, "i9", 12_345)],
            day(20),
            &[row],
            &[of],
        ));
    }
    let memory = learnt(&feedback);
    let result = once(&memory, &rows, &items, &Options::default());
    let known = result.matches.iter().flat_map(|found| &found.evidence);
    let known =
        known.chain(result.unmatched.iter().flat_map(|row| &row.nearest).flat_map(|row| &row.evidence));
    assert!(
        known
            .filter(|clue| clue.code.starts_with("payer.other_payee") || clue.code == "payer.learnt")
            .count()
            == 0
    );
}

#[test]
fn what_banks_take_of_a_payers_money_is_learnt() {
    let of = |id: &str, minor: i64, n: u32| {
        let mut row = payment(id, minor, "K1 Holding", &format!("Invoice INV-2041{n}"));
        row.counterparty.iban = Some("DE89370400440532013000".to_owned());
        row
    };
    let items = vec![item("i1", "INV-20411", "K1", 100_000), item("i2", "INV-20412", "K1", 100_000)];
    let first = [of("t1", 98_237, 1)];
    let options = Options::default();
    let found = once(&Memory::new(), &first, &items[..1], &options);
    let bits = |result: &Reconciliation| {
        let clue = result.matches[0].evidence.iter().find(|clue| clue.code == "amount.bank_fee");
        clue.map(|clue| clue.weight)
    };
    let before = bits(&found).expect("a charge");
    let feedback = Feedback::confirmed(&found.matches[0], day(20), &first, &items);
    let memory = learnt(&[feedback.clone(), feedback]);
    let second = [of("t2", 98_237, 2)];
    let after = bits(&once(&memory, &second, &items[1..], &options)).expect("a charge");
    assert!(after > before + 3.0, "{before} -> {after}");
    let other = [of("t2", 98_337, 2)];
    let as_ever = bits(&once(&memory, &other, &items[1..], &options)).expect("a charge");
    assert!(as_ever < before + 1.0, "{before} -> {as_ever}");
}

/// Verdicts on audited matches, so many right and so many wrong.
fn audits(right: u64, wrong: u64) -> Memory {
    let (rows, items) = strangers();
    let text = [payment("t1", 12_345, "K1 Holding", "Invoice INV-20411")];
    let mut found = once(&Memory::new(), &text, &items, &Options::default()).matches.remove(0);
    assert_eq!((found.decision, found.audit), (Decision::Auto, false));
    found.audit = true;
    let mut memory = Memory::new();
    let other = |n: u64| {
        let mut row = rows[0].clone();
        row.id = format!("x{n}");
        row
    };
    for n in 0..right + wrong {
        let mut found = found.clone();
        found.allocations[0].source = Source::Transaction(format!("x{n}"));
        let row = [other(n)];
        memory.learn(&if n < right {
            Feedback::confirmed(&found, day(20), &row, &items)
        } else {
            Feedback::rejected(&found, day(20), &row, &items)
        });
    }
    memory
}

#[test]
fn audits_prove_or_stop_what_is_automatic() {
    let rows = [payment("t1", 12_345, "K1 Holding", "Invoice INV-20411")];
    let items = [item("i1", "INV-20411", "K1", 12_345)];
    let of = |right, wrong, change: &dyn Fn(&mut Options)| {
        let mut options = Options { audit_rate: 1.0, max_wrong_auto: 0.01, ..Options::default() };
        change(&mut options);
        once(&audits(right, wrong), &rows, &items, &options)
    };
    let few = of(298, 0, &|_| {});
    assert_eq!(serde_json::to_value(few.bound).expect("JSON"), serde_json::json!({"method": "shipped"}));
    assert!(few.matches[0].audit && few.warnings.is_empty());
    let enough = of(299, 0, &|_| {});
    let bound = serde_json::to_value(enough.bound).expect("JSON");
    assert_eq!(
        bound,
        serde_json::json!({"method": "audit", "confirmed": 299, "wrong": 0, "upper": 0.009_970})
    );
    assert!(serde_json::to_string(&enough).expect("JSON").contains("\"audit\":true"));
    let failed = of(10, 2, &|_| {});
    assert!(failed.bound.failed());
    let found = &failed.matches[0];
    assert_eq!((found.decision, found.review), (Decision::Review, Some(ReviewReason::Bound)));
    assert!(!found.audit);
    assert_eq!(failed.warnings[0].code().as_str(), "matching.bound_failed");
    assert_eq!(failed.summary.auto, 0);
    // Scopes and the shadow month hold as they do without: they are named first.
    let shadow = of(10, 2, &|options| options.auto.enabled = false);
    assert_eq!(shadow.matches[0].review, Some(ReviewReason::Scope));
    let shadow = of(299, 0, &|options| options.auto.except_customers = vec!["K1".to_owned()]);
    assert_eq!(shadow.matches[0].review, Some(ReviewReason::Scope));
    assert!(!shadow.matches[0].audit, "only what is automatic is audited");
    assert!(of(10, 2, &|options| options.max_wrong_auto = 0.3).matches[0].decision == Decision::Auto);
}

#[test]
fn the_sample_is_the_same_in_every_run_and_another_with_another_salt() {
    let world = style::saas_us::world(931, 200);
    let marked = |salt: &str, threads| -> Vec<String> {
        let options =
            Options { audit_rate: 0.2, audit_salt: salt.to_owned(), threads, ..world.options.clone() };
        let (mut matcher, _) = Matcher::new(&world.invoices, &world.settlements, &options).expect("items");
        let result = matcher.reconcile(&world.transactions, &mut |_, _, _| true).expect("a result");
        assert!(result.matches.iter().all(|found| !found.audit || found.decision == Decision::Auto));
        result.matches.into_iter().filter(|found| found.audit).map(|found| found.id).collect()
    };
    let one = marked("a", 1);
    assert!(one.len() > 20);
    assert_eq!(one, marked("a", 4));
    assert_ne!(one, marked("b", 1));
}

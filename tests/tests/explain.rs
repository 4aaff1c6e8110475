//! An explanation can be checked: its weights add up to the score that decided, its numbers are those of the result, and it
//! says what would change the decision.

use payymo::matching::{
    Allocation, Decision, Explained, MatchKind, Matcher, Options, Reconciliation, ReviewReason, Source,
};
use payymo::model::{Invoice, Transaction};
use payymo_tests::rows::{item, payment};
use payymo_world::{World, style};

fn explained(matcher: &mut Matcher, rows: &[Transaction], id: &str) -> Vec<Explained> {
    matcher.explain(rows, id).expect("an explanation")
}

/// What must hold of every explanation.
fn adds_up(explained: &Explained) {
    let id = &explained.transaction;
    for row in &explained.hypotheses {
        let sum: f64 = row.evidence.iter().map(|clue| clue.weight).sum();
        assert!((row.prior + sum - row.score).abs() < 1e-9, "{id}: {} + {sum} = {}", row.prior, row.score);
        assert!((0.0..=1.0).contains(&row.probability) && (0.0..=1.0).contains(&row.alone), "{id}");
    }
    // What takes back or is made up of parts has no rivals.
    if explained.hypotheses.len() > 1 {
        let alone: f64 = explained.hypotheses.iter().map(|row| row.alone).sum();
        let together: f64 = explained.hypotheses.iter().map(|row| row.probability).sum();
        assert!((alone - 1.0).abs() < 1e-9 && (together - 1.0).abs() < 1e-6, "{id}: {alone} {together}");
        assert!(explained.hypotheses.iter().any(|row| row.kind == "nothing"), "{id}");
    }
    assert!(explained.changes.iter().all(|change| !change.text.is_empty()));
    assert!(serde_json::to_value(explained).expect("JSON")["transaction"] == id.as_str());
}

/// What must hold of the explanation of a match.
fn is_of_the_result(result: &Reconciliation, explained: &[Explained], id: &str) {
    let found = result.matches.iter().find(|found| found.id == id).expect("the match");
    assert_eq!(explained.len(), found.transactions().len());
    for row in explained {
        adds_up(row);
        assert_eq!(
            (row.match_id.as_deref(), row.decision, row.review),
            (Some(id), Some(found.decision), found.review)
        );
    }
    let [row] = explained else { return };
    let (Some(chosen), Some(calibration)) = (row.hypotheses.first(), &row.calibration) else { return };
    assert_eq!((chosen.score, chosen.prior), (found.score, found.prior));
    // A credit that comes beside the payment is no allocation of the payment.
    let own = |row: &&Allocation| matches!(row.source, Source::Transaction(_));
    let paid: Vec<&Allocation> = found.allocations.iter().filter(own).collect();
    assert_eq!(chosen.allocations.iter().collect::<Vec<_>>(), paid);
    assert_eq!(chosen.evidence, found.evidence);
    assert_eq!(calibration.probability, found.probability);
    assert_eq!(calibration.kind, found.uncalibrated.kind);
    if found.kind != MatchKind::OnAccount {
        let enough = found.probability >= row.threshold;
        let code = if enough { "margin" } else { "probability" };
        let change = row.changes.iter().find(|change| change.code == code);
        let bits = change.unwrap_or_else(|| panic!("{id}: {:?}", row.changes)).bits;
        assert!(bits.is_some_and(|bits| bits >= 0.0), "{id}");
        assert!(enough || found.decision == Decision::Review);
        assert!(enough || found.review != Some(ReviewReason::Scope));
    }
}

fn check(world: &World, every: usize) {
    let (mut matcher, _) = Matcher::new(&world.invoices, &world.settlements, &world.options).expect("items");
    let result = matcher.reconcile(&world.transactions, &mut |_, _, _| true).expect("a result");
    for found in result.matches.iter().step_by(every) {
        is_of_the_result(&result, &explained(&mut matcher, &world.transactions, &found.id), &found.id);
    }
    for row in result.unmatched.iter().step_by(every) {
        let explained = explained(&mut matcher, &world.transactions, &row.transaction);
        assert_eq!((explained.len(), explained[0].unmatched), (1, Some(row.reason)));
        adds_up(&explained[0]);
        assert_eq!(explained[0].changes[0].code, row.reason.code());
    }
}

#[test]
fn weights_add_up_to_the_score_that_decided() {
    for (at, (name, make)) in style::STYLES.iter().enumerate() {
        match make(940_000 + at as u64, 60) {
            Some(world) => check(&world, 5),
            None => println!("{name}: LEFT OUT, what it is made from is not here"),
        }
    }
}

fn one(rows: &[Transaction], items: &[Invoice], id: &str) -> Explained {
    let (mut matcher, _) = Matcher::new(items, &[], &Options::default()).expect("items");
    let mut all = explained(&mut matcher, rows, id);
    assert_eq!(all.len(), 1);
    adds_up(&all[0]);
    all.remove(0)
}

/// The texts of what would change a decision.
fn changes(explained: &Explained) -> String {
    explained.changes.iter().map(|change| format!("{}: {}\n", change.code, change.text)).collect()
}

#[test]
fn what_would_change_the_decision_is_said() {
    let items = [item("i1", "INV-20411", "K1", 12_345), item("i2", "INV-20412", "K1", 9_900)];
    let sure = one(&[payment("t1", 12_345, "K1 Holding", "Invoice INV-20411")], &items, "t1");
    assert_eq!(sure.decision, Some(Decision::Auto));
    assert!(changes(&sure).contains("bits more than automatic asks for"), "{}", changes(&sure));

    let over = one(&[payment("t1", 30_000, "K1 Holding", "Invoice INV-20411")], &items, "t1");
    let said = changes(&over);
    assert!(
        said.contains("waits because amount.over: a person should see that the amount is more"),
        "{said}"
    );

    // Of two items of one amount nothing says which: the other one's number would.
    let mut twins = [item("i1", "INV-20411", "K1", 12_345), item("i2", "INV-20412", "K1", 12_345)];
    twins[1].due_on = None;
    let options = Options { twins: payymo::matching::TwinPolicy::Review, ..Options::default() };
    let (mut matcher, _) = Matcher::new(&twins, &[], &options).expect("items");
    let rows = [payment("t1", 12_345, "K1 Holding", "Thanks")];
    let alike = explained(&mut matcher, &rows, "t1").remove(0);
    let said = changes(&alike);
    assert!(said.contains("a second item of the same amount"), "{said}");
    assert!(said.contains("bits short of automatic"), "{said}");

    let stranger = one(&[payment("t1", 777, "Somebody Else", "Thanks")], &items, "t1");
    assert!(stranger.match_id.is_none() && stranger.calibration.is_none());
    assert!(changes(&stranger).starts_with("no_candidate: "), "{}", changes(&stranger));
    assert_eq!(stranger.hypotheses[0].kind, "nothing");
}

#[test]
fn what_is_no_payment_is_explained_by_its_reason_and_an_unknown_id_is_refused() {
    let items = [item("i1", "INV-20411", "K1", 12_345)];
    let mut row = payment("t1", 12_345, "K1 Holding", "Invoice INV-20411");
    row.status = payymo::model::Status::Pending;
    let pending = one(&[row.clone()], &items, "t1");
    assert!(pending.hypotheses.is_empty());
    assert_eq!(changes(&pending), "pending: Not booked yet.\n");
    let (mut matcher, _) = Matcher::new(&items, &[], &Options::default()).expect("items");
    let error = matcher.explain(&[row], "m_0").expect_err("no such match");
    assert_eq!(error.code().as_str(), "matching.unknown");
}

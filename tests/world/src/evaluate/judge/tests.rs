use super::*;
use crate::evaluate::evaluate;
use chrono::NaiveDate;
use payymo::matching::{
    Allocation, Alternative, Bound, Component, Decision, Engine, Match, MatchKind, Member, Options, Payout,
    Reconciliation, Residual, Source, Summary, Target, Unmatched, UnmatchedReason,
};
use payymo::model::{Customer, Transaction};
use payymo::money::Amount;

fn pounds(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("GBP").unwrap())
}

/// Ann owes 1 and 2 (twins) and the mass-payment invoice M over both; Bob owes 3, their twin in all but the owner.
fn world(truths: Vec<(&str, Truth)>) -> World {
    let item = |id: &str, customer: &str, minor: i64| {
        let mut row = Invoice::new(id, pounds(minor));
        row.customer = Some(Customer { id: Some(customer.to_owned()), ..Customer::default() });
        row
    };
    let mut mass = item("M", "ann", 1_998);
    mass.covers = vec!["1".to_owned(), "2".to_owned()];
    World {
        style: "test",
        seed: 0,
        as_of: NaiveDate::default(),
        transactions: truths
            .iter()
            .map(|row| Transaction::new(row.0, NaiveDate::default(), pounds(999)))
            .collect(),
        invoices: vec![item("1", "ann", 999), item("2", "ann", 999), item("3", "bob", 999), mass],
        settlements: Vec::new(),
        options: Options::default(),
        truth: truths.into_iter().map(|(id, truth)| (id.to_owned(), truth)).collect(),
        credits: BTreeMap::new(),
    }
}

fn pays(invoice: &str, minor: i64) -> Truth {
    Truth::settles(Kind::Plain, "ann", vec![(invoice.to_owned(), minor)])
}

fn allocation(transaction: &str, target: Target, minor: i64) -> Allocation {
    let source = Source::Transaction(transaction.to_owned());
    Allocation { source, target, amount: pounds(minor), paid: None }
}

fn proposal(decision: Decision, rows: &[(&str, &str, i64)]) -> Match {
    let target = |id: &str| match id.strip_prefix('@') {
        Some(customer) => Target::Customer(customer.to_owned()),
        None => Target::Invoice(id.to_owned()),
    };
    Match {
        id: String::new(),
        kind: MatchKind::Single,
        decision,
        probability: 0.9,
        score: 0.0,
        prior: 0.0,
        allocations: rows.iter().map(|row| allocation(row.0, target(row.1), row.2)).collect(),
        differences: Vec::new(),
        evidence: Vec::new(),
        alternatives: Vec::new(),
        review: None,
        review_clue: None,
        payout: None,
        audit: false,
        uncalibrated: Default::default(),
    }
}

fn result(matches: Vec<Match>) -> Reconciliation {
    let engine = ["", "", "", ""].map(str::to_owned);
    let [version, parameters, options, memory] = engine;
    Reconciliation {
        version: 1,
        as_of: NaiveDate::default(),
        engine: Engine { version, parameters, options, memory },
        matches,
        unmatched: Vec::new(),
        open_invoices: Vec::new(),
        summary: Summary { transactions: 0, auto: 0, review: 0, unmatched: 0, allocated: Vec::new() },
        bound: Bound::SHIPPED,
        errors: Vec::new(),
        warnings: Vec::new(),
        limits: Vec::new(),
    }
}

/// Whether an automatic proposal for payment `a` is right.
fn right(truth: Truth, rows: &[(&str, i64)]) -> bool {
    let rows: Vec<_> = rows.iter().map(|row| ("a", row.0, row.1)).collect();
    let world = world(vec![("a", truth)]);
    judge(&world, &result(vec![proposal(Decision::Auto, &rows)]))["a"].right
}

#[test]
fn the_set_and_the_amounts_must_be_exact() {
    assert!(right(pays("1", 999), &[("1", 999)]));
    assert!(!right(pays("1", 999), &[("1", 998)]));
    assert!(!right(pays("1", 999), &[("1", 999), ("2", 999)]));
    assert!(!right(pays("1", 999), &[("3", 999)]));
}

#[test]
fn twins_stand_for_each_other_unless_named() {
    assert!(right(pays("1", 999).named(false), &[("2", 999)]));
    assert!(!right(pays("1", 999), &[("2", 999)]));
    assert!(!right(pays("1", 999).named(false), &[("3", 999)]), "another customer's is no twin");
}

#[test]
fn a_mass_payment_is_what_it_covers() {
    assert!(right(pays("M", 1_998), &[("1", 999), ("2", 999)]));
    assert!(!right(pays("M", 999), &[("1", 999)]));
}

#[test]
fn what_settles_nothing_may_go_on_account_and_nowhere_else() {
    let nothing = || Truth::nothing(Kind::NoOpenItem, Some("ann".to_owned()));
    assert!(right(nothing(), &[("@ann", 999)]));
    assert!(!right(nothing(), &[("@bob", 999)]));
    assert!(!right(nothing(), &[("1", 999)]));
    assert!(!right(Truth::nothing(Kind::StrangerNumber, None), &[("@ann", 999)]));
    assert!(!right(pays("1", 999), &[("@ann", 999)]), "a knowable item was missed");
    assert!(right(pays("1", 999).knowable(false), &[("@ann", 999)]));
}

#[test]
fn either_copy_settles_and_only_one() {
    let twice = || {
        let copy = Truth::nothing(Kind::PaidTwice, Some("ann".to_owned())).copies(7);
        world(vec![("a", pays("1", 999).copies(7)), ("b", copy)])
    };
    for payer in ["a", "b"] {
        let found = result(vec![proposal(Decision::Auto, &[(payer, "1", 999)])]);
        assert!(judge(&twice(), &found).values().all(|verdict| verdict.right), "{payer}");
    }
    let both = result(vec![
        proposal(Decision::Auto, &[("a", "1", 999)]),
        proposal(Decision::Auto, &[("b", "1", 999)]),
    ]);
    assert_eq!(judge(&twice(), &both).values().filter(|verdict| !verdict.right).count(), 1);
}

#[test]
fn counts() {
    let world = world(vec![
        ("a", pays("1", 999)),
        ("b", pays("2", 999)),
        ("c", Truth::nothing(Kind::StrangerSameAmount, None)),
        ("d", pays("3", 999)),
    ]);
    let mut found = result(vec![
        proposal(Decision::Auto, &[("a", "1", 999)]),
        proposal(Decision::Auto, &[("c", "3", 999)]),
        proposal(Decision::Review, &[("b", "2", 999)]),
    ]);
    let allocations = vec![allocation("d", Target::Invoice("3".to_owned()), 999)];
    let nearest = vec![Alternative { allocations, probability: 0.4, evidence: Vec::new() }];
    found.unmatched.push(Unmatched {
        transaction: "d".to_owned(),
        reason: UnmatchedReason::Ambiguous,
        nearest,
    });
    let evaluation = evaluate(&world, &found);
    let total = evaluation.total();
    assert_eq!((total.payments, total.knowable, total.best_right, total.nearest_right), (4, 3, 2, 3));
    assert_eq!((total.automatic, total.automatic_right, total.automatic_recalled), (2, 1, 1));
    assert_eq!((total.wrong_automatic, total.wrong_customer), (1, 1));
    assert_eq!(evaluation.proposals.iter().filter(|row| row.right).count(), 2);
    assert!(evaluation.to_string().contains("StrangerSameAmount"));
}
fn nothing(kind: Kind) -> Truth {
    Truth::nothing(kind, Some("ann".to_owned()))
}

#[test]
fn what_is_taken_back_is_judged_by_item_and_amount() {
    let back = |minor| Truth::settles(Kind::DebitReturn, "ann", vec![("1".to_owned(), minor)]);
    assert!(right(back(-999), &[("1", -999)]));
    assert!(!right(back(-999), &[("1", -500)]));
    assert!(!right(back(-999), &[("1", 999)]));
    assert!(!right(back(-999), &[("2", -999)]));
    assert!(right(back(-999).named(false), &[("2", -999)]), "a twin that nobody told apart");
    assert!(!right(back(-999).named(false), &[("3", -999)]));
    assert!(!right(back(-999), &[]));
    assert!(!right(nothing(Kind::GatewayRow), &[("1", -999)]), "a fee takes nothing back");
    assert!(right(nothing(Kind::Refund), &[("1", -999)]), "an open truth");
}

#[test]
fn money_that_belongs_on_account_goes_there_and_nowhere_else() {
    let account = || Truth { on_account: true, by_hand: true, ..nothing(Kind::OnAccount) };
    assert!(right(account(), &[("@ann", 999)]));
    assert!(!right(account(), &[]));
    assert!(!right(account(), &[("1", 999)]));
    assert!(!right(account(), &[("@bob", 999)]));
    let world = world(vec![("a", account())]);
    let total = |decision| evaluate(&world, &result(vec![proposal(decision, &[("a", "@ann", 999)])])).total();
    let review = total(Decision::Review);
    assert_eq!((review.best_right, review.bookable, review.wrong_automatic), (1, 0, 0));
    assert_eq!(total(Decision::Auto).wrong_automatic, 1, "only a person may book it");
}

#[test]
fn a_credit_note_has_a_verdict_of_its_own() {
    let mut world = world(vec![("a", pays("1", 900))]);
    let credit = Truth { kind: Kind::CreditNetted, ..pays("1", 99) };
    world.credits.insert("C".to_owned(), credit);
    let mut found = proposal(Decision::Auto, &[("a", "1", 900)]);
    assert!(!judge(&world, &result(vec![found.clone()]))["credit C"].right, "the credit was left out");
    let mut by_credit = allocation("", Target::Invoice("1".to_owned()), 99);
    by_credit.source = Source::Credit("C".to_owned());
    found.allocations.push(by_credit);
    let verdicts = judge(&world, &result(vec![found]));
    assert!(verdicts["a"].right && verdicts["credit C"].right && verdicts["credit C"].automatic);
}

#[test]
fn a_payout_is_its_members() {
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<String>>();
    let parts = Parts {
        members: ids(&["x", "y"]),
        beside: ids(&["deposit", "row"]),
        residual: BTreeSet::from([Component::CarryOver]),
    };
    let truth = Truth { payout: Some(parts), ..Truth::nothing(Kind::GatewayPayout, None) };
    let world = world(vec![("deposit", truth), ("old", Truth::nothing(Kind::Payout, None))]);
    let verdicts = |deposits: &[&str], members: &[&str], residual: &[Component]| {
        let member = |id: &&str| Member {
            transaction: (*id).to_owned(),
            component: Component::Charge,
            amount: pounds(999),
        };
        let mut found = proposal(Decision::Auto, &[]);
        found.kind = MatchKind::Payout;
        found.payout = Some(Box::new(Payout {
            deposit: deposits.iter().map(member).collect(),
            members: members.iter().map(member).collect(),
            residual: residual.iter().map(|&component| Residual { component, amount: pounds(1) }).collect(),
        }));
        judge(&world, &result(vec![found]))
    };
    let carried = [Component::CarryOver];
    let right = |deposits: &[&str], members: &[&str], residual: &[Component]| {
        verdicts(deposits, members, residual)["deposit"].right
    };
    assert!(right(&["deposit"], &["x", "y"], &carried));
    assert!(right(&["deposit", "row"], &["x", "y"], &[Component::Fee, Component::CarryOver]));
    assert!(!right(&["deposit"], &["x"], &carried));
    assert!(!right(&["deposit"], &["x", "y", "z"], &carried));
    assert!(!right(&["deposit"], &["x", "y"], &[]), "the residual is not named");
    assert!(!right(&["deposit"], &["x", "y"], &[Component::CarryOver, Component::Unexplained]));
    assert!(!right(&["row"], &["x", "y"], &carried), "the deposit is not in it");
    assert!(!verdicts(&["old"], &["x"], &[])["old"].right, "a deposit whose parts are not given");
    assert!(judge(&world, &result(Vec::new()))["old"].right);
}

//! Every word that a result may hold is said of some rows: those of made-up worlds and ledgers, or the few that stand here.
//! Who adds a word shows here when it is said.

use payymo::matching::{
    CALIBRATION_KINDS, Component, DifferenceKind, EVIDENCE_CODES, Evidence, Feedback, LimitKind, MatchKind,
    Matcher, Memory, Options, Reconciliation, ReviewReason, Stage, UnmatchedReason, reconcile,
    reconcile_with,
};
use payymo::model::{
    Invoice, InvoiceKind, Reference, ReferenceKind, ReturnStage, Returned, Settlement, Transaction,
    TransactionKind,
};
use payymo_tests::rows::{day, eur, item, paid_item, payment};
use payymo_world::ledger::{books, two_sided};
use payymo_world::{World, style};
use std::collections::BTreeSet;

/// Words of the contract that no rule says yet: such a payment is a part payment, or short for an unknown reason.
const NOT_YET: [(&str, &str); 1] = [("part", "fx")];

#[test]
fn every_word_is_said() {
    let mut seen = Seen::default();
    // One style is made from files that may not be here.
    let styles = style::STYLES.iter().filter(|row| row.0 != "real_text");
    for (seed, (_, make)) in (950_000..).zip(styles.clone().chain(styles)) {
        let world = make(seed, 300).expect("a world");
        let World { transactions, invoices, settlements, options, .. } = &world;
        seen.see(&reconcile(transactions, invoices, settlements, options, &mut go_on).expect("a result"));
    }
    for world in [books::make(950_001, 300), two_sided::make(950_002, 300, 20)] {
        seen.see(&run(&world.transactions, &world.entries));
    }
    for result in [bounds(), payers(), numbers(), verdicts(), options(), money_back(), payouts(), memos()] {
        result.iter().for_each(|result| seen.see(result));
    }
    seen.0.extend(rejected().iter().map(|row| ("evidence", row.code)));
    let unsaid: BTreeSet<(&str, &str)> = words().difference(&seen.0).copied().collect();
    assert_eq!(unsaid, BTreeSet::from(NOT_YET));
}

/// Words by the table that they stand in.
type Words = BTreeSet<(&'static str, &'static str)>;

fn words() -> Words {
    let mut out = BTreeSet::new();
    let mut table = |name, words: &mut dyn Iterator<Item = &'static str>| {
        out.extend(words.map(|word| (name, word)));
    };
    table("kind", &mut MatchKind::ALL.iter().map(|word| word.code()));
    table("review", &mut ReviewReason::ALL.iter().map(|word| word.code()));
    table("unmatched", &mut UnmatchedReason::ALL.iter().map(|word| word.code()));
    table("difference", &mut DifferenceKind::ALL.iter().map(|word| word.code()));
    table("limit", &mut LimitKind::ALL.iter().map(|word| word.code()));
    table("part", &mut Component::ALL.iter().map(|word| word.code()));
    table("evidence", &mut EVIDENCE_CODES.iter().map(|row| row.0));
    table("calibration", &mut CALIBRATION_KINDS.iter().map(|row| row.0));
    out
}

/// Words that results hold.
#[derive(Default)]
struct Seen(Words);

impl Seen {
    fn see(&mut self, result: &Reconciliation) {
        let mut say = |table, word| {
            self.0.insert((table, word));
        };
        for found in &result.matches {
            say("kind", found.kind.code());
            say("calibration", found.uncalibrated.kind);
            found.review.iter().for_each(|reason| say("review", reason.code()));
            found.evidence.iter().for_each(|row| say("evidence", row.code));
            found.differences.iter().for_each(|row| say("difference", row.kind.code()));
            for payout in found.payout.iter() {
                let rows = payout.deposit.iter().chain(&payout.members);
                rows.for_each(|row| say("part", row.component.code()));
                payout.residual.iter().for_each(|row| say("part", row.component.code()));
            }
        }
        for row in &result.unmatched {
            say("unmatched", row.reason.code());
            row.nearest.iter().flat_map(|near| &near.evidence).for_each(|row| say("evidence", row.code));
        }
        result.limits.iter().for_each(|limit| say("limit", limit.code.code()));
    }
}

fn go_on(_: Stage, _: usize, _: usize) -> bool {
    true
}

fn run(rows: &[Transaction], items: &[Invoice]) -> Reconciliation {
    reconcile(rows, items, &[], &Options::default(), &mut go_on).expect("a result")
}

/// `review` and the clue of the only match.
fn waits(result: &Reconciliation) -> Option<ReviewReason> {
    let [found] = result.matches.as_slice() else { panic!("one match: {:?}", result.matches) };
    found.review
}

/// More than is looked at.
fn bounds() -> Vec<Reconciliation> {
    let open = |n: i64| item(&format!("i{n:03}"), &format!("INV-{:05}", 20_400 + n), "K1", 1_009 * (n + 3));
    let items: Vec<Invoice> = (0..230).map(open).collect();
    let numbers = |of: &[Invoice]| -> String {
        of.iter().filter_map(|row| row.number.as_deref()).map(|number| format!("{number}, ")).collect()
    };
    let hit = |text: &str, items: &[Invoice], limit: LimitKind| {
        let result = run(&[payment("t", 123_456, "K1 Holding", text)], items);
        assert!(result.limits.iter().any(|row| row.code == limit), "{limit:?}: {:?}", result.limits);
        result
    };
    vec![
        hit("account", &items, LimitKind::ItemsOfCustomer),
        hit("account", &items[..70], LimitKind::GroupSearch),
        hit(&numbers(&items[..70]), &items[..70], LimitKind::NamedItems),
        hit(&"for the work at home ".repeat(500), &items[..2], LimitKind::Text),
    ]
}

/// What says who paid beside his name.
fn payers() -> Vec<Reconciliation> {
    let mut items = [item("i1", "INV-20411", "K1", 12_345), item("i2", "INV-20412", "K2", 9_900)];
    let mut by_id = payment("t", 12_345, "", "thanks");
    by_id.counterparty.customer_id = Some("K1".to_owned());
    let kept = "DE89370400440532013000".to_owned();
    items[0].customer.as_mut().expect("a customer").virtual_ibans = vec![kept.clone()];
    let mut on_his_account = payment("t", 12_345, "", "thanks");
    on_his_account.payee_iban = Some(kept);
    let mut anothers = payment("t", 9_900, "K2 Holding", "INV-20412");
    anothers.counterparty.customer_id = Some("K1".to_owned());
    [by_id, on_his_account, anothers].map(|row| run(&[row], &items)).into()
}

/// What numbers say: several by the first and the last, one of another customer's, and a credit note's.
fn numbers() -> Vec<Reconciliation> {
    let items: Vec<Invoice> =
        (1..=4).map(|n| item(&format!("i{n}"), &format!("INV-2040{n}"), "K1", 1_000 * n + 7)).collect();
    let range = run(&[payment("t", 10_028, "K1 Holding", "INV-20401 - INV-20404")], &items);
    assert_eq!(range.matches[0].allocations.len(), 4);
    let owe_the_same = [item("i1", "INV-20411", "K1", 12_345), item("i2", "INV-20412", "Orlan", 12_345)];
    let miswritten = run(&[payment("t", 12_345, "Orlan Holding", "INV-20411")], &owe_the_same);
    assert_eq!(waits(&miswritten), Some(ReviewReason::PayerOwes));
    let credit = Invoice { kind: InvoiceKind::CreditNote, ..item("c", "CN-20413", "K1", 12_345) };
    let [owed, _] = owe_the_same;
    let credited = run(&[payment("t", 12_345, "K1 Holding", "CN-20413")], &[owed, credit]);
    vec![range, miswritten, credited]
}

/// What is weighed of a proposal that a person rejected: it is never shown again but where it is asked for.
fn rejected() -> Vec<Evidence> {
    let (rows, items) =
        ([payment("t", 12_345, "K1 Holding", "INV-20411")], [item("i1", "INV-20411", "K1", 12_345)]);
    let (mut matcher, _) = Matcher::new(&items, &[], &Options::default()).expect("a matcher");
    let found = matcher.propose(&rows[0]).expect("a result").matches.remove(0);
    let mut memory = Memory::new();
    memory.learn(&Feedback::rejected(&found, day(20), &rows, &items));
    matcher.remember(&memory);
    let explained = matcher.explain(&rows, "t").expect("an explanation").remove(0);
    explained.hypotheses.into_iter().flat_map(|hypothesis| hypothesis.evidence).collect()
}

/// What people said before: of audited matches, of this payment.
fn verdicts() -> Vec<Reconciliation> {
    let rows = [payment("t", 12_345, "K1 Holding", "INV-20411")];
    let items = [item("i1", "INV-20411", "K1", 12_345)];
    let with = |memory: &Memory| {
        reconcile_with(memory, &rows, &items, &[], &Options::default(), &mut go_on).expect("a result")
    };
    let mut found = run(&rows, &items).matches.remove(0);
    found.audit = true;
    let others = [payment("other", 12_345, "Somebody", "")];
    found.allocations[0].source = payymo::matching::Source::Transaction("other".to_owned());
    let mut audited = Memory::new();
    audited.learn(&Feedback::rejected(&found, day(20), &others, &items));
    let stopped = with(&audited);
    assert_eq!(waits(&stopped), Some(ReviewReason::Bound));

    let booked = Settlement {
        invoice: "i0".to_owned(),
        amount: eur(12_345),
        settled_on: day(10),
        transaction: Some("t".to_owned()),
        external_ids: Vec::new(),
    };
    let again = reconcile(&rows, &items, &[booked], &Options::default(), &mut go_on).expect("a result");
    vec![stopped, again]
}

/// What options leave to a person, and what another payment took.
fn options() -> Vec<Reconciliation> {
    let rows = [payment("t", 12_345, "K1 Holding", "INV-20411")];
    let mut options = Options::default();
    options.auto.enabled = false;
    let shadow = reconcile(&rows, &[item("i1", "INV-20411", "K1", 12_345)], &[], &options, &mut go_on)
        .expect("a result");
    assert_eq!(waits(&shadow), Some(ReviewReason::Scope));
    let mut credit = item("c", "CN-51", "K1", 2_380);
    credit.kind = InvoiceKind::CreditNote;
    let items = [item("a", "INV-701", "K1", 11_900), item("b", "INV-702", "K1", 6_000), credit];
    let both_less_the_credit =
        [payment("t1", 9_520, "K1 Holding", "INV-701"), payment("t2", 3_620, "K1 Holding", "INV-702")];
    // A credit that is more than all that its customer owes.
    let covers = run(&[], &[item("a", "INV-701", "K1", 2_000), items[2].clone()]);
    vec![shadow, run(&both_less_the_credit, &items), covers]
}

/// Money that goes back.
fn money_back() -> Vec<Reconciliation> {
    let items = [paid_item("i1", "INV-2026-00701", "K1", 5_330), item("i2", "INV-2026-00702", "K2", 9_900)];
    let settled = Settlement {
        invoice: "i1".to_owned(),
        amount: eur(5_330),
        settled_on: day(1),
        transaction: Some("t0".to_owned()),
        external_ids: Vec::new(),
    };
    let back = |minor: i64, name: &str| {
        let row = payment("t", minor, name, "Refund INV-2026-00701");
        let settled = core::slice::from_ref(&settled);
        reconcile(&[row], &items, settled, &Options::default(), &mut go_on).expect("a result")
    };
    // Paid and given back in one call, to the account that the money came from and to another.
    let in_one_call = |iban: &str| {
        let mut rows = [
            payment("t1", 9_900, "K2 Holding", "INV-2026-00702"),
            payment("t2", -9_900, "K2 Holding", "Refund INV-2026-00702"),
        ];
        rows[0].counterparty.iban = Some("DE89370400440532013000".to_owned());
        rows[1].counterparty.iban = Some(iban.to_owned());
        run(&rows, &items)
    };
    // By the id of a payment that settled less than it was, and of one that a person has to decide.
    let by_id = |minor: i64, paid: Transaction| {
        let mut row = payment("t2", minor, "K2 Holding", "");
        row.kind = TransactionKind::Refund;
        row.returned =
            Some(Returned { stage: ReturnStage::Refund, reason: None, originals: vec![paid.id.clone()] });
        run(&[paid, row], &items)
    };
    vec![
        back(-5_330, "K1 Holding"),
        back(-2_000, "K1 Holding"),
        back(-5_330, ""),
        in_one_call("DE89370400440532013000"),
        in_one_call("FR1420041010050500013M02606"),
        by_id(-2_000, payment("t1", 11_900, "K2 Holding", "INV-2026-00702")),
        by_id(-30_000, payment("t1", 30_000, "K2 Holding", "INV-2026-00702")),
    ]
}

/// Rows of a gateway's account.
fn payouts() -> Vec<Reconciliation> {
    let row = |id: &str, on: u32, kind: TransactionKind, minor: i64, payout: &str| {
        let mut row = Transaction::new(id, day(on), eur(minor));
        (row.account, row.source, row.kind) = (Some("acct_7".to_owned()), "stripe".into(), kind);
        let ids = [(ReferenceKind::Payout, payout.to_owned()), (ReferenceKind::Payment, format!("pi_{id}"))];
        let of_row = |kind| kind == ReferenceKind::Payout || minor > 0;
        let ids = ids.into_iter().filter(|(kind, value)| !value.is_empty() && of_row(*kind));
        row.references = ids.map(|(kind, value)| Reference { kind, value }).collect();
        row
    };
    use TransactionKind::{Card, Internal, Payout};
    let mut held = row("held", 2, Internal, -1_500, "po_1");
    held.remittance = "Funds on hold".to_owned();
    let unexplained = [row("ch_1", 2, Card, 9_700, "po_1"), held, row("po_1", 4, Payout, -8_000, "po_1")];
    let carried = [
        row("ch_1", 2, Card, 10_000, "po_1"),
        row("po_1", 3, Payout, -9_300, "po_1"),
        row("ch_2", 5, Card, 5_000, "po_2"),
        row("po_2", 6, Payout, -5_700, "po_2"),
    ];
    let together = [
        row("ch_1", 1, Card, 3_000, ""),
        row("ch_2", 1, Card, 7_000, ""),
        row("ch_3", 1, Card, 1_100, ""),
        row("po_1", 1, Payout, -8_100, ""),
        row("po_2", 1, Payout, -3_000, ""),
    ];
    vec![run(&unexplained, &[]), run(&carried, &[]), run(&together, &[])]
}

/// Rows of a ledger, one with a slip of the keyboard in its memo or its amount, one of which the memo says nothing.
fn memos() -> Vec<Reconciliation> {
    let firms = ["Norfield Dairy", "Palgate Motors", "Kelsworth Print", "Torbury Freight", "Vinford Energy"];
    let with = |bank: (i64, &str), book: (i64, &str)| {
        let rows: Vec<_> = firms.iter().zip(1..).map(|(firm, n)| (1_000 * n - 7, *firm)).collect();
        let bank = rows.iter().copied().chain([bank]).zip(1..);
        let book = rows.iter().copied().chain([book]).zip(1..);
        let transactions: Vec<Transaction> = bank
            .map(|((minor, text), n)| {
                let mut row = Transaction::new(format!("t{n}"), day(n), eur(minor));
                row.remittance = text.to_uppercase();
                row
            })
            .collect();
        let entries: Vec<Invoice> = book
            .map(|((minor, memo), n)| {
                let mut row = Invoice::new(format!("e{n}"), eur(minor));
                row.kind = InvoiceKind::Entry;
                row.issued_on = Some(day(n));
                row.description = Some(memo.to_owned());
                row
            })
            .collect();
        run(&transactions, &entries)
    };
    vec![
        with((45_319, "Brenton Travel 9917"), (453_190, "Brenton Travel 9917")),
        with((45_319, "Brenton Travel"), (45_319, "Brenton Travle")),
        with((45_319, "Transfer"), (45_319, "Brenton Travel 9917")),
    ]
}

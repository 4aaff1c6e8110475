//! A small made-up result with a match of each kind, for the tests of what is shown.

use crate::load::{File, Inputs};
use chrono::NaiveDate;
use payymo::error::{Code, Error};
use payymo::matching::{
    Allocation, Alternative, Bound, Decision, Difference, DifferenceKind, DifferenceOf, Engine, Evidence,
    Match, MatchKind, OpenInvoice, Reconciliation, ReviewReason, Source, Summary, Target, Unmatched,
    UnmatchedReason,
};
use payymo::model::{Customer, Invoice, InvoiceState, Transaction};
use payymo::money::{Amount, Currency};

pub fn eur(text: &str) -> Amount {
    Amount::parse(text, Currency::parse("EUR").expect("EUR")).expect("an amount")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn transaction(id: &str, on: &str, amount: &str, payer: &str, text: &str) -> Transaction {
    let mut row = Transaction::new(id, day(on), eur(amount));
    row.counterparty.name = Some(payer.to_owned());
    row.remittance = text.to_owned();
    row.source = "camt053".into();
    row
}

pub fn invoice(id: &str, number: &str, customer: &str, open: &str, due: &str) -> Invoice {
    let mut row = Invoice::new(id, eur(open));
    row.number = Some(number.to_owned());
    row.customer = Some(Customer { name: Some(customer.to_owned()), ..Customer::default() });
    row.due_on = Some(day(due));
    row
}

pub fn settles(transaction: &str, invoice: &str, amount: &str) -> Allocation {
    Allocation {
        source: Source::Transaction(transaction.to_owned()),
        target: Target::Invoice(invoice.to_owned()),
        amount: eur(amount),
        paid: None,
    }
}

pub fn evidence(code: &'static str, weight: f64, about: Option<&str>) -> Evidence {
    Evidence { code, weight, about: about.map(Into::into) }
}

pub fn matched(kind: MatchKind, decision: Decision, probability: f64, allocations: Vec<Allocation>) -> Match {
    Match {
        id: "m_00".to_owned(),
        kind,
        decision,
        probability,
        score: 12.0,
        prior: -3.0,
        allocations,
        differences: Vec::new(),
        evidence: vec![
            evidence("amount.equal", 5.1, None),
            evidence("date.late", -0.4, None),
            evidence("reference.exact", 9.7, Some("INV-1")),
        ],
        alternatives: Vec::new(),
        review: (decision == Decision::Review).then_some(ReviewReason::Probability),
        review_clue: None,
        payout: None,
        audit: false,
        uncalibrated: Default::default(),
    }
}

pub fn unmatched(transaction: &str, reason: UnmatchedReason) -> Unmatched {
    Unmatched { transaction: transaction.to_owned(), reason, nearest: Vec::new() }
}

/// Nine payments, seven invoices; `hostile` stands wherever a stranger's text does.
pub fn month(hostile: &str) -> (Reconciliation, Inputs) {
    let transactions = vec![
        transaction(
            "t1",
            "2026-03-03",
            "1204.50",
            &format!("Müller & Söhne {hostile}"),
            &format!("NW-401 {hostile}"),
        ),
        transaction("t2", "2026-03-04", "80.00", "株式会社サンプル商事", "NW-402 NW-403"),
        transaction("t3", "2026-03-05", "50.00", "Zahnlabor Kranich GmbH", "1. Rate"),
        transaction("t4", "2026-03-19", "50.00", "Zahnlabor Kranich GmbH", "2. Rate"),
        transaction("t5", "2026-03-06", "29.00", "M. Keller", "Webhosting"),
        transaction("t6", "2026-03-09", "9.99", "Tobias Reimann", hostile),
        transaction("t7", "2026-03-10", "-412.00", "Rechenzentrum Kaimauer AG", "Rack 17"),
        transaction("t8", "2026-03-11", "200.00", "Segelschule Priwall e.K.", "Guthaben"),
        transaction("t9", "2026-03-12", "9.99", "Tobias Reimann", hostile),
    ];
    let mut invoices = vec![
        invoice(
            "401",
            &format!("NW-401{hostile}"),
            &format!("Müller & Söhne {hostile}"),
            "1212.50",
            "2026-03-15",
        ),
        invoice("402", "NW-402", "Sample Trading Co", "30.00", "2026-03-15"),
        invoice("403", "NW-403", "Sample Trading Co", "50.00", "2026-03-15"),
        invoice("404", "NW-404", "Zahnlabor Kranich GmbH", "100.00", "2026-02-15"),
        invoice("405", "NW-405", "Martin Keller", "29.00", "2026-02-15"),
        invoice("406", "NW-406", "Monika Keller", "29.00", "2025-11-15"),
        invoice("407", "NW-407", "Segelschule Priwall e.K.", "640.00", "2026-04-19"),
    ];
    let mut draft = invoice("408", "NW-408", "Nobody yet", "77.00", "2026-04-19");
    draft.state = InvoiceState::Draft;
    invoices.push(draft);
    let files =
        vec![File { name: "bank.xml".to_owned(), transactions: 9, invoices: 0, settlements: 0, errors: 1 }];
    let inputs = Inputs { transactions, invoices, files, ..Inputs::default() };

    let mut short =
        matched(MatchKind::Single, Decision::Auto, 0.999_97, vec![settles("t1", "401", "1204.50")]);
    short.differences = vec![Difference {
        kind: DifferenceKind::BankFee,
        of: DifferenceOf::Invoice("401".to_owned()),
        amount: eur("8.00"),
    }];
    let mut keller = matched(MatchKind::Single, Decision::Review, 0.482, vec![settles("t5", "405", "29.00")]);
    (keller.review, keller.review_clue) = (Some(ReviewReason::Evidence), Some("payer.name"));
    keller.evidence.push(evidence("payer.name", 4.0, Some(hostile)));
    keller.alternatives = vec![
        Alternative {
            allocations: vec![settles("t5", "406", "29.00")],
            probability: 0.471,
            evidence: Vec::new(),
        },
        Alternative { allocations: Vec::new(), probability: 0.047, evidence: Vec::new() },
    ];
    let mut account = matched(MatchKind::OnAccount, Decision::Review, 0.93, Vec::new());
    account.review = Some(ReviewReason::Kind);
    account.allocations = vec![Allocation {
        source: Source::Transaction("t8".to_owned()),
        target: Target::Customer(format!("3107{hostile}")),
        amount: eur("200.00"),
        paid: None,
    }];
    account.evidence.push(evidence("payer.name", 4.0, Some(hostile)));
    let mut ambiguous = unmatched("t6", UnmatchedReason::NoCandidate);
    ambiguous.nearest = vec![Alternative {
        allocations: vec![settles("t6", "402", "9.99")],
        probability: 0.03,
        evidence: vec![evidence("reference.exact", 0.5, Some(hostile))],
    }];
    let result = Reconciliation {
        version: 1,
        as_of: day("2026-03-31"),
        engine: Engine {
            version: "0.1.0".to_owned(),
            parameters: "shipped".to_owned(),
            options: "0011223344556677".to_owned(),
            memory: "none".to_owned(),
        },
        matches: vec![
            short,
            matched(
                MatchKind::Grouped,
                Decision::Auto,
                0.999_4,
                vec![settles("t2", "402", "30.00"), settles("t2", "403", "50.00")],
            ),
            matched(
                MatchKind::Instalment,
                Decision::Auto,
                0.999_9,
                vec![settles("t3", "404", "50.00"), settles("t4", "404", "50.00")],
            ),
            keller,
            account,
        ],
        unmatched: vec![
            ambiguous,
            unmatched("t7", UnmatchedReason::MoneyOut),
            unmatched("t9", UnmatchedReason::Duplicate),
        ],
        open_invoices: vec![
            OpenInvoice { invoice: "401".to_owned(), open: eur("8.00") },
            OpenInvoice { invoice: "406".to_owned(), open: eur("29.00") },
            OpenInvoice { invoice: "407".to_owned(), open: eur("640.00") },
        ],
        summary: Summary { transactions: 9, auto: 4, review: 2, unmatched: 3, allocated: Vec::new() },
        bound: Bound::SHIPPED,
        errors: vec![Error::new(Code::CamtBadAmount, format!("bank.xml: no amount {hostile}")).at_line(7)],
        warnings: Vec::new(),
        limits: Vec::new(),
    };
    (result, inputs)
}

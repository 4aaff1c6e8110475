//! MT942.

use super::*;
use crate::format::Proof;
use crate::model::Status;

const REPORT: &str = ":20:R\n:25:DE89370400440532013000\n:28C:1/1\n:34F:EURD0,00\n:34F:EURC0,00\n:13D:2603041730+0100\n:61:260304ED10,00NDDTNONREF//B1\n:86:105?20SVWZ+A\n:61:2603040304C5,50NTRFNONREF//B2\n:86:166?20SVWZ+B\n:90D:1EUR10,00\n:90C:1EUR5,50\n:86:own information\n-\n";

#[test]
fn an_interim_report() {
    let report = read_as(Format::Mt942, REPORT.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(report.warnings.is_empty() && report.errors.is_empty(), "{:?}", report.warnings);
    let rows: Vec<_> =
        report.transactions.iter().map(|row| (row.amount.minor(), row.status, row.source.as_ref())).collect();
    assert_eq!(rows, [(-1000, Status::Pending, "mt942"), (550, Status::Booked, "mt942")]);
    let statement = &report.statements[0];
    assert_eq!(
        (statement.proof, statement.until.unwrap().to_string().as_str()),
        (Proof::NoBalances, "2026-03-04")
    );
    // Both messages are read alike.
    assert_eq!(of(REPORT).transactions, report.transactions);
}

#[test]
fn sums_that_do_not_fit_are_said() {
    for text in [
        REPORT.replace(":90D:1EUR10,00", ":90D:2EUR10,00"),
        REPORT.replace(":90C:1EUR5,50", ":90C:1EUR5,60"),
        REPORT.replace(":90C:1EUR5,50", ":90C:whatever"),
    ] {
        assert_eq!(codes(&of(&text).warnings), [Code::Mt940Sums], "{text}");
    }
    // A bank that leaves the number out.
    assert!(of(&REPORT.replace(":90C:1EUR5,50", ":90C:EUR5,50")).warnings.is_empty());
    // An entry is missing: nothing is compared.
    let report = of(&REPORT.replace("ED10,00", "EX10,00"));
    assert_eq!((report.errors.len(), report.warnings.len()), (1, 0));
}

#[test]
fn a_report_without_entries() {
    let report = of(":20:R\n:25:1\n:28C:1\n:34F:EUR0,\n:13:2603041730\n:90D:0EUR0,\n:90C:0EUR0,\n-");
    assert!(report.says_empty);
    assert_eq!(codes(&report.warnings), [Code::FormatNoRows]);
}

#[test]
fn statements_and_reports_in_one_input() {
    let booked = ":20:S\n:25:DE89370400440532013000\n:28C:2\n:60F:C260304EUR1,\n:62F:C260304EUR1,\n-\n";
    let report = of(&format!("{booked}{REPORT}{}", booked.replace(":28C:2", ":28C:3")));
    assert_eq!(report.statements.len(), 3);
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert_eq!(report.statements[2].chain, crate::format::Chain::Joined);
}

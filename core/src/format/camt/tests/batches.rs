//! Entries of several payments.

use super::*;

#[test]
fn a_batch_is_its_payments_where_they_add_up() {
    let report = of(&entry("30.00", "CRDT", &batch_of(&[("10", ""), ("20", "")], "")));
    assert!(report.warnings.is_empty());
    assert_eq!(report.records, 1);
    let rows = &report.transactions;
    assert_eq!(rows.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [1000, 2000]);
    assert_eq!(rows[1].id, "DE89370400440532013000:B1/2");
    assert_eq!(rows[1].counterparty.name.as_deref(), Some("Payer 20"));
    assert_eq!(rows[0].batch.as_ref().unwrap().count, Some(2));
    assert_eq!(rows[0].batch.as_ref().unwrap().id.as_deref(), Some("P1"));

    // A direction of its own against the entry's.
    let own = [("30", "<CdtDbtInd>CRDT</CdtDbtInd>"), ("10", "<CdtDbtInd>DBIT</CdtDbtInd>")];
    let report = of(&entry("20.00", "CRDT", &batch_of(&own, "")));
    assert!(report.warnings.is_empty());
    assert_eq!(report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [3000, -1000]);

    // A direction of its own that is the payer's view: the entry's holds for all.
    let own = [("30", "<CdtDbtInd>DBIT</CdtDbtInd>"), ("10", "<CdtDbtInd>DBIT</CdtDbtInd>")];
    let report = of(&entry("40.00", "CRDT", &batch_of(&own, "")));
    assert_eq!(report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [3000, 1000]);

    // Charges for all of it.
    let charges = "<Chrgs><Rcrd><Amt Ccy=\"EUR\">0.50</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>";
    let report = of(&entry("29.50", "CRDT", &batch_of(&[("10", ""), ("20", "")], charges)));
    assert!(report.warnings.is_empty());
    assert_eq!(
        report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(),
        [1000, 2000, -50]
    );
    assert_eq!(report.transactions[2].kind, TransactionKind::Fee);
}

#[test]
fn a_batch_that_does_not_add_up_is_one_row() {
    let report = of(&entry("31.00", "CRDT", &batch_of(&[("10", ""), ("20", "")], "")));
    assert_eq!(codes(&report.warnings), [Code::CamtDetails]);
    assert_eq!(report.transactions.len(), 1);
    let row = &report.transactions[0];
    assert_eq!(row.amount.minor(), 3100);
    assert_eq!(row.remittance, "R 10 R 20");
    assert_eq!(reference(row, ReferenceKind::EndToEnd), ["E10", "E20"]);
    assert_eq!(row.counterparty.name, None);
    assert_eq!(row.batch.as_ref().unwrap().count, Some(2));
    // Without amounts: nothing contradicts.
    let report = of(&entry("31.00", "CRDT", "<NtryDtls><TxDtls/><TxDtls/></NtryDtls>"));
    assert!(report.warnings.is_empty());
    assert_eq!(report.transactions[0].batch.as_ref().unwrap().count, Some(2));
    // A batch without details.
    let row = one(&entry(
        "31.00",
        "DBIT",
        "<NtryDtls><Btch><MsgId>X</MsgId><NbOfTxs>7</NbOfTxs></Btch></NtryDtls>",
    ));
    assert_eq!(row.batch.unwrap().count, Some(7));
}

#[test]
fn the_entrys_amount_holds_against_its_single_detail() {
    let report = of(&entry("10.00", "CRDT", &details("<Amt Ccy=\"EUR\">12.00</Amt>")));
    assert_eq!(codes(&report.warnings), [Code::CamtDetails]);
    assert_eq!(report.transactions[0].amount.minor(), 1000);
    let foreign = of(&entry("10.00", "CRDT", &details("<Amt Ccy=\"SEK\">0</Amt>")));
    assert!(foreign.warnings.is_empty());
}

#[test]
fn the_only_detail_of_several_payments_names_no_other_side() {
    let one_of_three = batch_of(&[("10", "")], "").replace("<NbOfTxs>1<", "<NbOfTxs>3<");
    let report = of(&entry("30.00", "CRDT", &one_of_three));
    assert_eq!(codes(&report.warnings), [Code::CamtDetails]);
    let row = &report.transactions[0];
    assert_eq!((row.amount.minor(), &row.counterparty.name), (3000, &None));
    assert_eq!(row.batch.as_ref().unwrap().count, Some(3));
}

proptest::proptest! {
    /// What the rows of a batch add up to is the entry, whatever its payments say.
    #[test]
    fn no_money_is_lost_in_a_batch(entry_amount in 1_i64..5000, parts in proptest::collection::vec((1_i64..2000, 0_usize..3), 2..5)) {
        let text = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
        let amounts: Vec<String> = parts.iter().map(|(minor, _)| text(*minor)).collect();
        let directions = ["", "<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd>"];
        let stated: Vec<(&str, &str)> = amounts.iter().zip(&parts).map(|(text, (_, way))| (text.as_str(), directions[*way])).collect();
        let sum = parts.iter().map(|(minor, way)| if *way == 2 { -minor } else { *minor }).sum::<i64>();
        for total in [entry_amount, sum.abs().max(1)] {
            let report = of(&entry(&text(total), if sum < 0 { "DBIT" } else { "CRDT" }, &batch_of(&stated, "")));
            let rows = report.transactions.iter().map(|row| row.amount.minor()).sum::<i64>();
            proptest::prop_assert_eq!(rows.abs(), total);
        }
    }
}

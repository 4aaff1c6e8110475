//! Downloads in several languages: made up rows under published headers.

use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{BalanceKind, Format, Proof, ReadOptions, Report, detect};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};
use proptest::prelude::*;

const ENGLISH: &str = "\u{feff}\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\",\"To Email Address\",\"Transaction ID\",\"Item Title\",\"Reference Txn ID\",\"Invoice Number\",\"Custom Number\",\"Balance\",\"Subject\",\"Note\",\"Balance Impact\"
\"03/04/2026\",\"10:00:00\",\"PST\",\"Ann Lee\",\"Express Checkout Payment\",\"Completed\",\"USD\",\"1,200.00\",\"-35.10\",\"1,164.90\",\"ann@example.com\",\"me@example.com\",\"TX1\",\"Hosting\",\"\",\"1042\",\"order-7\",\"1,264.90\",\"Invoice 1042\",\"thanks\",\"Credit\"
\"03/04/2026\",\"10:00:01\",\"PST\",\"Ann Lee\",\"General Authorization\",\"Pending\",\"USD\",\"5.00\",\"0.00\",\"5.00\",\"ann@example.com\",\"me@example.com\",\"TXM\",\"\",\"\",\"\",\"\",\"1,264.90\",\"\",\"\",\"Memo\"
\"03/15/2026\",\"11:00:00\",\"PST\",\"Ann Lee\",\"Payment Refund\",\"Completed\",\"USD\",\"-200.00\",\"5.80\",\"-194.20\",\"me@example.com\",\"ann@example.com\",\"TX2\",\"\",\"TX1\",\"1042\",\"\",\"1,070.70\",\"\",\"\",\"Debit\"
\"03/16/2026\",\"11:00:00\",\"PST\",\"Bo Ek\",\"Website Payment\",\"Completed\",\"EUR\",\"50.00\",\"-2.00\",\"48.00\",\"bo@example.com\",\"me@example.com\",\"TX3\",\"\",\"B-1AB23456CD789012E\",\"\",\"\",\"48.00\",\"\",\"\",\"Credit\"
\"03/16/2026\",\"11:00:00\",\"PST\",\"\",\"General Currency Conversion\",\"Completed\",\"EUR\",\"-48.00\",\"0.00\",\"-48.00\",\"\",\"\",\"TX4\",\"\",\"TX3\",\"\",\"\",\"0.00\",\"\",\"\",\"Debit\"
\"03/16/2026\",\"11:00:00\",\"PST\",\"\",\"General Currency Conversion\",\"Completed\",\"USD\",\"52.00\",\"0.00\",\"52.00\",\"\",\"\",\"TX5\",\"\",\"TX3\",\"\",\"\",\"1,122.70\",\"\",\"\",\"Credit\"
\"03/17/2026\",\"12:00:00\",\"PST\",\"\",\"General Withdrawal - Bank Account\",\"Pending\",\"USD\",\"-1,000.00\",\"0.00\",\"-1,000.00\",\"\",\"\",\"TX6\",\"\",\"\",\"\",\"\",\"122.70\",\"\",\"\",\"Debit\"
";

const GERMAN: &str = "\"Datum\",\"Uhrzeit\",\"Zeitzone\",\"Name\",\"Typ\",\"Status\",\"Währung\",\"Brutto\",\"Gebühr\",\"Netto\",\"Absender E-Mail-Adresse\",\"Empfänger E-Mail-Adresse\",\"Transaktionscode\",\"Artikelbezeichnung\",\"Zugehöriger Transaktionscode\",\"Rechnungsnummer\",\"Zollnummer\",\"Guthaben\",\"Betreff\",\"Hinweis\",\"Auswirkung auf Guthaben\"
04.03.2026,\"10:00:00\",\"CET\",\"Ann Lee\",\"Website-Zahlung\",\"Abgeschlossen\",\"EUR\",\"1.200,00\",\"-35,10\",\"1.164,90\",\"ann@example.com\",\"me@example.com\",\"TX1\",\"\",\"\",\"1042\",\"\",\"1.164,90\",\"\",\"\",\"Haben\"
";

fn read(text: &str) -> Result<Report, Error> {
    read_as(Format::PaypalCsv, text.as_bytes(), &ReadOptions::default())
}

fn reads(text: &str) -> Report {
    let report = read(text).unwrap();
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(detect(text.as_bytes()).unwrap().format, Format::PaypalCsv);
    report
}

fn ids(report: &Report) -> Vec<(&str, String)> {
    report.transactions.iter().map(|row| (row.id.as_str(), row.amount.to_string())).collect()
}

fn references(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

#[test]
fn an_english_download() {
    let report = reads(ENGLISH);
    assert_eq!(
        ids(&report),
        [
            ("TX1", "1164.90 USD".to_owned()),
            ("TX2", "-194.20 USD".to_owned()),
            ("TX3", "48.00 EUR".to_owned()),
            ("TX4", "-48.00 EUR".to_owned()),
            ("TX5", "52.00 USD".to_owned()),
            ("TX6", "-1000.00 USD".to_owned())
        ]
    );
    let [paid, refund, abroad, converted, _, payout] = report.transactions.as_slice() else { panic!() };
    assert_eq!((paid.source.as_ref(), paid.account.as_deref()), ("paypal", Some("paypal")));
    assert_eq!((paid.gross().unwrap().minor(), paid.fees[0].amount.minor()), (120_000, 3510));
    assert_eq!(paid.booked_on.to_string(), "2026-03-04", "the month stands first: another row says it");
    assert_eq!(paid.counterparty.email.as_deref(), Some("ann@example.com"));
    assert_eq!(references(paid, ReferenceKind::Payment), ["TX1"]);
    assert_eq!(references(paid, ReferenceKind::Invoice), ["1042"]);
    assert_eq!(paid.remittance, "Invoice 1042 thanks Hosting");
    assert_eq!(paid.metadata["custom"], "order-7");
    assert_eq!(refund.returned.as_ref().unwrap().stage, ReturnStage::Refund);
    assert_eq!(
        (refund.reverses.as_deref(), refund.counterparty.email.as_deref()),
        (Some("TX1"), Some("ann@example.com"))
    );
    assert_eq!(refund.gross().unwrap().minor(), -20_000);
    assert_eq!(references(abroad, ReferenceKind::Mandate), ["B-1AB23456CD789012E"]);
    assert_eq!(
        (converted.kind, converted.metadata["reference_txn_id"].as_str()),
        (TransactionKind::Internal, "TX3")
    );
    // It is pending at the bank, and gone from the balance.
    assert_eq!((payout.kind, payout.status), (TransactionKind::Payout, Status::Booked));
    let said: Vec<Code> = report.warnings.iter().map(Error::code).collect();
    assert_eq!(said, [Code::PaypalCsvLeftOut]);
    assert_eq!(report.warnings[0].place().line, Some(3));
}

#[test]
fn each_currency_is_proven_by_its_balance() {
    let report = reads(ENGLISH);
    let proofs: Vec<_> =
        report.statements.iter().map(|one| (one.proof, one.opening.unwrap().to_string())).collect();
    assert_eq!(proofs, [(Proof::Holds, "100.00 USD".into()), (Proof::Holds, "0.00 EUR".into())]);
    assert_eq!(report.balances.iter().filter(|one| one.kind == BalanceKind::Closing).count(), 2);
    // Newest first.
    let mut lines: Vec<&str> = ENGLISH.lines().collect();
    lines[1..].reverse();
    let report = reads(&lines.join("\n"));
    assert!(report.statements.iter().all(|one| one.proof == Proof::Holds), "{:?}", report.warnings);
    assert_eq!(report.statements.iter().map(|one| one.opening.unwrap().minor()).sum::<i64>(), 10_000);
    // Rows of one second in another order.
    let mut lines: Vec<&str> = ENGLISH.lines().collect();
    lines.swap(4, 5);
    assert!(reads(&lines.join("\n")).statements.iter().all(|one| one.proof == Proof::Holds));
    // A row is missing.
    lines.remove(3);
    let report = reads(&lines.join("\n"));
    assert_eq!(report.statements[0].proof, Proof::Broken);
    assert!(report.warnings.iter().any(|said| said.code() == Code::FormatBalance));
    // A row that cannot be read leaves nothing to prove.
    let report = read(&ENGLISH.replace("-194.20", "-194.2x")).unwrap();
    assert!(report.statements.iter().all(|one| one.proof == Proof::Incomplete));
}

#[test]
fn the_other_languages() {
    let report = reads(GERMAN);
    assert_eq!(ids(&report), [("TX1", "1164.90 EUR".into())]);
    assert_eq!(
        (report.transactions[0].kind, report.statements[0].proof),
        (TransactionKind::Transfer, Proof::Holds)
    );
    let statement = "\"Datum\",\"Uhrzeit\",\"Zeitzone\",\"Beschreibung\",\"Währung\",\"Brutto\",\"Entgelt\",\"Netto\",\"Guthaben\",\"Transaktionscode\",\"Absender E-Mail-Adresse\",\"Name\",\"Name der Bank\",\"Bankkonto\",\"Rechnungsnummer\",\"Zugehöriger Transaktionscode\"\n\"31.1.2026\",\"10:00:00\",\"Europe/Berlin\",\"Allgemeine Abbuchung\",\"EUR\",\"-5,00\",\"0,00\",\"-5,00\",\"0,00\",\"TX9\",\"\",\"\",\"Sparkasse\",\"3554\",\"\",\"\"\n";
    let report = reads(statement);
    let row = &report.transactions[0];
    assert_eq!((row.kind, row.counterparty.name.as_deref()), (TransactionKind::Payout, Some("Sparkasse")));
    for (header, row) in [
        (
            "Date\tHeure\tFuseau horaire\tNom\tType\tÉtat\tDevise\tAvant commission\tCommission\tNet\tDe l'adresse email\tÀ l'adresse email\tNuméro de transaction\tImpact sur le solde",
            "31/03/2026\t10:00:00\tCET\tAnn\tPaiement sur site marchand\tEn attente\tEUR\t1 200,00\t-35,10\t1 164,90\ta@b.c\tm@b.c\tTX1\tCrédit",
        ),
        (
            "Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,Correo electrónico del remitente,Correo electrónico del destinatario,Id. de transacción,Repercusiones en el saldo",
            "31/3/2026,10:00:00,CET,Ann,Pago con Pago exprés,Completado,EUR,\"1.200,00\",\"-35,10\",\"1.164,90\",a@b.c,m@b.c,TX1,Abono",
        ),
        (
            "Data,Orario,Fuso orario,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Indirizzo email mittente,Indirizzo email destinatario,Codice transazione,Impatto sul saldo",
            "31/03/2026,10:00:00,CET,Ann,Pagamento Express Checkout,Completata,EUR,\"1.200,00\",\"-35,10\",\"1.164,90\",a@b.c,m@b.c,TX1,Accredito",
        ),
        (
            "Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Net,Van e-mailadres,Naar e-mailadres,Transactiereferentie,Effect op saldo",
            "31-03-2026,10:00:00,CEST,Ann,Express Checkout betaling,Voltooid,EUR,\"1.200,00\",\"-35,10\",\"1.164,90\",a@b.c,m@b.c,TX1,Bij",
        ),
        (
            "Data,Godzina,Strefa czasowa,Nazwa,Typ,Status,Waluta,Brutto,Opłata,Netto,Z adresu e-mail,Na adres e-mail,Numer transakcji,Wpływ na saldo",
            "31.03.2026,10:00:00,CET,Ann,Płatność ekspresowa,Zakończono,EUR,\"1 200,00\",\"-35,10\",\"1 164,90\",a@b.c,m@b.c,TX1,Uznanie",
        ),
        (
            "Data,Hora,Fuso horário,Nome,Tipo,Status,Moeda,Bruto,Taxa,Líquido,Do endereço de e-mail,Para endereço de e-mail,ID da transação,Impacto no saldo",
            "31/03/2026,10:00:00,CET,Ann,Pagamento expresso,Concluído,EUR,\"1.200,00\",\"-35,10\",\"1.164,90\",a@b.c,m@b.c,TX1,Crédito",
        ),
    ] {
        let report = reads(&format!("{header}\n{row}\n"));
        assert_eq!(ids(&report), [("TX1", "1164.90 EUR".into())], "{header}");
        let row = &report.transactions[0];
        assert_eq!(
            (row.booked_on.to_string(), row.kind),
            ("2026-03-31".into(), TransactionKind::Transfer),
            "{header}"
        );
        assert_eq!(row.counterparty.email.as_deref(), Some("a@b.c"), "{header}");
        assert_eq!(row.status, Status::Booked, "{header}");
    }
}

#[test]
fn without_the_effect_on_the_balance_the_status_counts() {
    let header = "Date,Time,Time Zone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID";
    let row = |status: &str, id: &str| {
        format!("13/03/2026,10:00:00,GMT,Ann,Payment,{status},GBP,10.00,-1.00,9.00,a@b.c,m@b.c,{id}")
    };
    let text = format!(
        "{header}\n{}\n{}\n{}\n{}\n",
        row("Completed", "A"),
        row("Pending", "B"),
        row("Denied", "C"),
        row("Placed", "D")
    );
    let report = reads(&text);
    let statuses: Vec<_> = report.transactions.iter().map(|row| (row.id.as_str(), row.status)).collect();
    assert_eq!(statuses, [("A", Status::Booked), ("pending:B", Status::Pending)]);
    assert_eq!(report.warnings.len(), 2);
    let report = read(&text.replace("Denied", "Odd")).unwrap();
    assert_eq!(report.errors[0].code(), Code::PaypalCsvBadRow);
    // English words with German numbers.
    let text = format!(
        "{header}\n\"13/03/2026\",10:00:00,CET,Ann,Payment,Completed,EUR,\"1.200,00\",\"-1,00\",\"1.199,00\",a@b.c,m@b.c,A\n"
    );
    assert_eq!(ids(&reads(&text)), [("A", "1199.00 EUR".into())]);
}

#[test]
fn day_and_month() {
    let text = |zone: &str, dates: [&str; 2]| {
        let row = |date: &str, id: u8| {
            format!("{date},10:00:00,{zone},Ann,Payment,Completed,USD,10.00,-1.00,9.00,{id}")
        };
        format!(
            "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID\n{}\n{}\n",
            row(dates[0], 1),
            row(dates[1], 2)
        )
    };
    let first = |text: &str| reads(text).transactions[0].booked_on.to_string();
    assert_eq!(first(&text("GMT", ["03/04/2026", "13/04/2026"])), "2026-04-03");
    // The rows are in the order of their days: 3 April, 2 May, 5 May; not 4 March, 5 February, 5 May.
    let mut sequence = text("PDT", ["03/04/2026", "02/05/2026"]);
    sequence.push_str("05/05/2026,10:00:00,PDT,Ann,Payment,Completed,USD,10.00,-1.00,9.00,3\n");
    assert_eq!(first(&sequence), "2026-04-03");
    let open = text("PDT", ["03/04/2026", "03/04/2026"]);
    assert_eq!(first(&open), "2026-03-04");
    assert_eq!(reads(&open).warnings[0].code(), Code::PaypalCsvAssumed);
    assert_eq!(first(&text("GMT", ["03/04/2026", "03/04/2026"])), "2026-04-03");
}

#[test]
fn columns_that_were_not_downloaded() {
    let text = "Date,TimeZone,Type,Status,Currency,Gross,Fee,Transaction ID,Balance Impact\n13/03/2026,GMT,Payment,Completed,EUR,10.00,-1.00,A,Credit\n13/03/2026,GMT,Shopping Cart Item,Completed,EUR,10.00,,B,\n";
    assert_eq!(ids(&reads(text)), [("A", "9.00 EUR".into())]);
    let text = "Date,TimeZone,Type,Currency,Net,Transaction ID,Balance Impact\n13/03/2026,GMT,Payment,EUR,9.00,A,Credit\n";
    assert_eq!(ids(&reads(text)), [("A", "9.00 EUR".into())]);
    assert!(reads("Date,TimeZone,Type,Currency,Net,Transaction ID\n").says_empty);
}

#[test]
fn a_bad_row_costs_itself() {
    let text = ENGLISH
        .replace("\"-35.10\"", "\"-35.11\"")
        .replace("03/15/2026", "15/15/2026")
        .replace("\"EUR\",\"50.00\"", "\"xx\",\"50.00\"");
    let report = read(&text).unwrap();
    let codes: Vec<Code> = report.errors.iter().map(Error::code).collect();
    assert_eq!(codes, [Code::PaypalCsvBadAmount, Code::PaypalCsvBadDate, Code::PaypalCsvBadRow]);
    assert_eq!((report.records, report.refused, report.transactions.len()), (7, 3, 3));
    assert_eq!(report.errors[0].place().line, Some(2));
}

#[test]
fn an_id_that_comes_again_with_other_content_hides_nothing() {
    let mut text = ENGLISH.to_owned();
    text.push_str(
        &ENGLISH.lines().nth(1).unwrap().replace("1,200.00", "1,300.00").replace("1,164.90", "1,264.90"),
    );
    let report = reads(&text);
    let mut ids: Vec<&str> = report.transactions.iter().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 7);
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..2200, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2500) {
        let mut bytes = ENGLISH.as_bytes().to_vec();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read_as(Format::PaypalCsv, &bytes, &ReadOptions::default());
        let _ = read_as(Format::PaypalCsv, &bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}

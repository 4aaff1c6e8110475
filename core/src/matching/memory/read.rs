//! A verdict from JSON: a line of the file that a host keeps.

use super::feedback::{Feedback, Proposal, Verdict};
use crate::error::Error;
use crate::matching::result::{Allocation, Source, Target};
use crate::model::wire::row::Row;
use crate::model::{Invoice, JsonOptions, Transaction};
use crate::money::Amount;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

impl Feedback {
    /// Reads a verdict of JSON: `verdict` (`confirmed`, `rejected`, `corrected`), `day`, `match` (as a result holds it; a
    /// correction of what was unmatched has none), with a correction `right` (its allocations), and `transactions` and
    /// `invoices`, the rows that these speak of. Whether it was of the audit sample the match says.
    ///
    /// ```
    /// use payymo::matching::{Feedback, Verdict};
    /// let feedback = Feedback::from_json(r#"{
    ///     "verdict": "corrected", "day": "2026-04-02",
    ///     "right": [{"transaction": "tx1", "invoice": "1042", "amount": "112.00", "currency": "EUR"}],
    ///     "transactions": [{"id": "tx1", "booked_on": "2026-03-04", "amount": "112.00", "currency": "EUR"}]}"#)?;
    /// assert_eq!(feedback.verdict, Verdict::Corrected);
    /// assert_eq!(feedback.invoices_missing(), ["1042"]);
    /// # Ok::<(), payymo::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Transaction::from_json`], with the field.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let options = JsonOptions::default();
        let mut row = Row::parse(text)?;
        let verdict = match row.required_text("verdict")?.as_str() {
            "confirmed" => Verdict::Confirmed,
            "rejected" => Verdict::Rejected,
            "corrected" => Verdict::Corrected,
            _ => return Err(row.bad("verdict", "a verdict is `confirmed`, `rejected` or `corrected`")),
        };
        let day = row.required_date("day", &options)?;
        let found = row.part("match", &options, proposal)?;
        if found.is_none() && verdict != Verdict::Corrected {
            return Err(row.missing("match"));
        }
        let (proposal, audit) = found.unwrap_or_default();
        let right = row.parts("right", &options, allocation)?;
        if verdict == Verdict::Corrected && right.is_empty() {
            return Err(row.missing("right"));
        }
        if verdict != Verdict::Corrected && !right.is_empty() {
            return Err(row.bad("right", "only a correction says what is right instead"));
        }
        let inside = |path: String, error: Error| {
            let field = error.place().field.clone().unwrap_or_default();
            error.at_field(format!("{path}{field}"))
        };
        let mut feedback =
            Feedback { verdict, day, audit, proposal, right, transactions: Vec::new(), invoices: Vec::new() };
        for (path, text) in row.list("transactions")? {
            let read = Transaction::from_json(text, &options);
            feedback.transactions.push(read.map_err(|error| inside(path, error))?);
        }
        for (path, text) in row.list("invoices")? {
            let read = Invoice::from_json(text, &options);
            feedback.invoices.push(read.map_err(|error| inside(path, error))?);
        }
        Ok(feedback)
    }
}

/// What a match of a result proposed, and whether it was of the audit sample.
fn proposal(row: &mut Row<'_>) -> Result<(Proposal, bool), Error> {
    let options = JsonOptions::default();
    let allocations = row.parts("allocations", &options, allocation)?;
    let charges = row.parts("differences", &options, charge)?.into_iter().flatten().collect();
    let evidence = row.parts("evidence", &options, |clue| clue.required_text("code"))?;
    let probability = row.decimal("probability")?.unwrap_or_default();
    let audit = match row.take("audit") {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(row.bad("audit", "neither true nor false")),
    };
    let share = probability.clamp(Decimal::ZERO, Decimal::ONE);
    let millionths = share.checked_mul(Decimal::from(1_000_000)).and_then(|share| share.round().to_u32());
    let calibration = row.text("calibration")?.unwrap_or_default();
    let millionths = millionths.unwrap_or(0);
    Ok((Proposal { calibration, millionths, allocations, charges, evidence }, audit))
}

fn allocation(row: &mut Row<'_>) -> Result<Allocation, Error> {
    let source = match (row.text("transaction")?, row.text("credit")?) {
        (Some(id), None) => Source::Transaction(id),
        (None, Some(id)) => Source::Credit(id),
        _ => return Err(row.bad("transaction", "an allocation has one source, `transaction` or `credit`")),
    };
    let target = match (row.text("invoice")?, row.text("customer")?) {
        (Some(id), None) => Target::Invoice(id),
        (None, Some(id)) => Target::Customer(id),
        _ => return Err(row.bad("invoice", "an allocation has one target, `invoice` or `customer`")),
    };
    Ok(Allocation { source, target, amount: amount(row)?, paid: None })
}

/// What banks on the way took, where a difference says that.
fn charge(row: &mut Row<'_>) -> Result<Option<(String, Amount)>, Error> {
    let (kind, invoice) = (row.required_text("kind")?, row.text("invoice")?);
    match invoice {
        Some(invoice) if kind == "bank_fee" => Ok(Some((invoice, amount(row)?))),
        _ => Ok(None),
    }
}

fn amount(row: &mut Row<'_>) -> Result<Amount, Error> {
    let currency = row.currency("currency")?;
    let currency = currency.ok_or_else(|| row.missing("currency"))?;
    row.required_amount("amount", currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{Memory, Options, reconcile};
    use crate::model::Customer;
    use crate::money::Currency;

    fn parsed(change: &[(&str, &str)]) -> Result<Feedback, Error> {
        let mut text = r#"{"verdict": "confirmed", "day": "2026-04-02", "match": {"audit": true, "probability": 0.9993,
            "calibration": "full", "evidence": [{"code": "reference.exact", "weight": 1.0, "text": ""}],
            "allocations": [{"transaction": "t", "invoice": "i", "amount": "1.00", "currency": "EUR"}],
            "differences": [{"kind": "bank_fee", "invoice": "i", "amount": "0.20", "currency": "EUR"},
                            {"kind": "overpayment", "transaction": "t", "amount": "0.20", "currency": "EUR"}]}}"#
            .to_owned();
        for (from, to) in change {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        Feedback::from_json(&text)
    }

    #[test]
    fn mistakes_are_named_with_their_field() {
        for (from, to, field) in [
            ("\"confirmed\"", "\"perhaps\"", "/verdict"),
            ("2026-04-02", "2026-02-30", "/day"),
            ("\"match\"", "\"mtach\"", "/match"),
            ("true", "1", "/match/audit"),
            ("\"1.00\"", "1.005", "/match/allocations/0/amount"),
            ("\"transaction\"", "\"credits\"", "/match/allocations/0/transaction"),
            (
                "\"invoice\": \"i\", \"amount\": \"1.00\"",
                "\"amount\": \"1.00\"",
                "/match/allocations/0/invoice",
            ),
            ("\"confirmed\"", "\"corrected\"", "/right"),
            ("{\"verdict\"", "{\"transactions\": [{\"id\": \"t\"}], \"verdict\"", "/transactions/0/currency"),
        ] {
            let error = parsed(&[(from, to)]).expect_err(to);
            assert_eq!(error.place().field.as_deref(), Some(field), "{error}");
        }
        for text in ["", "[]", "{", "null", "{}"] {
            assert!(Feedback::from_json(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_a_result_says_is_read_back_as_it_was() {
        let read = parsed(&[]).expect("a verdict");
        assert!(read.audit);
        assert_eq!((read.proposal.millionths, read.proposal.charges.len()), (999_300, 1));
        let eur = Currency::parse("EUR").expect("a currency");
        let mut invoice = Invoice::new("i1", Amount::new(12_300, eur));
        invoice.number = Some("INV-2026-0417".into());
        let name = |name: &str| Some(name.to_owned());
        invoice.customer = Some(Customer { id: name("K1"), name: name("Ann Miller"), ..Customer::default() });
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
        let mut payment = Transaction::new("t1", day, Amount::new(11_500, eur));
        payment.remittance = "Invoice INV-2026-0417".into();
        payment.counterparty.name = name("Ann Miller");
        let options = Options { audit_rate: 1.0, ..Options::default() };
        let (rows, items) = ([payment], [invoice]);
        let result = reconcile(&rows, &items, &[], &options, &mut |_, _, _| true).expect("a result");
        let found = &result.matches[0];
        let json = serde_json::json!({
            "verdict": "confirmed", "day": "2026-03-09", "match": found, "transactions": rows, "invoices": items
        });
        let read = Feedback::from_json(&json.to_string()).expect("a verdict");
        let told = Feedback::confirmed(found, day + chrono::Days::new(5), &rows, &items);
        let learnt = |feedback: &Feedback| {
            let mut memory = Memory::new();
            memory.learn(feedback);
            memory
        };
        assert!(learnt(&told).len() >= 5, "{:?}", learnt(&told));
        assert_eq!(learnt(&read), learnt(&told));
    }
}

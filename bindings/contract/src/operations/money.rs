//! `money.*`: currencies and exact amounts.

use super::documents::word;
use crate::call::Call;
use crate::fault::Fault;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Currency as Code, List, Of, Text, Word};
use crate::schema::{TEXTS, may, must, values, words};
use payymo::money::{Amount, Currency, DecimalMark, fixed_euro_rate, learn_mark, parse_localized};
use serde::Serialize;

fn currency(call: &Call<'_>, name: &str) -> Result<Option<Currency>, Fault> {
    Ok(call.maybe::<String>(name)?.map(|code| Currency::parse(&code)).transpose()?)
}

fn must_currency(call: &Call<'_>) -> Result<Currency, Fault> {
    Ok(Currency::parse(&call.must::<String>("currency")?)?)
}

#[derive(Serialize)]
struct Money {
    currency: String,
    amount: String,
}

impl From<Amount> for Money {
    fn from(amount: Amount) -> Self {
        Money { currency: amount.currency().as_str().to_owned(), amount: amount.decimal_text() }
    }
}

pub static PARSE: Operation = Operation {
    name: "money.parse",
    doc: "Reads decimal text as an amount of a currency, exactly: digits beyond the currency's decimals are an error.",
    request: &[
        must("text", Text, "Decimal text, such as `1204.50`."),
        must("currency", Code, "Currency that gives the decimals."),
    ],
    answer: Answer::One(Of(&values::MONEY)),
    errors: &["money.syntax", "money.precision", "money.overflow"],
    run: Run::Function(|call| {
        let amount = Amount::parse(&call.must::<String>("text")?, must_currency(call)?)?;
        call.answer(&Money::from(amount))
    }),
};

#[derive(Serialize)]
struct Localized {
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_mark: Option<&'static str>,
    ambiguous: bool,
    signed: bool,
}

fn mark_text(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => ".",
        DecimalMark::Comma => ",",
    }
}

pub static PARSE_LOCALIZED: Operation = Operation {
    name: "money.parse_localized",
    doc: "Reads an amount as banks of any country print it: `1.234,56-`, `(12.00)`, `12 CR`, `€ 12,00`.",
    request: &[
        must("text", Text, "The amount as printed."),
        may(
            "decimal_mark",
            Word(&words::DECIMAL_MARK),
            "The mark of the column, for texts with two readings.",
        ),
        may("currency", Code, "The currency where the text names none."),
    ],
    answer: Answer::One(Of(&values::LOCALIZED)),
    errors: &["money.syntax", "money.precision", "money.overflow"],
    run: Run::Function(|call| {
        let hint = call.maybe::<String>("decimal_mark")?.and_then(|mark| word(&mark));
        let read = parse_localized(&call.must::<String>("text")?, hint)?;
        let known = read.currency().or(currency(call, "currency")?);
        let amount = known.map(|currency| read.amount(currency)).transpose()?;
        call.answer(&Localized {
            value: read.to_decimal()?.to_string(),
            currency: read.currency().map(|currency| currency.as_str().to_owned()),
            amount: amount.map(Amount::decimal_text),
            decimal_mark: read.mark().map(mark_text),
            ambiguous: read.is_ambiguous(),
            signed: read.is_signed(),
        })
    }),
};

pub static LEARN_MARK: Operation = Operation {
    name: "money.learn_mark",
    doc: "Learns the decimal mark from the texts of a column; `null` without evidence or against itself.",
    request: &[must("texts", TEXTS, "The column's texts; what is no amount is passed over.")],
    answer: Answer::Maybe(Word(&words::DECIMAL_MARK)),
    errors: &[],
    run: Run::Function(|call| {
        let texts: Vec<String> = call.must("texts")?;
        call.answer(&learn_mark(texts.iter().map(String::as_str)).mark().map(mark_text))
    }),
};

pub static SUM: Operation = Operation {
    name: "money.sum",
    doc: "Adds amounts of one currency, exactly.",
    request: &[
        must("amounts", TEXTS, "Amounts as decimal text."),
        must("currency", Code, "The currency of all of them."),
    ],
    answer: Answer::One(Of(&values::MONEY)),
    errors: &["money.syntax", "money.precision", "money.overflow"],
    run: Run::Function(|call| {
        let currency = must_currency(call)?;
        let mut sum = Amount::new(0, currency);
        for text in call.must::<Vec<String>>("amounts")? {
            sum = sum.checked_add(Amount::parse(&text, currency)?)?;
        }
        call.answer(&Money::from(sum))
    }),
};

#[derive(Serialize)]
struct Info {
    code: String,
    decimals: u8,
    historic: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed_euro_rate: Option<String>,
}

impl From<Currency> for Info {
    fn from(currency: Currency) -> Self {
        Info {
            code: currency.as_str().to_owned(),
            decimals: currency.decimals(),
            historic: currency.is_historic(),
            fixed_euro_rate: fixed_euro_rate(currency).map(|rate| rate.normalize().to_string()),
        }
    }
}

pub static CURRENCY: Operation = Operation {
    name: "money.currency",
    doc: "What ISO 4217 says of a currency.",
    request: &[must("code", Text, "Currency code of three letters.")],
    answer: Answer::One(Of(&values::CURRENCY_INFO)),
    errors: &["money.currency_unknown"],
    run: Run::Function(|call| call.answer(&Info::from(Currency::parse(&call.must::<String>("code")?)?))),
};

pub static CURRENCIES: Operation = Operation {
    name: "money.currencies",
    doc: "All currencies of ISO 4217, historic ones too, by code.",
    request: &[],
    answer: Answer::One(List(&Of(&values::CURRENCY_INFO))),
    errors: &[],
    run: Run::Function(|call| call.answer(&Currency::all().map(Info::from).collect::<Vec<_>>())),
};

//! Matches as a host hands them back: what it books is what a result said.

use crate::call::Call;
use crate::fault::Fault;
use crate::schema::check;
use payymo::matching::{
    Allocation, CALIBRATION_KINDS, Component, Decision, Difference, DifferenceKind, DifferenceOf, Match,
    MatchKind, Member, Payout, Residual, Source, Target, Uncalibrated,
};
use payymo::money::{Amount, Currency};
use rust_decimal::Decimal;
use serde_json::Value;

/// The matches of a request, as far as booking them needs: evidence and rivals are passed over.
pub fn read_matches(call: &Call<'_>, name: &str) -> Result<Vec<Match>, Fault> {
    let list: Vec<Value> = call.must(name)?;
    let read = |(at, value): (usize, &Value)| one(&Node { value, path: format!("/{name}/{at}") });
    list.iter().enumerate().map(read).collect()
}

/// A value with its path.
struct Node<'a> {
    value: &'a Value,
    path: String,
}

impl<'a> Node<'a> {
    fn get(&self, name: &str) -> Option<Node<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Node { value, path: check::pointer(&self.path, name) })
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.value.as_str().map(str::to_owned)
    }

    fn must_text(&self, name: &str) -> Result<String, Fault> {
        self.text(name).ok_or_else(|| self.wrong(name, "it is missing"))
    }

    fn list(&self, name: &str) -> Vec<Node<'a>> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let elements = node.value.as_array().into_iter().flatten().enumerate();
        elements.map(|(at, value)| Node { value, path: format!("{}/{at}", node.path) }).collect()
    }

    fn all<T>(&self, name: &str, read: impl Fn(&Node<'a>) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        self.list(name).iter().map(read).collect()
    }

    fn amount(&self, amount: &str, currency: &str) -> Result<Amount, Fault> {
        let code = Currency::parse(&self.must_text(currency)?);
        let code = code.map_err(|error| Fault::from(error).at_field(check::pointer(&self.path, currency)))?;
        // A whole number stands for itself; one with a fraction was refused before.
        let text = self.get(amount).map(|node| match node.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        let text = text.ok_or_else(|| self.wrong(amount, "it is missing"))?;
        Amount::parse(&text, code)
            .map_err(|error| Fault::from(error).at_field(check::pointer(&self.path, amount)))
    }

    fn wrong(&self, name: &str, right: &str) -> Fault {
        Fault::field(check::pointer(&self.path, name), right)
    }
}

/// The word of a table of the core.
macro_rules! word {
    ($node:expr, $name:literal, $words:ident) => {{
        let code = $node.must_text($name)?;
        let found = $words::ALL.iter().copied().find(|word| word.code() == code);
        found.ok_or_else(|| $node.wrong($name, "not a word that this library knows here"))
    }};
}

fn one(node: &Node<'_>) -> Result<Match, Fault> {
    let members = node.all("members", member)?;
    let residual = node.all("residual", |part| {
        Ok(Residual {
            component: word!(part, "kind", Component)?,
            amount: part.amount("amount", "currency")?,
        })
    })?;
    let deposit = node.all("deposit", member)?;
    let is_payout = !(deposit.is_empty() && members.is_empty() && residual.is_empty());
    let calibration = node.text("calibration").unwrap_or_default();
    let kind = CALIBRATION_KINDS.iter().find(|known| known.0 == calibration).map_or("", |known| known.0);
    let number = |name: &str| node.get(name).and_then(|node| node.value.as_f64()).unwrap_or_default();
    Ok(Match {
        id: node.text("id").unwrap_or_default(),
        kind: word!(node, "kind", MatchKind)?,
        decision: match node.text("decision").as_deref() {
            Some("auto") => Decision::Auto,
            _ => Decision::Review,
        },
        probability: number("probability"),
        score: number("score"),
        prior: number("prior"),
        allocations: node.all("allocations", allocation)?,
        differences: node.all("differences", difference)?,
        evidence: Vec::new(),
        alternatives: Vec::new(),
        review: None,
        review_clue: None,
        payout: is_payout.then(|| Box::new(Payout { deposit, members, residual })),
        audit: node.get("audit").is_some_and(|node| node.value == &Value::Bool(true)),
        uncalibrated: Uncalibrated { kind, log_odds: 0.0 },
    })
}

fn allocation(node: &Node<'_>) -> Result<Allocation, Fault> {
    let source = match (node.text("transaction"), node.text("credit")) {
        (Some(id), None) => Source::Transaction(id),
        (None, Some(id)) => Source::Credit(id),
        _ => return Err(node.wrong("transaction", "an allocation has one source, `transaction` or `credit`")),
    };
    let target = match (node.text("invoice"), node.text("customer")) {
        (Some(id), None) => Target::Invoice(id),
        (None, Some(id)) => Target::Customer(id),
        _ => return Err(node.wrong("invoice", "an allocation has one target, `invoice` or `customer`")),
    };
    let paid = match node.get("paid_amount") {
        None => None,
        Some(_) => {
            let rate: Option<Decimal> = node.text("rate").and_then(|rate| rate.parse().ok());
            let rate = rate.ok_or_else(|| node.wrong("rate", "decimal text stands beside `paid_amount`"))?;
            Some((node.amount("paid_amount", "paid_currency")?, rate))
        }
    };
    Ok(Allocation { source, target, amount: node.amount("amount", "currency")?, paid })
}

fn difference(node: &Node<'_>) -> Result<Difference, Fault> {
    let of = match (node.text("transaction"), node.text("invoice")) {
        (Some(id), None) => DifferenceOf::Transaction(id),
        (None, Some(id)) => DifferenceOf::Invoice(id),
        _ => return Err(node.wrong("transaction", "a difference is of one `transaction` or one `invoice`")),
    };
    Ok(Difference {
        kind: word!(node, "kind", DifferenceKind)?,
        of,
        amount: node.amount("amount", "currency")?,
    })
}

fn member(node: &Node<'_>) -> Result<Member, Fault> {
    Ok(Member {
        transaction: node.must_text("transaction")?,
        component: word!(node, "kind", Component)?,
        amount: node.amount("amount", "currency")?,
    })
}

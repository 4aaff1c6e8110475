//! What a host may set. The defaults need no tuning.

use super::result::MatchKind;
use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Options of a reconciliation. In JSON every field may be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The day the result speaks of; default: the latest booking date of the call.
    pub as_of: Option<NaiveDate>,
    /// The share of automatic matches that may be wrong, between 0 and 0.5; above 0.005 it asks for no more than even
    /// chances. Default 0.0001: one in ten thousand. On made-up worlds that hold far more traps than a real month a few
    /// in ten thousand were wrong at the default: try a shadow month first.
    pub max_wrong_auto: f64,
    /// What `auto` may do.
    pub auto: AutoScope,
    /// Twins: items of one customer with one amount that nothing tells apart.
    pub twins: TwinPolicy,
    /// The largest charge of the banks on the way that may stand behind an amount that is short, per mille of the item,
    /// and no more than `bank_fee_cap`. Of small items a flat charge of up to 30 major units and a quarter of the item may
    /// be meant. Default 20 ‰.
    pub bank_fee_per_mille: u32,
    /// The largest such charge whatever the item, in major units of its currency. Default 50; 0: no charges.
    pub bank_fee_cap: u32,
    /// The largest difference that is a rounding, in minor units; a payment in whole major units may be off by less than
    /// one of them. Default 5; 0: no roundings.
    pub rounding_minor: u32,
    /// Days by which a discount may be taken late. One that is taken later still, up to 30 days, counts less and is told
    /// as `amount.discount_late`. Default 5.
    pub discount_grace_days: u32,
    /// Most items that one payment may settle without their numbers in its text. Default 9.
    pub max_group: u32,
    /// IBANs that belong to nobody in particular (payment agencies, e-money pools): they identify no customer.
    pub pooled_ibans: Vec<String>,
    /// The host's own accounts: what moves between them is no receipt.
    pub own_ibans: Vec<String>,
    /// Names of the host's own company: a transfer from it is no receipt.
    pub own_names: Vec<String>,
    /// The host's exchange rates; empty: they are learnt from payments that name their item, where there are such.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<FxRate>,
    /// Threads: 0 as many as there are, 1 none beside the caller. The result does not depend on it. Default 1.
    pub threads: u32,
    /// Most alternatives that are shown beside a match. Default 3.
    pub alternatives: u32,
    /// Whether the payments of a call teach about each other: who pays from which account, when this host's customers
    /// pay and how often less, more or without a number, what words and numbers say here. Off: each is explained by itself, and a call may be split between payments
    /// that share neither items nor payers without changing anything. Of rows of ledgers it says too how far amounts are
    /// off here, how many days lie between, and how memos are cut. Default on.
    pub adapt: bool,
    /// The share of automatic matches, between 0 and 1, that are marked `audit`: a random sample for a person to check,
    /// whose verdicts in a memory set the result's `bound`. Some 30,000 without an error prove that no more than 1 in
    /// 10,000 is wrong. Default 0: none.
    pub audit_rate: f64,
    /// Makes the sample one that nobody can foresee: a secret of the host. The same salt marks the same matches.
    pub audit_salt: String,
}

/// What `auto` may do. What it excludes becomes `review`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AutoScope {
    /// Off: everything is `review` (a shadow month).
    pub enabled: bool,
    /// Kinds of matches; empty: all.
    pub kinds: Vec<MatchKind>,
    /// Sources of transactions (`camt053`, `stripe` …); empty: all.
    pub sources: Vec<String>,
    /// The largest payment, in major units of its currency; `None`: any.
    pub max_amount: Option<Decimal>,
    /// Ids of customers who are always reviewed.
    pub except_customers: Vec<String>,
}

/// An exchange rate of the host's books.
///
/// ```
/// use payymo::matching::Options;
/// let options: Options = serde_json::from_str(
///     r#"{"rates": [{"from": "USD", "to": "EUR", "rate": "0.9215", "on": "2026-03-31"}]}"#,
/// ).map_err(|_| "JSON")?;
/// assert!(options.check().is_ok());
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FxRateText", into = "FxRateText")]
pub struct FxRate {
    /// The currency that is exchanged.
    pub from: Currency,
    /// The currency that it becomes.
    pub to: Currency,
    /// Major units of `to` for one major unit of `from`; above zero. It holds the other way round too.
    pub rate: Decimal,
    /// The day it is of; `None`: any day. Of several the nearest to a payment's booking date counts.
    pub on: Option<NaiveDate>,
}

/// The largest number of units for one of another currency that is no slip: the weakest currency against the
/// strongest is some hundred thousands to one.
const LARGEST_RATE: u32 = 100_000_000;

/// Rates that a host may give: a year of days in a hundred currencies, and more.
const MOST_RATES: usize = 100_000;

/// An exchange rate as JSON has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FxRateText {
    from: String,
    to: String,
    rate: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
}

impl TryFrom<FxRateText> for FxRate {
    type Error = Error;

    fn try_from(text: FxRateText) -> Result<Self, Error> {
        Ok(FxRate {
            from: Currency::parse(&text.from)?,
            to: Currency::parse(&text.to)?,
            rate: text.rate,
            on: text.on,
        })
    }
}

impl From<FxRate> for FxRateText {
    fn from(rate: FxRate) -> Self {
        FxRateText {
            from: rate.from.as_str().to_owned(),
            to: rate.to.as_str().to_owned(),
            rate: rate.rate,
            on: rate.on,
        }
    }
}

impl FxRate {
    fn is_sound(&self) -> bool {
        let largest = Decimal::from(LARGEST_RATE);
        let fits = |rate: Decimal| rate > Decimal::ZERO && rate <= largest;
        self.from != self.to && fits(self.rate) && Decimal::ONE.checked_div(self.rate).is_some_and(fits)
    }
}

/// What happens to twins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TwinPolicy {
    /// They count as one explanation and go oldest first.
    #[default]
    OldestFirst,
    /// A person chooses.
    Review,
}

impl Default for AutoScope {
    fn default() -> Self {
        AutoScope {
            enabled: true,
            kinds: Vec::new(),
            sources: Vec::new(),
            max_amount: None,
            except_customers: Vec::new(),
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            as_of: None,
            max_wrong_auto: 1e-4,
            auto: AutoScope::default(),
            twins: TwinPolicy::default(),
            bank_fee_per_mille: 20,
            bank_fee_cap: 50,
            rounding_minor: 5,
            discount_grace_days: 5,
            max_group: 9,
            pooled_ibans: Vec::new(),
            own_ibans: Vec::new(),
            own_names: Vec::new(),
            rates: Vec::new(),
            threads: 1,
            alternatives: 3,
            adapt: true,
            audit_rate: 0.0,
            audit_salt: String::new(),
        }
    }
}

impl Options {
    /// Checks the ranges.
    ///
    /// # Errors
    /// `input.options`, with the field's name.
    pub fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, right: &str| Err(Error::new(Code::InputOptions, right).at_field(field));
        if !(self.max_wrong_auto >= 0.0 && self.max_wrong_auto <= 0.5) {
            return bad("max_wrong_auto", "a share of wrong automatic matches lies between 0 and 0.5");
        }
        if !(self.audit_rate >= 0.0 && self.audit_rate <= 1.0) {
            return bad("audit_rate", "a share of the automatic matches lies between 0 and 1");
        }
        if self.max_group > 64 {
            return bad("max_group", "at most 64 items to a group");
        }
        if self.alternatives > 100 {
            return bad("alternatives", "at most 100 alternatives");
        }
        if self.threads > 1024 {
            return bad("threads", "at most 1024 threads");
        }
        if self.rates.len() > MOST_RATES {
            return bad("rates", "at most 100000 rates");
        }
        if !self.rates.iter().all(FxRate::is_sound) {
            return bad(
                "rates",
                "a rate is above zero, of two currencies, and neither it nor its inverse is beyond 100000000",
            );
        }
        Ok(())
    }

    /// The largest bank charge, whatever the item.
    pub(crate) fn bank_fee_most(&self, currency: Currency) -> i64 {
        let unit = 10_i64.saturating_pow(u32::from(currency.decimals()));
        i64::from(self.bank_fee_cap).saturating_mul(unit)
    }

    /// The largest bank charge that may stand behind an item of this size.
    pub(crate) fn bank_fee_bound(&self, open: i64, currency: Currency) -> i64 {
        let unit = 10_i64.saturating_pow(u32::from(currency.decimals()));
        let cap = self.bank_fee_most(currency);
        let share = (i128::from(open) * i128::from(self.bank_fee_per_mille) / 1000).clamp(0, i128::from(cap));
        // A flat charge of up to thirty hits small items too.
        let flat = (30 * unit).min(cap).min(open / 4);
        i64::try_from(share).unwrap_or(cap).max(flat)
    }
}

impl AutoScope {
    /// Whether a match may be booked of rows from these sources, of so much, for these customers.
    pub(crate) fn allows<'a>(
        &self,
        mut sources: impl Iterator<Item = &'a str>,
        amount: Option<Amount>,
        mut customers: impl Iterator<Item = &'a str>,
    ) -> bool {
        let small = |max| amount.is_none_or(|amount| amount.to_decimal().abs() <= max);
        self.enabled
            && (self.sources.is_empty() || sources.all(|source| self.sources.iter().any(|own| own == source)))
            && self.max_amount.is_none_or(small)
            && !customers.any(|id| self.except_customers.iter().any(|own| own == id))
    }

    /// Whether a match of this kind may be booked.
    pub(crate) fn allows_kind(&self, kind: MatchKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(json: &str) -> Result<Options, String> {
        let options: Options =
            serde_json::from_str(&format!(r#"{{"rates": {json}}}"#)).map_err(|error| error.to_string())?;
        options.check().map_err(|error| error.to_string())?;
        Ok(options)
    }

    #[test]
    fn rates_are_read_exactly_and_written_again() {
        let text = r#"[{"from": "USD", "to": "EUR", "rate": "0.92150000001", "on": "2026-03-31"}, {"from": "JPY", "to": "EUR", "rate": "0.0061"}]"#;
        let options = rates(text).unwrap();
        assert_eq!(options.rates.len(), 2);
        assert_eq!(options.rates[0].rate.to_string(), "0.92150000001");
        assert_eq!(options.rates[1].on, None);
        let again: Options = serde_json::from_str(&serde_json::to_string(&options).unwrap()).unwrap();
        assert_eq!(again, options);
    }

    #[test]
    fn wrong_rates_are_refused() {
        for wrong in [
            r#"[{"from": "USD", "to": "EUR", "rate": "0"}]"#,
            r#"[{"from": "USD", "to": "EUR", "rate": "-1"}]"#,
            r#"[{"from": "USD", "to": "USD", "rate": "1"}]"#,
            r#"[{"from": "USD", "to": "EUR", "rate": "100000001"}]"#,
            r#"[{"from": "USD", "to": "EUR", "rate": "0.000000001"}]"#,
            r#"[{"from": "US", "to": "EUR", "rate": "1"}]"#,
            r#"[{"from": "USD", "to": "EUR", "rate": "1", "of": "2026-03-31"}]"#,
            r#"[{"from": "USD", "to": "EUR"}]"#,
        ] {
            assert!(rates(wrong).is_err(), "{wrong}");
        }
    }
}

//! What a gateway's payout is made of, as the result tells it.

use super::words::Component;
use crate::money::Amount;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A payout with its parts. In JSON its lists stand beside the other fields of the match.
///
/// One match speaks of both sides: `deposit` holds the row on the bank's account, where it is given, and the row with
/// which the gateway paid out, where that is given (and with which it took a failed payout back). `members` are the rows
/// of the gateway's account that it is made of, before fees; `residual` is what is no row of its own. To the minor unit:
/// members + residual = deposit, where the deposit is what the gateway's rows of `deposit` took from its account, or,
/// without them, what the bank's row brought. A deposit that the bank converted stands in its own currency.
///
/// Members of the kinds `charge`, `refund` and `dispute` have answers of their own beside it; all others, and the rows of
/// `deposit`, are answered by this match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Payout {
    /// The payout itself, as the bank and the gateway booked it.
    pub deposit: Vec<Member>,
    /// Rows that it is made of, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// What is no row of its own, by kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub residual: Vec<Residual>,
}

/// A row of a payout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// A transaction's id.
    pub transaction: String,
    /// What it is in the payout.
    pub component: Component,
    /// What it moved before fees, in the currency of its account, with its sign there.
    pub amount: Amount,
}

/// A part of a payout that is no row of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residual {
    /// Its name.
    pub component: Component,
    /// With the sign that it has in the payout: fees are negative.
    pub amount: Amount,
}

impl Component {
    /// Whether such a row settles an item or takes a settlement back, and so has an answer of its own.
    pub fn has_own_answer(self) -> bool {
        matches!(self, Component::Charge | Component::Refund | Component::Dispute)
    }
}

impl Payout {
    /// The rows that have no other answer than this payout.
    pub fn answered(&self) -> impl Iterator<Item = &str> {
        let members = self.members.iter().filter(|member| !member.component.has_own_answer());
        self.deposit.iter().chain(members).map(|member| member.transaction.as_str())
    }
}

impl Serialize for Member {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Member", 4)?;
        row.serialize_field("transaction", &self.transaction)?;
        row.serialize_field("kind", &self.component)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        row.end()
    }
}

impl Serialize for Residual {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Residual", 3)?;
        row.serialize_field("kind", &self.component)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        row.end()
    }
}

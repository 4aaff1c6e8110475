//! What really happened to a payment.

/// Kinds of payments. The name says what the payer or the bank did; `plan` says how many of each there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    Plain,
    NoReference,
    ThirdParty,
    PayingAgency,
    Grouped,
    PartPayment,
    Instalment,
    BankFee,
    EarlyDiscount,
    Rounding,
    Overpayment,
    Fx,
    PaidTwice,
    ClosedInvoice,
    StandingOrderOldNumber,
    CustomerNumber,
    NoOpenItem,
    Refund,
    Chargeback,
    Payout,
    PendingCopy,
    OverlapCopy,
    OwnTransfer,
    Interest,
    Salary,
    StrangerSameAmount,
    StrangerNumber,
    Namesake,
    LateFee,
    MassPayment,
    Background,
}

/// The truth about one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// What it is.
    pub kind: Kind,
    /// Id of the customer who paid or for whom it was paid, if any.
    pub customer: Option<String>,
    /// Invoice ids and minor units of the invoice's currency; empty: settles nothing.
    pub allocations: Vec<(String, i64)>,
    /// Whether the rows given say enough for a careful person to know the allocations.
    pub knowable: bool,
    /// Whether the text names the item, so that a twin of the same amount would be wrong.
    pub named: bool,
    /// Equal payments (paid twice, the same row in two statements) share a number: which of them settles is all one.
    pub copies: Option<u32>,
}

impl Truth {
    /// A payment that settles items; knowable and named until somebody says otherwise.
    pub fn settles(kind: Kind, customer: impl Into<String>, allocations: Vec<(String, i64)>) -> Self {
        Truth {
            kind,
            customer: Some(customer.into()),
            allocations,
            knowable: true,
            named: true,
            copies: None,
        }
    }

    /// A row that settles nothing.
    pub fn nothing(kind: Kind, customer: Option<String>) -> Self {
        Truth { kind, customer, allocations: Vec::new(), knowable: true, named: false, copies: None }
    }

    /// The same, with another word on whether it can be known.
    pub fn knowable(self, knowable: bool) -> Self {
        Truth { knowable, ..self }
    }

    /// The same, with another word on whether its text names the item.
    pub fn named(self, named: bool) -> Self {
        Truth { named, ..self }
    }

    /// The same, as one of a set of equal payments.
    pub fn copies(self, group: u32) -> Self {
        Truth { copies: Some(group), ..self }
    }
}

//! What really happened to a payment.

/// Kinds of payments. The name says what the payer or the bank did.
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
}

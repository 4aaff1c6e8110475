//! What really happened to a payment.

use payymo::matching::Component;
use std::collections::BTreeSet;

/// Kinds of payments. The name says what the payer or the bank did; `plan` and `more` say how many of each there are.
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
    // From here on: what `more` adds.
    /// A charge of a gateway that settles an item.
    GatewayCharge,
    /// A charge that the gateway posted by itself.
    GatewayPosted,
    /// Fees, reserves, adjustments of a gateway, a payout that failed.
    GatewayRow,
    /// A deposit, or the gateway's own row of it, made up of members.
    GatewayPayout,
    /// A direct debit or a cheque that came back.
    DebitReturn,
    /// What a returned debit was for, paid again.
    SecondTry,
    /// Money back to a payer, whole or in part.
    CardRefund,
    /// A chargeback, its fee apart or not.
    CardDispute,
    /// A dispute won again.
    DisputeWon,
    /// An item paid less a credit note.
    CreditNetted,
    /// A credit note that covers an item by itself: the truth about the credit note.
    CreditApplied,
    /// A credit note paid out.
    CreditRefunded,
    /// An item of another currency, at a rate that the host gave.
    FxRated,
    /// An item of another currency, at a rate that only other payments tell.
    FxLearnt,
    /// A supplier's bill, paid.
    Bill,
    /// A bill paid to an account that the supplier never had.
    BillNewAccount,
    /// A round share of the net was withheld for the tax office.
    WithholdingTax,
    /// The tax was left out.
    VatLeftOut,
    /// Something was deducted, and words say what.
    Deduction,
    /// The item without the late fee that was added since.
    LateFeeUnpaid,
    /// A known customer without an open item pays something round.
    OnAccount,
    /// An item in collection or on hold is paid.
    HeldItem,
    /// A void item or a draft is paid.
    VoidItem,
}

/// What a payout is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Transactions that must be named as its members.
    pub members: BTreeSet<String>,
    /// Others that may stand in the same match: the deposit, the gateway's row of it, rows of a payout that failed.
    pub beside: BTreeSet<String>,
    /// Components for which there is no row: these must be named as the residual.
    pub residual: BTreeSet<Component>,
}

/// The truth about one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// What it is.
    pub kind: Kind,
    /// Id of the customer who paid or for whom it was paid, if any.
    pub customer: Option<String>,
    /// Item ids and minor units of the item's currency, negative where a settlement is taken back; empty: settles
    /// nothing.
    pub allocations: Vec<(String, i64)>,
    /// Whether the rows given say enough for a careful person to know the allocations.
    pub knowable: bool,
    /// Whether the text names the item, so that a twin of the same amount would be wrong.
    pub named: bool,
    /// Equal payments (paid twice, the same row in two statements) share a number: which of them settles is all one.
    pub copies: Option<u32>,
    /// What it is made of, if it is a payout whose parts are known.
    pub payout: Option<Parts>,
    /// All of it belongs on the customer's account.
    pub on_account: bool,
    /// Only a person may book it: an automatic match is wrong, whatever it says.
    pub by_hand: bool,
}

impl Truth {
    /// A payment that settles items; knowable and named until somebody says otherwise.
    pub fn settles(kind: Kind, customer: impl Into<String>, allocations: Vec<(String, i64)>) -> Self {
        Truth { allocations, named: true, ..Truth::nothing(kind, Some(customer.into())) }
    }

    /// A row that settles nothing.
    pub fn nothing(kind: Kind, customer: Option<String>) -> Self {
        Truth {
            kind,
            customer,
            allocations: Vec::new(),
            knowable: true,
            named: false,
            copies: None,
            payout: None,
            on_account: false,
            by_hand: false,
        }
    }

    /// The same, with another word on whether it can be known.
    pub fn knowable(self, knowable: bool) -> Self {
        Truth { knowable, ..self }
    }

    /// The same, with another word on whether its text names the item.
    pub fn named(self, named: bool) -> Self {
        Truth { named, ..self }
    }

    /// Whether it says something that a careful person can find out.
    pub fn can_be_known(&self) -> bool {
        self.knowable && (!self.allocations.is_empty() || self.on_account || self.payout.is_some())
    }

    /// The same, as one of a set of equal payments.
    pub fn copies(self, group: u32) -> Self {
        Truth { copies: Some(group), ..self }
    }
}

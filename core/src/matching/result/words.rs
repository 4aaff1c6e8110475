//! The words that a result is made of beside its evidence: what a match is, why it waits, why a transaction settles
//! nothing, why a part did not come, which bound was hit. Each is a table: code and meaning, which the documentation lists.

use serde::{Deserialize, Serialize, Serializer};

/// Declares the words of one kind: variant, code, meaning.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $code:literal, $meaning:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $(#[doc = $meaning] $variant,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// As it stands in a result.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// What it means.
            pub const fn meaning(self) -> &'static str {
                match self { $($name::$variant => $meaning,)* }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}

words! {
    /// Shapes of a match.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    MatchKind {
        Single = "single", "One payment, one item; part payments too.";
        Grouped = "grouped", "One payment, several items.";
        Instalment = "instalment", "Several payments, one item.";
        OnAccount = "on_account", "The payer is certain, the item is not.";
        ApplyCredit = "apply_credit", "A credit note applied.";
        Reversal = "reversal", "Takes an earlier settlement back, or gives it again.";
        Payout = "payout", "A gateway's deposit and its parts.";
    }
}

words! {
    /// Why a match is for a person to decide: the first that holds, in this order.
    ReviewReason {
        Kind = "kind", "It is of a kind that is never automatic: money on account.";
        State = "state", "An item is in collection, on hold or otherwise not simply open.";
        Evidence = "evidence", "It rests on evidence that a person should see, or goes against some: a misread or an old number, another item that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it.";
        Payer = "payer", "Nothing says who paid, and no number names the item.";
        Displaced = "displaced", "What fitted better was settled by another payment.";
        Original = "original", "It takes back what another payment settles, and that payment is for a person to decide, or what it settled before is not listed.";
        PayerOwes = "payer_owes", "The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten the number.";
        Probability = "probability", "Its probability is below what `max_wrong_auto` asks for.";
        Scope = "scope", "The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are the matches that would have been booked.";
        Bound = "bound", "The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic.";
    }
}

words! {
    /// Why a transaction settles nothing.
    UnmatchedReason {
        NoCandidate = "no_candidate", "Nothing fits.";
        Ambiguous = "ambiguous", "Several fit alike.";
        Duplicate = "duplicate", "A surplus copy of a payment.";
        ClosedInvoice = "closed_invoice", "Pays an item that is not open any more.";
        NotAReceipt = "not_a_receipt", "Interest, an own transfer, a payout whose parts are not given.";
        Pending = "pending", "Not booked yet.";
        MoneyOut = "money_out", "Money out.";
    }
}

words! {
    /// Names of differences.
    DifferenceKind {
        Overpayment = "overpayment", "More came than was owed.";
        Fx = "fx", "Exchange.";
        ChargebackFee = "chargeback_fee", "A card scheme's charge for a chargeback.";
        BankFee = "bank_fee", "Banks on the way took it.";
        Discount = "discount", "Early-payment discount by the terms.";
        Rounding = "rounding", "Rounded by the payer.";
        Deduction = "deduction", "Deducted by the payer, for a reason that is not known.";
        WithholdingTax = "withholding_tax", "Tax withheld at source.";
        Vat = "vat", "The tax was left out.";
        LateFee = "late_fee", "A late fee was not paid.";
        KeyingError = "keying_error", "Digits changed over or left out.";
        Underpayment = "underpayment", "Too little, for no reason that is known.";
    }
}

words! {
    /// Bounds of the search.
    LimitKind {
        Text = "text", "More text or numbers stood there than are read.";
        ItemsOfCustomer = "items_of_customer", "A customer has more open items than are compared one by one.";
        GroupSearch = "group_search", "There were more sums of items than are tried, or more items than are summed.";
        NamedItems = "named_items", "The text names more items than are looked at.";
        Misreadings = "misreadings", "More numbers than are tried may be misread ones of items.";
    }
}

words! {
    /// Names of the parts of a payout.
    Component {
        Deposit = "deposit", "The bank's row of the payout.";
        Payout = "payout", "The gateway's row of the payout.";
        Charge = "charge", "What a customer paid.";
        Refund = "refund", "Paid back to a customer, or returned by his bank.";
        Dispute = "dispute", "Taken by a dispute, or given back when it was won.";
        Fee = "fee", "Charges of the gateway: a row of them, or in the residual the sum that was taken off in the rows.";
        Reserve = "reserve", "Kept back as a reserve, or released from one.";
        Hold = "hold", "Held back for a while, or released.";
        Adjustment = "adjustment", "A correction of the gateway, or money put on its account.";
        CarryOver = "carry_over", "A balance, below nothing most of the time, that the payout before had left.";
        Fx = "fx", "Exchange.";
        FailedPayout = "failed_payout", "A payout that did not arrive and went back to the gateway's account.";
        Unexplained = "unexplained", "What nothing names.";
    }
}

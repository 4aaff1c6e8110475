//! The vocabulary of evidence: a stable code, and the sentence that a person reads.

/// Declares the clues once: variant, what it speaks of, code, sentence. `{}` stands for what the evidence is about.
macro_rules! vocabulary {
    ($($variant:ident = $role:ident $code:literal, $sentence:literal;)*) => {
        /// What speaks for or against an explanation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Clue { $($variant,)* }

        impl Clue {
            pub const fn code(self) -> &'static str {
                match self { $(Clue::$variant => $code,)* }
            }

            const fn role(self) -> Role {
                match self { $(Clue::$variant => Role::$role,)* }
            }

            /// Whether a code says that the payment's text names the item.
            pub fn is_name_of_item(code: &str) -> bool {
                match code { $($code => Clue::$variant.names_item(),)* _ => false }
            }
        }

        const CLUES: &[Clue] = &[$(Clue::$variant,)*];

        /// Every evidence code with the sentence it is shown with; `{}` stands for the item or the customer.
        pub const EVIDENCE_CODES: &[(&str, &str)] = &[$(($code, $sentence),)*];
    };
}

/// What a clue speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// The text names the item.
    Names,
    /// What else the text says of items.
    Text,
    /// What was paid is what was owed: by the amount, its discount or what it was before.
    Exact,
    /// Another relation of the amounts.
    Amount,
    /// Who paid, by more than a name.
    Identity,
    /// Who paid, or who did not.
    Payer,
    /// When it was paid.
    Date,
    /// Which of several items are meant.
    Choice,
    /// What a payout, a reversal or a credit rests on.
    Whole,
}

vocabulary! {
    ReferenceCreditor = Names "reference.creditor", "the payment reference of {} stands in the payment";
    ReferenceExact = Names "reference.exact", "invoice number {} stands in the payment";
    ReferenceDigits = Names "reference.digits", "the digits of invoice number {} stand in the payment";
    ReferenceSerial = Names "reference.serial", "the last part of invoice number {} stands in the payment";
    ReferenceBare = Names "reference.bare", "the running number of {} stands in the payment, without the zeros before it";
    ReferenceFuzzy = Names "reference.fuzzy", "a number that differs from {} in one place stands in the payment";
    ReferenceRange = Names "reference.range", "{} lies in a range of numbers that stands in the payment";
    ReferenceOther = Names "reference.other_number", "an earlier or order number of {} stands in the payment";
    ReferenceId = Names "reference.id", "the id of {} stands in the payment";
    ReferencePrevious = Text "reference.previous", "the payment names {}, a settled item of the same customer and amount";
    ReferenceNone = Text "reference.none", "the payment's text does not name {}";
    ReferenceElsewhere = Text "reference.elsewhere", "the payment's text names another item than {}";
    ReferenceToo = Text "reference.named_too", "the payment's text names {} as well";
    ReferenceOwn = Text "reference.own_other", "the payment's text names another item of the same customer than {}";
    ReferenceCredit = Text "reference.credit_note", "the payment's text names a credit note";
    ReferenceLoose = Text "reference.loose", "the number of {} may be a part of something else there";
    ReferenceUnlisted = Text "reference.unlisted", "a number of the host's series that is not among the items stands in the payment";
    TextRefund = Text "text.refund", "the payment's text speaks of money that comes back";
    TextAdvance = Text "text.advance", "the payment's text speaks of money in advance";
    AmountEqual = Exact "amount.equal", "the amount is what is open";
    AmountSum = Exact "amount.sum", "the amount is the sum of the items";
    AmountDiscount = Exact "amount.discount", "the amount is what is open less the early-payment discount";
    AmountDiscountLate = Exact "amount.discount_late", "the amount is what is open less a discount whose time was over";
    AmountLessCredit = Exact "amount.less_credit", "the amount is what is open less the customer's credit";
    AmountPrevious = Exact "amount.previous_total", "the amount is what the item was before it was changed";
    AmountWithheld = Amount "amount.withheld", "the amount is what is open less the tax that the payment says was withheld";
    AmountDeducted = Amount "amount.deducted", "the amount is less than what is open, and the payment says that something was deducted";
    AmountCompletes = Amount "amount.completes", "with other payments the amount makes up what is open";
    AmountFraction = Amount "amount.fraction", "the amount is a plain part of what is open";
    AmountPart = Amount "amount.part", "the amount is less than what is open";
    AmountBankFee = Amount "amount.bank_fee", "the amount is short by what banks on the way may have charged";
    AmountRounding = Amount "amount.rounding", "the amount is what is open, rounded";
    AmountDouble = Amount "amount.double", "the amount is twice what is open";
    AmountOver = Amount "amount.over", "the amount is more than what is open";
    AmountKeying = Amount "amount.keying_error", "the amount is what is open with two digits changed over";
    AmountNet = Amount "amount.net_of_tax", "the amount is what is open without the tax";
    AmountConverted = Amount "amount.converted", "the amount was converted from another currency";
    AmountOtherCurrency = Amount "amount.other_currency", "the payment is in another currency, and no known rate makes it this amount";
    AmountHabit = Amount "amount.habit", "the customer has paid this amount before";
    AmountUnusual = Amount "amount.unusual", "the customer has not paid this amount before";
    PayerAccount = Identity "payer.account", "the payer's account is known as that of {}";
    PayerOtherAccount = Payer "payer.other_account", "the payer's account is known as another customer's than {}";
    PayerOtherId = Payer "payer.other_id", "the payment carries an id, an e-mail or an account that is kept for another customer than {}";
    PayerNewAccount = Payer "payer.new_account", "the payer's account is none of those that are known of {}";
    PayerEmail = Identity "payer.email", "the payer's e-mail is that of {}";
    PayerCustomerId = Identity "payer.customer_id", "the payment carries the customer id of {}";
    PayerCustomerNumber = Identity "payer.customer_number", "the customer number of {} stands in the payment";
    PayerCustomerNumberTold = Identity "payer.customer_number_told", "the payment says that {} pays, by the customer number";
    PayerVirtualAccount = Identity "payer.virtual_account", "the account that was paid into is kept for {}";
    PayerLearnt = Identity "payer.learnt", "the same payer pays other items of {}";
    PayerOtherPayee = Payer "payer.other_payee", "the same payer pays items of other customers than {}";
    PayerGroup = Payer "payer.group", "the payer is of the group of {}";
    PayerName = Payer "payer.name", "the payer's name is that of {}";
    PayerNamePartial = Payer "payer.name_partial", "the payer's name is partly that of {}";
    PayerNameInText = Payer "payer.name_in_text", "the name of {} stands in the text";
    PayerNamePartialInText = Payer "payer.name_partial_in_text", "a part of the name of {} stands in the text";
    PayerNameDiffers = Payer "payer.name_differs", "the payer's name is not that of {}";
    DateNearDue = Date "date.near_due", "paid around the due date";
    DateLate = Date "date.late", "paid after the due date";
    DateEarly = Date "date.early", "paid long before the due date";
    DateBeforeIssue = Date "date.before_issue", "paid before the item was issued";
    Twins = Choice "twins", "several items of the customer are alike: the oldest is taken";
    MemoSame = Text "memo.same", "the memos are the same";
    MemoBegins = Text "memo.begins", "one memo is the beginning of the other";
    MemoWords = Text "memo.words", "all words of one memo stand in the other";
    MemoInitials = Text "memo.initials", "the words of one memo stand in the other, some as initials";
    MemoSlip = Text "memo.slip", "the words of one memo stand in the other, one with a slip";
    MemoPartly = Text "memo.partly", "the memos share words, and each has others";
    MemoInstead = Text "memo.instead", "the memos share words, and go on otherwise";
    MemoDiffers = Text "memo.differs", "the memos share words, and differ in rare ones";
    MemoNothing = Text "memo.nothing", "the memos share no word";
    AmountNear = Amount "amount.near", "the amounts are within a tenth of each other";
    AmountDigit = Amount "amount.digit", "the amounts differ in one digit";
    AmountPoint = Amount "amount.point", "the decimal point stands in another place";
    EntryDays = Date "entry.days", "so many days lie between the bank's row and the entry";
    EntryRivals = Choice "entry.rivals", "other rows may be the counterpart as well";
    TwinTold = Choice "twins.told", "several items of the customer are alike: {} is of the day or month that the text says";
    GroupOldest = Choice "group.oldest", "the items are the customer's oldest";
    Rejected = Choice "memory.rejected", "a person said that the payment is not for {}";
    GroupAll = Choice "group.all", "the items are all that the customer has open";
    PayoutId = Whole "payout.id", "the parts carry the payout's id";
    PayoutWindow = Whole "payout.window", "the gateway booked the parts between the payout before and this one";
    PayoutTogether = Whole "payout.together", "several payouts of one day have these parts together";
    PayoutSum = Whole "payout.sum", "the parts add up to the payout";
    PayoutCarryOver = Whole "payout.carry_over", "the payout before left as much";
    PayoutUnexplained = Whole "payout.unexplained", "nothing names a part of the payout";
    PayoutDeposit = Whole "payout.deposit", "the bank's row names the payout";
    PayoutDepositAmount = Whole "payout.deposit_amount", "the bank's row is as large and comes from the gateway";
    PayoutFailed = Whole "payout.failed", "the payout did not arrive: {} put it back";
    SettledBefore = Whole "settled.before", "it was booked before: it settles {}";
    SettledByGateway = Whole "settled.by_gateway", "the gateway had posted it by itself: it settles {}";
    ReversalTransaction = Whole "reversal.transaction", "it names the payment that settled {}";
    ReversalReference = Whole "reversal.reference", "it carries a reference of the payment that settled {}";
    ReversalGateway = Whole "reversal.gateway", "the gateway had posted the payment of {} by itself";
    ReversalAmount = Whole "reversal.amount", "it is as much as was settled of {}";
    ReversalPart = Whole "reversal.part", "it is a part of what was settled of {}";
    ReversalFee = Whole "reversal.fee", "what it is more may be the charge for it";
    ReversalSurplus = Whole "reversal.surplus", "it takes back money that had settled nothing";
    ReversalAccount = Whole "reversal.account", "the money goes to the account that it came from";
    ReversalOtherAccount = Whole "reversal.other_account", "the money goes to another account than it came from";
    ReversalWords = Whole "reversal.words", "it is said to give money back";
    CreditNames = Whole "credit.names", "the credit note names {}";
    CreditEqual = Whole "credit.equal", "the credit is what is open of {}";
    CreditCovers = Whole "credit.covers", "the credit covers {}";
    CreditOnly = Whole "credit.only", "the customer has no other credit and nothing else open of this amount";
    ReversalWon = Whole "reversal.won", "it gives back what had been taken of {}";
}

impl Clue {
    /// Whether it says that what was paid is what was owed.
    pub fn is_exact(self) -> bool {
        self.role() == Role::Exact
    }

    /// Whether it says that the payment's text names the item.
    pub fn names_item(self) -> bool {
        self.role() == Role::Names
    }

    /// Whether it says who paid.
    pub fn is_payer(self) -> bool {
        matches!(self.role(), Role::Identity | Role::Payer)
    }

    /// Whether it identifies the payer by more than a name.
    pub fn identifies(self) -> bool {
        self.role() == Role::Identity
    }
}

fn has_role(code: &str, role: fn(Clue) -> bool) -> bool {
    CLUES.iter().any(|clue| clue.code() == code && role(*clue))
}

/// [`Clue::names_item`] of a code.
pub(crate) fn names_item(code: &str) -> bool {
    has_role(code, Clue::names_item)
}

/// [`Clue::is_payer`] of a code.
pub(crate) fn is_payer(code: &str) -> bool {
    has_role(code, Clue::is_payer)
}

/// The sentence of a code; `None` for a code that is none.
pub(crate) fn sentence(code: &str) -> Option<&'static str> {
    EVIDENCE_CODES.iter().find(|row| row.0 == code).map(|row| row.1)
}

/// One clue with its weight in bits, and the item or customer that it is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weighed {
    pub bits: f64,
    /// An item or a customer.
    row: u32,
    pub clue: Clue,
    what: What,
}

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Nothing,
    Item,
    Customer,
}

/// What a clue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    Nothing,
    Item(u32),
    Customer(u32),
}

impl Default for Weighed {
    /// Says nothing.
    fn default() -> Self {
        Weighed::new(Clue::ReferenceNone, 0.0, About::Nothing)
    }
}

impl Weighed {
    pub fn new(clue: Clue, bits: f64, about: About) -> Self {
        // Side by side in sixteen bytes: there are a dozen of them for every payment.
        let (what, row) = match about {
            About::Nothing => (What::Nothing, 0),
            About::Item(row) => (What::Item, row),
            About::Customer(row) => (What::Customer, row),
        };
        Weighed { bits, row, clue, what }
    }

    pub fn about(&self) -> About {
        match self.what {
            What::Nothing => About::Nothing,
            What::Item => About::Item(self.row),
            What::Customer => About::Customer(self.row),
        }
    }
}

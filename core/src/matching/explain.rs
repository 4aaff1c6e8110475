//! The vocabulary of evidence: a stable code, and the sentence that a person reads.

/// Declares the codes once: variant, code, sentence. `{}` stands for what the evidence is about.
macro_rules! vocabulary {
    ($($variant:ident = $code:literal, $sentence:literal;)*) => {
        /// What speaks for or against an explanation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Clue { $($variant,)* }

        impl Clue {
            pub const fn code(self) -> &'static str {
                match self { $(Clue::$variant => $code,)* }
            }
        }

        /// Every evidence code with the sentence it is shown with; `{}` stands for the item or the customer.
        pub const EVIDENCE_CODES: &[(&str, &str)] = &[$(($code, $sentence),)*];
    };
}

vocabulary! {
    ReferenceCreditor = "reference.creditor", "the payment reference of {} stands in the payment";
    ReferenceExact = "reference.exact", "invoice number {} stands in the payment";
    ReferenceDigits = "reference.digits", "the digits of invoice number {} stand in the payment";
    ReferenceSerial = "reference.serial", "the last part of invoice number {} stands in the payment";
    ReferenceBare = "reference.bare", "the running number of {} stands in the payment, without the zeros before it";
    ReferenceFuzzy = "reference.fuzzy", "a number that differs from {} in one place stands in the payment";
    ReferenceRange = "reference.range", "{} lies in a range of numbers that stands in the payment";
    ReferenceOther = "reference.other_number", "an earlier or order number of {} stands in the payment";
    ReferenceId = "reference.id", "the id of {} stands in the payment";
    ReferencePrevious = "reference.previous", "the payment names {}, a settled item of the same customer and amount";
    ReferenceNone = "reference.none", "the payment's text does not name {}";
    ReferenceElsewhere = "reference.elsewhere", "the payment's text names another item than {}";
    ReferenceToo = "reference.named_too", "the payment's text names {} as well";
    ReferenceOwn = "reference.own_other", "the payment's text names another item of the same customer than {}";
    ReferenceUnlisted = "reference.unlisted", "a number of the host's series that is not among the items stands in the payment";
    AmountEqual = "amount.equal", "the amount is what is open";
    AmountSum = "amount.sum", "the amount is the sum of the items";
    AmountDiscount = "amount.discount", "the amount is what is open less the early-payment discount";
    AmountPrevious = "amount.previous_total", "the amount is what the item was before it was changed";
    AmountCompletes = "amount.completes", "with other payments the amount makes up what is open";
    AmountFraction = "amount.fraction", "the amount is a plain part of what is open";
    AmountPart = "amount.part", "the amount is less than what is open";
    AmountBankFee = "amount.bank_fee", "the amount is short by what banks on the way may have charged";
    AmountRounding = "amount.rounding", "the amount is what is open, rounded";
    AmountDouble = "amount.double", "the amount is twice what is open";
    AmountOver = "amount.over", "the amount is more than what is open";
    AmountKeying = "amount.keying_error", "the amount is what is open with two digits changed over";
    AmountNet = "amount.net_of_tax", "the amount is what is open without the tax";
    AmountConverted = "amount.converted", "the amount was converted from another currency";
    AmountOtherCurrency = "amount.other_currency", "the payment is in another currency, and no rate is known";
    AmountHabit = "amount.habit", "the customer has paid this amount before";
    AmountUnusual = "amount.unusual", "the customer has not paid this amount before";
    PayerAccount = "payer.account", "the payer's account is known as that of {}";
    PayerOtherAccount = "payer.other_account", "the payer's account is known as another customer's than {}";
    PayerNewAccount = "payer.new_account", "the payer's account is none of those that are known of {}";
    PayerEmail = "payer.email", "the payer's e-mail is that of {}";
    PayerCustomerId = "payer.customer_id", "the payment carries the customer id of {}";
    PayerCustomerNumber = "payer.customer_number", "the customer number of {} stands in the payment";
    PayerVirtualAccount = "payer.virtual_account", "the account that was paid into is kept for {}";
    PayerLearnt = "payer.learnt", "the same payer pays other items of {}";
    PayerOtherPayee = "payer.other_payee", "the same payer pays items of other customers than {}";
    PayerGroup = "payer.group", "the payer is of the group of {}";
    PayerName = "payer.name", "the payer's name is that of {}";
    PayerNamePartial = "payer.name_partial", "the payer's name is partly that of {}";
    PayerNameInText = "payer.name_in_text", "the name of {} stands in the text";
    PayerNamePartialInText = "payer.name_partial_in_text", "a part of the name of {} stands in the text";
    PayerNameDiffers = "payer.name_differs", "the payer's name is not that of {}";
    DateNearDue = "date.near_due", "paid around the due date";
    DateLate = "date.late", "paid after the due date";
    DateEarly = "date.early", "paid long before the due date";
    DateBeforeIssue = "date.before_issue", "paid before the item was issued";
    Twins = "twins", "several items of the customer are alike: the oldest is taken";
    GroupOldest = "group.oldest", "the items are the customer's oldest";
    GroupAll = "group.all", "the items are all that the customer has open";
}

impl Clue {
    /// Whether it says that what was paid is what was owed: by the amount, its discount or what it was before.
    pub fn is_exact(self) -> bool {
        matches!(self, Clue::AmountEqual | Clue::AmountSum | Clue::AmountDiscount | Clue::AmountPrevious)
    }

    /// Whether it says that the payment's text names the item.
    pub fn names_item(self) -> bool {
        matches!(
            self,
            Clue::ReferenceCreditor
                | Clue::ReferenceExact
                | Clue::ReferenceDigits
                | Clue::ReferenceSerial
                | Clue::ReferenceBare
                | Clue::ReferenceFuzzy
                | Clue::ReferenceRange
                | Clue::ReferenceOther
                | Clue::ReferenceId
        )
    }

    /// Whether it says who paid.
    pub fn is_payer(self) -> bool {
        (Clue::PayerAccount..=Clue::PayerNameDiffers).contains(&self)
    }

    /// Whether it identifies the payer by more than a name.
    pub fn identifies(self) -> bool {
        matches!(
            self,
            Clue::PayerAccount
                | Clue::PayerEmail
                | Clue::PayerCustomerId
                | Clue::PayerCustomerNumber
                | Clue::PayerVirtualAccount
                | Clue::PayerLearnt
        )
    }
}

/// The sentence of a code; `None` for a code that is none.
pub(super) fn sentence(code: &str) -> Option<&'static str> {
    EVIDENCE_CODES.iter().find(|row| row.0 == code).map(|row| row.1)
}

/// One clue with its weight in bits, and the item or customer that it is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighed {
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
pub(super) enum About {
    Nothing,
    Item(u32),
    Customer(u32),
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

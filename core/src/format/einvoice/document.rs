//! What an invoice says, by the business terms of EN 16931, whatever its syntax.

use crate::format::xml::Node;
use crate::text::push_words;
use chrono::NaiveDate;

/// The business terms of an invoice that are read, as texts of its document.
#[derive(Default)]
pub(super) struct Document<'t> {
    /// Its root element is that of a credit note.
    pub(super) credit_note: bool,
    /// BT-1, its number.
    pub(super) number: Option<&'t str>,
    /// BT-2.
    pub(super) issued_on: Option<NaiveDate>,
    /// BT-3, of UNTDID 1001.
    pub(super) type_code: Option<&'t str>,
    /// BT-5.
    pub(super) currency: Option<&'t str>,
    /// BT-9; several for instalments.
    pub(super) due_on: Vec<NaiveDate>,
    /// BT-10.
    pub(super) buyer_reference: Option<&'t str>,
    /// BT-13 and BT-14, the orders of buyer and seller.
    pub(super) orders: Vec<&'t str>,
    /// BT-20, free text.
    pub(super) terms: Vec<&'t str>,
    /// Discounts for early payment, where the syntax has fields for them.
    pub(super) discounts: Vec<Discount<'t>>,
    /// BT-25, preceding invoices.
    pub(super) preceding: Vec<&'t str>,
    /// BG-4.
    pub(super) seller: Party<'t>,
    /// BG-7.
    pub(super) buyer: Party<'t>,
    /// BT-81, of UNTDID 4461.
    pub(super) means: Option<&'t str>,
    /// BT-83.
    pub(super) references: Vec<&'t str>,
    /// BT-84.
    pub(super) payee_accounts: Vec<&'t str>,
    /// BT-89.
    pub(super) mandate: Option<&'t str>,
    /// BT-91.
    pub(super) payer_accounts: Vec<&'t str>,
    /// BG-22.
    pub(super) totals: Totals<'t>,
    /// BG-23: BT-119 with BT-117.
    pub(super) taxes: Vec<(Option<&'t str>, Money<'t>)>,
    /// BT-153, the names of its lines.
    pub(super) lines: Vec<&'t str>,
}

/// The totals of an invoice.
#[derive(Default)]
pub(super) struct Totals<'t> {
    /// BT-112, with tax.
    pub(super) inclusive: Option<Money<'t>>,
    /// BT-113.
    pub(super) prepaid: Option<Money<'t>>,
    /// BT-114.
    pub(super) rounding: Option<Money<'t>>,
    /// BT-115, the amount due.
    pub(super) payable: Option<Money<'t>>,
}

/// An amount as it is written.
#[derive(Clone, Copy)]
pub(super) struct Money<'t> {
    pub(super) text: &'t str,
    /// Its own `currencyID`.
    pub(super) currency: Option<&'t str>,
    /// Path of its element.
    pub(super) field: &'static str,
}

impl<'t> Money<'t> {
    /// The amount of a child, where that says anything.
    pub(super) fn of(parent: Node<'t, '_>, name: &str, field: &'static str) -> Option<Self> {
        let node = parent.child(name).filter(|node| !node.text().is_empty())?;
        Some(Money::at(node, field))
    }

    pub(super) fn at(node: Node<'t, '_>, field: &'static str) -> Self {
        Money { text: node.text(), currency: node.attribute("currencyID"), field }
    }
}

/// A discount for early payment.
#[derive(Default)]
pub(super) struct Discount<'t> {
    pub(super) percent: Option<&'t str>,
    /// Days from `from`, else from the date of issue.
    pub(super) days: Option<u32>,
    pub(super) from: Option<NaiveDate>,
    /// The last day.
    pub(super) until: Option<NaiveDate>,
    /// What the percent is of, where that is not the total.
    pub(super) base: Option<Money<'t>>,
}

/// An identifier with the code of its scheme.
#[derive(Clone, Copy)]
pub(super) struct Identifier<'t> {
    pub(super) scheme: Option<&'t str>,
    pub(super) value: &'t str,
}

/// A seller or a buyer.
#[derive(Default)]
pub(super) struct Party<'t> {
    /// The number that the seller gave the buyer.
    pub(super) assigned: Option<&'t str>,
    /// BT-46.
    pub(super) ids: Vec<Identifier<'t>>,
    /// BT-44 (BT-27 of the seller).
    pub(super) name: Option<&'t str>,
    /// BT-45 and BT-56: trading name and contact.
    pub(super) other_names: Vec<&'t str>,
    /// BT-47, the number in a register.
    pub(super) register: Option<Identifier<'t>>,
    /// BT-48.
    pub(super) vat: Option<&'t str>,
    /// BT-49, where electronic invoices go.
    pub(super) endpoint: Option<Identifier<'t>>,
    /// BT-58.
    pub(super) emails: Vec<&'t str>,
}

/// An element's identifier, where it says anything.
pub(super) fn identifier<'t>(node: Node<'t, '_>) -> Option<Identifier<'t>> {
    let value = given(Some(node.text()))?;
    Some(Identifier { scheme: node.attribute("schemeID").filter(|scheme| !scheme.is_empty()), value })
}

/// Text that says something: a field that must be there is filled with `NA` where there is nothing to say.
pub(super) fn given(text: Option<&str>) -> Option<&str> {
    let nothing = |text: &str| {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric).count();
        let other = text.chars().any(|c| c.is_alphanumeric() && !c.is_ascii());
        !other && (letters == 0 || ["NA", "N/A", "N.A."].iter().any(|word| text.eq_ignore_ascii_case(word)))
    };
    text.map(str::trim).filter(|text| !nothing(text))
}

/// Text on one line.
pub(super) fn clean(text: &str) -> String {
    let mut line = String::new();
    push_words(&mut line, text);
    line
}

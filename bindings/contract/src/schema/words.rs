//! The lists of words. Where the core has a table, it is that table.

use super::Words;
use payymo::format::Format;
use payymo::matching::{
    CALIBRATION_KINDS, Component, DifferenceKind, EVIDENCE_CODES, LimitKind, MatchKind, ReviewReason,
    UnmatchedReason,
};

/// Words of a table of the core.
macro_rules! of_core {
    ($($static:ident = $core:ident, $doc:literal;)*) => {
        $(#[doc = $doc]
        pub static $static: Words = Words {
            name: stringify!($core),
            doc: $doc,
            list: || $core::ALL.iter().map(|word| (word.code(), word.meaning())).collect(),
        };)*
    };
}

of_core! {
    MATCH_KIND = MatchKind, "Shapes of a match.";
    REVIEW_REASON = ReviewReason, "Why a match is for a person to decide.";
    UNMATCHED_REASON = UnmatchedReason, "Why a transaction settles nothing.";
    DIFFERENCE_KIND = DifferenceKind, "What money that settles nothing is, or why a part of an item did not come.";
    LIMIT_KIND = LimitKind, "Bounds of the search.";
    COMPONENT = Component, "Parts of a payout.";
}

/// Words that are listed here.
macro_rules! listed {
    ($($static:ident = $name:literal, $doc:literal { $($word:literal, $meaning:literal;)* })*) => {
        $(#[doc = $doc]
        pub static $static: Words = Words { name: $name, doc: $doc, list: || vec![$(($word, $meaning),)*] };)*
    };
}

listed! {
    DECISION = "Decision", "Whether a match may be booked without a person." {
        "auto", "As good as certain: book it.";
        "review", "For a person.";
    }
    STATUS = "Status", "Whether the bank has booked a transaction." {
        "booked", "Booked: final.";
        "pending", "Announced: may change or vanish.";
    }
    TRANSACTION_KIND = "TransactionKind", "What a transaction is." {
        "transfer", "Credit transfer.";
        "direct_debit", "Direct debit.";
        "card", "Card payment.";
        "cheque", "Cheque.";
        "payout", "Payout of a gateway.";
        "refund", "Refund to a payer.";
        "return", "Returned payment.";
        "dispute", "Chargeback or dispute.";
        "fee", "Charges of the bank or the gateway.";
        "interest", "Interest.";
        "internal", "Between the host's own accounts.";
        "other", "Anything else, or not known.";
    }
    REFERENCE_KIND = "ReferenceKind", "What a reference refers to." {
        "end_to_end", "End-to-end id of the payer.";
        "creditor", "Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …).";
        "mandate", "Mandate of a direct debit.";
        "invoice", "Invoice number in structured advice.";
        "payment", "The gateway's payment id.";
        "payout", "The gateway's payout id.";
        "cheque", "Cheque number.";
        "bank", "The bank's own reference.";
    }
    RETURN_STAGE = "ReturnStage", "At which stage a payment came back." {
        "reject", "Before settlement.";
        "return", "After settlement, by the bank.";
        "refund", "By the payee, or on the payer's demand.";
        "chargeback", "By the card scheme.";
        "indemnity", "Under the scheme's indemnity.";
        "won", "A dispute won: the money is back.";
    }
    INVOICE_KIND = "InvoiceKind", "What an open item is." {
        "invoice", "Owed to the host, settled by money in.";
        "credit_note", "A source of money, or refunded by money out.";
        "bill", "Owed by the host, settled by money out.";
        "entry", "A row of a ledger or processor: signed, settled by a transaction of the same sign.";
    }
    INVOICE_STATE = "InvoiceState", "State of an open item; only `open` is ever automatic." {
        "open", "Open.";
        "closed", "Settled: explains payments and is never paid again.";
        "draft", "Not issued yet; explains payments as a closed one does.";
        "void", "Void or cancelled; explains payments as a closed one does.";
        "in_collection", "A debit is under way.";
        "on_hold", "Dispute or insolvency.";
    }
    TWIN_POLICY = "TwinPolicy", "What happens to twins: items of one customer and one amount that nothing tells apart." {
        "oldest_first", "They count as one explanation and go oldest first.";
        "review", "A person chooses.";
    }
    BALANCE_KIND = "BalanceKind", "What a balance is." {
        "opening", "Booked, before the statement's entries.";
        "closing", "Booked, after the statement's entries.";
        "other", "Available, interim or forward: not part of the balance proof.";
    }
    PROOF = "Proof", "Whether the balances of a statement prove its entries." {
        "holds", "Opening balance and entries make the closing balance.";
        "broken", "They do not: a warning says by how much.";
        "no_balances", "The statement does not state both balances in one currency.";
        "incomplete", "An entry or a balance could not be read, or the input ends within the statement.";
    }
    CHAIN = "Chain", "How a statement follows the one before it of the same account and currency in the same input." {
        "first", "No statement of the account came before, or a balance is missing.";
        "joined", "One begins with the balance with which the other ends.";
        "gap", "The balances differ and the periods do not meet: a statement is missing.";
        "overlap", "The balances differ and the periods run into each other.";
        "repeated", "The same statement again.";
    }
    COPY_REASON = "CopyReason", "Why a row is a copy of another." {
        "repeated", "The same id, and it says the same.";
        "one_payment", "Another export of a gateway tells of the same payment, and knows another part of it.";
        "one_event", "Another source of the account tells of the same entry.";
        "parts", "The sum of a batch, and another source tells its payments one by one.";
        "booked", "A pending row, and the booked row has its id.";
        "booked_by_reference", "A pending row, and the booked row has its reference, account and amount.";
        "booked_by_text", "A pending row, and the booked row has its other side, text, account and amount.";
    }
    PAYOUT_REST = "PayoutRest", "What lies between a payout and the sum of its members." {
        "returned", "Exactly what the gateway had back when the payout failed.";
        "unexplained", "Nothing in the rows says what.";
    }
    VERDICT = "Verdict", "What a person said of a match." {
        "confirmed", "It is right.";
        "rejected", "It is wrong, and what would be right was not said.";
        "corrected", "Something else is right.";
    }
    SCHEME = "Scheme", "Schemes of payment references." {
        "rf", "ISO 11649 creditor reference.";
        "ogm", "Belgian structured communication (OGM, VCS).";
        "qrr", "Swiss QR reference.";
        "esr", "Swiss ISR reference (ESR, BVR, PVR), until 2022.";
        "viitenumero", "Finnish reference number.";
        "viitenumber", "Estonian reference number.";
        "kid_mod10", "Norwegian customer identification, modulus 10.";
        "kid_mod11", "Norwegian customer identification, modulus 11.";
        "ocr", "Swedish OCR reference number.";
        "si", "Slovenian reference.";
        "fik", "Danish payment slip (FIK, GIK) with a payment id.";
        "betalingskenmerk", "Dutch payment reference.";
        "variable_symbol", "Czech and Slovak variable symbol.";
    }
    STRICTNESS = "Strictness", "Which references are reported of a text." {
        "labelled", "Those that show what they are: by prefix, frame or shape, or by a label beside them.";
        "bare", "Mere digits too: every number of at least four digits that passes a check.";
    }
    MARK = "ReferenceMark", "How a reference shows what it is." {
        "form", "By its own prefix, frame or shape.";
        "label", "By a label beside it.";
        "bare", "By its check digit alone.";
    }
    IBAN_VERDICT = "IbanVerdict", "What is to be said of an IBAN." {
        "valid", "Of the right length for its country, with the right check digits.";
        "bad_checksum", "The check digits do not fit: a digit is wrong.";
        "bad_length", "Too short or too long for its country.";
        "unknown_country", "Of the form of an IBAN, but no country uses it.";
        "not_iban", "Not of the form: two letters, two digits, up to 30 letters and digits.";
    }
    BIC_VERDICT = "BicVerdict", "What is to be said of a BIC." {
        "valid", "Of the form, with a country of ISO 3166.";
        "unknown_country", "Of the form, but of no country.";
        "not_bic", "Not four letters, a country, two characters and perhaps a branch of three.";
    }
    NAME_KIND = "NameKind", "A guess at who bears a name." {
        "person", "A title, initials, `SURNAME, FIRST` or two holders say so.";
        "company", "A legal form or a word of trade says so.";
        "unknown", "Nothing says either.";
    }
    NAME_MATCH = "NameMatch", "What relates two names, from strongest to weakest." {
        "equal", "The same words in the same order.";
        "equal_tokens", "The same words in another order.";
        "glued", "The same letters with the spaces elsewhere.";
        "initials", "Single letters stand for words, all others are equal.";
        "truncated", "One is the other cut off where banks cut.";
        "subset", "All words of the shorter stand in the longer.";
        "typo", "All words pair, some with small edits.";
        "surname_only", "Only the surname is shared.";
        "partial", "Some words are shared.";
        "different", "Nothing is shared, or there is no name.";
    }
    STAGE = "Stage", "Where a long call stands; bindings without texts use the places in this list." {
        "prepare", "Open items are being indexed.";
        "score", "Candidates are being found and scored.";
        "assign", "Items are being assigned.";
    }
    ROW_KIND = "RowKind", "What a row of an input is; bindings without texts use the places in this list." {
        "transaction", "A row of an account.";
        "invoice", "An open item.";
        "settlement", "What was settled before.";
        "balance", "A balance that the bank states.";
        "error", "A record that could not be read.";
        "warning", "What was assumed or doubted; the rows are there.";
        "account", "An account of the host that the input names.";
        "statement", "A statement that has ended, with the proof by its balances.";
    }
    DECIMAL_MARK = "DecimalMark", "What parts units from cents." {
        ".", "`1,234.56`";
        ",", "`1.234,56`";
    }
    DATE_ORDER = "DateOrder", "The order of day, month and year." {
        "day_month_year", "31.03.2026";
        "month_day_year", "03/31/2026";
        "year_month_day", "2026-03-31";
    }
    SIGN = "Sign", "What a positive amount means." {
        "in_positive", "Money in is positive, as on a bank account.";
        "out_positive", "Money out is positive, as charges are on a card statement.";
    }
}

/// Formats of statements and lists.
pub static FORMAT: Words = Words {
    name: "Format",
    doc: "Formats of statements and lists.",
    list: || Format::ALL.iter().map(|format| (format.code(), format.meaning())).collect(),
};

/// Codes of evidence.
pub static EVIDENCE_CODE: Words = Words {
    name: "EvidenceCode",
    doc: "Codes of evidence, with the sentence that each is shown with; {} stands for the item or the customer.",
    list: || EVIDENCE_CODES.to_vec(),
};

/// Kinds of evidence by which a probability is calibrated.
pub static CALIBRATION_KIND: Words = Words {
    name: "CalibrationKind",
    doc: "The kind of evidence that a probability was calibrated by.",
    list: || CALIBRATION_KINDS.to_vec(),
};

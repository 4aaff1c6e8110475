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
    SIGNATURE_ALGORITHM = "SignatureAlgorithm", "Algorithms of signatures (RFC 7518, RFC 8037, RFC 9864)." {
        "RS256", "RSA PKCS #1 with SHA-256.";
        "RS384", "RSA PKCS #1 with SHA-384.";
        "RS512", "RSA PKCS #1 with SHA-512.";
        "PS256", "RSA PSS with SHA-256.";
        "PS384", "RSA PSS with SHA-384.";
        "PS512", "RSA PSS with SHA-512.";
        "ES256", "ECDSA on P-256 with SHA-256.";
        "ES384", "ECDSA on P-384 with SHA-384.";
        "ES512", "ECDSA on P-521 with SHA-512; not of every build.";
        "Ed25519", "EdDSA on Curve25519; `EdDSA` in older tokens.";
        "HS256", "HMAC with SHA-256.";
        "HS384", "HMAC with SHA-384.";
        "HS512", "HMAC with SHA-512.";
    }
    STANDING = "Standing", "What a store of revocations says of a token." {
        "stands", "The store was asked and has nothing against it.";
        "revoked", "It was taken back.";
        "not_consulted", "The store was not asked: whether it stands is not known.";
    }
    REVOCATION_SCOPE = "RevocationScope", "What is taken back together." {
        "token", "One token, by issuer and id.";
        "subject", "All of one subject of an issuer.";
        "family", "All of one login.";
        "tenant", "All of one tenant.";
        "key", "All that is signed under one key.";
    }
    REFRESH_OUTCOME = "RefreshOutcome", "What to do with a refresh token that came." {
        "begin", "A login: write its family where none of its id is.";
        "exchange", "Write the family; then tokens may be made.";
        "again", "The same client came again within the grace: write the state as it is, where the store still has its revision; then tokens may be made once more.";
        "end", "Write the family, and try again until it is written: it has ended. No tokens.";
        "ended", "Refused: the family ended before.";
        "expired", "Refused: the family or its token has expired.";
        "clock", "Refused: the clock stands behind the last exchange by more than clocks differ.";
        "version", "Refused: the state is of a form that this version does not know.";
    }
    FAMILY_END = "FamilyEnd", "Why a login ended." {
        "reuse", "A refresh token came again after it was exchanged.";
        "other_holder", "A refresh token came from another holder.";
        "logout", "Somebody logged out.";
        "revoked", "The host ended it.";
    }
    WRITE_RESULT = "WriteResult", "What a store said of a write." {
        "applied", "It was written.";
        "conflict", "Something else was written since: look again.";
        "unavailable", "Whether it was written is not known.";
    }
    PERMISSION = "PermissionOutcome", "What was decided of a permission." {
        "allowed", "A role allows it and none denies it.";
        "denied", "A role denies it, which wins over all that allow it.";
        "not_allowed", "No role allows it.";
        "other_tenant", "The resource is another tenant's, or either names no tenant.";
    }
    GAP = "RouteGapKind", "What is wrong with a table of routes." {
        "unlisted", "A route of the host that the table does not list.";
        "unknown", "A route of the table that the host does not have.";
        "twice", "A route that stands twice.";
        "unreachable", "A route that no role may use.";
        "differs", "A role may what it is not meant to, or may not what it is.";
    }
    WEBHOOK_PROVIDER = "WebhookProvider", "Providers whose webhooks are known." {
        "stripe", "`Stripe-Signature` with a timestamp.";
        "gocardless", "`Webhook-Signature` without a timestamp.";
    }
    FRESHNESS = "Freshness", "Whether the time of signing was looked at." {
        "stamped", "It was signed at a time within the tolerance.";
        "unchecked", "It was signed at a time, and any age was accepted.";
        "none", "The scheme signs no time: only the ids of its events stop a message that was recorded.";
    }
    CLAIM_STEP = "ClaimStep", "What somebody wants of an event." {
        "begin", "To handle it.";
        "complete", "To say that it was handled.";
        "fail", "To give it back: the next delivery may try again at once.";
        "extend", "To have it for longer.";
    }
    CLAIM_OUTCOME = "ClaimOutcome", "What became of a step." {
        "handle", "Begun: handle it, and complete it with this attempt before its lease ends.";
        "busy", "Somebody else has it: answer the provider that it may come again.";
        "done", "It was handled before: answer the provider that all is well.";
        "too_old", "Older than what is remembered: it may have been handled and forgotten.";
        "completed", "Completed by this holder.";
        "released", "Given back.";
        "extended", "Leased for longer.";
        "fenced", "The lease is not this holder's any more: undo what was done in its name.";
        "version", "The store holds a form that this version does not know.";
    }
    ANCHOR_PROFILE = "AnchorProfile", "Whose rules chains are held against." {
        "public", "Authorities of the public web: they vouch for servers alone.";
        "private", "Authorities that the host or its partner runs: for servers and clients.";
    }
    CHAIN_PURPOSE = "ChainPurpose", "What a leaf is to be used for." {
        "server", "A server that was called by a name.";
        "client", "A client that signs in; against private anchors alone.";
    }
    REVOCATION_CHECK = "RevocationCheck", "What is asked of revocation lists." {
        "require", "Each certificate below the anchor must be answered for by a list.";
        "short_lived", "The same, but for a leaf that is short-lived.";
        "if_available", "Where a list is there, it holds; where none is, the chain passes with a warning.";
    }
    CHAIN_OUTCOME = "ChainOutcome", "What a chain came to. Only `valid` is valid." {
        "valid", "It holds.";
        "invalid", "It does not.";
        "skipped", "Whether it holds was not asked: the sandbox.";
        "indeterminate", "Whether it holds cannot be told: no list that is in time says whether a certificate was revoked.";
    }
    CHAIN_WARNING = "ChainWarning", "What is not wrong with a chain, but should be known." {
        "revocation_unknown", "No list answers for a certificate of the path, and none was required.";
        "short_lived", "The leaf is short-lived, and no list was asked about it.";
        "pin_on_public_leaf", "The pin is that of a leaf of a public authority, whose next one comes within weeks.";
        "pins_expired", "The time of the pins is over: nothing was pinned.";
        "no_extended_key_usage", "The leaf does not say what it may be used for.";
        "common_name", "The common name of the leaf is none of its alternative names.";
    }
    WHEN_PINS_EXPIRE = "WhenPinsExpire", "What pins do when their time is over." {
        "refuse", "No chain passes until there are newer ones.";
        "unpin", "They bind no more, and the chain carries a warning.";
    }
    BUNDLE_ORDER = "BundleOrder", "How the certificates of a bundle follow one another." {
        "chain", "Each was issued in the name of the next.";
        "reversed", "Each was issued in the name of the one before.";
        "none", "No chain.";
    }
    HELD_STAGE = "HeldStage", "How far a certificate is." {
        "waiting", "It was issued and stands nowhere yet.";
        "staged", "It stands beside the one in use.";
        "active", "It is in use.";
        "retiring", "It was in use, and still stands beside the one that is.";
    }
    ROTATION_ACTION = "RotationAction", "What is to be done with a certificate or a key." {
        "renew", "Order the next certificate.";
        "pin", "Pin the key of the step.";
        "pin_backup", "Make a key, put it into a safe and pin it.";
        "stage", "Put the certificate beside the one in use.";
        "switch", "Put the certificate to use.";
        "retire", "Take the certificate away.";
        "unpin", "Take the pin away.";
    }
    ROTATION_STATE = "RotationState", "How pressing a step is." {
        "planned", "Its time has not come.";
        "due", "Its time has come.";
        "urgent", "It should have been done.";
        "expired", "The certificate in use has expired, or none is in use.";
    }
    RING_DUE = "KeyRingDue", "What is to be done with a ring of keys." {
        "stage", "Make a key and publish it.";
        "switch", "Let the next key sign.";
        "drop", "Take a key out.";
    }
    FETCH = "FetchAction", "Whether to fetch an issuer's published keys." {
        "use", "Use the keys that are there.";
        "behind", "Write the state; where it was written, fetch. The keys that are there are good enough meanwhile.";
        "first", "Write the state; where it was written, fetch and check the token with what comes. Else refuse it.";
        "wait", "Refuse the token: no fetch for so many seconds.";
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

//! What a reconciliation answers.

use super::Type::{Currency, Date, Decimal, List, Number, Of, Text, Truth, Word};
use super::values::{ERROR, MONEY};
use super::words::{
    CALIBRATION_KIND, COMPONENT, DECISION, DIFFERENCE_KIND, EVIDENCE_CODE, LIMIT_KIND, MATCH_KIND,
    REVIEW_REASON, UNMATCHED_REASON,
};
use super::{COUNT, COUNT_64, Record, Type, may, must};

/// The result of a reconciliation.
pub static RECONCILIATION: Record = Record {
    name: "Reconciliation",
    doc: "The result of a reconciliation. The same rows give the same bytes, in any order and on any number of threads.",
    fields: &[
        must("version", COUNT, "Of the shape: 1."),
        must("as_of", Date, "The day it speaks of."),
        must("engine", Of(&ENGINE), "What computed it."),
        must(
            "matches",
            List(&Of(&MATCH)),
            "Payments and what they settle, ordered by their smallest transaction id.",
        ),
        must("unmatched", List(&Of(&UNMATCHED)), "Transactions that settle nothing, ordered by id."),
        must("open_invoices", List(&Of(&OPEN_INVOICE)), "Items with something left, ordered by id."),
        must("summary", Of(&SUMMARY), "Counts of transactions by what became of them."),
        must("bound", Of(&BOUND), "What stands behind `auto`."),
        must("errors", List(&Of(&ERROR)), "Records that could not be used."),
        must("warnings", List(&Of(&ERROR)), "What was used although it is doubtful."),
        must("limits", List(&Of(&LIMIT)), "Bounds of the search that were hit."),
    ],
};

/// What computed a result.
pub static ENGINE: Record = Record {
    name: "Engine",
    doc: "What computed a result: equal fields and equal input give equal bytes.",
    fields: &[
        must("version", Text, "Version of the engine."),
        must("parameters", Text, "Name of the parameter set."),
        must("options", Text, "Digest of the options."),
        must("memory", Text, "Digest of the memory, or `none`."),
    ],
};

/// One decision.
pub static MATCH: Record = Record {
    name: "Match",
    doc: "One decision: which payments settle which items.",
    fields: &[
        must(
            "id",
            Text,
            "`m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same id in every run.",
        ),
        must("kind", Word(&MATCH_KIND), "How many transactions and items it joins, and in which way."),
        must("decision", Word(&DECISION), "Whether it may be booked."),
        must("probability", Number, "That it is right, calibrated, after its rivals; six decimals."),
        must("score", Number, "Bits: `prior` + the weights of the evidence."),
        must("prior", Number, "Bits before any evidence."),
        must("allocations", List(&Of(&ALLOCATION)), "What settles what."),
        must(
            "differences",
            List(&Of(&DIFFERENCE)),
            "Money that settles nothing, or why a part of an item did not come.",
        ),
        must("evidence", List(&Of(&EVIDENCE)), "What speaks for it and against it."),
        must("alternatives", List(&Of(&ALTERNATIVE)), "Its rivals, likeliest first."),
        may("review", Word(&REVIEW_REASON), "Why it is not automatic."),
        may(
            "review_clue",
            Word(&EVIDENCE_CODE),
            "With `review: evidence` the evidence that a person should see.",
        ),
        may("deposit", List(&Of(&MEMBER)), "Of a payout: the rows by which bank and gateway booked it."),
        may("members", List(&Of(&MEMBER)), "Of a payout: the gateway's rows that it is made of."),
        may(
            "residual",
            List(&Of(&RESIDUAL)),
            "Of a payout: what is no row of its own; members + residual = deposit.",
        ),
        may("audit", Truth, "Whether it is of the sample that a person should check."),
        must(
            "calibration",
            Word(&CALIBRATION_KIND),
            "The kind of evidence that its probability was calibrated by.",
        ),
    ],
};

/// So much of a source settles so much of a target.
pub static ALLOCATION: Record = Record {
    name: "Allocation",
    doc: "So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or `customer`).",
    fields: &[
        may("transaction", Text, "Source: a transaction's id."),
        may("credit", Text, "Source: a credit note's id."),
        may("invoice", Text, "Target: an item's id."),
        may("customer", Text, "Target: a customer's id, money on account."),
        must("amount", Decimal, "In the target's currency; negative where it takes a settlement back."),
        must("currency", Currency, "Of the target."),
        may("paid_amount", Decimal, "Where the currencies differ: what was paid."),
        may("paid_currency", Currency, "Of the payment."),
        may("rate", Decimal, "`amount × rate = paid_amount`."),
    ],
};

/// Money that settles nothing, or why a part of an item did not come.
pub static DIFFERENCE: Record = Record {
    name: "Difference",
    doc: "Money of a transaction that settles nothing, or a label on a part of an item that stays open.",
    fields: &[
        must("kind", Word(&DIFFERENCE_KIND), "What the difference is taken for."),
        may("transaction", Text, "Whose money it is."),
        may("invoice", Text, "Whose part it is."),
        must("amount", Decimal, "How much it is, in major units."),
        must("currency", Currency, "Of the amount."),
    ],
};

/// One reason.
pub static EVIDENCE: Record = Record {
    name: "Evidence",
    doc: "One reason, with its weight.",
    fields: &[
        must("code", Word(&EVIDENCE_CODE), "A stable code."),
        must("weight", Number, "Bits; positive speaks for the match."),
        must("text", Text, "A sentence for a person."),
    ],
};

/// A rival explanation.
pub static ALTERNATIVE: Record = Record {
    name: "Alternative",
    doc: "A rival explanation of the same payment.",
    fields: &[
        must("allocations", List(&Of(&ALLOCATION)), "What it would settle; empty: nothing that is known."),
        must("probability", Number, "Calibrated probability, with six decimals."),
        may("evidence", List(&Of(&EVIDENCE)), "Why, for the nearest of an unmatched transaction."),
    ],
};

/// A row of a payout.
pub static MEMBER: Record = Record {
    name: "Member",
    doc: "A row of a payout.",
    fields: &[
        must("transaction", Text, "Id of the transaction."),
        must("kind", Word(&COMPONENT), "What it is in the payout."),
        must("amount", Decimal, "What it moved before fees."),
        must("currency", Currency, "Of its account."),
    ],
};

/// A part of a payout that is no row.
pub static RESIDUAL: Record = Record {
    name: "Residual",
    doc: "A part of a payout that is no row of its own.",
    fields: &[
        must("kind", Word(&COMPONENT), "What the component stands for."),
        must("amount", Decimal, "With the sign that it has in the payout: fees are negative."),
        must("currency", Currency, "Of the payout."),
    ],
};

/// A transaction that settles nothing.
pub static UNMATCHED: Record = Record {
    name: "Unmatched",
    doc: "A transaction that settles nothing.",
    fields: &[
        must("transaction", Text, "Id of the transaction."),
        must("reason", Word(&UNMATCHED_REASON), "Why it settles nothing."),
        must("nearest", List(&Of(&ALTERNATIVE)), "The likeliest explanations, likeliest first."),
    ],
};

/// An item with something left.
pub static OPEN_INVOICE: Record = Record {
    name: "OpenInvoice",
    doc: "An item with something left.",
    fields: &[
        must("invoice", Text, "Id of the open item."),
        must("open", Decimal, "What is still owed after all matches, automatic and in review."),
        must("currency", Currency, "Of the item."),
    ],
};

/// Totals.
pub static SUMMARY: Record = Record {
    name: "Summary",
    doc: "Totals of a result.",
    fields: &[
        must("transactions", COUNT_64, "Transactions that were used."),
        must("auto", COUNT_64, "Those in automatic matches."),
        must("review", COUNT_64, "Those in matches for review."),
        must("unmatched", COUNT_64, "Those that settle nothing."),
        must(
            "allocated",
            List(&Of(&MONEY)),
            "Allocated, one a currency; left out where the sum is more than an amount holds.",
        ),
    ],
};

/// What stands behind `auto`.
pub static BOUND: Record = Record {
    name: "Bound",
    doc: "What stands behind `auto`.",
    fields: &[
        must(
            "method",
            Text,
            "`shipped`: the calibration that came with the engine; `audit`: the verdicts on audited matches.",
        ),
        may("confirmed", COUNT_64, "Audited matches that were right."),
        may("wrong", COUNT_64, "Audited matches that were wrong."),
        may("upper", Number, "Upper bound of the share that is wrong, one-sided at 95 %."),
        may(
            "failed",
            Truth,
            "Whether more are wrong than `max_wrong_auto` accepts: nothing is automatic then.",
        ),
    ],
};

/// A bound of the search that was hit.
pub static LIMIT: Record = Record {
    name: "Limit",
    doc: "A bound of the search that was hit: the answer is right, a better one may have been missed.",
    fields: &[
        must("code", Word(&LIMIT_KIND), "Which limit was reached."),
        must("transaction", Text, "Id of the transaction at which it was reached."),
    ],
};

/// Why a transaction got its answer.
pub static EXPLAINED: Record = Record {
    name: "Explained",
    doc: "Why one transaction got its answer, to the last bit.",
    fields: &[
        must("transaction", Text, "Id of the transaction."),
        may("match", Text, "The id of its match; without one it is unmatched."),
        may("decision", Word(&DECISION), "Whether the match may be booked."),
        may("review", Word(&REVIEW_REASON), "Why the match waits."),
        may("unmatched", Word(&UNMATCHED_REASON), "Why the transaction is unmatched."),
        must("threshold", Number, "From which probability on a match may be automatic."),
        may("calibration", Of(&CALIBRATION), "How the chosen hypothesis came to its probability."),
        must("hypotheses", List(&Of(&HYPOTHESIS)), "The chosen one first, then its rivals, likeliest first."),
        must("changes", List(&Of(&CHANGE)), "What would change the decision."),
    ],
};

/// What a transaction may be.
pub static HYPOTHESIS: Record = Record {
    name: "Hypothesis",
    doc: "What a transaction may be.",
    fields: &[
        must("kind", Text, "A kind of match, or `closed`, `unlisted`, `nothing`."),
        must("allocations", List(&Of(&ALLOCATION)), "What it would settle."),
        must("prior", Number, "Bits before any evidence."),
        must("evidence", List(&Of(&EVIDENCE)), "All that speaks for it and against it."),
        must("score", Number, "Weight of all evidence together, in bits."),
        must(
            "alone",
            Number,
            "Its probability among the hypotheses of this transaction, by the scores alone.",
        ),
        must("probability", Number, "The same when other transactions have claimed what they settle."),
    ],
};

/// From log-odds to a probability.
pub static CALIBRATION: Record = Record {
    name: "Calibration",
    doc: "From log-odds to the probability that a result shows.",
    fields: &[
        must("kind", Word(&CALIBRATION_KIND), "The kind of evidence."),
        must("log_odds", Number, "Base-2 log-odds against the rivals."),
        must("learnt", Number, "Bits that the host's own verdicts add."),
        must("probability", Number, "The calibrated probability."),
    ],
};

/// Something that would change the decision.
pub static CHANGE: Record = Record {
    name: "Change",
    doc: "Something that would change the decision.",
    fields: &[
        must("code", Text, "What it is about."),
        may("bits", Number, "How much is missing, or to spare."),
        must("text", Text, "The same for a person."),
    ],
};

/// A match.
pub static MATCH_TYPE: Type = Of(&MATCH);

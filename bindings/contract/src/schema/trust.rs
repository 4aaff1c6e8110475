//! Shapes of tokens, sessions, permissions, webhooks and certificates.

use super::Type::{Count, Json, List, Map, Of, Secret, Text, Truth, Whole, Word};
use super::values::ERROR;
use super::words::{
    CHAIN_OUTCOME, CHAIN_WARNING, CLAIM_OUTCOME, FRESHNESS, GAP, HELD_STAGE, REVOCATION_SCOPE, RING_DUE,
    ROTATION_ACTION, ROTATION_STATE, SIGNATURE_ALGORITHM, STANDING, WHEN_PINS_EXPIRE,
};
use super::{COUNT, Record, TEXTS, TIME, Type, may, must};

/// What a host sets of what guards it. A word that is misspelt would be a check that is silently gone.
pub static SETTINGS: &[&Record] = &[
    &PUBLIC_KEY,
    &TOKEN_POLICY,
    &TOKEN_BINDING,
    &REVOCATION,
    &SESSION_LIFETIMES,
    &ROLE,
    &PERMISSION_SUBJECT,
    &ROUTE,
    &CLAIM_LEASES,
    &PIN_SET,
    &HELD_CERTIFICATE,
    &PINNED_KEY,
    &LEAD_TIMES,
    &KEY_TIMES,
    &FETCH_TIMES,
];

/// A public key.
pub static PUBLIC_KEY: Record = Record {
    name: "PublicKey",
    doc: "A key that checks signatures: `pem` or `jwk`, one of both.",
    fields: &[
        may("pem", Text, "The key in PEM: PUBLIC KEY or RSA PUBLIC KEY."),
        may("jwk", Text, "The key as a JSON Web Key (RFC 7517)."),
        must("algorithm", Word(&SIGNATURE_ALGORITHM), "The one algorithm that it is used with."),
        may("id", Text, "Its id, which tokens name as `kid`; that of the JWK where none is given."),
    ],
};

/// The same as a type.
pub const PUBLIC_KEY_TYPE: Type = Of(&PUBLIC_KEY);

/// What a verifier asks of tokens.
pub static TOKEN_POLICY: Record = Record {
    name: "TokenPolicy",
    doc: "What a verifier asks of tokens. What is not said stays strict.",
    fields: &[
        must("algorithms", List(&Word(&SIGNATURE_ALGORITHM)), "Allowed algorithms, of one family."),
        may("issuers", TEXTS, "Trusted issuers (`iss`). Without it `any_issuer` must say so."),
        may(
            "audiences",
            TEXTS,
            "Audiences (`aud`) of which the token must name one. Without it `any_audience` must say so.",
        ),
        may("any_issuer", Truth, "The issuer is not looked at."),
        may("any_audience", Truth, "The audience is not looked at."),
        may("subject", Text, "The subject (`sub`) that it must have."),
        may("type", Text, "The type (`typ`) that it must have, such as `at+jwt`; without it `JWT` or none."),
        may("required", TEXTS, "Claims that must be there."),
        may("may_last_forever", Truth, "A token without `exp` is taken."),
        may("leeway", Count(300), "Seconds by which clocks may differ: 30 where nothing is said."),
        may("max_age", COUNT, "Seconds since `iat` after which it is too old."),
        may("understood", TEXTS, "Header members of `crit` that the host understands and looks at itself."),
    ],
};

/// A token that holds.
pub static VERIFIED_TOKEN: Record = Record {
    name: "VerifiedToken",
    doc: "A token whose signature and claims hold. Whether it was revoked is another question.",
    fields: &[
        must("claims", Map(&Json), "All that it says."),
        must("algorithm", Word(&SIGNATURE_ALGORITHM), "How it is signed."),
        must("key", Text, "Thumbprint of the key under which it is signed (RFC 7638)."),
        may("key_id", Text, "`kid` of its header."),
    ],
};

/// A key of a verifier.
pub static KEY_INFO: Record = Record {
    name: "KeyInfo",
    doc: "A key that a verifier holds.",
    fields: &[
        may("id", Text, "Its id, which tokens name as `kid`."),
        must("thumbprint", Text, "Its thumbprint (RFC 7638)."),
        must("algorithms", List(&Word(&SIGNATURE_ALGORITHM)), "The algorithms it is used with."),
    ],
};

/// The key that a token is bound to.
pub static TOKEN_BINDING: Record = Record {
    name: "TokenBinding",
    doc: "The key that whoever brings a token has shown, by its hash in base64url: one of both.",
    fields: &[
        may("key", Text, "Thumbprint of a key that signed a proof (`jkt`, RFC 9449)."),
        may("certificate", Text, "SHA-256 of the client's certificate (`x5t#S256`, RFC 8705)."),
    ],
};

/// A state to write.
pub static STATE_WRITE: Record = Record {
    name: "StateWrite",
    doc: "A state for the host's store, to be written by one compare-and-set.",
    fields: &[
        may(
            "expected",
            COUNT_OF_REVISIONS,
            "The revision that the store must still hold; without it nothing must be there.",
        ),
        must(
            "revision",
            COUNT_OF_REVISIONS,
            "The revision that is written: a column of its own, to compare by.",
        ),
        must("state", Text, "The state, to be kept as it is and handed in again."),
        may("keep_until", Whole, "From when on the store may forget it: seconds since 1970."),
    ],
};

/// Revisions are counted in 64 bits.
const COUNT_OF_REVISIONS: Type = super::COUNT_64;

/// What was revoked.
pub static REVOCATION: Record = Record {
    name: "Revocation",
    doc: "What was taken back before its time: one token, or all of a scope that was issued before a time.",
    fields: &[
        must("scope", Word(&REVOCATION_SCOPE), "What is taken back."),
        may("issuer", Text, "The issuer (`iss`), of a token and of a subject."),
        must(
            "value",
            Text,
            "The token's id (`jti`), the subject, the family, the tenant, or the key's thumbprint.",
        ),
        may(
            "not_before",
            TIME,
            "All that was issued before this time is taken back: seconds since 1970. Not of a token; without it all of the scope.",
        ),
        must("until", TIME, "When the last of those tokens expires, after which this may be forgotten."),
    ],
};

/// Whether a token stands.
pub static TOKEN_STANDING: Record = Record {
    name: "TokenStanding",
    doc: "Whether a token that holds stands, or was revoked.",
    fields: &[
        must("standing", Word(&STANDING), "What the store says of it."),
        may("scope", Word(&REVOCATION_SCOPE), "With what it was taken back."),
    ],
};

/// How long tokens live.
pub static SESSION_LIFETIMES: Record = Record {
    name: "SessionLifetimes",
    doc: "How long what lives, in seconds.",
    fields: &[
        may("access", COUNT, "Of an access token; 900 where nothing is said."),
        may("refresh", COUNT, "Of a refresh token; 604800 where nothing is said."),
        may("family", COUNT, "Of a login, whatever is renewed; 2592000 where nothing is said."),
        may(
            "grace",
            COUNT,
            "In which the same client may come again with the token before; 10 where nothing is said.",
        ),
    ],
};

/// A family to write.
pub static SESSION_STEP: Record = Record {
    name: "SessionStep",
    doc: "What to do with a login. Tokens are made by `sessions.confirm`, when the store has answered.",
    fields: &[
        must("outcome", Word(&super::words::REFRESH_OUTCOME), "What was decided."),
        may("why", Word(&super::words::FAMILY_END), "Why the family ended, now or before."),
        must("family", Text, "Id of the family: the row of the store."),
        may("write", Of(&STATE_WRITE), "What is to be written."),
        may("state", Text, "The state of which tokens may be made, once the store has answered."),
    ],
};

/// A refresh token that came.
pub static PRESENTED_TOKEN: Record = Record {
    name: "PresentedToken",
    doc: "A refresh token whose signature and claims hold.",
    fields: &[
        must("family", Text, "Id of its family: the row to look up."),
        must("id", Text, "Its own id (`jti`)."),
        must("verified", Of(&VERIFIED_TOKEN), "All that it says."),
    ],
};

/// Tokens of a session.
pub static SESSION_TOKENS: Record = Record {
    name: "SessionTokens",
    doc: "An access token and a refresh token.",
    fields: &[
        must("access", Secret, "The access token, for the API."),
        must("refresh", Secret, "The refresh token, for the end point that exchanges it."),
        must("access_expires", Whole, "When the access token expires: seconds since 1970."),
        must("refresh_expires", Whole, "When the refresh token expires: seconds since 1970."),
    ],
};

/// A role.
pub static ROLE: Record = Record {
    name: "Role",
    doc: "What a role may do, as patterns: `invoice:read`, `invoice:*`, `*:read`, `*:*`.",
    fields: &[
        may("allows", TEXTS, "Patterns of what it may do."),
        may("denies", TEXTS, "Patterns of what it may never do, whatever another role allows."),
    ],
};

/// The same as a type.
pub const ROLE_TYPE: Type = Of(&ROLE);

/// Who asks.
pub static PERMISSION_SUBJECT: Record = Record {
    name: "PermissionSubject",
    doc: "Who asks: whose data they work on, and their roles.",
    fields: &[
        must("tenant", Text, "The tenant whose data they work on."),
        must("roles", TEXTS, "Names of their roles; one that is not known allows nothing."),
    ],
};

/// What is decided.
pub static PERMISSION_VERDICT: Record = Record {
    name: "PermissionVerdict",
    doc: "Whether something may be done, and by what that is decided.",
    fields: &[
        must("allowed", Truth, "Whether it may be done."),
        must("verdict", Word(&super::words::PERMISSION), "What was decided."),
        may("role", Text, "The first role that decides it."),
    ],
};

/// A route.
pub static ROUTE: Record = Record {
    name: "Route",
    doc: "A route of the host and what it asks for: a permission, or nothing, said in words.",
    fields: &[
        must("name", Text, "As the host's router prints it: `GET /invoices/{id}`."),
        may("needs", Text, "The permission that it asks for."),
        may("public", Truth, "Anybody may use it. Without it `needs` must be there."),
        may("roles", TEXTS, "Roles that are meant to be able to use it."),
    ],
};

/// A gap of a table.
pub static ROUTE_GAP: Record = Record {
    name: "RouteGap",
    doc: "What is wrong with a table of routes.",
    fields: &[
        must("gap", Word(&GAP), "What is wrong."),
        must("route", Text, "The route of which that is said."),
        may("role", Text, "The role that may what it should not, or may not what it should."),
        may("meant", Truth, "Whether the role is meant to."),
    ],
};

/// A webhook that holds.
pub static VERIFIED_WEBHOOK: Record = Record {
    name: "VerifiedWebhook",
    doc: "A webhook whose signature holds. Parse the raw body that was verified, and nothing else.",
    fields: &[
        must("scheme", Text, "The name of the scheme."),
        must("freshness", Word(&FRESHNESS), "Whether the time of signing was looked at."),
        may("at", Whole, "When it was signed: seconds since 1970."),
        may("age", Whole, "Seconds from then to now; negative where the signer's clock is ahead."),
        must("secret", Text, "The name of the secret that fits."),
        may("id", Text, "The signed id of the message, where the scheme has one."),
        must("event_ids", TEXTS, "Ids of its events, in their order: each is claimed by itself."),
    ],
};

/// How long what is kept.
pub static CLAIM_LEASES: Record = Record {
    name: "ClaimLeases",
    doc: "How long an event is leased to a handler, and remembered.",
    fields: &[
        may("lease", COUNT, "Seconds that a handler has; 60 where nothing is said."),
        may("skew", COUNT, "Seconds by which the clocks of servers may differ; 30 where nothing is said."),
        may("retention", COUNT, "Seconds that a handled event is remembered; 35 days where nothing is said."),
    ],
};

/// What to do with an event.
pub static CLAIM_DECISION: Record = Record {
    name: "ClaimDecision",
    doc: "What to do with an event: `answer` stands already, or `write` is to be written and `if_written` stands then, and only then.",
    fields: &[
        may("answer", Of(&CLAIM_ANSWER), "The answer, where nothing is to be written."),
        may(
            "write",
            Of(&STATE_WRITE),
            "What is to be written. Where the store says that it was not, look again and decide anew.",
        ),
        may("if_written", Of(&CLAIM_ANSWER), "The answer once it was written."),
    ],
};

/// What became of a step.
pub static CLAIM_ANSWER: Record = Record {
    name: "ClaimAnswer",
    doc: "What became of a step of handling an event.",
    fields: &[
        must("outcome", Word(&CLAIM_OUTCOME), "What became of it."),
        may("attempt", COUNT, "The attempt, with which it is completed."),
        may("until", Whole, "When the lease ends: seconds since 1970."),
        may("seconds", Whole, "Seconds after which it can be taken over."),
        may("at", Whole, "When it was handled: seconds since 1970."),
    ],
};

/// Pins.
pub static PIN_SET: Record = Record {
    name: "PinSet",
    doc: "Keys of which a chain must hold one, and one more to switch to.",
    fields: &[
        must("pins", TEXTS, "SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least."),
        must("expires", Whole, "The last second in which they bind: seconds since 1970."),
        may("when_expired", Word(&WHEN_PINS_EXPIRE), "What they do then; `refuse` where nothing is said."),
    ],
};

/// What a chain came to.
pub static CHAIN_VERDICT: Record = Record {
    name: "ChainVerdict",
    doc: "What a chain of certificates came to. Only `valid` is valid.",
    fields: &[
        must("outcome", Word(&CHAIN_OUTCOME), "What it came to."),
        may("path", List(&Of(&CHAIN_LINK)), "Where valid: the path from the leaf to the anchor."),
        may("expires", Whole, "Where valid: the last second in which all of the path is in its time."),
        may("names", TEXTS, "Where valid: what the leaf's alternative names say."),
        may("warnings", List(&Word(&CHAIN_WARNING)), "Where valid: what is not wrong, but should be known."),
        may("problem", Of(&ERROR), "Where invalid or indeterminate: why."),
        may("reason", Text, "Where skipped: why, in the host's words."),
    ],
};

/// A certificate of a path.
pub static CHAIN_LINK: Record = Record {
    name: "ChainLink",
    doc: "A certificate of a path.",
    fields: &[
        may("chain", COUNT, "Its place in the chain that was handed in, counted from 0."),
        may("anchor", COUNT, "Its place among the anchors, counted from 0."),
        must("pin", Text, "SHA-256 of its key, in base64."),
        must("not_before", Whole, "The first second of its time."),
        must("not_after", Whole, "The last second of its time."),
    ],
};

/// A bundle.
pub static CERTIFICATE_BUNDLE: Record = Record {
    name: "CertificateBundle",
    doc: "What a bundle in PEM holds.",
    fields: &[
        must("certificates", TEXTS, "Its certificates, each once, in base64 of their DER."),
        must("lists", TEXTS, "Its revocation lists, in base64 of their DER."),
        must("repeated", List(&Of(&REPEATED)), "Certificates that stood there again."),
        must("order", Word(&super::words::BUNDLE_ORDER), "How the certificates follow one another."),
    ],
};

/// A certificate that stands again.
pub static REPEATED: Record = Record {
    name: "RepeatedCertificate",
    doc: "A certificate that a bundle holds more than once.",
    fields: &[
        must("first", COUNT, "Its place among the certificates, counted from 0."),
        must("line", COUNT, "The line where it stands again, counted from 1."),
    ],
};

/// A certificate that the host holds.
pub static HELD_CERTIFICATE: Record = Record {
    name: "HeldCertificate",
    doc: "A certificate that the host holds.",
    fields: &[
        must("id", Text, "The host's name of it."),
        must("service", Text, "What it is for: certificates of one service follow one another."),
        must("pin", Text, "SHA-256 of its key, in base64."),
        must("not_before", Whole, "The first second of its time."),
        must("not_after", Whole, "The last second of its time."),
        must("stage", Word(&HELD_STAGE), "How far it is."),
        may("retiring_since", Whole, "Where retiring: until when it was in use."),
    ],
};

/// A pinned key.
pub static PINNED_KEY: Record = Record {
    name: "PinnedKey",
    doc: "A key that is pinned for a service.",
    fields: &[
        must("service", Text, "The service that is pinned."),
        must("pin", Text, "SHA-256 of the key, in base64."),
        must("since", Whole, "Since when: seconds since 1970."),
    ],
};

/// Lead times.
pub static LEAD_TIMES: Record = Record {
    name: "LeadTimes",
    doc: "Lead times, in thousandths of a certificate's lifetime.",
    fields: &[
        may("renew", THOUSANDTHS, "The next one is ordered when this much is left; 333."),
        may("stage", THOUSANDTHS, "It is put beside the one in use; 250."),
        may("switch", THOUSANDTHS, "It is put to use; 167."),
        may("urgent", THOUSANDTHS, "What is not done is urgent; 83."),
        may("pinned", THOUSANDTHS, "How long a key must have been pinned before; 83."),
        may("overlap", THOUSANDTHS, "How long the one before stands beside it; 83."),
    ],
};

const THOUSANDTHS: Type = Count(1000);

/// A plan.
pub static ROTATION_PLAN: Record = Record {
    name: "RotationPlan",
    doc: "What to do with certificates, in the order of its times.",
    fields: &[
        must("steps", List(&Of(&ROTATION_STEP)), "The steps by time."),
        may("next", Whole, "When the next step that is planned falls due: ask again then at the latest."),
    ],
};

/// A step of a plan.
pub static ROTATION_STEP: Record = Record {
    name: "RotationStep",
    doc: "A step of a plan.",
    fields: &[
        must("at", Whole, "When: seconds since 1970; it may be past."),
        must("until", Whole, "When at the latest: seconds since 1970."),
        must("service", Text, "For which service."),
        must("action", Word(&ROTATION_ACTION), "What is to be done."),
        may("certificate", Text, "The certificate that is acted on, or replaced."),
        may("pin", Text, "The key that is acted on."),
        must("state", Word(&ROTATION_STATE), "How pressing it is."),
    ],
};

/// Times of a ring.
pub static KEY_TIMES: Record = Record {
    name: "KeyTimes",
    doc: "How long an issuer's keys are in which part of their life, in seconds.",
    fields: &[
        may("ahead", COUNT, "Published before it signs; a day where nothing is said."),
        may("active", COUNT, "Signs; 90 days where nothing is said."),
        may("overlap", COUNT, "Still taken after it was replaced; 8 days where nothing is said."),
    ],
};

/// A ring.
pub static KEY_RING: Record = Record {
    name: "KeyRingView",
    doc: "Which keys of a ring sign and are published.",
    fields: &[
        may("signs", Text, "Thumbprint of the key that signs; none where it was revoked."),
        must("published", TEXTS, "Thumbprints of the keys to publish."),
    ],
};

/// What is due.
pub static RING_STEP: Record = Record {
    name: "KeyRingStep",
    doc: "What is to be done with a ring.",
    fields: &[
        must("due", Word(&RING_DUE), "What is to be done."),
        may("key", Text, "The key that is dropped."),
        must("at", Whole, "From when on: seconds since 1970. The least number there is means at once."),
    ],
};

/// Times of fetches.
pub static FETCH_TIMES: Record = Record {
    name: "FetchTimes",
    doc: "How long an issuer's published keys are used, in seconds.",
    fields: &[
        may("fresh", COUNT, "Used without asking; an hour where nothing is said."),
        may("stale", COUNT, "Used where the issuer cannot be reached; a day where nothing is said."),
        may("cooldown", COUNT, "Between two fetches; a minute where nothing is said."),
    ],
};

/// Whether to fetch.
pub static FETCH_DECISION: Record = Record {
    name: "FetchDecision",
    doc: "Whether to fetch an issuer's published keys before a token is checked.",
    fields: &[
        must("action", Word(&super::words::FETCH), "What to do."),
        may("write", Of(&STATE_WRITE), "To be written first; whoever it was written for fetches."),
        may("seconds", Whole, "Seconds until the next fetch."),
    ],
};

//! `anchors.*`, `certificate.*`: chains verified, pins, bundles, and when to renew what.

use super::keys::NOW;
use crate::call::{Call, settings};
use crate::fault::{Fault, placed};
use crate::handle::{Authorities, Handle, Steady};
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, Count, List, Of, Text, Word};
use crate::schema::{may, must, trust, values, words};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo::Error;
use payymo::certificate::{
    Anchors, Bundle, Held, Leads, Mode, Name, Order, Outcome, Pin, PinSet, Pinned, Plan, Policy, Position,
    Purpose, Revocation, RevocationLists, Stage, Verified, Warning, WhenExpired, plan, verify,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

const ANCHOR_ERRORS: &[&str] = &[
    "certificate.no_anchor",
    "certificate.too_large",
    "certificate.syntax",
    "certificate.pem",
    "certificate.private_key",
    "certificate.list_syntax",
    "certificate.list_extension",
    "certificate.list_unsupported",
];

/// What stands in DER or in PEM: each of the list may be either, and one of PEM may hold several.
struct Given {
    certificates: Vec<Vec<u8>>,
    lists: Vec<Vec<u8>>,
}

fn given(call: &Call<'_>, name: &str, is_list: bool) -> Result<Given, Fault> {
    let mut all = Given { certificates: Vec::new(), lists: Vec::new() };
    for (at, bytes) in call.blobs(name)?.iter().enumerate() {
        // DER of both begins with a SEQUENCE, which no PEM does.
        if bytes.first() == Some(&0x30) {
            let into = if is_list { &mut all.lists } else { &mut all.certificates };
            into.push(bytes.to_vec());
            continue;
        }
        let bundle = Bundle::parse(bytes).map_err(Fault::within(format!("/{name}/{at}")))?;
        all.certificates.extend(bundle.certificates);
        all.lists.extend(bundle.lists);
    }
    Ok(all)
}

pub static NEW: Operation = Operation {
    name: "anchors.new",
    doc: "Takes in authorities and their revocation lists, prepared once for many chains. Answers why no chain may end in some of them.",
    request: &[
        must(
            "certificates",
            List(&Bytes),
            "The authorities, in DER or PEM; one of PEM may hold several, and lists.",
        ),
        must("profile", Word(&words::ANCHOR_PROFILE), "Whose rules chains to them are held against."),
        may("lists", List(&Bytes), "Revocation lists, in DER or PEM."),
    ],
    answer: Answer::One(List(&Of(&values::ERROR))),
    errors: ANCHOR_ERRORS,
    run: Run::Open(|call| {
        let mut authorities = given(call, "certificates", false)?;
        let more = given(call, "lists", true)?;
        if !more.certificates.is_empty() {
            return Err(Fault::field("/lists", "a certificate among the lists"));
        }
        authorities.lists.extend(more.lists);
        let anchors = match call.must::<String>("profile")?.as_str() {
            "public" => Anchors::public(&authorities.certificates),
            "private" => Anchors::private(&authorities.certificates),
            _ => return Err(Fault::field("/profile", "no profile of this library")),
        };
        let anchors = anchors.map_err(Fault::within(""))?;
        let lists = RevocationLists::new(&authorities.lists).map_err(Fault::within(""))?;
        let faults: Vec<Error> = anchors.faults().map(|error| placed(error.clone(), "")).collect();
        let faults = call.answer(&faults)?;
        Ok((Handle::Steady(Steady::Anchors(Arc::new(Authorities { anchors, lists }))), faults))
    }),
};

#[derive(Deserialize)]
struct PinsGiven {
    pins: Vec<String>,
    expires: i64,
    when_expired: Option<String>,
}

fn pin(text: &str, field: &str) -> Result<Pin, Fault> {
    Pin::parse(text).map_err(Fault::within(field))
}

fn pins_of(call: &Call<'_>) -> Result<Option<PinSet>, Fault> {
    let Some(given) = call.maybe::<PinsGiven>("pins")? else { return Ok(None) };
    let read = |(at, text): (usize, &String)| pin(text, &format!("/pins/pins/{at}"));
    let pins = given.pins.iter().enumerate().map(read).collect::<Result<_, _>>()?;
    let set = PinSet::new(pins, given.expires).map_err(Fault::within("/pins"))?;
    Ok(Some(match given.when_expired.as_deref() {
        Some("unpin") => set.when_expired(WhenExpired::Unpin),
        _ => set,
    }))
}

fn policy_of(call: &Call<'_>) -> Result<Policy, Fault> {
    let purpose: String = call.must("purpose")?;
    let purpose = match (purpose.as_str(), call.maybe::<String>("name")?) {
        ("server", Some(name)) => Purpose::Server(Name::parse(&name).map_err(Fault::within(""))?),
        ("client", None) => Purpose::Client,
        ("client", Some(_)) => {
            return Err(Fault::field("/name", "a client has no name to verify: its names are answered"));
        }
        _ => return Err(Fault::field("/name", "it is missing: the name by which the server was called")),
    };
    let revocation = match call.must::<String>("revocation")?.as_str() {
        "require" => Revocation::Require,
        "short_lived" => Revocation::ShortLived,
        "if_available" => Revocation::IfAvailable,
        _ => return Err(Fault::field("/revocation", "no check of this library")),
    };
    let mut policy = Policy::new(purpose, revocation);
    policy.pins = pins_of(call)?;
    policy.most_intermediates = call.maybe("most_intermediates")?.unwrap_or(policy.most_intermediates);
    if let Some(reason) = call.maybe("sandbox")? {
        policy.mode = Mode::Sandbox(reason);
    }
    Ok(policy)
}

#[derive(Serialize)]
struct Link {
    #[serde(skip_serializing_if = "Option::is_none")]
    chain: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<usize>,
    pin: Pin,
    not_before: i64,
    not_after: i64,
}

#[derive(Default, Serialize)]
struct Verdict {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    path: Vec<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Warning>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Error>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

fn valid(verified: Verified) -> Verdict {
    let link = |link: payymo::certificate::Link| {
        let (chain, anchor) = match link.position {
            Position::Chain(at) => (Some(at), None),
            Position::Anchor(at) => (None, Some(at)),
        };
        Link { chain, anchor, pin: link.pin, not_before: link.not_before, not_after: link.not_after }
    };
    Verdict {
        outcome: "valid",
        path: verified.path.into_iter().map(link).collect(),
        expires: Some(verified.expires),
        names: verified.names,
        warnings: verified.warnings,
        ..Verdict::default()
    }
}

pub static VERIFY: Operation = Operation {
    name: "anchors.verify",
    doc: "Verifies a chain of certificates at a time, for a server or a client. What it came to is the answer: an error is only a \
          request that cannot be asked.",
    request: &[
        must(
            "chain",
            List(&Bytes),
            "The leaf first, then what else the other side sent, in any order; in DER or PEM.",
        ),
        must("purpose", Word(&words::CHAIN_PURPOSE), "What the leaf is to be used for."),
        may("name", Text, "Of a server: the host name or address by which it was called."),
        must("revocation", Word(&words::REVOCATION_CHECK), "What is asked of revocation lists."),
        may("pins", Of(&trust::PIN_SET), "Keys of which the chain must hold one."),
        may(
            "most_intermediates",
            Count(6),
            "Intermediates that may stand in the path; 6 where nothing is said.",
        ),
        may("sandbox", Text, "Nothing is verified, for this reason: the outcome is `skipped`."),
        NOW,
    ],
    answer: Answer::One(Of(&trust::CHAIN_VERDICT)),
    errors: &[
        "input.options",
        "certificate.name",
        "certificate.pem",
        "certificate.private_key",
        "certificate.too_large",
        "certificate.syntax",
        "certificate.pin",
        "certificate.pin_no_backup",
    ],
    run: Run::Anchors(|authorities, call| {
        let policy = policy_of(call)?;
        let Given { certificates: chain, lists } = given(call, "chain", false)?;
        if !lists.is_empty() {
            return Err(Fault::field("/chain", "a revocation list: hand it in where the anchors are made"));
        }
        let said = verify(&chain, &authorities.anchors, &authorities.lists, &policy, call.must("now")?);
        let verdict = match said {
            Outcome::Valid(verified) => valid(verified),
            Outcome::Invalid { error } => {
                Verdict { outcome: "invalid", problem: Some(placed(error, "")), ..Verdict::default() }
            }
            Outcome::Indeterminate { error } => {
                Verdict { outcome: "indeterminate", problem: Some(placed(error, "")), ..Verdict::default() }
            }
            Outcome::Skipped { reason } => {
                Verdict { outcome: "skipped", reason: Some(reason), ..Verdict::default() }
            }
        };
        call.answer(&verdict)
    }),
};

#[derive(Serialize)]
struct BundleRead {
    certificates: Vec<String>,
    lists: Vec<String>,
    repeated: Vec<Again>,
    order: &'static str,
}

#[derive(Serialize)]
struct Again {
    first: usize,
    line: u64,
}

pub static BUNDLE: Operation = Operation {
    name: "certificate.bundle",
    doc: "Reads a bundle in PEM: certificates and revocation lists with words between them. A private key in it is an error.",
    request: &[must("content", Bytes, "The bundle in PEM.")],
    answer: Answer::One(Of(&trust::CERTIFICATE_BUNDLE)),
    errors: &["certificate.pem", "certificate.private_key", "certificate.too_large", "certificate.syntax"],
    run: Run::Function(|call| {
        let bundle = Bundle::parse(&call.blob("content")?.unwrap_or_default());
        let bundle = bundle.map_err(Fault::within("/content"))?;
        let base64 = |all: &[Vec<u8>]| all.iter().map(|der| STANDARD.encode(der)).collect();
        call.answer(&BundleRead {
            certificates: base64(&bundle.certificates),
            lists: base64(&bundle.lists),
            repeated: bundle
                .repeated
                .iter()
                .map(|again| Again { first: again.first, line: again.line })
                .collect(),
            order: match bundle.order() {
                Order::Chain => "chain",
                Order::Reversed => "reversed",
                Order::None => "none",
            },
        })
    }),
};

pub static PIN: Operation = Operation {
    name: "certificate.pin",
    doc: "The pin of a public key: the base64 of its SHA-256 (RFC 7469). `anchors.verify` answers those of a path.",
    request: &[must("key", Bytes, "The key as `SubjectPublicKeyInfo` in DER.")],
    answer: Answer::One(Text),
    errors: &["certificate.key"],
    run: Run::Function(|call| {
        let pin = Pin::of_key(&call.blob("key")?.unwrap_or_default());
        call.answer(&pin.map_err(Fault::within("/key"))?)
    }),
};

#[derive(Deserialize)]
struct HeldGiven {
    id: String,
    service: String,
    pin: String,
    not_before: i64,
    not_after: i64,
    stage: String,
    retiring_since: Option<i64>,
}

impl HeldGiven {
    fn read(self, path: &str) -> Result<Held, Fault> {
        let stage = match (self.stage.as_str(), self.retiring_since) {
            ("waiting", None) => Stage::Waiting,
            ("staged", None) => Stage::Staged,
            ("active", None) => Stage::Active,
            ("retiring", Some(since)) => Stage::Retiring(since),
            ("retiring", None) => {
                return Err(Fault::field(path, "retiring_since is missing: until when it was in use"));
            }
            _ => return Err(Fault::field(path, "retiring_since is of one that is retiring")),
        };
        let pin = pin(&self.pin, &format!("{path}/pin"))?;
        let HeldGiven { id, service, not_before, not_after, .. } = self;
        Ok(Held { id, service, pin, not_before, not_after, stage })
    }
}

#[derive(Deserialize)]
struct PinnedGiven {
    service: String,
    pin: String,
    since: i64,
}

pub static PLAN: Operation = Operation {
    name: "certificate.plan",
    doc: "Plans the renewal of certificates: what to renew, pin, stage, switch and retire, when, and what of it is urgent.",
    request: &[
        must("held", List(&Of(&trust::HELD_CERTIFICATE)), "The certificates that the host holds."),
        may("pinned", List(&Of(&trust::PINNED_KEY)), "The keys that are pinned for its services."),
        may("leads", Of(&trust::LEAD_TIMES), "How long before the end of a certificate something is done."),
        NOW,
    ],
    answer: Answer::One(Of(&trust::ROTATION_PLAN)),
    errors: &["input.options", "input.duplicate_id", "input.bad_field", "certificate.pin"],
    run: Run::Function(|call| {
        let held: Vec<HeldGiven> = call.must("held")?;
        let held = held.into_iter().enumerate().map(|(at, one)| one.read(&format!("/held/{at}")));
        let held: Vec<Held> = held.collect::<Result<_, _>>()?;
        let pinned: Vec<PinnedGiven> = call.maybe("pinned")?.unwrap_or_default();
        let read = |(at, one): (usize, PinnedGiven)| {
            let pin = pin(&one.pin, &format!("/pinned/{at}/pin"))?;
            Ok(Pinned { service: one.service, pin, since: one.since })
        };
        let pinned: Vec<Pinned> = pinned.into_iter().enumerate().map(read).collect::<Result<_, Fault>>()?;
        let leads = settings!(call, "leads", Leads: u16 { renew, stage, switch, urgent, pinned, overlap });
        let made: Plan = plan(&held, &pinned, &leads, call.must("now")?).map_err(Fault::within(""))?;
        call.answer(&Steps::from(made))
    }),
};

#[derive(Serialize)]
struct Steps {
    steps: Vec<StepRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

#[derive(Serialize)]
struct StepRow {
    at: i64,
    until: i64,
    service: String,
    action: payymo::certificate::Action,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<Pin>,
    state: payymo::certificate::State,
}

impl From<Plan> for Steps {
    fn from(plan: Plan) -> Self {
        let row = |step: payymo::certificate::Step| StepRow {
            at: step.at,
            until: step.until,
            service: step.service,
            action: step.action,
            certificate: step.certificate,
            pin: step.pin,
            state: step.state,
        };
        Steps { steps: plan.steps.into_iter().map(row).collect(), next: plan.next }
    }
}

//! Records as classes with readonly properties.

use super::take::take;
use super::{name, text};
use crate::kinds::{cannot, is_secret, secrets};
use payymo_contract::schema::{Field, Record, Type};
use std::collections::BTreeSet;
use std::fmt::Write;

pub fn class(record: &Record) -> String {
    if let Some(field) = record.fields.iter().find(|field| name::holds_bytes(&field.kind)) {
        // A constructor is given them as they are, a document as base64.
        cannot("bytes go beside a request, not in a record", &field.kind);
    }
    let mut imports = BTreeSet::from(
        ["Payymo\\Internal\\Document", "Payymo\\Internal\\Take", "Payymo\\Record"].map(str::to_owned),
    );
    record
        .fields
        .iter()
        .for_each(|field| name::imports(&field.kind, &mut imports, matches!(field.kind, Type::Word(_))));
    let mut out = text::head("Payymo\\Model", &imports);
    out.push_str(&text::doc(0, &[record.doc.to_owned()]));
    let _ =
        writeln!(out, "final class {} implements Record\n{{\n    use Document;\n", name::class(record.name));
    shape(&mut out, record);
    record.fields.iter().filter(|field| !promoted(field)).for_each(|field| property(&mut out, field));
    constructor(&mut out, record);
    from_array(&mut out, record);
    serialize(&mut out, record);
    debug_info(&mut out, record);
    record.fields.iter().for_each(|field| accessor(&mut out, field));
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n");
    out
}

/// Whether a constructor's parameter is the property as it comes: nothing is to be checked or brought into form.
fn promoted(field: &Field) -> bool {
    matches!(
        field.kind,
        Type::Text
            | Type::Secret
            | Type::Truth
            | Type::Count(_)
            | Type::Whole
            | Type::Number
            | Type::Currency
            | Type::Of(_)
            | Type::Row(_)
    )
}

/// Lists and maps that may be left out are empty then; all else is null.
fn nullable(field: &Field) -> bool {
    !field.required && !matches!(field.kind, Type::List(_) | Type::Map(_))
}

fn shape(out: &mut String, record: &Record) {
    out.push_str(
        "    /** @internal How arrays of this shape become documents. */\n    public const SHAPE = [\n",
    );
    for field in record.fields {
        let _ = writeln!(out, "        {} => {},", text::string(field.name), name::spec(&field.kind, ""));
    }
    out.push_str("    ];\n\n");
}

fn property(out: &mut String, field: &Field) {
    let mut lines = vec![field.doc.to_owned()];
    if matches!(field.kind, Type::List(_) | Type::Map(_) | Type::Either(_)) {
        lines.push(format!("@var {}", name::doc_type(&field.kind, "")));
    }
    out.push_str(&text::doc(4, &lines));
    let native = name::native(&field.kind, "");
    let native = if nullable(field) { name::or_null(&native) } else { native };
    let _ = writeln!(out, "    public readonly {native} ${};\n", name::camel(field.name));
}

/// What a constructor's parameter takes.
fn parameter(field: &Field) -> (String, String) {
    let doc = match &field.kind {
        Type::Word(words) => format!("string|{}", words.name),
        Type::Of(_) | Type::Row(_) => name::doc_type(&field.kind, ""),
        Type::Map(of) => format!("array<array-key, {}>", name::given(of, "", "array")),
        kind => name::given(kind, "", "array"),
    };
    let native = match &field.kind {
        // Untyped: PHP would turn a float, or a truth, into text without a word.
        Type::Decimal => "mixed".to_owned(),
        Type::Date | Type::Word(_) => doc.clone(),
        kind => name::native(kind, ""),
    };
    if !nullable(field) {
        return (native, doc);
    }
    (name::or_null(&native), format!("{doc}|null"))
}

fn constructor(out: &mut String, record: &Record) {
    let ordered = || {
        let (must, may): (Vec<&Field>, Vec<&Field>) = record.fields.iter().partition(|field| field.required);
        must.into_iter().chain(may)
    };
    let mut lines: Vec<String> = ordered()
        .map(|field| format!("@param {} ${} {}", parameter(field).1, name::camel(field.name), field.doc))
        .collect();
    lines.push(
        "@throws \\Payymo\\Exception\\PayymoException `input.float_money` for a float, `contract.field` for what is not of its type"
            .to_owned(),
    );
    out.push_str(&text::doc(4, &lines));
    out.push_str("    public function __construct(\n");
    for field in ordered() {
        let keep = if promoted(field) { "public readonly " } else { "" };
        let default = match (field.required, nullable(field)) {
            (true, _) => "",
            (false, true) => " = null",
            (false, false) => " = []",
        };
        let secret = if is_secret(&field.kind) { "#[\\SensitiveParameter] " } else { "" };
        let _ = writeln!(
            out,
            "        {secret}{keep}{} ${}{default},",
            parameter(field).0,
            name::camel(field.name)
        );
    }
    let given: Vec<&Field> = record.fields.iter().filter(|field| !promoted(field)).collect();
    if given.is_empty() {
        out.push_str("    ) {\n    }\n\n");
        return;
    }
    out.push_str("    ) {\n");
    for field in given {
        let name = name::camel(field.name);
        let _ = writeln!(
            out,
            "        $this->{name} = {};",
            maybe(&field.kind, nullable(field), &format!("${name}"), field.name)
        );
    }
    out.push_str("    }\n\n");
}

/// A call that checks a value and brings it into form, where there may be none.
fn maybe(kind: &Type, maybe: bool, value: &str, field: &str) -> String {
    let call = take(kind, value, &format!("'/{field}'"), "");
    if maybe { format!("{value} === null ? null : {call}") } else { call }
}

fn from_array(out: &mut String, record: &Record) {
    out.push_str(&text::doc(
        4,
        &[
            "Reads a document: names as the contract has them, what it does not know is passed over."
                .to_owned(),
            "@param array<array-key, mixed> $data".to_owned(),
            "@throws \\Payymo\\Exception\\PayymoException `contract.field` with the place".to_owned(),
        ],
    ));
    let secret = if secrets(record).next().is_some() { "#[\\SensitiveParameter] " } else { "" };
    let _ = writeln!(
        out,
        "    public static function fromArray({secret}array $data): self\n    {{\n        return new self("
    );
    for field in record.fields {
        let there = format!("$data['{}']", field.name);
        let place = format!("'/{}'", field.name);
        let taken = |value: &str| take(&field.kind, value, &place, "");
        let value = match (&field.kind, field.required) {
            (_, true) => taken(&format!("{there} ?? null")),
            (Type::List(_) | Type::Map(_), false) => taken(&format!("{there} ?? []")),
            (_, false) => format!("isset({there}) ? {} : null", taken(&there)),
        };
        let _ = writeln!(out, "            {}: {value},", name::camel(field.name));
    }
    out.push_str("        );\n    }\n\n");
}

fn serialize(out: &mut String, record: &Record) {
    let all_optional = record.fields.iter().all(|field| !field.required);
    out.push_str(&text::doc(
        4,
        &[
            "The document, for json_encode; toArray gives it as an array.".to_owned(),
            format!(
                "@return {}",
                if all_optional { "array<string, mixed>|\\stdClass" } else { "array<string, mixed>" }
            ),
        ],
    ));
    let returns = if all_optional { "array|\\stdClass" } else { "array" };
    let _ = writeln!(out, "    public function jsonSerialize(): {returns}\n    {{\n        $out = [];");
    for field in record.fields {
        let value = format!("$this->{}", name::camel(field.name));
        let given = written(&field.kind, &value).unwrap_or_else(|| value.clone());
        if field.required {
            let _ = writeln!(out, "        $out['{}'] = {given};", field.name);
            continue;
        }
        let empty = if nullable(field) { "null" } else { "[]" };
        let _ = writeln!(
            out,
            "        if ({value} !== {empty}) {{\n            $out['{}'] = {given};\n        }}",
            field.name
        );
    }
    out.push_str(if all_optional {
        "        return $out === [] ? new \\stdClass() : $out;\n    }\n\n"
    } else {
        "        return $out;\n    }\n\n"
    });
}

/// What is printed of a record that holds secrets.
fn debug_info(out: &mut String, record: &Record) {
    let mut hidden = String::new();
    for field in secrets(record) {
        let name = name::camel(field.name);
        let shown = if nullable(field) {
            format!("$this->{name} === null ? null : '***'")
        } else {
            "'***'".to_owned()
        };
        let _ = writeln!(hidden, "            '{name}' => {shown},");
    }
    if hidden.is_empty() {
        return;
    }
    out.push_str(&text::doc(
        4,
        &[
            "What var_dump and print_r show: no secret. It does stand in what var_export, serialize and json_encode write."
                .to_owned(),
            "@return array<string, mixed>".to_owned(),
        ],
    ));
    let _ = writeln!(
        out,
        "    public function __debugInfo(): array\n    {{\n        return array_replace(get_object_vars($this), [\n{hidden}        ]);\n    }}\n"
    );
}

/// How a property is written where JSON would take it for something else: an empty map for a list.
fn written(kind: &Type, value: &str) -> Option<String> {
    let each = |of: &Type| {
        let of = written(of, "$of")?;
        Some(format!("array_map(static fn (array $of): array|\\stdClass => {of}, {value})"))
    };
    match kind {
        Type::List(of) => each(of),
        Type::Map(of) => Some(format!("(object) {}", each(of).unwrap_or_else(|| value.to_owned()))),
        _ => None,
    }
}

/// The enum of a word.
fn accessor(out: &mut String, field: &Field) {
    let Type::Word(words) = field.kind else { return };
    let name = name::camel(field.name);
    out.push_str(&text::doc(
        4,
        &["The word as an enum; null for one that this version does not know.".to_owned()],
    ));
    let read = if field.required {
        format!("{}::tryFrom($this->{name})", words.name)
    } else {
        format!("$this->{name} === null ? null : {}::tryFrom($this->{name})", words.name)
    };
    let _ = writeln!(
        out,
        "    public function {name}(): ?{}\n    {{\n        return {read};\n    }}\n",
        words.name
    );
}

//! Records as classes with readonly properties.

use super::{name, text};
use payymo_contract::schema::{Field, Record, Type};
use std::collections::BTreeSet;
use std::fmt::Write;

pub fn class(record: &Record) -> String {
    let mut imports = BTreeSet::from(
        ["Payymo\\Internal\\Document", "Payymo\\Internal\\Take", "Payymo\\Record"].map(str::to_owned),
    );
    record
        .fields
        .iter()
        .for_each(|field| name::imports(&field.kind, &mut imports, !matches!(field.kind, Type::List(_))));
    let mut out = text::head("Payymo\\Model", &imports);
    out.push_str(&text::doc(0, &[record.doc.to_owned()]));
    let _ =
        writeln!(out, "final class {} implements Record\n{{\n    use Document;\n", name::class(record.name));
    shape(&mut out, record);
    record.fields.iter().filter(|field| !promoted(field)).for_each(|field| property(&mut out, field));
    constructor(&mut out, record);
    from_array(&mut out, record);
    serialize(&mut out, record);
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
        let _ = writeln!(out, "        {} => {},", text::string(field.name), name::spec(&field.kind));
    }
    out.push_str("    ];\n\n");
}

fn property(out: &mut String, field: &Field) {
    let mut lines = vec![field.doc.to_owned()];
    if matches!(field.kind, Type::List(_) | Type::Map(_)) {
        lines.push(format!("@var {}", name::doc_type(&field.kind)));
    }
    out.push_str(&text::doc(4, &lines));
    let null = if nullable(field) { "?" } else { "" };
    let _ = writeln!(
        out,
        "    public readonly {null}{} ${};\n",
        name::native(&field.kind),
        name::camel(field.name)
    );
}

/// What a constructor's parameter takes.
fn parameter(field: &Field) -> (String, String) {
    let (native, doc) = match &field.kind {
        // Untyped: PHP would turn a float, or a truth, into text without a word.
        Type::Decimal => ("mixed".to_owned(), "string|int|\\Stringable".to_owned()),
        Type::Date => ("string|\\DateTimeInterface".to_owned(), "string|\\DateTimeInterface".to_owned()),
        Type::Word(words) => (format!("string|{}", words.name), format!("string|{}", words.name)),
        Type::List(of) => ("array".to_owned(), format!("array<{}>", taken(of))),
        kind => (name::native(kind).to_owned(), name::doc_type(kind)),
    };
    if !nullable(field) {
        return (native, doc);
    }
    let may = |kind: String| if kind.contains('|') { format!("{kind}|null") } else { format!("?{kind}") };
    (if native == "mixed" { native } else { may(native) }, format!("{doc}|null"))
}

/// What the elements of a list may be given as.
fn taken(kind: &Type) -> String {
    match kind {
        Type::Decimal => "string|int|\\Stringable".to_owned(),
        Type::Word(_) => "string|\\BackedEnum".to_owned(),
        Type::Of(record) | Type::Row(record) => format!("{}|array<string, mixed>", name::class(record.name)),
        kind => name::doc_type(kind),
    }
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
        let _ = writeln!(out, "        {keep}{} ${}{default},", parameter(field).0, name::camel(field.name));
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
            take(&field.kind, nullable(field), &format!("${name}"), field.name)
        );
    }
    out.push_str("    }\n\n");
}

/// A call that checks a value and brings it into form.
fn take(kind: &Type, maybe: bool, value: &str, field: &str) -> String {
    let (function, more) = match kind {
        Type::Text | Type::Currency => ("text", String::new()),
        Type::Bytes => ("bytes", String::new()),
        Type::Truth => ("truth", String::new()),
        Type::Count(_) | Type::Whole => ("whole", String::new()),
        Type::Number => ("number", String::new()),
        Type::Decimal => ("decimal", String::new()),
        Type::Date => ("date", String::new()),
        Type::Word(_) => ("word", String::new()),
        Type::Of(record) | Type::Row(record) => ("record", format!(", {}::class", name::class(record.name))),
        Type::List(of) => match of {
            Type::Of(record) | Type::Row(record) => {
                ("records", format!(", {}::class", name::class(record.name)))
            }
            Type::Decimal => ("decimals", String::new()),
            Type::Word(_) => ("words", String::new()),
            Type::List(Type::Text) => ("textLists", String::new()),
            _ => ("texts", String::new()),
        },
        Type::Map(of) => match of {
            Type::Text | Type::Currency => ("textMap", String::new()),
            _ => ("map", String::new()),
        },
        Type::Either(_) => ("any", String::new()),
    };
    let call = format!("Take::{function}({value}{more}, '/{field}')");
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
    out.push_str(
        "    public static function fromArray(array $data): self\n    {\n        return new self(\n",
    );
    for field in record.fields {
        let there = format!("$data['{}']", field.name);
        let value = match (&field.kind, field.required) {
            (kind @ (Type::List(_) | Type::Map(_)), true) => {
                take(kind, false, &format!("Take::listed({there} ?? null, '/{}')", field.name), field.name)
            }
            (kind @ (Type::List(_) | Type::Map(_)), false) => {
                take(kind, false, &format!("Take::listed({there} ?? [], '/{}')", field.name), field.name)
            }
            (kind, true) => take(kind, false, &format!("{there} ?? null"), field.name),
            (kind, false) => format!("isset({there}) ? {} : null", take(kind, false, &there, field.name)),
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
        let given =
            if matches!(field.kind, Type::Map(_)) { format!("(object) {value}") } else { value.clone() };
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

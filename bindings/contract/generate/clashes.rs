//! Names of the table that a language has already given to something else.
//!
//! # Design
//! What base classes have is read from their sources, so that a new method of theirs is looked at by itself. What generated code
//! needs for itself, and what languages give every object, stands in lists here. Words that a language keeps for itself are no
//! clash: `reserved` writes them in another way.

use crate::areas::Area;
use crate::kinds::secrets;
use crate::{php, python, typescript};
use payymo_contract::schema::{Field, Record, Type};
use payymo_contract::{COMMON, Operation, Run, Shapes};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::io;
use std::path::Path;

/// Words that are refused where a name would stand.
type Taken = BTreeSet<String>;

fn taken(words: &[&str]) -> Taken {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// What each language has taken.
pub struct Languages {
    /// Methods of the class under handles, and of that under records.
    php: (Taken, Taken),
    python: (Taken, Taken),
    /// Of that under the result of a reconciliation, beside those of a record.
    python_result: Taken,
    node: Taken,
    /// Classes of PHP, modules of Python, that are no area's.
    php_classes: Taken,
    python_modules: Taken,
}

impl Languages {
    /// Reads the sources.
    pub fn read(root: &Path) -> io::Result<Self> {
        let file = |path: &str| std::fs::read_to_string(root.join(path));
        let (php, python) = ("bindings/php/src", "bindings/python/python/payymo");
        let mut php_record = behind(&file(&format!("{php}/Record.php"))?, "function ");
        php_record.extend(behind(&file(&format!("{php}/Internal/Document.php"))?, "function "));
        php_record.extend(taken(&["__construct", "__debugInfo"]));
        let result = behind(&file(&format!("{python}/_reconciliation.py"))?, "def ");
        Ok(Languages {
            php: (behind(&file(&format!("{php}/Internal/Handle.php"))?, "function "), php_record),
            python: (
                behind(&file(&format!("{python}/_handle.py"))?, "def "),
                behind(&file(&format!("{python}/_records.py"))?, "    def "),
            ),
            python_result: result,
            node: methods(&file("bindings/node/lib/handle.cjs")?),
            php_classes: &by_hand(&root.join(php), ".php")? | &taken(&["ErrorCode"]),
            python_modules: &by_hand(&root.join(python), ".py")? | &taken(&["errors", "records", "words"]),
        })
    }
}

/// The names that stand behind a word.
fn behind(source: &str, word: &str) -> Taken {
    source.split(word).skip(1).map(|rest| name_at(rest).to_owned()).filter(|name| !name.is_empty()).collect()
}

fn name_at(text: &str) -> &str {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).next().unwrap_or_default()
}

/// The methods of the classes of a file of JavaScript: lines of a class that open a body.
fn methods(source: &str) -> Taken {
    let lines = source.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.ends_with('{'));
    let names = lines.map(|line| line.trim_start_matches("async ").trim_start_matches("get "));
    names
        .filter(|line| line[name_at(line).len()..].starts_with('('))
        .map(|line| name_at(line).to_owned())
        .collect()
}

/// Files of a folder that nobody generates, by their names.
fn by_hand(folder: &Path, ending: &str) -> io::Result<Taken> {
    let mut names = Taken::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(ending).filter(|_| !crate::is_marked(&path)) {
            names.insert(name.to_owned());
        }
    }
    Ok(names)
}

/// What generated functions of Python call by its name.
const PYTHON_CALLED: &[&str] = &[
    "Any",
    "Decimal",
    "Progress",
    "answer",
    "ask",
    "asked",
    "by_name",
    "bool",
    "bytearray",
    "bytes",
    "date",
    "dict",
    "float",
    "int",
    "memoryview",
    "object",
    "raw",
    "str",
    "tuple",
];
/// What types of fields are called in Python: a field of such a name takes it from those behind it. No record holds bytes.
const PYTHON_TYPES: &[&str] = &["Any", "Decimal", "Mapping", "bool", "date", "float", "int", "str", "tuple"];
/// What every object of Ruby answers and needs.
const RUBY: &[&str] = &[
    "class",
    "clone",
    "dup",
    "freeze",
    "hash",
    "initialize",
    "inspect",
    "instance_variable_get",
    "is_a",
    "object_id",
    "respond_to",
    "send",
    "to_s",
];
/// What Java gives every object, which no method without arguments may be called.
const JAVA: &[&str] = &[
    "clone",
    "close",
    "destroy",
    "finalize",
    "get_class",
    "hash_code",
    "notify",
    "notify_all",
    "to_string",
    "wait",
];
/// Types that Rust, Kotlin or Swift need by these names where records and classes stand.
const TYPES: &[&str] = &[
    "Any",
    "Arc",
    "Array",
    "Bool",
    "Column",
    "Data",
    "Dictionary",
    "Error",
    "Exception",
    "Handle",
    "HashMap",
    "Hidden",
    "Int",
    "Json",
    "List",
    "Map",
    "Option",
    "PayymoError",
    "Progress",
    "Request",
    "Result",
    "Self",
    "String",
    "Type",
    "Vec",
];

/// What is found, and where.
struct Clashes(Vec<String>);

impl Clashes {
    fn look(&mut self, language: &str, what: impl Display, name: &str, taken: &Taken) {
        if taken.contains(name) {
            self.0.push(format!("{language}: {what} would be named {name}, which is taken"));
        }
    }

    fn once(&mut self, language: &str, what: impl Display, names: impl Iterator<Item = String>) {
        let mut seen = Taken::new();
        for name in names {
            self.look(language, format!("a second one of {what}"), &name, &seen);
            seen.insert(name);
        }
    }
}

/// Every clash of some operations and their shapes, with its language.
pub fn clashes(languages: &Languages, operations: &[&'static Operation]) -> Vec<String> {
    let mut found = Clashes(Vec::new());
    for operation in operations {
        of_operation(&mut found, languages, operation);
    }
    let areas: BTreeSet<&str> = operations.iter().map(|operation| operation.area()).collect();
    for name in areas {
        of_area(&mut found, languages, &Area::new(name, "", operations));
    }
    let shapes = Shapes::of(operations);
    for record in &shapes.records {
        of_record(&mut found, languages, record);
    }
    for words in &shapes.words {
        let what = format!("a word of {}", words.name);
        let cases = || (words.list)().into_iter().map(|(word, _)| php::pascal(word));
        found.once("PHP", &what, cases());
        // A constant of this name is the class's own.
        cases().for_each(|case| found.look("PHP", &what, &case.to_lowercase(), &taken(&["class"])));
        found.look(
            "PHP",
            "the enum of a list of words",
            &words.name.to_lowercase(),
            &taken(crate::reserved::PHP),
        );
    }
    found.0
}

fn of_operation(found: &mut Clashes, languages: &Languages, operation: &Operation) {
    let (name, verb) = (operation.name, operation.verb());
    let on_handle = operation.run.on_handle();
    if on_handle {
        let lower = |taken: &Taken| taken.iter().map(|name| name.to_lowercase()).collect::<Taken>();
        found.look("PHP", name, &php::camel(verb).to_lowercase(), &lower(&languages.php.0));
        found.look("PHP", name, &php::camel(verb), &taken(&["errors"]));
        found.look("Python", name, &python::attribute(verb), &languages.python.0);
        let javascript = typescript::function_name(operation);
        for name_there in [format!("{javascript}Sync"), javascript] {
            found.look("Node", name, &name_there, &languages.node);
        }
        found.look("Rust", name, verb, &taken(&["new", "from_document", "errors", "call", "made"]));
        found.look("Ruby", name, verb, &taken(RUBY));
        if operation.request.iter().all(|field| !field.required) {
            found.look("Kotlin", name, verb, &taken(JAVA));
        }
    }
    if matches!(operation.run, Run::Function(_)) {
        found.look("Python", name, &python::attribute(verb), &taken(PYTHON_CALLED));
    }
    // What has it is taken for a promise.
    found.look(
        "Node",
        name,
        &typescript::function_name(operation),
        &taken(&["then", "constructor", "toJSON"]),
    );
    for field in operation.request {
        of_argument(found, name, field);
    }
    found.once("PHP", name, operation.request.iter().map(|field| php::camel(field.name)));
    found.once("Python", name, operation.request.iter().map(|field| python::attribute(field.name)));
}

fn of_argument(found: &mut Clashes, operation: &str, field: &Field) {
    let what = format!("an argument of {operation}");
    let common: Taken = COMMON.iter().map(|field| field.name.to_owned()).collect();
    found.look("every language", &what, field.name, &common);
    found.look("PHP", &what, &php::camel(field.name), &taken(&["this", "blobs", "answer", "progress"]));
    found.look("Python", &what, &python::attribute(field.name), &taken(PYTHON_CALLED));
    found.look("Python", &what, &python::attribute(field.name), &taken(&["self", "progress"]));
    found.look("Rust", &what, field.name, &taken(&["request", "progress"]));
    match field.required {
        true => found.look("Node", &what, field.name, &taken(&["options"])),
        false => found.look("Node", &what, field.name, &taken(&["signal", "on_progress"])),
    }
}

fn of_area(found: &mut Clashes, languages: &Languages, area: &Area) {
    let what = format!("the area {}", area.name);
    let (php, class) = (php::pascal(area.name), area.class_name());
    found.look("PHP", &what, &php, &languages.php_classes);
    found.look("PHP", &what, &php.to_lowercase(), &taken(crate::reserved::PHP));
    found.look("Node", &what, if area.is_class() { &class } else { area.name }, &taken(typescript::OWN));
    if area.is_class() {
        found.look("Python", &what, &format!("_{}", area.name), &languages.python_modules);
        found.look("Kotlin, Swift", &what, &class, &taken(TYPES));
    } else {
        found.look("Python", &what, &python::attribute(area.name), &languages.python_modules);
    }
    let verbs = || area.operations.iter().map(|operation| operation.verb());
    found.once("PHP", &what, verbs().map(|verb| php::camel(verb).to_lowercase()));
    let forms = |operation: &&Operation| {
        let name = typescript::function_name(operation);
        [typescript::paired(operation).then(|| format!("{name}Sync")), Some(name)]
    };
    found.once("Node", &what, area.operations.iter().flat_map(forms).flatten());
}

fn of_record(found: &mut Clashes, languages: &Languages, record: &'static Record) {
    let what = format!("a field of {}", record.name);
    let php_methods: Taken = languages.php.1.iter().map(|name| name.to_lowercase()).collect();
    found.look("Rust, Kotlin, Swift", "a record", record.name, &taken(TYPES));
    for field in record.fields {
        let (php, python) = (php::camel(field.name), python::attribute(field.name));
        found.look("PHP", &what, &php, &taken(&["this"]));
        if matches!(field.kind, Type::Word(_)) {
            // The method that gives the word as an enum.
            found.look("PHP", &what, &php.to_lowercase(), &php_methods);
        }
        found.look("Python", &what, &python, &languages.python.1);
        found.look("Python", &what, &python, &taken(PYTHON_TYPES));
        if record.name == "Reconciliation" {
            found.look("Python", &what, &python, &languages.python_result);
        }
        found.look("Node", &what, field.name, &taken(&["__proto__", "toJSON"]));
        // Kotlin's getter of it is Java's own getClass.
        found.look("Kotlin, Ruby", &what, field.name, &taken(RUBY));
        if secrets(record).next().is_some() {
            found.look("Swift", &what, field.name, &taken(&["description", "debug_description"]));
        }
    }
    // A map's default is made by a function of this name.
    if record.fields.iter().any(|field| matches!((field.kind, field.required), (Type::Map(_), false))) {
        record.fields.iter().for_each(|field| found.look("Python", &what, field.name, &taken(&["field"])));
    }
    found.once("PHP", &what, record.fields.iter().map(|field| php::camel(field.name)));
    found.once("Python", &what, record.fields.iter().map(|field| python::attribute(field.name)));
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use payymo_contract::schema::{TEXTS, Words, may, must};
    use payymo_contract::{Answer, OPERATIONS};

    fn languages() -> Languages {
        Languages::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).expect("the sources")
    }

    fn leaked(fields: Vec<Field>) -> &'static [Field] {
        Vec::leak(fields)
    }

    fn operation(name: &'static str, request: Vec<Field>, answer: Answer, run: Run) -> &'static Operation {
        Box::leak(Box::new(Operation { name, doc: "", request: leaked(request), answer, errors: &[], run }))
    }

    const ON_STREAM: Run = Run::Stream(|_, _| Ok(Vec::new()));
    const FUNCTION: Run = Run::Function(|_| Ok(Vec::new()));

    /// The languages that refuse an operation, each once.
    fn refusing(operation: &'static Operation) -> Vec<String> {
        let found = clashes(&languages(), &[operation]);
        assert!(found.iter().all(|clash| clash.contains(" would be named ")), "{found:?}");
        let languages: BTreeSet<&str> =
            found.iter().filter_map(|clash| clash.split_once(':')).map(|at| at.0).collect();
        languages.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn no_name_of_the_table_is_taken() {
        assert_eq!(clashes(&languages(), OPERATIONS), Vec::<String>::new());
    }

    #[test]
    fn the_sources_tell_what_is_taken() {
        let languages = languages();
        let holds = |taken: &Taken, names: &[&str]| {
            names.iter().for_each(|name| assert!(taken.contains(*name), "{name}"))
        };
        holds(&languages.php.0, &["release", "made", "asked"]);
        holds(&languages.php.1, &["fromArray", "toArray", "jsonSerialize"]);
        holds(&languages.python.0, &["release", "released", "errors", "__enter__"]);
        holds(&languages.python.1, &["to_document", "__repr__"]);
        holds(&languages.python_result, &["to_json"]);
        holds(&languages.node, &["call", "callSync", "dispose", "disposed", "errors"]);
        holds(&languages.php_classes, &["Check", "Reader", "Row"]);
        holds(&languages.python_modules, &["_handle", "_records", "__init__"]);
    }

    #[test]
    fn a_method_that_a_base_class_has() {
        let on = |name| refusing(operation(name, Vec::new(), Answer::Nothing, ON_STREAM));
        assert_eq!(on("stream.made"), ["PHP", "Rust"]);
        assert_eq!(on("stream.asked"), ["PHP"]);
        assert_eq!(on("stream.release"), ["PHP", "Python"]);
        assert_eq!(on("stream.dispose"), ["Node"]);
        assert_eq!(on("stream.errors"), ["Node", "PHP", "Python", "Rust"]);
        assert_eq!(on("stream.close"), ["Kotlin"]);
        assert_eq!(on("stream.then"), ["Node"]);
        assert_eq!(on("stream.freeze"), ["Ruby"]);
        assert_eq!(on("stream.push"), [""; 0]);
        let closes_one =
            operation("stream.close", vec![must("id", Type::Text, "")], Answer::Nothing, ON_STREAM);
        assert_eq!(refusing(closes_one), [""; 0]);
    }

    #[test]
    fn a_function_that_generated_code_calls() {
        let function = |name| refusing(operation(name, Vec::new(), Answer::Nothing, FUNCTION));
        assert_eq!(function("text.ask"), ["Python"]);
        assert_eq!(function("text.raw"), ["Python"]);
        assert_eq!(function("check.it"), ["PHP"]);
        assert_eq!(function("list.it"), ["PHP"]);
        assert_eq!(function("codes.it"), ["Node"]);
        assert_eq!(function("words.it"), ["Python"]);
        assert_eq!(function("errorCode.it"), ["PHP"]);
        assert_eq!(function("folds.it"), [""; 0]);
        let pair: [&'static Operation; 2] = ["text.read_all", "text.readAll"]
            .map(|name| operation(name, Vec::new(), Answer::Nothing, FUNCTION));
        assert_eq!(clashes(&languages(), &pair).len(), 2);
    }

    #[test]
    fn an_argument() {
        let of = |field: Field| refusing(operation("text.fold", vec![field], Answer::Nothing, FUNCTION));
        assert_eq!(of(may("signal", Type::Text, "")), ["Node"]);
        assert_eq!(of(must("signal", Type::Text, "")), [""; 0]);
        assert_eq!(of(must("options", Type::Text, "")), ["Node"]);
        assert_eq!(of(must("this", Type::Text, "")), ["PHP"]);
        assert_eq!(of(must("self", Type::Text, "")), ["Python"]);
        assert_eq!(of(must("answer", Type::Text, "")), ["PHP", "Python"]);
        assert_eq!(of(must("request", Type::Text, "")), ["Rust"]);
        assert_eq!(of(must("strict", Type::Truth, "")), ["every language"]);
        let twice = vec![must("from", Type::Text, ""), must("from_", Type::Text, "")];
        let twice = operation("text.fold", twice, Answer::Nothing, FUNCTION);
        assert_eq!(refusing(twice), ["PHP", "Python"]);
    }

    #[test]
    fn a_field_or_a_word() {
        static WORDS: Words =
            Words { name: "Enum", doc: "", list: || vec![("class", ""), ("a.b", ""), ("a_b", "")] };
        let of = |name: &'static str, fields: Vec<Field>| {
            let record: &'static Record =
                Box::leak(Box::new(Record { name, doc: "", fields: leaked(fields) }));
            let kind: &'static Type = Box::leak(Box::new(Type::Of(record)));
            refusing(operation("text.fold", Vec::new(), Answer::One(*kind), FUNCTION))
        };
        assert_eq!(of("Fold", vec![must("this", Type::Text, "")]), ["PHP"]);
        assert_eq!(of("Fold", vec![must("date", Type::Date, "")]), ["Python"]);
        assert_eq!(of("Fold", vec![must("to_document", Type::Text, "")]), ["Python"]);
        assert_eq!(of("Fold", vec![must("toJSON", Type::Text, "")]), ["Node"]);
        assert_eq!(of("Fold", vec![must("hash", Type::Text, "")]), ["Kotlin, Ruby"]);
        assert_eq!(of("List", vec![must("texts", TEXTS, "")]), ["Rust, Kotlin, Swift"]);
        assert_eq!(of("Fold", vec![must("description", Type::Text, "")]), [""; 0]);
        let secret = vec![must("description", Type::Text, ""), must("token", Type::Secret, "")];
        assert_eq!(of("Fold", secret), ["Swift"]);
        let map = vec![may("field", Type::Text, ""), may("more", Type::Map(&Type::Text), "")];
        assert_eq!(of("Fold", map), ["Python"]);
        // The words, their enum, and the method that gives one.
        assert_eq!(of("Fold", vec![must("to_array", Type::Word(&WORDS), "")]), ["PHP"]);
        let found = clashes(
            &languages(),
            &[operation("text.fold", Vec::new(), Answer::One(Type::Word(&WORDS)), FUNCTION)],
        );
        assert_eq!(found.len(), 3, "{found:?}");
    }
}

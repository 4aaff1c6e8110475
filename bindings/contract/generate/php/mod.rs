//! The PHP package: a class for each record, an enum for each list of words, a class for each area, the codes of errors.
//!
//! # Design
//! Records stand in `Payymo\Model`, words in `Payymo\Enum`, areas in `Payymo` itself, because an area and a record may have
//! one name (`Reference`). A word is a string wherever it stands, so that a word of a later version breaks nothing; the
//! method of the same name gives the enum, or null for a word that this version does not know. Money is a string;
//! constructors take it untyped, because PHP would turn a float into a string in silence.

mod areas;
mod codes;
mod name;
mod records;
mod table;
mod take;
mod text;
mod words;

pub use name::{camel, pascal};

use crate::File;
use payymo_contract::OPERATIONS;
use payymo_contract::Shapes;
use payymo_contract::operations::AREAS;

/// Where the package is.
const PACKAGE: &str = "bindings/php";

/// All files.
pub fn files() -> Vec<File> {
    let shapes = Shapes::of(OPERATIONS);
    let mut files = Vec::new();
    for record in &shapes.records {
        files.push(file(&format!("src/Model/{}.php", name::class(record.name)), records::class(record)));
    }
    for words in &shapes.words {
        files.push(file(&format!("src/Enum/{}.php", words.name), words::class(words)));
    }
    for (area, doc) in AREAS {
        files.push(file(&format!("src/{}.php", name::pascal(area)), areas::class(area, doc)));
    }
    files.push(file("src/ErrorCode.php", codes::class()));
    for family in codes::families() {
        files.push(file(&format!("src/Exception/{family}Exception.php"), codes::exception(&family)));
    }
    files.push(file("tests/Support/Operations.php", table::class(&shapes)));
    files
}

fn file(path: &str, content: String) -> File {
    // The process ends when the files are written.
    (String::leak(format!("{PACKAGE}/{path}")), content)
}

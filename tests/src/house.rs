//! The library's source as a graph: which file knows which, so that a test can hold the house to its floors.
//!
//! It reads text and needs no compiler: comments, strings and test modules are cut out, every path that starts with
//! `crate`, `super`, `self` or the name of a child module is followed, through re-exports, to the file that defines what
//! it names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A file of the library.
#[derive(Debug)]
pub struct File {
    /// Its path below `src`.
    pub path: String,
    /// Its module path without the crate: `["format", "csv", "words"]`.
    pub module: Vec<String>,
    /// Its text without comments, strings and test modules.
    pub code: String,
}

/// All files below a `src` folder, test files left out.
pub fn files(src: &Path) -> Vec<File> {
    let mut files = Vec::new();
    for path in crate::shared::files(src) {
        let name = path.strip_prefix(src).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let Some(stem) = name.strip_suffix(".rs") else { continue };
        if stem.ends_with("tests") || stem.split('/').any(|part| part == "tests") {
            continue;
        }
        let mut module: Vec<String> = stem.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        files.push(File { path: name, module, code: code(&text) });
    }
    files
}

/// Which file knows which, by path.
pub fn graph(files: &[File]) -> BTreeMap<&str, BTreeSet<&str>> {
    let by_module: BTreeMap<&[String], &File> =
        files.iter().map(|file| (file.module.as_slice(), file)).collect();
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        let known = graph.entry(&file.path).or_default();
        for path in paths(file, &by_module) {
            if let Some(target) = resolve(&path, &by_module, 0).filter(|target| target.path != file.path) {
                known.insert(&target.path);
            }
        }
    }
    graph
}

/// Circles: the largest sets of files of which each knows, over others of the set, every other.
pub fn circles<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<Vec<&'a str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (*file, reached(graph, file))).collect();
    let mut circles = BTreeSet::new();
    for (file, from_here) in &reach {
        if from_here.contains(file) {
            circles.insert(from_here.iter().filter(|other| reach[**other].contains(file)).copied().collect());
        }
    }
    circles
}

fn reached<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>, start: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = vec![start];
    while let Some(file) = open.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if seen.insert(*next) {
                open.push(next);
            }
        }
    }
    seen
}

/// Absolute paths (without the crate) that a file names.
fn paths(file: &File, by_module: &BTreeMap<&[String], &File>) -> Vec<Vec<String>> {
    let words = words(&file.code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let first = words[at].as_str();
        let inside = at > 0 && words[at - 1] == "::";
        let child = || {
            let mut path = file.module.clone();
            path.push(first.to_owned());
            by_module.contains_key(path.as_slice())
        };
        let followed = words.get(at + 1).is_some_and(|word| word == "::");
        let start = match first {
            _ if inside || !followed => None,
            "crate" => Some(Vec::new()),
            "super" => Some(file.module[..file.module.len().saturating_sub(1)].to_vec()),
            "self" => Some(file.module.clone()),
            _ if child() => Some([file.module.as_slice(), &[first.to_owned()]].concat()),
            _ => None,
        };
        match start {
            Some(start) => at = tree(&words, at + 2, start, &mut found),
            None => at += 1,
        }
    }
    found
}

/// Follows `a::{b, c::d}` from a word on; gives the word after it.
fn tree(words: &[String], mut at: usize, mut path: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "{" => {
                at += 1;
                while let Some(word) = words.get(at) {
                    match word.as_str() {
                        "}" => return at + 1,
                        "," => at += 1,
                        _ => at = tree(words, at, path.clone(), found),
                    }
                }
                return at;
            }
            "super" => {
                path.pop();
            }
            "self" => {}
            "*" => {
                found.push(path);
                return at + 1;
            }
            name if name.starts_with(|first: char| first.is_alphabetic() || first == '_') => {
                path.push(name.to_owned());
            }
            _ => break,
        }
        at += 1;
        if words.get(at).is_some_and(|word| word == "::") {
            at += 1;
            continue;
        }
        if words.get(at).is_some_and(|word| word == "as") {
            at += 2;
        }
        break;
    }
    found.push(path);
    at
}

/// The file that defines what a path names: the deepest module of it, or where that module re-exports the name from.
fn resolve<'a>(path: &[String], by_module: &BTreeMap<&[String], &'a File>, depth: u8) -> Option<&'a File> {
    let length = (0..=path.len()).rev().find(|length| by_module.contains_key(&path[..*length]))?;
    let file = by_module[&path[..length]];
    let Some(name) = path.get(length).filter(|_| depth < 8) else { return Some(file) };
    let words = words(&file.code);
    let mut at = 0;
    while at < words.len() {
        if words[at] != "use" {
            at += 1;
            continue;
        }
        let mut found = Vec::new();
        let first = words.get(at + 1).map_or("", String::as_str);
        let start = match first {
            "crate" => Some((Vec::new(), at + 3)),
            "super" => Some((file.module[..file.module.len().saturating_sub(1)].to_vec(), at + 3)),
            "self" => Some((file.module.clone(), at + 3)),
            _ => Some((file.module.clone(), at + 1)),
        };
        at += 1;
        if let Some((start, from)) = start {
            tree(&words, from, start, &mut found);
        }
        let from = found.into_iter().find(|found| found.last() == Some(name) && found.as_slice() != path);
        if let Some(from) = from {
            let inside = (1..=from.len()).any(|length| by_module.contains_key(&from[..length]));
            return if inside { resolve(&from, by_module, depth + 1) } else { None };
        }
    }
    Some(file)
}

/// Words and marks; `::` is one.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(first) = chars.next() {
        if first.is_alphanumeric() || first == '_' {
            let mut word = String::from(first);
            while let Some(next) = chars.next_if(|next| next.is_alphanumeric() || *next == '_') {
                word.push(next);
            }
            words.push(word);
        } else if first == ':' && chars.next_if_eq(&':').is_some() {
            words.push("::".to_owned());
        } else if !first.is_whitespace() {
            words.push(first.to_string());
        }
    }
    words
}

/// The text without comments, strings, characters and what stands under `#[cfg(test)]`.
fn code(text: &str) -> String {
    let plain = without_text(text);
    let mut code = String::new();
    let mut rest = plain.as_str();
    while let Some(at) = rest.find("#[cfg(test)]") {
        code.push_str(&rest[..at]);
        rest = skip_item(&rest[at + "#[cfg(test)]".len()..]);
    }
    code + rest
}

/// After the item that starts here: its `;`, or its closing brace.
fn skip_item(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            ';' if depth == 0 => return &text[at + 1..],
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return &text[at + 1..];
                }
            }
            _ => {}
        }
    }
    ""
}

fn without_text(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    let mut at = 0;
    let looking =
        |at: usize, mark: &str| mark.chars().enumerate().all(|(n, c)| chars.get(at + n) == Some(&c));
    while at < chars.len() {
        if looking(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if looking(at, "/*") {
            while at < chars.len() && !looking(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if let Some(hashes) = raw_string(&chars, at) {
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            at += 2 + hashes;
            while at < chars.len() && !looking(at, &end) {
                at += 1;
            }
            at += end.len();
            plain.push_str("\"\"");
        } else if chars[at] == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
            plain.push_str("\"\"");
        } else if chars[at] == '\'' && (chars.get(at + 1) == Some(&'\\') || chars.get(at + 2) == Some(&'\''))
        {
            at += if chars.get(at + 1) == Some(&'\\') { 3 } else { 2 };
            while at < chars.len() && chars[at] != '\'' {
                at += 1;
            }
            at += 1;
            plain.push_str("' '");
        } else {
            plain.push(chars[at]);
            at += 1;
        }
    }
    plain
}

/// How many hashes a raw string has that starts here.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    let inside = before.is_some_and(|c| (c.is_alphanumeric() && *c != 'b') || *c == '_');
    if chars.get(at) != Some(&'r') || inside {
        return None;
    }
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, module: &[&str], text: &str) -> File {
        let module = module.iter().map(|part| (*part).to_owned()).collect();
        File { path: path.to_owned(), module, code: code(text) }
    }

    #[test]
    fn text_is_cut_out() {
        let text = "a // use crate::x;\nr#\"use \"crate::y\"# '\\'' \"\\\"crate::z\" 'a b<'b> #[cfg(test)] mod t { use w; { } } c";
        let plain = code(text);
        assert!(!plain.contains("crate"), "{plain}");
        assert!(!plain.contains("use"), "{plain}");
        assert!(plain.contains("'a b<'b>") && plain.ends_with(" c"), "{plain}");
    }

    #[test]
    fn imports_are_followed_through_re_exports() {
        let files = [
            file("lib.rs", &[], "pub mod a; pub mod b; pub use a::Thing;"),
            file("a/mod.rs", &["a"], "mod x; pub use x::Thing; fn f() { x::go(); }"),
            file("a/x.rs", &["a", "x"], "use crate::b::{self, Other as O}; pub struct Thing; pub fn go() {}"),
            file("b.rs", &["b"], "use crate::Thing; use std::fmt; struct Other;"),
        ];
        let graph = graph(&files);
        assert_eq!(graph["b.rs"], BTreeSet::from(["a/x.rs"]));
        assert_eq!(graph["a/x.rs"], BTreeSet::from(["b.rs"]));
        assert_eq!(graph["a/mod.rs"], BTreeSet::from(["a/x.rs"]));
        assert_eq!(circles(&graph), BTreeSet::from([vec!["a/x.rs", "b.rs"]]));
    }
}

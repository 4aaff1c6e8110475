//! Names of several people: `A & B SMITH`, `Herr A oder Frau B`.

use super::tokens::Words;
use super::word_class::Class;

/// The tokens of each holder where the words are two or more people; else nothing.
///
/// A holder with a single word shares the surname of the last one: `A & B SMITH` is `A SMITH` and `B SMITH`.
pub(super) fn holders(words: &Words) -> Vec<Vec<String>> {
    let Words { folded, list: words } = words;
    if !words.iter().any(|word| word.and || word.is(Class::CONNECTOR)) {
        return Vec::new();
    }
    let mut holders: Vec<Vec<String>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let inside = at > 0 && at + 1 < words.len();
        // One letter may be an initial: only between two longer names does it join.
        let joins = inside
            && word.is(Class::CONNECTOR)
            && (word.len() > 1 || holders.last().is_some_and(|holder| holder.len() > 1));
        if word.and || joins {
            holders.push(Vec::new());
        }
        if !joins && let Some(holder) = holders.last_mut() {
            holder.push(word.text(folded).to_owned());
        }
    }
    if !(2..=4).contains(&holders.len()) {
        return Vec::new();
    }
    let surname = holders.last().filter(|last| last.len() > 1).and_then(|last| last.last()).cloned();
    if let Some(surname) = surname {
        for holder in &mut holders {
            if holder.len() == 1 {
                holder.push(surname.clone());
            }
        }
    }
    let people = holders.iter().all(|holder| {
        (2..=4).contains(&holder.len()) && holder.iter().all(|word| word.chars().all(char::is_alphabetic))
    });
    if people { holders } else { Vec::new() }
}

//! A provider's own keys of a row.

use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;

/// Keys and their texts, in the order of the keys. A row has few of them or none: they lie side by side.
///
/// ```
/// let mut metadata = payymo::model::Metadata::default();
/// metadata.insert("purpose_code", "SALA".to_owned());
/// assert_eq!(metadata.get("purpose_code"), Some("SALA"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Metadata(Vec<(Cow<'static, str>, String)>);

impl Metadata {
    /// Sets the text of a key; answers the one that it had.
    pub fn insert(&mut self, key: impl Into<Cow<'static, str>>, text: String) -> Option<String> {
        let key = key.into();
        match self.find(&key) {
            Ok(at) => self.0.get_mut(at).map(|entry| core::mem::replace(&mut entry.1, text)),
            Err(at) => {
                // Most rows that have one have that one alone.
                if self.0.is_empty() {
                    self.0.reserve_exact(1);
                }
                self.0.insert(at, (key, text));
                None
            }
        }
    }

    /// Sets the text of a key that has none.
    pub fn add(&mut self, key: impl Into<Cow<'static, str>>, text: impl Into<String>) {
        let key = key.into();
        if self.find(&key).is_err() {
            self.insert(key, text.into());
        }
    }

    /// Takes a key out; answers its text.
    pub fn remove(&mut self, key: &str) -> Option<String> {
        self.find(key).ok().map(|at| self.0.remove(at).1)
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|entry| entry.1.as_str())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Keys and texts, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_ref(), text.as_str()))
    }

    /// Texts, in the order of the keys.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|entry| entry.1.as_str())
    }

    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|entry| entry.0.as_ref().cmp(key))
    }
}

/// The text of a key that there is, for tests.
///
/// # Panics
/// Where there is no such key.
#[cfg(test)]
impl core::ops::Index<&str> for Metadata {
    type Output = String;

    fn index(&self, key: &str) -> &String {
        let at = self.find(key).unwrap_or_else(|_| panic!("no key {key:?}"));
        &self.0[at].1
    }
}

impl IntoIterator for Metadata {
    type Item = (Cow<'static, str>, String);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The last text of a key holds.
impl<K: Into<Cow<'static, str>>> FromIterator<(K, String)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, String)>>(entries: I) -> Self {
        let mut metadata = Metadata::default();
        metadata.extend(entries);
        metadata
    }
}

impl<K: Into<Cow<'static, str>>> Extend<(K, String)> for Metadata {
    fn extend<I: IntoIterator<Item = (K, String)>>(&mut self, entries: I) {
        for (key, text) in entries {
            self.insert(key, text);
        }
    }
}

/// Texts may be a person's: the keys are shown.
impl core::fmt::Debug for Metadata {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|entry| &entry.0)).finish()
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, text) in self.iter() {
            map.serialize_entry(key, text)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_the_last_text_holds() {
        let entries = [("b", "1"), ("a", "2"), ("b", "3")].map(|(key, text)| (key, text.to_owned()));
        let metadata: Metadata = entries.into_iter().collect();
        assert_eq!(serde_json::to_string(&metadata).unwrap(), r#"{"a":"2","b":"3"}"#);
        assert_eq!((metadata.len(), metadata.get("c")), (2, None));
        let mut more = metadata.clone();
        more.add("a", "4");
        more.add("c", "5");
        assert_eq!(
            (more.remove("b").as_deref(), more.values().collect::<Vec<_>>()),
            (Some("3"), vec!["2", "5"])
        );
        assert_eq!(format!("{metadata:?}"), r#"["a", "b"]"#);
    }
}

//! Names as channels print them, and which customers a reader can take such a name for.

use super::book::{Channel, Client};
use super::names::{Who, ascii, key};
use crate::Random;
use std::collections::{BTreeMap, BTreeSet};

/// Which customers fit a name.
pub(super) struct Directory {
    exact: BTreeMap<String, Vec<usize>>,
    /// Names as they are written, folded, for those that are cut.
    starts: BTreeSet<(String, usize)>,
}

impl Directory {
    pub(super) fn new(clients: &[Client]) -> Self {
        let mut directory = Directory { exact: BTreeMap::new(), starts: BTreeSet::new() };
        for (at, client) in clients.iter().enumerate() {
            directory.put(at, key(&client.who.listed()));
            directory.starts.insert((flat(&client.who.listed()), at));
            if let Some(company) = &client.who.company {
                directory.put(at, key(&company.core));
                directory.put(at, normal_form(&client.who));
            }
            if client.who.company.is_none() || client.contact_listed {
                directory.put(at, key(&client.who.person()));
                directory.put(at, initial(&client.who));
                directory.put(at, family(&client.who));
                directory.starts.insert((flat(&client.who.person()), at));
            }
        }
        directory
    }

    fn put(&mut self, at: usize, key: String) {
        let list = self.exact.entry(key).or_default();
        if list.last() != Some(&at) {
            list.push(at);
        }
    }

    fn exact(&self, key: &str) -> Vec<usize> {
        self.exact.get(key).cloned().unwrap_or_default()
    }

    /// Who fits a name that is written out, if anybody.
    pub(super) fn whole(&self, name: &str) -> Vec<usize> {
        self.exact(&key(name))
    }

    /// Who fits the beginning of a name; fewer than six letters fit nobody.
    pub(super) fn cut(&self, name: &str) -> Vec<usize> {
        let start = flat(name);
        if start.len() < 6 {
            return Vec::new();
        }
        let mut list: Vec<usize> = self
            .starts
            .range((start.clone(), 0)..)
            .take_while(|row| row.0.starts_with(&start))
            .map(|row| row.1)
            .collect();
        list.sort_unstable();
        list.dedup();
        list
    }
}

fn flat(name: &str) -> String {
    ascii(name).to_lowercase()
}

fn initial(who: &Who) -> String {
    format!("i:{} {}", &ascii(who.given)[..1], key(who.family))
}

fn family(who: &Who) -> String {
    format!("f:{}", key(who.family))
}

/// `Limited` and `Ltd` are one form.
fn normal_form(who: &Who) -> String {
    key(&who.listed().replace("Limited", "Ltd").replace("Ltd.", "Ltd"))
}

/// A name as it is printed, and the customers whom it fits.
pub(super) fn print(
    random: &mut Random,
    directory: &Directory,
    who: &Who,
    person: bool,
    channel: Channel,
) -> (String, Vec<usize>) {
    let (mut name, mut fits) = match &who.company {
        Some(company) if !person => match random.below(20) {
            0..=5 => (company.core.clone(), directory.whole(&company.core)),
            6 | 7 => {
                let other = who.listed().replace("Limited", "LTD").replace("Ltd.", "Limited");
                (other, directory.exact(&normal_form(who)))
            }
            8 => (company.core.replace(' ', ""), directory.whole(&company.core)),
            _ => (who.listed(), directory.whole(&who.listed())),
        },
        _ => written_person(random, directory, who),
    };
    if random.chance(25) {
        name = slip(random, &name);
    }
    let width = match channel {
        Channel::Bacs => 18,
        Channel::GoCardless | Channel::Fps => 35,
        Channel::Bare => 22,
        _ => 70,
    };
    if matches!(channel, Channel::Bacs | Channel::GoCardless | Channel::Bare)
        || (channel == Channel::Fps && random.chance(550))
    {
        name = ascii(&name).to_uppercase();
    } else if random.chance(150) {
        name = ascii(&name);
    }
    if name.chars().count() > width {
        name = name.chars().take(width).collect::<String>().trim_end().to_owned();
        fits = if fits.is_empty() { fits } else { directory.cut(&name) };
    }
    (name, fits)
}

fn written_person(random: &mut Random, directory: &Directory, who: &Who) -> (String, Vec<usize>) {
    let (given, family_name) = (who.given, who.family);
    let first: String = given.chars().take(1).collect();
    let whole = || directory.whole(&who.person());
    let initials = || directory.exact(&initial(who));
    match random.below(20) {
        0..=8 => (who.person(), whole()),
        9 | 10 => (format!("{family_name} {given}"), whole()),
        11 | 12 => (format!("{first} {family_name}"), initials()),
        13 | 14 => (format!("{family_name} {first}"), initials()),
        15 => (format!("{} {first} {family_name}", random.pick(&["Mr", "Mrs", "Ms", "Dr"])), initials()),
        16 => (format!("{given} {}. {family_name}", random.pick(&["A", "B", "J", "M", "R"])), whole()),
        17 => (format!("{family_name}, {given}"), whole()),
        18 => (family_name.to_owned(), directory.exact(&family(who))),
        _ => (format!("{} {given} {family_name}", random.pick(&["Mr", "Mrs", "Miss", "Herr"])), whole()),
    }
}

/// One letter lost, doubled or exchanged.
fn slip(random: &mut Random, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len().saturating_sub(2).max(1) as u64) as usize;
    if at + 1 < letters.len() {
        match random.below(3) {
            0 => {
                letters.remove(at);
            }
            1 => letters.insert(at, letters[at]),
            _ => letters.swap(at, at + 1),
        }
    }
    letters.into_iter().collect()
}

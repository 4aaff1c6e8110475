//! Members, their families and firms.

use super::names::{BRANDS, FORMS, ITALY, Names, POLAND, PORTUGAL, SPAIN, TRADES};
use crate::Random;

/// Where somebody lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Land {
    Es,
    It,
    Pl,
    Pt,
}

impl Land {
    pub const ALL: [Land; 4] = [Land::Es, Land::It, Land::Pl, Land::Pt];

    pub fn code(self) -> &'static str {
        ["ES", "IT", "PL", "PT"][self as usize]
    }

    fn names(self) -> &'static Names {
        [&SPAIN, &ITALY, &POLAND, &PORTUGAL][self as usize]
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub land: Land,
    pub given: String,
    /// Two in Spain and Portugal.
    pub surnames: Vec<String>,
    pub woman: bool,
}

/// Who a customer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Person(Person),
    /// Without its form, and the form.
    Company(String, &'static str),
}

fn word(random: &mut Random, text: &'static str) -> &'static str {
    let count = text.split_whitespace().count() as u64;
    text.split_whitespace().nth(random.below(count) as usize).unwrap_or_default()
}

fn surname(random: &mut Random, land: Land) -> String {
    let names = land.names();
    let rare = match land {
        Land::Es => 60,
        Land::Pt => 60,
        Land::It => 480,
        Land::Pl => 620,
    };
    if random.chance(rare) {
        format!("{}{}", word(random, names.stems), word(random, names.ends))
    } else {
        word(random, names.common).to_owned()
    }
}

fn given(random: &mut Random, land: Land, woman: bool) -> String {
    let names = land.names();
    let list = if woman { names.women } else { names.men };
    let first = word(random, list);
    let second = match land {
        Land::Es => 220,
        Land::Pt => 350,
        Land::It => 100,
        Land::Pl => 60,
    };
    if random.chance(second) {
        let more = word(random, list);
        if more != first {
            return format!("{first} {more}");
        }
    }
    first.to_owned()
}

pub fn person(random: &mut Random, land: Land) -> Person {
    let woman = random.chance(500);
    let mut surnames = vec![surname(random, land)];
    if matches!(land, Land::Es | Land::Pt) {
        let second = surname(random, land);
        let second = if land == Land::Pt && random.chance(200) {
            format!("{} {second}", random.pick(&["da", "dos", "de"]))
        } else {
            second
        };
        surnames.push(second);
    } else if land == Land::Pl && woman && random.chance(90) {
        let second = surname(random, land);
        surnames[0] = format!("{}-{second}", surnames[0]);
    }
    Person { land, given: given(random, land, woman), surnames, woman }
}

impl Person {
    /// The surnames as this person bears them: of Polish women in their own form.
    pub fn family(&self) -> String {
        let own = self.surnames.join(" ");
        if self.land != Land::Pl || !self.woman {
            return own;
        }
        own.split('-')
            .map(|part| match part.strip_suffix("ki") {
                Some(stem) if part.ends_with("ski") || part.ends_with("cki") => format!("{stem}ka"),
                _ => part.to_owned(),
            })
            .collect::<Vec<_>>()
            .join("-")
    }

    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family())
    }

    /// The first given name and the surname that goes with it: in Spain the first, in Portugal the last.
    pub fn short(&self) -> String {
        let first = self.given.split(' ').next().unwrap_or_default();
        let family = self.family();
        match self.land {
            Land::Es => format!("{first} {}", self.surnames[0]),
            Land::Pt => format!("{first} {}", family.rsplit(' ').next().unwrap_or_default()),
            _ => format!("{first} {family}"),
        }
    }

    /// A parent: in Spain of the father the first surname, of the mother the second; elsewhere the father's.
    pub fn parent(&self, random: &mut Random) -> Person {
        let mut parent = person(random, self.land);
        match (self.land, parent.woman) {
            (Land::Es, true) => parent.surnames[0] = self.surnames[1].clone(),
            (Land::Es, false) => parent.surnames[0] = self.surnames[0].clone(),
            (Land::Pt, _) => parent.surnames[1] = self.surnames[1].clone(),
            (Land::It, true) if random.chance(600) => {}
            _ => parent.surnames = self.surnames.clone(),
        }
        parent
    }

    /// A brother or a sister.
    pub fn sibling(&self, random: &mut Random) -> Person {
        Person { surnames: self.surnames.clone(), ..person(random, self.land) }
    }
}

pub fn company(random: &mut Random, land: Land) -> Name {
    let at = land as usize;
    let trade = word(random, TRADES[at]);
    let core = match random.below(4) {
        0 => format!("{trade} {}", word(random, BRANDS)),
        1 => format!("{trade} {}", surname(random, land)),
        2 => format!("{} y {}", surname(random, land), surname(random, land))
            .replace(" y ", [" y ", " e ", " i ", " e "][at]),
        _ => format!("{} {}", word(random, BRANDS), surname(random, land)),
    };
    Name::Company(core, random.pick::<&str>(FORMS[at]))
}

impl Name {
    /// As the host lists it.
    pub fn listed(&self) -> String {
        match self {
            Name::Person(person) => person.full(),
            Name::Company(core, form) => format!("{core} {form}"),
        }
    }

    /// What a reader keeps of it.
    pub fn bare(&self) -> String {
        match self {
            Name::Person(person) => person.full(),
            Name::Company(core, _) => core.clone(),
        }
    }
}

/// Letters without their marks, as banks of these countries send them.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ã' | 'ą' => 'a',
            'Á' | 'À' | 'Â' | 'Ã' | 'Ą' => 'A',
            'é' | 'è' | 'ê' | 'ę' => 'e',
            'É' | 'È' | 'Ê' | 'Ę' => 'E',
            'í' | 'ì' => 'i',
            'Í' | 'Ì' => 'I',
            'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'Ó' | 'Ò' | 'Ô' | 'Õ' => 'O',
            'ú' | 'ù' | 'ü' => 'u',
            'Ú' | 'Ù' | 'Ü' => 'U',
            'ñ' | 'ń' => 'n',
            'Ñ' | 'Ń' => 'N',
            'ç' | 'ć' => 'c',
            'Ç' | 'Ć' => 'C',
            'ł' => 'l',
            'Ł' => 'L',
            'ś' => 's',
            'Ś' => 'S',
            'ż' | 'ź' => 'z',
            'Ż' | 'Ź' => 'Z',
            'º' => 'o',
            'ª' => 'a',
            c => c,
        })
        .collect()
}

/// The key under which a reader finds a name.
pub fn key(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn two_thousand_people_have_few_namesakes() {
        for land in Land::ALL {
            let mut random = Random::new(land as u64);
            let all: Vec<String> = (0..2_000).map(|_| person(&mut random, land).full()).collect();
            let different: BTreeSet<&String> = all.iter().collect();
            assert!(different.len() > 1_900, "{land:?}: {}", different.len());
        }
    }

    #[test]
    fn the_lists_are_long() {
        let count = |text: &str| text.split_whitespace().collect::<BTreeSet<_>>().len();
        for land in Land::ALL {
            let names = land.names();
            let all = count(names.women) + count(names.men) + count(names.common);
            assert!(all + count(names.stems) * count(names.ends) >= 300, "{land:?}: {all}");
        }
    }

    #[test]
    fn polish_women_have_their_own_form() {
        let person = Person {
            land: Land::Pl,
            given: "Anna".to_owned(),
            surnames: vec!["Kamiński-Nowak".to_owned()],
            woman: true,
        };
        assert_eq!(person.full(), "Anna Kamińska-Nowak");
        assert_eq!(key("Łucja Żak"), "lucjazak");
    }
}

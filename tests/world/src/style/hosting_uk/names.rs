//! People and small companies as a British host sees them. Common given names and family names are combined at
//! random; family names repeat, so that namesakes happen.

use crate::Random;

const GIVEN: &[&str] = &[
    "James",
    "Oliver",
    "Thomas",
    "George",
    "Harry",
    "William",
    "Daniel",
    "Paul",
    "Mark",
    "Simon",
    "Emma",
    "Sarah",
    "Lucy",
    "Claire",
    "Helen",
    "Rachel",
    "Rebecca",
    "Siân",
    "Niamh",
    "Seán",
    "Ciarán",
    "Aoife",
    "Piotr",
    "Agnieszka",
    "Łukasz",
    "Małgorzata",
    "Paweł",
    "Jürgen",
    "Anna",
    "Käthe",
    "Stefan",
    "François",
    "Hélène",
    "Chloé",
    "Luc",
    "José",
    "María",
    "Inés",
    "Jorge",
    "Giulia",
    "Marco",
    "Nicolò",
    "Amit",
    "Priya",
    "Rajesh",
    "Deepak",
    "Chinedu",
    "Ngozi",
    "Emeka",
    "Mehmet",
    "Ayşe",
    "Çağlar",
    "Bjørn",
    "Åsa",
    "Søren",
    "Ingrid",
    "Wei",
    "Li",
    "Yuki",
    "Mohammed",
    "Fatima",
    "Ahmed",
    "Zoë",
    "Tomáš",
    "Zuzana",
    "Ioana",
    "Andrei",
    "Anne-Marie",
    "Jean-Paul",
    "Eleni",
];

const FAMILY: &[&str] = &[
    "Smith",
    "Jones",
    "Taylor",
    "Brown",
    "Williams",
    "Wilson",
    "Johnson",
    "Davies",
    "Patel",
    "Evans",
    "Thomas",
    "Roberts",
    "Green",
    "Hall",
    "Wood",
    "Harris",
    "Clarke",
    "Jackson",
    "O'Brien",
    "O'Neill",
    "Murphy",
    "Byrne",
    "McDonald",
    "MacLeod",
    "Fitzgerald",
    "Hughes-Jones",
    "Ashworth",
    "Bickerstaff",
    "Cholmondeley",
    "Thistlethwaite",
    "Ravenscroft",
    "Kowalski",
    "Nowak",
    "Wiśniewska",
    "Dąbrowski",
    "Zieliński",
    "Müller",
    "Schröder",
    "Weiß",
    "Köhler",
    "Dubois",
    "Lefèvre",
    "Moreau",
    "García",
    "Fernández",
    "Muñoz",
    "Rossi",
    "Esposito",
    "De Luca",
    "van der Berg",
    "de Vries",
    "Jansen",
    "Sharma",
    "Singh",
    "Gupta",
    "Iyer",
    "Okafor",
    "Adeyemi",
    "Nwosu",
    "Yılmaz",
    "Şahin",
    "Hansen",
    "Sørensen",
    "Lindström",
    "Åkesson",
    "Chen",
    "Wang",
    "Tanaka",
    "Khan",
    "Hussain",
    "Novák",
    "Dvořák",
    "Popescu",
    "Ionescu",
    "Papadopoulos",
    "Horváth",
    "Szabó",
    "Petrov",
    "Ivanova",
    "Silva",
    "Gonçalves",
    "Begum",
    "Ali",
    "Osei",
    "Mensah",
];

const START: &[&str] = &[
    "Bright", "North", "Oak", "Silver", "Blue", "Red", "Pixel", "Cloud", "Harbour", "Green", "High", "Stone",
    "River", "Copper", "Fox", "Raven", "Kestrel", "Willow", "Iron", "Moor", "Ash", "Elm", "Tri", "Omni",
    "Neo", "Vel", "Quor", "Zan", "Bel", "Cor", "Dun", "Fen", "Gal", "Hex", "Kel", "Lum", "Mar", "Nor", "Pen",
    "Tre",
];

const END: &[&str] = &[
    "wood", "field", "stone", "bridge", "gate", "wave", "light", "path", "leaf", "hill", "byte", "spark",
    "nest", "works", "craft", "ley", "ton", "wick", "mere", "dale", "ora", "ix", "ano", "eto", "ium",
    "vance",
];

const TRADE: &[&str] = &[
    "Design",
    "Media",
    "Consulting",
    "Photography",
    "Plumbing",
    "Solutions",
    "Digital",
    "Joinery",
    "Dental",
    "Physio",
    "Legal",
    "Accounting",
    "Bakery",
    "Travel",
    "Fitness",
    "Garden Services",
    "Web",
    "Studios",
    "Trading",
    "Electrical",
    "Motors",
    "Property",
    "Recruitment",
    "Systems",
    "Interiors",
    "Catering",
    "Events",
];

const FORMS: &[&str] = &[
    "Ltd",
    "Ltd",
    "Ltd",
    "Ltd",
    "Limited",
    "Limited",
    "LLP",
    "PLC",
    "CIC",
    "GmbH",
    "B.V.",
    "SARL",
    "S.L.",
    "S.r.l.",
    "Sp. z o.o.",
    "ApS",
    "Ltd.",
];

/// Who a customer is.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    pub(super) company: Option<Company>,
}

#[derive(Clone, Debug)]
pub(super) struct Company {
    pub(super) core: String,
    pub(super) form: &'static str,
}

impl Who {
    pub(super) fn invent(random: &mut Random, company: bool) -> Self {
        let family = family(random);
        let company = company.then(|| {
            let core = match random.below(10) {
                0 => format!("{family} & Sons"),
                1 => format!("{family} {}", random.pick(TRADE)),
                2 => format!("{} {}", place(random), random.pick(TRADE)),
                3 | 4 => place(random),
                5 => format!("The {} {}", place(random), random.pick(TRADE)),
                _ => format!("{}{} {}", random.pick(START), random.pick(END), random.pick(TRADE)),
            };
            Company { core, form: random.pick::<&str>(FORMS) }
        });
        Who { given: random.pick::<&str>(GIVEN), family, company }
    }

    pub(super) fn person(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// As the host lists it.
    pub(super) fn listed(&self) -> String {
        match &self.company {
            Some(company) => format!("{} {}", company.core, company.form),
            None => self.person(),
        }
    }
}

/// Earlier names of the list are more frequent, as in life.
fn family(random: &mut Random) -> &'static str {
    let bound = FAMILY.len() as u64;
    let at = if random.chance(350) { random.below(16) } else { random.below(bound) };
    FAMILY[at as usize]
}

pub(super) fn place(random: &mut Random) -> String {
    format!("{}{}", random.pick(START), random.pick(END))
}

/// A given name of somebody else in the family or at the office.
pub(super) fn other_given(random: &mut Random, not: &str) -> &'static str {
    loop {
        let given = random.pick(GIVEN);
        if *given != not {
            return given;
        }
    }
}

/// Lower case, no diacritics, letters and digits in words, in order of the alphabet: what a reader compares.
pub(super) fn key(name: &str) -> String {
    let plain = ascii(name).to_lowercase();
    let mut words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Without diacritics, as the old systems of banks print.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ß' => out.push_str("ss"),
            'Ł' => out.push('L'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'ı' => out.push('i'),
            'á' | 'à' | 'â' | 'ä' | 'ą' | 'å' => out.push('a'),
            'Å' => out.push('A'),
            'é' | 'è' | 'ë' | 'ę' => out.push('e'),
            'í' => out.push('i'),
            'ó' | 'ò' | 'ö' => out.push('o'),
            'ú' | 'ü' => out.push('u'),
            'ç' => out.push('c'),
            'Ç' => out.push('C'),
            'ś' | 'ş' | 'š' => out.push('s'),
            'Ś' | 'Ş' => out.push('S'),
            'ñ' | 'ń' => out.push('n'),
            'ğ' => out.push('g'),
            'ř' => out.push('r'),
            'ź' | 'ż' => out.push('z'),
            'ã' => out.push('a'),
            other if other.is_ascii() => out.push(other),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_loses_a_letter() {
        for name in GIVEN.iter().chain(FAMILY) {
            assert!(ascii(name).chars().count() >= name.chars().count(), "{name}");
        }
    }

    #[test]
    fn order_and_case_do_not_count() {
        assert_eq!(key("DVORAK Tomáš"), key("Tomas Dvořák"));
    }
}

//! Companies, trade names and persons of North America and Australia, with a few in Europe.

use crate::Random;

/// Where a customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Land {
    Us,
    Ca,
    Au,
    Eu,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub first: String,
    pub middle: Option<char>,
    pub last: String,
    pub suffix: Option<&'static str>,
}

/// Who a customer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Person(Person),
    /// The legal name without its form, the form, the name over the door.
    Company {
        core: String,
        form: &'static str,
        trade: Option<String>,
    },
}

const FIRST: &[&str] = &[
    "James",
    "Mary",
    "Robert",
    "Patricia",
    "John",
    "Jennifer",
    "Michael",
    "Linda",
    "David",
    "Elizabeth",
    "William",
    "Barbara",
    "Richard",
    "Susan",
    "Joseph",
    "Jessica",
    "Thomas",
    "Karen",
    "Carlos",
    "Lisa",
    "Daniel",
    "Nancy",
    "Matthew",
    "Sandra",
    "Anthony",
    "Ashley",
    "Mark",
    "Emily",
    "Steven",
    "Kimberly",
    "Wei",
    "Priya",
    "Jamal",
    "Guadalupe",
    "Mary-Kate",
    "Jean-Luc",
    "Deshawn",
    "Siobhan",
    "Nguyen",
    "Ximena",
];
const LAST: &[&str] = &[
    "Smith",
    "Johnson",
    "Williams",
    "Brown",
    "Jones",
    "Garcia",
    "Miller",
    "Davis",
    "Rodriguez",
    "Martinez",
    "Hernandez",
    "Lopez",
    "Gonzalez",
    "Wilson",
    "Anderson",
    "Thomas",
    "Taylor",
    "Moore",
    "Jackson",
    "Martin",
    "Lee",
    "Perez",
    "Thompson",
    "White",
    "Harris",
    "O'Brien",
    "McAllister",
    "Van Buren",
    "De La Cruz",
    "St. James",
    "Nguyen",
    "Patel",
    "Kowalski",
    "Washington",
    "Lopez-Rivera",
    "Smith-Jones",
    "Begay",
    "Tremblay",
    "Singh",
    "MacDonald",
    "Zuckerman",
    "Oyelaran",
];
const HEADS: &[&str] = &[
    "Summit",
    "Pioneer",
    "Blue Ridge",
    "Lone Star",
    "Keystone",
    "Bayou",
    "Granite",
    "Cascade",
    "Redwood",
    "Prairie",
    "Liberty",
    "Evergreen",
    "Ironwood",
    "Great Lakes",
    "Sunbelt",
    "Harbor",
    "Copper Canyon",
    "Tidewater",
    "Maple",
    "Outback",
    "Coral Bay",
    "Northern",
    "Apex",
    "Vertex",
    "Quantum",
    "Bright",
    "Silver Fox",
    "Old Mill",
    "Riverbend",
    "Golden Gate",
    "Bluebonnet",
    "Palmetto",
    "Hawkeye",
    "Buckeye",
    "Big Sky",
    "Desert",
    "Mesa",
    "Atlas",
    "Orchard",
    "Juniper",
    "Falcon",
    "Whitetail",
    "Cardinal",
    "Dogwood",
    "Catalina",
    "Beacon",
    "Anchor",
    "Compass",
    "Foundry",
];
const TAILS: &[&str] = &[
    "Software",
    "Dental",
    "Logistics",
    "Analytics",
    "Media",
    "Construction",
    "Roofing",
    "Staffing",
    "Realty",
    "Health Partners",
    "Consulting",
    "Labs",
    "Robotics",
    "Plumbing & Heating",
    "Foods",
    "Brewing",
    "Law Group",
    "Veterinary",
    "Freight",
    "Solar",
    "Insurance",
    "Fitness",
    "Networks",
    "Systems",
    "Marketing",
    "Home Services",
    "Pediatrics",
    "Capital",
    "Farms",
    "Auto Parts",
    "Cloud",
    "Security",
    "Engineering",
    "Design Studio",
    "Church",
    "School District",
    "Credit Union",
    "Manufacturing",
];

/// Where: mostly the United States.
pub fn land(random: &mut Random) -> Land {
    match random.below(100) {
        0..76 => Land::Us,
        76..86 => Land::Ca,
        86..92 => Land::Au,
        _ => Land::Eu,
    }
}

/// Family names beyond the most frequent ones.
fn last(random: &mut Random) -> String {
    const STARTS: &[&str] = &[
        "Hart", "Whit", "Brad", "Ash", "Win", "Kings", "Lang", "Stan", "Thorn", "Wood", "Black", "Hol",
        "Crow", "Mar", "Pres", "Ells", "Brook", "Fair", "Hay", "Red",
    ];
    const ENDS: &[&str] = &["ley", "field", "ford", "ton", "worth", "man", "well", "wick", "den", "more"];
    if random.chance(400) {
        (*random.pick(LAST)).to_owned()
    } else {
        format!("{}{}", random.pick(STARTS), random.pick(ENDS))
    }
}

/// Words that a founder made up.
fn coined(random: &mut Random) -> String {
    const STARTS: &[&str] = &[
        "Zen", "Cali", "Nor", "Vel", "Opti", "Tru", "Lumi", "Kar", "Syn", "Bri", "Qua", "Dex", "Ari", "Pro",
        "Flo", "Cog", "Hexa", "Ome", "Rev", "Sta",
    ];
    const MIDDLES: &[&str] = &["tro", "da", "vi", "ner", "lo", "ma", "quo", "bi", "sta", "ri", "pho", "ge"];
    const ENDS: &[&str] =
        &["va", "dyne", "vex", "ly", "sys", "tech", "mark", "con", "nix", "path", "wave", "zen"];
    format!("{}{}{}", random.pick(STARTS), random.pick(MIDDLES), random.pick(ENDS))
}

pub fn person(random: &mut Random) -> Person {
    Person {
        first: (*random.pick(FIRST)).to_owned(),
        middle: random.chance(250).then(|| char::from(b'A' + random.below(26) as u8)),
        last: last(random),
        suffix: random.chance(45).then(|| *random.pick(&["Jr", "III", "Sr", "II"])),
    }
}

pub fn company(random: &mut Random, land: Land) -> Name {
    let core = match random.below(10) {
        0 => format!("{} & {}", last(random), last(random)),
        1 => format!("{} {} of {}", random.pick(HEADS), random.pick(TAILS), city(random).0),
        2 => format!("{} {}", last(random), random.pick(TAILS)),
        3 => {
            let letters: String = (0..3).map(|_| char::from(b'A' + random.below(26) as u8)).collect();
            format!("{letters} {}", random.pick(TAILS))
        }
        4 => format!(
            "{} {} {}",
            random.pick(HEADS),
            random.pick(TAILS),
            random.pick(&["Group", "West", "USA"])
        ),
        5 => format!("{} {}", random.pick(HEADS), random.pick(TAILS)),
        6 => coined(random),
        _ => format!("{} {}", coined(random), random.pick(TAILS)),
    };
    let form = match land {
        Land::Us => {
            *random.pick(&["Inc", "LLC", "Inc.", "Corp", "Corporation", "L.L.C.", "PLLC", "LLP", "Co", "PC"])
        }
        Land::Ca => *random.pick(&["Inc.", "Ltd", "Ltée", "Corp."]),
        Land::Au => *random.pick(&["Pty Ltd", "Pty. Ltd.", "Pty Ltd"]),
        Land::Eu => *random.pick(&["BV", "GmbH", "Ltd", "SARL"]),
    };
    let trade = random.chance(200).then(|| {
        let word = *random.pick(&["Cafe", "Shop", "Studios", "Clinic", "Works", "HQ", ".io", "Collective"]);
        format!("{}{}{word}", random.pick(HEADS), if word.starts_with('.') { "" } else { " " })
    });
    Name::Company { core, form, trade }
}

/// City, state, first digits of its ZIP codes.
pub fn city(random: &mut Random) -> (&'static str, &'static str, &'static str) {
    *random.pick(&[
        ("Austin", "TX", "787"),
        ("Columbus", "OH", "432"),
        ("Portland", "OR", "972"),
        ("Boise", "ID", "837"),
        ("Tampa", "FL", "336"),
        ("Denver", "CO", "802"),
        ("Raleigh", "NC", "276"),
        ("Omaha", "NE", "681"),
        ("Fresno", "CA", "937"),
        ("Albany", "NY", "122"),
        ("Newark", "NJ", "071"),
        ("Tucson", "AZ", "857"),
        ("Des Moines", "IA", "503"),
        ("Savannah", "GA", "314"),
    ])
}

impl Person {
    /// `John Q Smith Jr`.
    pub fn full(&self) -> String {
        let mut text = self.first.clone();
        if let Some(middle) = self.middle {
            text.push_str(&format!(" {middle}"));
        }
        text.push_str(&format!(" {}", self.last));
        if let Some(suffix) = self.suffix {
            text.push_str(&format!(" {suffix}"));
        }
        text
    }

    pub fn short(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

impl Name {
    /// As the host lists it.
    pub fn listed(&self) -> String {
        match self {
            Name::Person(person) => person.full(),
            Name::Company { core, form, .. } => format!("{core} {form}"),
        }
    }

    /// What a reader keeps of it.
    pub fn bare(&self) -> String {
        match self {
            Name::Person(person) => person.short(),
            Name::Company { core, .. } => core.clone(),
        }
    }
}

/// The key under which a reader finds a name of which a bank keeps so many characters.
pub fn key(name: &str, width: usize) -> String {
    let kept: String = name.chars().take(width).collect();
    kept.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Widths to which banks cut names.
pub const WIDTHS: [usize; 4] = [16, 22, 35, 140];

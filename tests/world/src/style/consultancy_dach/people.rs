//! Invented companies, people and associations of Germany, Austria and Switzerland, made from parts.

use crate::Random;

/// Where a customer sits: it decides currency, VAT and legal forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Land {
    De,
    At,
    Ch,
}

impl Land {
    pub fn code(self) -> &'static str {
        match self {
            Land::De => "DE",
            Land::At => "AT",
            Land::Ch => "CH",
        }
    }
}

/// A first and a last name.
#[derive(Clone, Debug)]
pub struct Person {
    pub first: String,
    pub last: String,
}

impl Person {
    pub fn full(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

/// The name of a customer in its parts.
#[derive(Clone, Debug)]
pub enum Name {
    /// Freelancer: the person, with an academic title or none.
    Person { person: Person, title: &'static str },
    /// Company: what is said of it in daily life, and its legal form.
    Company { core: String, form: &'static str },
    /// Association.
    Association { core: String, form: &'static str },
}

impl Name {
    /// As the host has it on the invoice.
    pub fn printed(&self) -> String {
        match self {
            Name::Person { person, title: "" } => person.full(),
            Name::Person { person, title } => format!("{title} {}", person.full()),
            Name::Company { core, form } => format!("{core} {form}"),
            Name::Association { core, form } => format!("{core} {form}"),
        }
    }

    /// Under which a reader recognises it.
    pub fn key(&self) -> String {
        match self {
            Name::Person { person, .. } => person_key(person),
            Name::Company { core, .. } | Name::Association { core, .. } => core.clone(),
        }
    }
}

/// A person is recognised by the last name and the first initial.
pub fn person_key(person: &Person) -> String {
    format!("{} {}", person.last, person.first.chars().next().unwrap_or('?'))
}

const FIRST: &[&str] = &[
    "Anna",
    "Andreas",
    "Ayşe",
    "Bernd",
    "Birgit",
    "Björn",
    "Christa",
    "Christian",
    "Claudia",
    "Dieter",
    "Dörte",
    "Elke",
    "Emine",
    "Felix",
    "Franziska",
    "Frieder",
    "Gabriele",
    "Georg",
    "Gerd",
    "Günther",
    "Hannelore",
    "Hans-Peter",
    "Heike",
    "Ingrid",
    "Jörg",
    "Jürgen",
    "Jutta",
    "Karin",
    "Karl-Heinz",
    "Katharina",
    "Klaus",
    "Lena",
    "Lukas",
    "Manfred",
    "Margarete",
    "Markus",
    "Matthias",
    "Monika",
    "Nils",
    "Norbert",
    "Oliver",
    "Petra",
    "Rainer",
    "Reto",
    "Ruth",
    "Sabine",
    "Silke",
    "Sönke",
    "Stefan",
    "Susanne",
    "Thomas",
    "Ursula",
    "Ute",
    "Uwe",
    "Verena",
    "Volker",
    "Wolfgang",
    "Zeynep",
];
const LAST_HEAD: &[&str] = &[
    "Brand", "Stein", "Linden", "Birken", "Wald", "Berg", "Kessel", "Rosen", "Hüber", "Ober", "Unter",
    "Grün", "Löh", "Schön", "Schwarz", "Eber", "Kalten", "Mühl", "Neu", "Pfann", "Reichen", "Sauer",
    "Tannen", "Wester", "Zimmer", "Hohen", "Königs", "Bären", "Fürst", "Gold",
];
const LAST_TAIL: &[&str] = &[
    "mann", "ner", "meier", "müller", "hofer", "bauer", "egger", "huber", "stätter", "wirth", "bach",
    "städt", "zahn",
];
const LAST_COMMON: &[&str] = &[
    "Müller",
    "Schmidt",
    "Schneider",
    "Fischer",
    "Weber",
    "Meyer",
    "Maier",
    "Huber",
    "Schäfer",
    "Groß",
    "Weiß",
    "Köhler",
    "Krüger",
    "Böhm",
    "Özdemir",
    "Kowalski",
    "von der Heide",
    "Jäger",
    "Bühler",
    "Zürcher",
];
const TRADE: &[&str] = &[
    "Maschinenbau",
    "Elektrotechnik",
    "Bauunternehmung",
    "Logistik",
    "Gebäudetechnik",
    "Druckerei",
    "Metallbau",
    "Kältetechnik",
    "Immobilien",
    "Spedition",
    "Tiefbau",
    "Hausverwaltung",
    "Medizintechnik",
    "Consulting",
    "Software",
    "Architekten",
    "Zerspanungstechnik",
    "Möbelwerkstätten",
    "Getränkevertrieb",
    "Pflegedienst",
    "Werbeagentur",
    "Ingenieurbüro",
    "Sägewerk",
    "Fördertechnik",
    "Verlag",
];
const INVENTED: &[&str] = &[
    "Nor", "Vel", "Quan", "Tex", "Alvi", "Inno", "Pro", "Ser", "Kom", "Lumi", "Bio", "Ferro", "Hydro",
    "Medi", "Opti", "Syn",
];
const INVENTED_TAIL: &[&str] =
    &["tec", "soft", "plan", "werk", "data", "flex", "log", "pharm", "sens", "bau", "med", "net"];
const PLACE: &[&str] = &[
    "Bad Neuhausen",
    "Oberkirchen",
    "Grünstadt",
    "Lindenau",
    "Sankt Veitl",
    "Altmühl",
    "Königsfurt",
    "Wiesental",
    "Seeburg",
    "Niederhofen",
    "Rotheim",
    "Bergzell",
    "Mönchsried",
    "Auental",
];
const CLUB: &[&str] = &[
    "TSV",
    "SV Eintracht",
    "Förderverein Grundschule",
    "Musikverein",
    "Freiwillige Feuerwehr",
    "Kleingartenverein",
    "Tennisclub",
    "Schützengilde",
    "Bürgerverein",
    "Kulturinitiative",
    "Ruderclub",
    "Heimatverein",
];

pub fn person(random: &mut Random) -> Person {
    let first = random.pick(FIRST).to_string();
    let last = if random.chance(250) {
        random.pick(LAST_COMMON).to_string()
    } else {
        format!("{}{}", random.pick(LAST_HEAD), random.pick(LAST_TAIL))
    };
    let last = if random.chance(30) { format!("{last}-{}", random.pick(LAST_COMMON)) } else { last };
    Person { first, last }
}

pub fn land(random: &mut Random) -> Land {
    match random.below(100) {
        0..70 => Land::De,
        70..84 => Land::At,
        _ => Land::Ch,
    }
}

pub fn name(random: &mut Random, land: Land) -> Name {
    match random.below(100) {
        0..24 => {
            let title = if random.chance(120) {
                *random.pick(&["Dr.", "Dipl.-Ing.", "Mag.", "Prof. Dr."])
            } else {
                ""
            };
            Name::Person { person: person(random), title }
        }
        24..33 => association(random, land),
        _ => company(random, land),
    }
}

pub fn company(random: &mut Random, land: Land) -> Name {
    let form = match land {
        Land::De => *random.pick(&[
            "GmbH",
            "GmbH",
            "GmbH",
            "GmbH & Co. KG",
            "GmbH & Co. KG",
            "AG",
            "UG (haftungsbeschränkt)",
            "e.K.",
            "OHG",
            "KG",
            "GbR",
            "PartG mbB",
            "eG",
            "gGmbH",
            "mbH",
        ]),
        Land::At => {
            *random.pick(&["GmbH", "GmbH", "GesmbH", "Ges.m.b.H.", "KG", "e.U.", "AG", "OG", "GmbH & Co KG"])
        }
        Land::Ch => *random.pick(&["AG", "AG", "GmbH", "Sàrl", "SA", "Genossenschaft", "& Partner AG"]),
    };
    let last = |random: &mut Random| person(random).last;
    let core = match random.below(8) {
        0 | 1 => format!("{} {}", last(random), random.pick(TRADE)),
        2 => format!("{}{} {}", random.pick(INVENTED), random.pick(INVENTED_TAIL), random.pick(TRADE)),
        3 => format!("{}{}{}", random.pick(INVENTED), random.pick(INVENTED), random.pick(INVENTED_TAIL)),
        4 => format!("{} & {} {}", last(random), last(random), random.pick(TRADE)),
        5 => format!("{} {}", random.pick(PLACE), random.pick(TRADE)),
        6 => format!("Gebr. {} {}", last(random), random.pick(TRADE)),
        _ => {
            let person = person(random);
            format!("{} {} {}", person.first, person.last, random.pick(TRADE))
        }
    };
    Name::Company { core, form }
}

fn association(random: &mut Random, land: Land) -> Name {
    let year = random.between(1848, 1999);
    let core = match random.below(3) {
        0 => format!("{} {} {year}", random.pick(CLUB), random.pick(PLACE)),
        1 => format!("{} {}", random.pick(CLUB), random.pick(PLACE)),
        _ => format!(
            "Verein der Freunde des {}s {}",
            random.pick(&["Museum", "Theater", "Gymnasium"]),
            random.pick(PLACE)
        ),
    };
    let form = match land {
        Land::De => *random.pick(&["e.V.", "e. V.", "gUG"]),
        Land::At => "Verein",
        Land::Ch => "(Verein)",
    };
    Name::Association { core, form }
}

//! Names and words of memos: common first names, surnames from syllables (a vocabulary of tens of thousands), words of payments.

use crate::Random;

const FIRST: &[&str] = &[
    "james",
    "maria",
    "anna",
    "peter",
    "john",
    "elena",
    "thomas",
    "sophie",
    "martin",
    "laura",
    "david",
    "julia",
    "andreas",
    "emma",
    "paul",
    "olga",
    "stefan",
    "clara",
    "robert",
    "ines",
    "george",
    "nina",
    "francis",
    "ada",
    "victor",
    "irene",
    "hugo",
    "vera",
    "oscar",
    "edith",
    "leon",
    "agnes",
    "simon",
    "ruth",
    "felix",
    "greta",
    "ivan",
    "alice",
    "karl",
    "teresa",
    "louis",
    "marta",
    "henry",
    "ursula",
    "edgar",
    "rosa",
    "otto",
    "lydia",
    "walter",
    "helga",
    "arthur",
    "celia",
    "bruno",
    "flora",
    "anton",
    "judith",
    "cyril",
    "beatrix",
    "rufus",
    "cordelia",
    "matthias",
    "sebastian",
    "alexander",
    "christopher",
    "bartholomew",
    "wilhelmina",
    "theodora",
    "maximilian",
];

const START: &[&str] = &[
    "ba", "ber", "bran", "car", "cor", "da", "del", "dun", "el", "fair", "fer", "gal", "gar", "gold", "ha",
    "hart", "hol", "ka", "kel", "kirk", "la", "lam", "lin", "ma", "mar", "mil", "mon", "na", "nor", "o",
    "pal", "per", "ra", "ren", "ros", "sa", "san", "sal", "she", "sor", "ta", "tor", "tre", "va", "vin",
    "wal", "wes", "wil", "ya", "zel",
];

const MIDDLE: &[&str] = &[
    "", "ba", "be", "ca", "chi", "co", "da", "de", "di", "ga", "go", "ki", "la", "le", "li", "lo", "ma",
    "mo", "na", "ne", "ni", "ra", "re", "ri", "ro", "sa", "se", "ta", "te", "ti", "va", "vi", "za", "zo",
];

const END: &[&str] = &[
    "berg", "bury", "cci", "dale", "den", "dez", "don", "dorf", "field", "ford", "gan", "gues", "ham",
    "hart", "kin", "kov", "land", "ley", "lin", "man", "mann", "more", "nez", "nik", "ning", "nov", "poulos",
    "quist", "ras", "rez", "ridge", "ron", "rov", "sen", "shaw", "ski", "son", "stein", "ston", "strom",
    "ton", "vic", "ville", "vinus", "wood", "worth", "zek", "zio",
];

/// What a payment is said to be for.
pub const PURPOSES: &[&str] = &[
    "payment",
    "donation",
    "invoice",
    "rent",
    "deposit",
    "subscription",
    "refund",
    "fee",
    "order",
    "service",
    "transfer",
    "membership",
    "loan",
    "gift",
    "course",
    "repair",
    "insurance",
    "ticket",
    "hosting",
    "advance",
];

/// Bank abbreviations that stand behind a memo.
pub const CHANNELS: &[&str] = &["BGC", "FPI", "CHQ", "TFR", "SO", "CR", "DD", "BP"];

/// Words in names of firms.
pub const TRADES: &[&str] = &[
    "trading",
    "foods",
    "motors",
    "print",
    "timber",
    "office supplies",
    "logistics",
    "bakery",
    "electric",
    "plumbing",
    "software",
    "travel",
    "textiles",
    "design",
    "consulting",
    "dairy",
    "garage",
    "pharmacy",
    "studio",
    "catering",
    "freight",
    "energy",
    "telecom",
    "insurance",
    "stationery",
    "cleaning",
];

/// Legal forms behind them.
pub const FORMS: &[&str] = &["ltd", "inc", "gmbh", "llc", "plc", "bv", "co", ""];

/// A person of the made-up vocabulary.
#[derive(Clone, Debug)]
pub struct Person {
    /// First name.
    pub first: String,
    /// Surname.
    pub last: String,
}

/// Draws a person: first names as skewed as real ones, surnames from some fifty thousand.
pub fn person(random: &mut Random) -> Person {
    // The smaller of two draws: the first names of the list are the common ones.
    let at = random.below(FIRST.len() as u64).min(random.below(FIRST.len() as u64));
    Person { first: FIRST[at as usize].to_owned(), last: surname(random) }
}

/// Draws a surname.
pub fn surname(random: &mut Random) -> String {
    [random.pick(START), random.pick(MIDDLE), random.pick(END)].map(|part| *part).concat()
}

/// A word with its first letter large.
pub fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The beginning of a text: at most so many letters.
pub fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect::<String>().trim_end().to_owned()
}

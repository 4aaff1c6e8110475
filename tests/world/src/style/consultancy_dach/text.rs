//! What German, Austrian and Swiss payers write, and what their banks make of it.

use super::people::Land;
use crate::Random;
use crate::standard::{characters, digits};
use chrono::{Datelike, NaiveDate};

/// The form of the host's invoice numbers.
#[derive(Clone, Copy, Debug)]
pub enum Series {
    /// `RE-2026-00815`
    Year,
    /// `2026/0815`
    Slash,
    /// `R260815`
    Compact,
    /// `815`
    Bare,
    /// `AR100815-1`
    Version,
}

impl Series {
    pub const ALL: [Series; 5] =
        [Series::Year, Series::Slash, Series::Compact, Series::Bare, Series::Version];

    pub fn print(self, year: i32, serial: u32) -> String {
        match self {
            Series::Year => format!("RE-{year}-{serial:05}"),
            Series::Slash => format!("{year}/{serial:04}"),
            Series::Compact => format!("R{:02}{serial:04}", year % 100),
            Series::Bare => serial.to_string(),
            Series::Version => format!("AR{}-1", 100_000 + serial),
        }
    }

    /// The number as somebody copies it from the paper, and whether it is still right.
    pub fn copied(self, random: &mut Random, printed: &str) -> (String, bool) {
        let digits_only = || printed.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
        let last = || {
            let tail = printed.rsplit(['-', '/']).next().unwrap_or(printed);
            tail.trim_start_matches('0').to_owned()
        };
        let copy = match (self, random.below(100)) {
            (_, 0..52) => printed.to_owned(),
            (Series::Year | Series::Slash, 52..68) => last(),
            (Series::Year, 68..76) => digits_only(),
            (Series::Year, 76..82) => printed.replace('-', " "),
            (Series::Year, 82..87) => printed.replace('-', ""),
            (Series::Year | Series::Compact, 87..92) => printed.to_lowercase(),
            (Series::Year, 92..96) => printed.replace('-', "/"),
            (Series::Slash, 68..80) => printed.replace('/', "-"),
            (Series::Slash, 80..88) => printed.replace('/', " / "),
            (Series::Slash, 88..94) => printed[2..].to_owned(),
            (Series::Compact, 52..80) => digits_only(),
            (Series::Compact, 80..87) => printed.replace('R', "R "),
            (Series::Bare, 52..70) => format!("{printed:0>5}"),
            (Series::Version, 52..74) => printed.trim_end_matches("-1").to_owned(),
            (Series::Version, 74..90) => printed.trim_start_matches("AR").trim_end_matches("-1").to_owned(),
            _ => printed.to_owned(),
        };
        if random.chance(18) {
            return (slip(random, &copy), false);
        }
        (copy, true)
    }
}

/// A slip of the pen: two neighbours change places, or one digit is another.
fn slip(random: &mut Random, number: &str) -> String {
    let mut chars: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..chars.len()).filter(|&at| chars[at].is_ascii_digit()).collect();
    let at = *random.pick(&places);
    match places.iter().find(|&&other| other > at && chars[other] != chars[at]) {
        Some(&other) if random.chance(600) => chars.swap(at, other),
        _ => {
            let old = chars[at].to_digit(10).unwrap_or(0);
            chars[at] = char::from_digit((old + 1 + random.below(8) as u32) % 10, 10).unwrap_or('0');
        }
    }
    chars.into_iter().collect()
}

pub fn german(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// `260303`
pub fn six(day: NaiveDate) -> String {
    format!("{:02}{:02}{:02}", day.year() % 100, day.month(), day.day())
}

pub fn month(day: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    MONTHS[day.month0() as usize]
}

/// What stands before and after the numbers of one payment.
pub fn phrase(random: &mut Random, numbers: &[String], issued: NaiveDate, client: &str) -> String {
    let first = &numbers[0];
    let list = join(random, numbers);
    let word = *random.pick(if numbers.len() > 1 {
        &[
            "Rechnungen",
            "Rechn.",
            "Re.Nr.",
            "RG-NR",
            "Rg.",
            "Ihre Rechnungen",
            "RNr.",
            "Sammelzahlung",
            "Rechnung",
        ]
    } else {
        &[
            "Rechnung",
            "Re.Nr.",
            "Rg.",
            "RNr.",
            "Rechnungsnr.",
            "RE",
            "Rechn.-Nr.",
            "RG",
            "Ihre Rechnung",
            "Faktura",
            "Beleg",
        ]
    });
    let mut text = match random.below(100) {
        0..30 => format!("{word} {list}"),
        30..42 => list,
        42..56 => format!("{word} {list} vom {}", german(issued)),
        56..64 => format!("{word} {list} Kd-Nr {client}"),
        64..72 => format!("KdNr. {client} {word} {list}"),
        72..78 => format!("{word}: {list}, {}", own_voucher(random)),
        78..84 => format!("{} {word} {list}", own_voucher(random)),
        84..89 => format!(
            "{client} / {first}{}",
            if numbers.len() > 1 { format!(" / {}", join(random, &numbers[1..])) } else { String::new() }
        ),
        89..94 => format!("{word} {list} {} {}", month(issued), issued.year()),
        _ => format!("{word}{list}"),
    };
    if random.chance(170) {
        text.push(' ');
        text.push_str(&aside(random, issued));
    }
    text
}

/// `815, 816`, `815+816`, `815 816 u. 817`.
fn join(random: &mut Random, numbers: &[String]) -> String {
    let between = *random.pick(&[", ", ",", "+", " + ", " ", " / ", "; ", " u. ", " und "]);
    numbers.join(between)
}

/// The payer's own numbers: they look like the host's.
pub fn own_voucher(random: &mut Random) -> String {
    match random.below(6) {
        0 => format!("Beleg 19000{}", digits(random, 5)),
        1 => format!("Avis {}", digits(random, 7)),
        2 => {
            format!("Az. {} C {}/{}", random.between(1, 40), random.between(10, 999), random.between(22, 26))
        }
        3 => format!("Best. 45{}", digits(random, 8)),
        4 => format!("St.Nr. {}/{}/{}", digits(random, 3), digits(random, 3), digits(random, 5)),
        _ => format!("Kst. {}", digits(random, 4)),
    }
}

fn aside(random: &mut Random, issued: NaiveDate) -> String {
    match random.below(8) {
        0 => "Danke".to_owned(),
        1 => "lt. Vereinbarung".to_owned(),
        2 => format!(
            "Projekt {}",
            random.pick(&["Umzug", "Audit", "Website", "Phase 2", "Relaunch", "ISO 9001"])
        ),
        3 => format!("Leistung {:02}/{}", issued.month(), issued.year()),
        4 => "Besten Dank und freundliche Grüße".to_owned(),
        5 => format!("Tel. 0{} {}", digits(random, 3), digits(random, 6)),
        6 => format!("USt-IdNr. DE{}", digits(random, 9)),
        _ => own_voucher(random),
    }
}

/// Words without a number of the host.
pub fn vague(random: &mut Random, day: NaiveDate) -> String {
    match random.below(12) {
        0 => String::new(),
        1 => "Rechnung".to_owned(),
        2 => format!("Beratung {} {}", month(day), day.year()),
        3 => format!("Honorar {:02}/{}", day.month(), day.year()),
        4 => "Zahlung lt. Rechnung".to_owned(),
        5 => "siehe Avis".to_owned(),
        6 => own_voucher(random),
        7 => format!("Re. vom {}", german(day)),
        8 => "Überweisung".to_owned(),
        9 => "Wartungspauschale".to_owned(),
        10 => "offene Posten".to_owned(),
        _ => "Zahlung Dienstleistung, vielen Dank".to_owned(),
    }
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Swift,
    Camt,
    Export,
    OpenBanking,
}

impl Channel {
    pub fn pick(random: &mut Random) -> Self {
        match random.below(100) {
            0..30 => Channel::Swift,
            30..72 => Channel::Camt,
            72..88 => Channel::Export,
            _ => Channel::OpenBanking,
        }
    }

    pub fn source(self) -> &'static str {
        match self {
            Channel::Swift => "mt940",
            Channel::Camt => "camt053",
            Channel::Export => "csv",
            Channel::OpenBanking => "gocardless",
        }
    }
}

/// The payer's words after both banks: cut at 140, spelt in the bank's alphabet, and with its own boilerplate.
pub fn banked(
    random: &mut Random,
    channel: Channel,
    land: Land,
    day: NaiveDate,
    words: &str,
    payer: &str,
) -> String {
    let words: String = spelt(random, words).chars().take(140).collect();
    match channel {
        Channel::Swift => swift(random, &words),
        Channel::Camt => match (land, random.below(10)) {
            (Land::At, 0..3) => format!("Zahlungsreferenz: {words}"),
            (Land::Ch, 0..3) => {
                format!("GUTSCHRIFT AUFTRAGGEBER: {} MITTEILUNGEN: {words}", payer.to_uppercase())
            }
            _ => words,
        },
        Channel::Export => match random.below(4) {
            0 => format!(
                "{words} DATUM {}, {:02}.{:02} UHR",
                german(day),
                random.between(6, 22),
                random.between(0, 59)
            ),
            1 => format!("GUTSCHRIFT {payer} {words} EREF: NOTPROVIDED"),
            2 => format!("SVWZ+{words}"),
            _ => words,
        },
        Channel::OpenBanking => match random.below(3) {
            0 => format!("{payer} {words} End-to-End-Ref.: NOTPROVIDED Gutschrift"),
            1 => format!(
                "{words}, End-to-End-Ref.: {}{}",
                random.pick(&["ZV", "P", "E2E-"]),
                digits(random, 10)
            ),
            _ => words,
        },
    }
}

/// Fields of 27 characters, joined again by whoever read the file.
fn swift(random: &mut Random, words: &str) -> String {
    let tagged = match random.below(10) {
        0..4 => words.to_owned(),
        4..6 => format!("SVWZ+{words}"),
        6..8 => format!("EREF+NOTPROVIDED SVWZ+{words}"),
        8 => format!("EREF+{} SVWZ+{words}", digits(random, 14)),
        _ => format!("KREF+{} SVWZ+{words}", characters(random, "0123456789ABCDEF", 12)),
    };
    let chars: Vec<char> = tagged.chars().collect();
    let lines: Vec<String> =
        chars.chunks(27).map(|line| line.iter().collect::<String>().trim_end().to_owned()).collect();
    lines.join(if random.chance(550) { " " } else { "" })
}

/// Umlauts as two letters.
const WRITTEN_OUT: &[(char, &str)] =
    &[('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('Ä', "Ae"), ('Ö', "Oe"), ('Ü', "Ue"), ('ß', "ss"), ('ş', "s")];

/// Umlauts as the payer's bank sends them.
pub fn spelt(random: &mut Random, text: &str) -> String {
    let loud = !text.chars().any(char::is_lowercase);
    let map = |table: &[(char, &str)]| {
        let text: String = text
            .chars()
            .map(|c| table.iter().find(|row| row.0 == c).map_or(c.to_string(), |row| row.1.to_owned()))
            .collect();
        if loud { text.to_uppercase() } else { text }
    };
    match random.below(100) {
        0..38 => text.to_owned(),
        38..80 => map(WRITTEN_OUT).replace('&', "+"),
        80..86 => map(&[
            ('ä', "a"),
            ('ö', "o"),
            ('ü', "u"),
            ('Ä', "A"),
            ('Ö', "O"),
            ('Ü', "U"),
            ('ß', "s"),
            ('ş', "s"),
        ]),
        86..90 => map(&[
            ('ä', "."),
            ('ö', "."),
            ('ü', "."),
            ('Ä', "."),
            ('Ö', "."),
            ('Ü', "."),
            ('ß', "."),
            ('ş', "."),
        ]),
        _ => map(WRITTEN_OUT).to_uppercase(),
    }
}

/// Whether a reader who ignores gaps and case finds all of these in the text.
pub fn says(text: &str, numbers: &[String]) -> bool {
    let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let text = squeeze(text);
    numbers.iter().all(|number| text.contains(&squeeze(number)))
}

/// The beginning of a name, up to where spellings differ.
pub fn head(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .take_while(|c| c.is_ascii() && *c != '&')
        .take(10)
        .collect::<String>()
        .trim()
        .to_owned()
}

//! What is written: fees by their quarter, receipts by their number, and what banks put around it.

use super::ledger::{Host, Trade};
use super::people::{Land, plain};
use crate::Random;
use crate::standard::{characters, digits};
use chrono::{Datelike, NaiveDate};

/// What a fee is called.
pub fn fee(random: &mut Random, host: &Host, day: NaiveDate) -> String {
    let (quarter, year, month) = (day.month0() / 3 + 1, day.year(), day.month());
    let roman = ["I", "II", "III", "IV"][quarter as usize - 1];
    match (host.land, host.trade) {
        (Land::Es, Trade::Utility) => format!("Suministro agua bimestre {month}/{year}"),
        (Land::It, Trade::Utility) => format!("Consumo acqua {month:02}/{year}"),
        (Land::Pl, Trade::Utility) => format!("Opłata za wodę {month:02}.{year}"),
        (Land::Pt, Trade::Utility) => format!("Consumo água {month:02}/{year}"),
        (Land::Es, Trade::School) => {
            format!("Colegio {} {year}", random.pick(&["mensualidad", "comedor", "matrícula"]))
        }
        (Land::It, Trade::School) => format!("Retta {month:02}/{year}"),
        (Land::Pl, Trade::School) => format!("Czesne {month:02}/{year}"),
        (Land::Pt, Trade::School) => format!("Mensalidade {month:02}/{year}"),
        (Land::Es, _) => format!("Cuota {quarter}T {year}"),
        (Land::It, Trade::Condominium) => format!("Rata condominiale {quarter}/{year}"),
        (Land::It, _) => format!("Quota {quarter}° trimestre {year}"),
        (Land::Pl, _) => format!("Składka {roman} kw. {year}"),
        (Land::Pt, _) => format!("Quota {quarter}.º trim. {year}"),
    }
}

/// Before a number.
pub fn label(random: &mut Random, land: Land) -> &'static str {
    random.pick::<&str>(match land {
        Land::Es => &["Recibo", "RECIBO", "Rbo.", "Factura", "Fra", "Nº recibo", "n."],
        Land::It => &["Ricevuta", "Fattura", "fatt. n.", "Saldo ft", "Avviso", "Ric. n."],
        Land::Pl => &["Faktura", "FV nr", "faktura nr", "Rachunek", "nr", "za fakturę"],
        Land::Pt => &["Recibo", "Fatura", "Fat. n.", "Aviso", "FT", "Doc."],
    })
}

/// The number of a member, with its word.
pub fn member(random: &mut Random, land: Land, number: &str) -> String {
    let word = *random.pick(match land {
        Land::Es => &["socio", "SOCIO Nº", "num. socio", "Socio n."],
        Land::It => &["socio", "tessera n.", "SOCIO N.", "cod. socio"],
        Land::Pl => &["nr członkowski", "członek", "nr ewid.", "ID"],
        Land::Pt => &["sócio", "SOCIO N", "n. sócio", "sócio nº"],
    });
    format!("{word} {number}")
}

/// On whose behalf.
pub fn behalf(random: &mut Random, land: Land, name: &str) -> String {
    let word = *random.pick(match land {
        Land::Es => &["alumno", "por", "de parte de", "niño/a"],
        Land::It => &["per", "per conto di", "alunno", "a nome"],
        Land::Pl => &["za", "w imieniu", "uczeń", "za dziecko"],
        Land::Pt => &["por", "aluno", "em nome de", "para"],
    });
    format!("{word} {name}")
}

/// Nothing of use, or what looks like something.
pub fn vague(random: &mut Random, host: &Host, land: Land, day: NaiveDate, place: &str) -> String {
    match random.below(7) {
        0..3 => fee(random, host, day),
        3 => place.to_owned(),
        4 => format!("{} {place}", fee(random, host, day)),
        5 => ["pago", "saldo", "wpłata", "pagamento"][land as usize].to_owned(),
        _ => String::new(),
    }
}

/// A row's text, and whether the payer's name stands in it and in a field of its own.
pub struct Line {
    pub text: String,
    pub in_text: bool,
    pub in_field: bool,
    pub source: &'static str,
    /// How many characters of the name are left.
    pub width: usize,
}

/// A transfer as a bank of the host's country prints it. Capitals without accents, more often than not.
pub fn transfer(random: &mut Random, land: Land, name: &str, words: &str, day: NaiveDate) -> Line {
    let upper = |text: &str, width: usize| {
        plain(text).to_uppercase().chars().take(width).collect::<String>().trim().to_owned()
    };
    let inside = |text: String, source, width| Line { text, in_text: true, in_field: false, source, width };
    let field = |text: String, source, width| Line { text, in_text: false, in_field: true, source, width };
    match (land, random.below(8)) {
        (Land::Es, 0..2) => {
            inside(format!("TRANSFERENCIA DE {}, CONCEPTO {}.", upper(name, 35), upper(words, 60)), "csv", 35)
        }
        (Land::Es, 2) => {
            inside(format!("TRANSF INMEDIATA DE {} {}", upper(name, 22), upper(words, 35)), "csv", 22)
        }
        (Land::Es, 3) => inside(
            format!("02 007 {} {} {}", digits(random, 12), upper(name, 38), upper(words, 38)),
            "csv",
            35,
        ),
        (Land::Es, 4) => inside(format!("BIZUM DE {} {words}", upper(name, 35)), "csv", 35),
        (Land::It, 0..2) => inside(
            format!("BONIFICO A VOSTRO FAVORE DA {} PER {}", upper(name, 35), upper(words, 90)),
            "csv",
            35,
        ),
        (Land::It, 2) => inside(
            format!("BON.DA {} CRO {} CAUSALE: {}", upper(name, 27), digits(random, 11), upper(words, 60)),
            "csv",
            27,
        ),
        (Land::It, 3) => inside(
            format!(
                "048 ACCREDITO BONIFICO {} RIF. {} NOTE: {}",
                upper(name, 35),
                characters(random, "0123456789ABCDEF", 14),
                upper(words, 70)
            ),
            "mt940",
            35,
        ),
        (Land::Pl, 0..2) => inside(
            format!("PRZELEW PRZYCHODZACY NADAWCA: {} TYTUL: {}", upper(name, 35), upper(words, 70)),
            "csv",
            35,
        ),
        (Land::Pl, 2) => {
            // Fields of 35 characters, one behind the other.
            let title: Vec<char> = words.chars().collect();
            let title: Vec<String> = title.chunks(35).map(|part| part.iter().collect()).collect();
            field(format!("PRZELEW ZEWNETRZNY {} {}", title.join(" "), day.format("%d.%m.%Y")), "mt940", 35)
        }
        (Land::Pl, 3) => field(format!("Tytuł: {words}"), "csv", 70),
        (Land::Pt, 0..2) => {
            inside(format!("TRF CRED SEPA+ DE {} {}", upper(name, 27), upper(words, 40)), "csv", 27)
        }
        (Land::Pt, 2) => {
            inside(format!("TRANSFERENCIA {} P/ {}", upper(name, 22), upper(words, 22)), "csv", 22)
        }
        (Land::Pt, 3) => {
            inside(format!("MB WAY DE {} 9{} {words}", upper(name, 35), digits(random, 8)), "csv", 35)
        }
        (_, 6) => field(words.to_owned(), "gocardless", 70),
        _ => field(words.chars().take(140).collect(), "camt053", 70),
    }
}

//! The countries of the shop: currency, tongue, payment reference, names.

use crate::Random;
use crate::standard::{betalingskenmerk, kid11, luhn, ocr_with_length, ogm, rf, viitenumero};
use chrono::{Datelike, NaiveDate};

/// A country that the shop delivers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Market {
    Nl,
    Be,
    Se,
    No,
    Dk,
    Fi,
    Fr,
}

/// What payers of a country write.
pub struct Tongue {
    pub invoice: &'static [&'static str],
    pub order: &'static [&'static str],
    pub vague: &'static [&'static str],
    pub part: &'static [&'static str],
    pub on_behalf: &'static [&'static str],
    pub customer: &'static [&'static str],
    pub reminder: &'static str,
    /// What a wage is called.
    pub wage: &'static str,
    months: &'static str,
}

impl Tongue {
    /// The name of a day's month.
    pub fn month(&self, day: NaiveDate) -> &'static str {
        self.months.split(' ').nth(day.month0() as usize).unwrap_or_default()
    }
}

impl Market {
    pub fn pick(random: &mut Random) -> Self {
        match random.below(100) {
            0..36 => Market::Nl,
            36..51 => Market::Be,
            51..67 => Market::Se,
            67..77 => Market::No,
            77..86 => Market::Dk,
            86..95 => Market::Fi,
            _ => Market::Fr,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Market::Nl => "NL",
            Market::Be => "BE",
            Market::Se => "SE",
            Market::No => "NO",
            Market::Dk => "DK",
            Market::Fi => "FI",
            Market::Fr => "FR",
        }
    }

    pub fn currency(self) -> &'static str {
        match self {
            Market::Se => "SEK",
            Market::No => "NOK",
            Market::Dk => "DKK",
            _ => "EUR",
        }
    }

    /// The shop's account for the currency: EUR, SEK, NOK, DKK.
    pub fn till(self) -> usize {
        match self {
            Market::Se => 1,
            Market::No => 2,
            Market::Dk => 3,
            _ => 0,
        }
    }

    /// What a cent of the euro is in the country's minor units, roughly: prices have as many digits more.
    pub fn scale(self) -> i64 {
        if self.till() == 0 { 1 } else { 10 }
    }

    /// The payment reference that the country prints on its slips, as printed.
    pub fn reference(self, customer: u32, serial: u32) -> String {
        match self {
            Market::Nl => betalingskenmerk(&format!("{customer:07}{serial:08}")),
            Market::Be => ogm(&format!("{:04}{:06}", customer % 10_000, serial % 1_000_000)),
            Market::Se => ocr_with_length(&format!("{customer}{serial:06}")),
            Market::No => kid11(&format!("{customer:06}{serial:07}"))
                .unwrap_or_else(|| luhn(&format!("{customer:06}{serial:07}"))),
            Market::Dk => luhn(&format!("{customer:06}{serial:08}")),
            Market::Fi => viitenumero(&format!("{customer}{serial:05}")),
            Market::Fr => rf(&format!("{customer}{serial:07}")),
        }
    }

    pub fn tongue(self) -> &'static Tongue {
        match self {
            Market::Nl | Market::Be => &DUTCH,
            Market::Se => &SWEDISH,
            Market::No => &NORWEGIAN,
            Market::Dk => &DANISH,
            Market::Fi => &FINNISH,
            Market::Fr => &FRENCH,
        }
    }
}

static DUTCH: Tongue = Tongue {
    invoice: &["factuur", "Factuurnr", "fact.", "faktuur", "nota", "Factuurnummer:", "Factuur nr."],
    order: &["bestelling", "Order", "order nr", "ordernummer", "Bestelnr."],
    vague: &[
        "",
        "webshop",
        "bestelling",
        "factuur",
        "betaling",
        "Bedankt!",
        "energie termijn",
        "zie mail",
        "overboeking",
        "spullen",
    ],
    part: &["deel", "termijn 1", "aanbetaling", "1e deel"],
    on_behalf: &["voor", "namens", "inz.", "tnv"],
    customer: &["klantnr", "Klantnummer", "kl.nr.", "klant"],
    reminder: "herinnering",
    wage: "Salaris",
    months: "januari februari maart april mei juni juli augustus september oktober november december",
};
static SWEDISH: Tongue = Tongue {
    invoice: &["faktura", "Fakturanr", "fakt.", "Fakt nr", "räkning"],
    order: &["order", "Ordernr", "beställning", "best.nr"],
    vague: &["", "faktura", "betalning", "el", "tack", "köp", "webbshop", "insättning"],
    part: &["delbetalning", "del 1", "avbetalning"],
    on_behalf: &["för", "avser", "åt"],
    customer: &["kundnr", "Kundnummer", "kund"],
    reminder: "påminnelse",
    wage: "Lön",
    months: "januari februari mars april maj juni juli augusti september oktober november december",
};
static NORWEGIAN: Tongue = Tongue {
    invoice: &["faktura", "Fakturanr.", "fakt", "regning"],
    order: &["ordre", "Ordrenr", "bestilling"],
    vague: &["", "betaling", "strøm", "nettbutikk", "Takk", "regning", "kjøp"],
    part: &["delbetaling", "del 1", "avdrag"],
    on_behalf: &["for", "gjelder", "på vegne av"],
    customer: &["kundenr", "Kundenummer"],
    reminder: "purring",
    wage: "Lønn",
    months: "januar februar mars april mai juni juli august september oktober november desember",
};
static DANISH: Tongue = Tongue {
    invoice: &["faktura", "Faktura nr.", "regning", "fakt.nr"],
    order: &["ordre", "Ordrenummer", "ordre nr."],
    vague: &["", "betaling", "overførsel", "el", "tak", "køb", "webshop"],
    part: &["delbetaling", "rate 1", "aconto"],
    on_behalf: &["for", "vedr."],
    customer: &["kundenr.", "Kundenummer"],
    reminder: "rykker",
    wage: "Løn",
    months: "januar februar marts april maj juni juli august september oktober november december",
};
static FINNISH: Tongue = Tongue {
    invoice: &["lasku", "Laskunro", "laskun numero", "Lasku nro"],
    order: &["tilaus", "Tilausnro", "tilausnumero"],
    vague: &["", "lasku", "maksu", "sähkö", "kiitos", "verkkokauppa", "ostos"],
    part: &["osamaksu", "osa 1", "ennakko"],
    on_behalf: &["puolesta", "maksaja"],
    customer: &["asiakasnro", "Asiakasnumero"],
    reminder: "maksumuistutus",
    wage: "Palkka",
    months: "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
};
static FRENCH: Tongue = Tongue {
    invoice: &["facture", "Facture n°", "FACT", "fact. no"],
    order: &["commande", "Commande n°", "CMD"],
    vague: &["", "paiement", "virement", "achat", "merci", "énergie", "votre facture"],
    part: &["acompte", "1er versement", "partiel"],
    on_behalf: &["pour", "de la part de"],
    customer: &["n° client", "client"],
    reminder: "rappel",
    wage: "Salaire",
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
};

/// Somebody with a name of the country.
#[derive(Clone, Debug)]
pub struct Human {
    pub first: String,
    /// `van der`, `de`, or nothing.
    pub infix: &'static str,
    pub last: String,
}

impl Human {
    pub fn initial(&self) -> char {
        self.first.chars().next().unwrap_or('X')
    }

    /// Infix and last name.
    pub fn surname(&self) -> String {
        format!("{} {}", self.infix, self.last).trim().to_owned()
    }

    pub fn full(&self) -> String {
        format!("{} {}", self.first, self.surname())
    }

    pub fn key_full(&self) -> String {
        format!("full {} {}", self.first, self.last)
    }

    pub fn key_initial(&self) -> String {
        format!("initial {} {}", self.initial(), self.last)
    }

    pub fn key_short(&self) -> String {
        format!("short {} {}", self.first, self.last.chars().next().unwrap_or('X'))
    }
}

pub fn human(random: &mut Random, market: Market) -> Human {
    let (first, head, tail): (&[&str], &[&str], &[&str]) = match market {
        Market::Nl => (
            &[
                "Jan", "Anneke", "Sjoerd", "Wim", "Fatima", "Joost", "Marijke", "Tijn", "Lieke", "Cees",
                "Ingrid", "IJsbrand", "Femke", "Bas",
            ],
            &[
                "Dijk", "Berg", "Veen", "Meer", "Bos", "Hof", "Linden", "Heuvel", "Kuip", "Sluij", "Zand",
                "Brink",
            ],
            &["stra", "man", "ma", "ers", "huis", "er", "", "sen", "inga"],
        ),
        Market::Be => (
            &[
                "Luc",
                "Griet",
                "Jean-Marc",
                "Sofie",
                "Koen",
                "Amélie",
                "Bart",
                "Hélène",
                "Dirk",
                "Nathalie",
                "Youssef",
                "An",
            ],
            &["Peet", "Claes", "Wout", "Maes", "Dub", "Lamb", "Goos", "Verm", "Cools", "Desm"],
            &["ers", "sens", "ois", "ert", "eulen", "edt", "", "aere"],
        ),
        Market::Se => (
            &[
                "Åsa",
                "Göran",
                "Björn",
                "Linnéa",
                "Per",
                "Ulla",
                "Mats",
                "Kerstin",
                "Sven-Erik",
                "Malin",
                "Örjan",
                "Amira",
            ],
            &["Lind", "Berg", "Sjö", "Ek", "Ström", "Ång", "Höög", "Anders", "Nils", "Karl"],
            &["ström", "kvist", "gren", "man", "lund", "son", "qvist"],
        ),
        Market::No => (
            &["Bjørn", "Kari", "Øystein", "Solveig", "Håkon", "Ingrid", "Åse", "Torgeir", "Siri", "Jørgen"],
            &["Haug", "Sol", "Bakke", "Nord", "Ås", "Vik", "Lø", "Håkon", "Ødegå", "Strand"],
            &["en", "land", "vik", "sen", "rud", "stad", "heim"],
        ),
        Market::Dk => (
            &["Jens", "Mette", "Søren", "Kirsten", "Jørgen", "Åge", "Lærke", "Rasmus", "Bente", "Troels"],
            &["Søren", "Niel", "Kjær", "Øster", "Møl", "Holm", "Bæk", "Lund", "Ander", "Krag"],
            &["sen", "gaard", "ler", "bjerg", "sted", ""],
        ),
        Market::Fi => (
            &["Matti", "Päivi", "Jukka", "Äijä", "Tuula", "Sanna", "Veikko", "Hannele", "Jyrki", "Aino"],
            &["Mäki", "Virta", "Niemi", "Lehto", "Hämä", "Järvi", "Koski", "Yli", "Sär", "Ranta"],
            &["nen", "lä", "mäki", "", "aho", "salo"],
        ),
        Market::Fr => (
            &["Élodie", "Jean", "François", "Chloé", "Benoît", "Maëlle", "Hervé", "Inès"],
            &["Dup", "Lef", "Gir", "Mor", "Roch", "Beau", "Font", "Perr"],
            &["ont", "èvre", "ard", "eau", "ette", "champ", "aine"],
        ),
    };
    let infix = match market {
        Market::Nl => *random.pick(&["", "", "", "van der", "de", "van", "van den", "ten", "in 't"]),
        Market::Be => *random.pick(&["", "", "", "Van", "De", "Van den"]),
        Market::Fr => *random.pick(&["", "", "", "", "de", "Le"]),
        _ => "",
    };
    Human {
        first: random.pick(first).to_string(),
        infix,
        last: format!("{}{}", random.pick(head), random.pick(tail)),
    }
}

/// A small firm that buys from the shop: name and legal form.
pub fn firm(random: &mut Random, market: Market) -> (String, &'static str) {
    let last = human(random, market).last;
    let (trade, form): (&[&str], &[&'static str]) = match market {
        Market::Nl => (
            &["Bakkerij", "Autobedrijf", "Fysiotherapie", "Rijschool", "Bloemen"],
            &["B.V.", "VOF", "BV", ""],
        ),
        Market::Be => (&["Garage", "Slagerij", "Boulangerie", "Immo"], &["BV", "NV", "SRL", "SA", "BVBA"]),
        Market::Se => (&["Bygg", "Frisör", "Måleri", "Redovisning"], &["AB", "HB", ""]),
        Market::No => (&["Bygg", "Rørlegger", "Frisør", "Regnskap"], &["AS", "ENK", "ANS"]),
        Market::Dk => (&["Tømrer", "Frisør", "Malerfirma", "Revision"], &["ApS", "A/S", "I/S"]),
        Market::Fi => (&["Rakennus", "Parturi", "Kiinteistö", "Leipomo"], &["Oy", "Ky", "Tmi"]),
        Market::Fr => (&["Boulangerie", "Garage", "Cabinet", "Fleurs"], &["SARL", "SAS", "EURL"]),
    };
    (format!("{} {last}", random.pick(trade)), *random.pick::<&'static str>(form))
}

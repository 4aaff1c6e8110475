//! What must hold for all names, and cases as banks print them.

use super::*;
use NameMatch::*;
use proptest::prelude::*;

fn class(a: &str, b: &str) -> NameMatch {
    compare(&Name::parse(a), &Name::parse(b))
}

#[test]
fn classes() {
    for (a, b, expected) in [
        ("MUELLER GMBH", "Müller", Equal),
        ("Smith & Sons Ltd", "SMITH AND SONS LIMITED", Equal),
        ("Mr John Smith", "SMITH, JOHN", Equal),
        ("SMITH JOHN", "John Smith", EqualTokens),
        ("MC DONALD", "McDonald", Glued),
        ("NET FLIX INC", "Netflix", Glued),
        ("J SMITH", "John Smith", Initials),
        ("SMITH J R", "John Robert Smith", Initials),
        ("JR SMITH", "John Robert Smith", Initials),
        ("ACME INTERNATIO", "Acme International Trading Ltd", Truncated),
        ("ACME HOLDINGS LIM", "Acme Holdings Limited", Truncated),
        ("BLUE RIVER HOSTING", "Blue River Hosting Europe", Truncated),
        ("John Smith", "John Robert Smith", Subset),
        ("J SMITH", "John Robert Smith", Subset),
        ("Acme Ltd", "Acme Trading", Subset),
        ("A SMITH", "A & B Smith", Subset),
        ("B SMITH", "A SMITH & B SMITH", Subset),
        ("Anna Meier", "Herr Karl Kurz oder Frau Anna Meier", Subset),
        ("Jhon Smith", "John Smith", Typo),
        ("Jonh Smithsonn", "John Smithson", Typo),
        ("Mary Smith", "John Smith", SurnameOnly),
        ("Smith", "John Smith", SurnameOnly),
        ("Smith Mary", "John Smith", SurnameOnly),
        ("Acme Trading Berlin", "Acme Services Berlin", Partial { shared: 2 }),
        ("John Smith", "Acme", Different),
        ("Bob Lee", "Rob Lea", Different),
        ("", "", Different),
        ("", "John", Different),
        ("Иван Петров ЕООД", "IVAN PETROV", Equal),
    ] {
        assert_eq!(class(a, b), expected, "{a} / {b}");
        assert_eq!(class(b, a), expected, "{b} / {a}");
    }
}

#[test]
fn legal_forms_of_many_countries() {
    for (form, name) in [
        ("Ltd", "Acme Ltd."),
        ("Ltd", "ACME LIMITED"),
        ("Ltd", "Acme & Co. Ltd"),
        ("PLC", "Acme plc"),
        ("LLP", "Acme LLP"),
        ("LLC", "Acme, LLC"),
        ("Inc.", "Acme Incorporated"),
        ("Corp.", "Acme Corporation"),
        ("GmbH", "Acme Gesellschaft mit beschränkter Haftung"),
        ("GmbH", "Acme GmbH Berlin"),
        ("GmbH & Co. KG", "Acme GmbH & Co. KG"),
        ("GmbH & Co. KG", "ACME GMBH + CO KG"),
        ("AG", "Acme Aktiengesellschaft"),
        ("KG", "Acme KG"),
        ("OHG", "Acme OHG"),
        ("UG", "Acme UG (haftungsbeschränkt)"),
        ("e.K.", "Acme e. K."),
        ("e.V.", "Acme e.V."),
        ("S.r.l.", "Acme S.r.l."),
        ("S.r.l.", "ACME S R L"),
        ("S.p.A.", "Acme S.p.A."),
        ("SAS", "Acme S.A.S."),
        ("SARL", "SARL Acme"),
        ("SA", "Acme S.A."),
        ("EURL", "Acme EURL"),
        ("SL", "Acme S.L."),
        ("SLU", "Acme S.L.U."),
        ("BV", "Acme B.V."),
        ("NV", "Acme N.V."),
        ("VOF", "Acme V.O.F."),
        ("AB", "Acme AB"),
        ("AS", "Acme AS"),
        ("ASA", "Acme ASA"),
        ("AS", "Acme A/S"),
        ("ApS", "Acme ApS"),
        ("Oy", "Acme Oy"),
        ("Oyj", "Acme Oyj"),
        ("OÜ", "Acme OÜ"),
        ("OÜ", "OÜ Acme"),
        ("SIA", "SIA \"Acme\""),
        ("UAB", "UAB „Acme“"),
        ("Sp. z o.o.", "Acme Sp. z o.o."),
        ("Sp. z o.o.", "ACME SP Z O O"),
        ("Sp. k.", "Acme Sp. k."),
        ("Sp. z o.o. Sp. k.", "Acme Sp. z o.o. Sp. k."),
        ("s.r.o.", "Acme, s.r.o."),
        ("s.r.o.", "Acme spol. s r.o."),
        ("AS", "Acme, a. s."),
        ("d.o.o.", "Acme d.o.o."),
        ("d.d.", "Acme d.d."),
        ("Kft.", "Acme Kft."),
        ("Zrt.", "Acme Zrt."),
        ("Bt.", "Acme Bt."),
        ("ЕООД", "Акме ЕООД"),
        ("ООД", "ACME OOD"),
        ("Lda", "Acme, Lda."),
        ("Pty Ltd", "Acme Pty Ltd"),
        ("Pvt Ltd", "Acme Pvt. Ltd."),
        ("Pvt Ltd", "Acme Private Limited"),
        ("K.K.", "Acme K.K."),
        ("A.Ş.", "Acme Anonim Şirketi"),
        ("S.A. de C.V.", "Acme S.A. de C.V."),
        ("S.r.l.", "Acme Società a responsabilità limitata"),
        ("SA", "Acme Spółka Akcyjna"),
        ("NV", "Acme Naamloze Vennootschap"),
        ("Zrt.", "Acme Zártkörűen Működő Részvénytársaság"),
        ("Α.Ε.", "Acme Α.Ε."),
        ("Α.Ε.", "Acme Ανώνυμη Εταιρεία"),
        ("SIA", "Acme Sabiedrība ar ierobežotu atbildību"),
        ("ООО", "ООО «Акме»"),
    ] {
        let name = Name::parse(name);
        assert_eq!(name.legal_form, Some(form), "{name:?}");
        assert!(matches!(name.tokens[0].as_str(), "acme" | "akme"), "{name:?}");
        assert_eq!(name.kind, NameKind::Company);
    }
}

#[test]
fn people() {
    for (text, tokens, kind) in [
        ("SMITH J MR", &["smith", "j"][..], NameKind::Person),
        ("Smith A S", &["smith", "a", "s"], NameKind::Person),
        ("Dr. med. Anna Müller", &["med", "anna", "muller"], NameKind::Person),
        ("O'Brien, Mary Ann", &["mary", "ann", "obrien"], NameKind::Person),
        ("Mr & Mrs Smith", &["smith"], NameKind::Person),
        ("John Smith", &["john", "smith"], NameKind::Unknown),
        ("AB SMITH", &["ab", "smith"], NameKind::Unknown),
        ("Limited", &["limited"], NameKind::Unknown),
        ("Frau", &["frau"], NameKind::Unknown),
        ("DE LA CRUZ, Maria", &["maria", "de", "la", "cruz"], NameKind::Person),
        ("H&M", &["h", "m"], NameKind::Unknown),
        ("", &[], NameKind::Unknown),
    ] {
        let name = Name::parse(text);
        assert_eq!(
            (&name.tokens[..], name.kind),
            (&tokens.iter().map(|t| t.to_string()).collect::<Vec<_>>()[..], kind),
            "{text}"
        );
    }
    let joint = Name::parse("A & B Smith");
    assert_eq!(joint.holders, [["a", "smith"], ["b", "smith"]]);
    assert_eq!(Name::parse("Mr J & Mrs K Smith").holders, [["j", "smith"], ["k", "smith"]]);
    assert!(Name::parse("Smith & Sons").holders.is_empty());
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zäöüßéø]{1,9}( [A-Za-zäöüé]{1,9}){0,3}",
        "[a-d]{1,4}( |, | & |\\.)[a-d]{1,4}( [a-d]{1,4}){0,2}( Ltd| GmbH| S\\.A\\.)?",
        "\\PC{0,30}",
    ]
}

/// Words that mean something, in any order.
fn company() -> impl Strategy<Value = String> {
    "(Acme|Smith|J|Mr|Dr\\.|Fam|und|&|,|Ltd|GmbH|Co\\. KG|S\\.r\\.l\\.|a\\. s\\.|UAB|\"Vilnius\"|Holding|ООО|[a-z]{18}| |\\.){0,12}"
}

proptest! {
    #[test]
    fn symmetric(a in name(), b in name()) {
        prop_assert_eq!(class(&a, &b), class(&b, &a));
    }

    #[test]
    fn reflexive(a in name()) {
        let expected = if Name::parse(&a).tokens.is_empty() { Different } else { Equal };
        prop_assert_eq!(class(&a, &a), expected);
    }

    #[test]
    fn case_and_diacritics_do_not_matter(a in "[a-zäöüéèñç]{4,9} [a-zäöüéèñç]{4,9}", b in name()) {
        let plain = crate::text::fold(&a);
        prop_assert_eq!(class(&a, &b), class(&a.to_uppercase(), &b));
        // Folding may shorten the text, by which a cut is told.
        if plain.chars().count() == a.chars().count() {
            prop_assert_eq!(class(&a, &b), class(&plain, &b));
        }
        prop_assert_eq!(class(&a, &plain), Equal);
    }

    #[test]
    fn legal_forms_do_not_matter(a in "[b-df-hj-np-tv-z]{4,9} [b-df-hj-np-tv-z]{5,9}",
        form in proptest::sample::select(vec!["Ltd", "GmbH & Co. KG", "S.r.l.", "Sp. z o.o.", "d.o.o.", "A/S", "Inc."])) {
        prop_assert_eq!(class(&a, &format!("{a} {form}")), Equal);
        prop_assert_eq!(class(&format!("{a} PLC"), &format!("{a}, {form}")), Equal);
    }

    #[test]
    fn order_gives_equal_tokens(a in "x[b-d]{4,9}", b in "x[b-d]{4,9}", c in "x[b-d]{4,9}") {
        let (one, other) = (format!("{a} {b} {c}"), format!("{c} {a} {b}"));
        prop_assert!(class(&one, &other) <= EqualTokens);
    }

    #[test]
    fn a_reader_gives_the_tokens_of_the_names(names in proptest::collection::vec(prop_oneof![name(), company()], 1..6)) {
        let mut reader = NameReader::default();
        for name in &names {
            let tokens: Vec<&str> = reader.tokens(name).collect();
            prop_assert_eq!(tokens, Name::parse(name).tokens, "{}", name);
        }
    }

    #[test]
    fn never_panics(a: String, b: String) {
        class(&a, &b);
    }
}

//! The codes of ISO 4217 by their minor units.
//!
//! Sources: ISO 4217 list one (current, funds codes included) and list three (historic), as maintained by SIX. Where the
//! standard says "N.A." (metals, `XXX`) and for historic codes, decimals are those of Unicode CLDR.

const CURRENT_0: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const CURRENT_2: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY \
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS \
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR \
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XAG XAU XBA XBB XBC XBD XCD \
    XCG XDR XPD XPT XSU XTS XUA XXX YER ZAR ZMW ZWG";
const CURRENT_3: &str = "BHD IQD JOD KWD LYD OMR TND";
const CURRENT_4: &str = "CLF UYW";

const HISTORIC_0: &str = "ADP BYR ESP ITL LUF MGF TMM TPE TRL";
const HISTORIC_2: &str = "\
    AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BGN BOP BRB BRC BRE BRN BRR BUK BYB \
    CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP \
    ILR ISJ LAJ LSM LTL LTT LUC LUL LVL LVR MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD ROK ROL \
    RUR SDD SDP SIT SKK SLL SRG STD SUR TJR UAK UGS UGW USS UYN UYP VEB VEF VNC XEU XFO XFU XRE YDD YUD YUM YUN ZAL \
    ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR";

const HISTORIC: u8 = 0x80;

/// One byte for each triple of letters: 0 where there is no such code, else decimals + 1, with the top bit for historic.
static TABLE: [u8; 26 * 26 * 26] = {
    let table = [0; 26 * 26 * 26];
    let table = filled(table, CURRENT_0, 1);
    let table = filled(table, CURRENT_2, 3);
    let table = filled(table, CURRENT_3, 4);
    let table = filled(table, CURRENT_4, 5);
    let table = filled(table, HISTORIC_0, HISTORIC | 1);
    filled(table, HISTORIC_2, HISTORIC | 3)
};

/// Runs while compiling only, where an index beyond its array is a compile error.
#[allow(clippy::indexing_slicing)]
const fn filled(mut table: [u8; 26 * 26 * 26], codes: &str, value: u8) -> [u8; 26 * 26 * 26] {
    let text = codes.as_bytes();
    let mut at = 0;
    while at < text.len() {
        let place = place([text[at], text[at + 1], text[at + 2]]);
        // A code twice, or a blank too many, would be out of bounds here.
        let free = if table[place] == 0 { place } else { usize::MAX };
        table[free] = value;
        at += 4;
    }
    table
}

const fn place(code: [u8; 3]) -> usize {
    let [a, b, c] = code;
    if !a.is_ascii_uppercase() || !b.is_ascii_uppercase() || !c.is_ascii_uppercase() {
        return usize::MAX;
    }
    ((a - b'A') as usize * 26 + (b - b'A') as usize) * 26 + (c - b'A') as usize
}

fn entry(code: [u8; 3]) -> u8 {
    TABLE.get(place(code)).copied().unwrap_or(0)
}

/// Decimals of a code in capitals; `None` when it is not in the standard.
pub(super) fn decimals(code: [u8; 3]) -> Option<u8> {
    (entry(code) & !HISTORIC).checked_sub(1)
}

/// Whether the code was withdrawn.
pub(super) fn is_historic(code: [u8; 3]) -> bool {
    entry(code) & HISTORIC != 0
}

/// All codes, current and historic, in alphabetical order.
pub(super) fn all() -> impl Iterator<Item = [u8; 3]> {
    let letters = b'A'..=b'Z';
    letters
        .clone()
        .flat_map(move |a| {
            let letters = letters.clone();
            letters.clone().flat_map(move |b| letters.clone().map(move |c| [a, b, c]))
        })
        .filter(|code| entry(*code) != 0)
}

//! Words that names are often made of, and how often: what a small batch cannot tell by itself.
//!
//! The shares are orders of magnitude, from the census and register statistics of the countries that a name is common in:
//! the first given names and surnames of a country are borne by about one person in a hundred.

use super::word_class::TRADES;

/// How often a word stands in names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequent {
    /// A word that payments themselves are described with.
    Phrase,
    /// A word of trades and companies: one name of companies in thirty or so.
    Trade,
    /// A common given name: one person in a hundred and fifty or so.
    Given,
    /// A common surname: one person in three hundred or so.
    Surname,
}

impl Frequent {
    /// One name in so many holds such a word.
    pub fn one_in(self) -> u32 {
        match self {
            Frequent::Phrase => 10,
            Frequent::Trade => 30,
            Frequent::Given => 150,
            Frequent::Surname => 300,
        }
    }
}

/// One name in so many holds a word which is in none of the lists.
pub const RARE_ONE_IN: u32 = 5000;

/// Words that payments themselves are described with.
pub const PHRASES: &str = "payment payments pay paid invoice invoices bill bills transfer credit debit deposit order orders account \
     number reference thank thanks you your our please for from to fee fees month monthly year subscription \
     hosting domain zahlung rechnung uberweisung gutschrift bestellung konto nummer danke betaling factuur \
     rekening bestelling bedankt facture paiement virement commande merci fattura pagamento bonifico ordine \
     grazie factura pago transferencia pedido gracias faktura betalning tack maksu lasku kiitos platnosc przelew \
     platba";

/// Words that stand in texts of payments beside these, though they are names as well: months, and banks' words.
pub const TEXT_WORDS: &str = "january february march april may june july august september october november december jan feb mar apr jun \
     jul aug sep sept oct nov dec januar februar marz mai juni juli oktober dezember janvier fevrier mars avril \
     juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto \
     septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre \
     dicembre januari februari maart mei augustus maj augusti bank banque banco banca banka sepa swift wire \
     deposits card cash cheque check giro direct online standing mobile ref customer client kunde kunden klant \
     client order date value amount total balance statement";

/// Every word with its kind, in lower case without diacritics. A word may come twice: the first kind counts.
pub fn words() -> impl Iterator<Item = (Frequent, &'static str)> {
    let trades = (Frequent::Trade, TRADES);
    let lists = LISTS.iter().copied().chain([trades]);
    lists.flat_map(|(kind, words)| words.split(' ').map(move |word| (kind, word)))
}

const LISTS: &[(Frequent, &str)] = &[
    (Frequent::Phrase, PHRASES),
    (
        Frequent::Trade,
        "and und et of the de la van von der le les das company system consult trade handel global management \
         partner industrie tech capital invest investments property real estate construction bau building builders \
         logistik travel tours food foods catering medical medizintechnik pharma health care clinic dental auto \
         automotive motors garage energy energie solar electric elektro print verlag books events music film \
         fitness sport sports fashion mode beauty online web net network networks data cloud it insurance \
         versicherung finance financial legal law rechtsanwalt steuerberatung engineering maschinenbau werkstatt \
         farm farms garden home house haus market supply supplies wholesale import export enterprises brothers \
         sons bros associates academy society institute center centre zentrum team plus pro new great north south \
         east west",
    ),
    (
        Frequent::Given,
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark \
         paul steven andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey ryan jacob gary \
         nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick jack \
         peter martin simon oliver harry mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa \
         nancy sandra ashley emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen amy anna \
         emma olivia sophie sophia julia maria lena lea hannah hanna laura katharina christine christina sabine petra \
         monika claudia andrea susanne nicole martina birgit ursula hans klaus jurgen wolfgang michael stefan andreas \
         thomas christian frank bernd uwe jan tim lukas felix jonas leon max maximilian moritz philipp sebastian florian \
         markus matthias jean pierre michel philippe alain nicolas marie nathalie isabelle catherine sylvie camille \
         julien antoine louis luca marco giuseppe giovanni antonio mario francesco andrea alessandro matteo lorenzo \
         giulia chiara francesca sara anna elena jose manuel juan carlos luis miguel javier pedro pablo diego carmen \
         ana isabel pilar lucia marta sofia johannes cornelis hendrik willem pieter dirk kees bram sem daan anneke \
         johanna wilhelmina lars erik karl anders per johan nils olof bjorn magnus henrik fredrik mats hakan ingrid \
         karin eva kristina birgitta elisabeth margareta soren jens niels morten rasmus mette hanne kirsten ole kari \
         anne marit liv knut odd juha timo mika matti jari tuula ritva leena pirjo piotr krzysztof andrzej tomasz pawel \
         jan agnieszka katarzyna malgorzata joanna ewa jiri petr pavel tomas zdenek jana eva lucie mohammed mohamed ali \
         ahmed hassan omar fatima aisha wei li ming chen yuki hiroshi raj priya anil ivan dmitri sergei olga natalia",
    ),
    (
        Frequent::Surname,
        "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson \
         anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis \
         robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera \
         campbell mitchell carter roberts evans edwards hughes wood patel khan singh ahmed ali hussain muller schmidt \
         schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf schroder \
         neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner krause lehmann bernard dubois \
         petit durand leroy moreau simon laurent lefebvre michel rossi russo ferrari esposito bianchi romano colombo \
         ricci marino greco fernandez gomez diaz silva santos ferreira pereira oliveira costa jong jansen vries berg \
         dijk bakker janssen visser smit meijer boer mulder peeters maes jacobs andersson johansson karlsson nilsson \
         eriksson larsson olsson persson svensson hansen nielsen jensen pedersen andersen christensen larsen sorensen \
         rasmussen olsen johansen berg haugen korhonen virtanen makinen nieminen laine nowak kowalski wisniewski \
         wojcik novak svoboda dvorak horvath nagy kovacs toth popescu ivanov petrov wang li zhang chen liu kim park \
         tanaka suzuki murphy kelly sullivan walsh byrne ryan",
    ),
];

//! Names of the four countries: given names, surnames, and the parts of which more surnames are made.

/// A country's names. Words stand in one text with spaces between.
pub struct Names {
    /// Given names of women, then of men.
    pub women: &'static str,
    pub men: &'static str,
    /// Surnames as they stand.
    pub common: &'static str,
    /// Beginnings and ends of rarer ones.
    pub stems: &'static str,
    pub ends: &'static str,
}

pub const SPAIN: Names = Names {
    women: "María Carmen Lucía Josefa Isabel Ana Laura Marta Cristina Pilar Dolores Elena Raquel Rosa Paula Sara \
            Antonia Mercedes Beatriz Nuria Silvia Patricia Rocío Montserrat Andrea Alba Irene Encarnación Ángeles \
            Concepción Yolanda Noelia Inés Begoña Julia Verónica Ainhoa Leire Nerea Itziar Amparo Inmaculada Lourdes \
            Esther Gloria Carla Carlota Jimena Martina Daniela Valeria Xiana Uxía Iria",
    men: "Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Ángel Pablo \
          Sergio Fernando Luis Jorge Alberto Álvaro Adrián Diego Raúl Iván Rubén Enrique Óscar Ramón Vicente Andrés Joaquín \
          Santiago Eduardo Víctor Mario Roberto Jaime Ignacio Marcos Alfonso Salvador Ricardo Hugo Emilio Jordi Iker Unai \
          Gorka Xabier Íñigo Nicolás Gonzalo",
    common: "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno \
             Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina \
             Blanco Suárez Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Sanz Castillo Iglesias Cortés Garrido Santos \
             Guerrero Lozano Cano Cruz Méndez Flores Prieto Herrera Peña León Márquez Cabrera Gallego Calvo Vidal Campos Reyes \
             Vega Fuentes Carrasco Díez Aguilar Caballero Nieto Santana Pascual Ferrer Benítez Lorenzo Arias Giménez Ibáñez \
             Montero Hidalgo Mora Bravo Rojas Soler Parra Crespo Velasco Saez Moya Soto Esteban Quiñones Ordóñez Zúñiga",
    stems: "Etxe Goiko Urru Mendi Aldama Iturr Zubi Arana Otxo Larra Igar Berri",
    ends: "barria etxea tia zabal goitia oz berri mendi aga ain",
};

pub const ITALY: Names = Names {
    women: "Maria Anna Giulia Francesca Chiara Sara Laura Elena Paola Martina Federica Valentina Silvia Alessandra Elisa \
            Roberta Giovanna Rosa Angela Lucia Teresa Carla Daniela Barbara Simona Monica Cristina Patrizia Claudia Ilaria \
            Serena Alice Beatrice Aurora Ginevra Sofia Noemi Caterina Marta Irene Michela Arianna Giorgia Stefania Antonella \
            Emanuela Loredana Raffaella Nicoletta Donatella Concetta Assunta Filomena",
    men: "Giuseppe Marco Giovanni Antonio Andrea Luca Francesco Alessandro Matteo Lorenzo Mario Roberto Stefano Paolo Davide \
          Simone Luigi Salvatore Vincenzo Pietro Alberto Riccardo Fabio Massimo Claudio Daniele Giorgio Enrico Filippo Gabriele \
          Tommaso Nicola Michele Federico Edoardo Emanuele Domenico Gianluca Maurizio Sergio Raffaele Pasquale Carmelo Angelo \
          Bruno Franco Niccolò Ettore Elia Leonardo Gian",
    common: "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini \
             Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Leone Longo Gentile Martinelli \
             Vitale Lombardo Serra Coppola D'Angelo Marchetti Parisi Villa Conte Ferraro Fabbri Bianco Marini Grasso Valentini \
             Messina Sala Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa \
             Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino Fiore \
             Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino \
             D'Amico Orlando Negri Nicolò",
    stems: "Bard Cant Mar Pell Tomas Zan Bass Ferr Guid Camp Fior Mantov Bol Cesar Ventur Pas Bonav Ald Mazz Scar Batt Lanz Cor \
            Ramp Tor Vas Baldin Mar Fran Pav Sal Trev",
    ends: "ini etti oni ello ucci ato ari esi otto azzi uzzi otti igliani angeli",
};

pub const POLAND: Names = Names {
    women: "Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Aleksandra Zofia Monika \
            Teresa Danuta Natalia Karolina Marta Julia Beata Dorota Janina Jadwiga Jolanta Alicja Grażyna Iwona Paulina Justyna \
            Irena Halina Wiktoria Renata Urszula Kinga Sylwia Patrycja Hanna Oliwia Weronika Emilia Aneta Izabela Łucja \
            Świętosława Bożena Milena Klaudia Stanisława Wanda Żaneta",
    men: "Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Łukasz Marek Grzegorz Mateusz Wojciech Mariusz \
          Dariusz Maciej Zbigniew Jerzy Rafał Robert Kamil Jacek Szymon Dawid Ryszard Kacper Jarosław Janusz Sławomir Henryk \
          Mirosław Artur Sebastian Damian Przemysław Bartosz Konrad Stanisław Kazimierz Daniel Patryk Zdzisław Filip Wiesław \
          Leszek Bogdan Bartłomiej Hubert Ignacy Błażej Cezary",
    common: "Nowak Wójcik Kowalczyk Woźniak Mazur Kaczmarek Krawczyk Zając Król Wieczorek Wróbel Stępień Dudek Pawlak Walczak \
             Michalak Baran Szewczyk Pietrzak Marciniak Bąk Duda Włodarczyk Kubiak Wilk Lis Kołodziej Głowacz Sikora Bielak \
             Kania Urban Czech Sowa Kozioł Kozak Gołąb Olejnik Mróz Gajda Sroka Żak Kurek Kruk Szulc Madej Kot Kucharczyk \
             Michalik Kaźmierczak Sobczak Piątek Śliwa Bednarek Ratajczak Cieślak Kostrzewa Łuczak Matuszak Świątek Przybysz",
    stems: "Kowal Wiśniew Kamiń Lewandow Zieliń Szymań Dąbrow Kozłow Jankow Wojciechow Kwiatkow Krawczy Grabow Nowakow Pawłow \
            Michal Adam Jabłoń Zawadz Jasiń Sadow Ostrow Borkow Wilczyń Maciejew Brzeziń Sobolew Rutkow Malinow Górec Makow \
            Laskow Urbań Głowac Wysoc Zakrzew Czarnec Witkow Sikor Błaszczy Chmielew Borow Szczepań Leśniew Gajew Kaczor \
            Żurow Przybyl Sawic Bieleck",
    ends: "ski ski ski cki ik ek iak czyk owicz",
};

pub const PORTUGAL: Names = Names {
    women: "Maria Ana Joana Inês Beatriz Mariana Carolina Catarina Sofia Leonor Matilde Rita Marta Sara Teresa Isabel Helena \
            Cláudia Patrícia Sandra Susana Paula Carla Cristina Fernanda Margarida Francisca Lurdes Conceição Fátima Graça \
            Raquel Vera Diana Filipa Andreia Tânia Sónia Lúcia Madalena Benedita Constança Íris Glória Olívia Fabiana Débora",
    men: "João José António Manuel Francisco Carlos Luís Paulo Pedro Miguel Jorge Rui Fernando Ricardo Nuno Tiago Bruno Hugo \
          André Diogo Gonçalo Rodrigo Martim Tomás Duarte Vasco Afonso Simão Gabriel Rafael Daniel David Sérgio Mário Vítor Joaquim \
          Henrique Filipe Álvaro Armando Américo Abílio Adérito Domingos Estêvão Fausto Germano",
    common: "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques \
             Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves \
             Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro \
             Figueiredo Azevedo Freitas Magalhães Henriques Lima Guerreiro Batista Pinheiro Faria Miranda Barros Morais Nogueira \
             Esteves Anjos Baptista Campos Mota Andrade Brito Sá Leite Abreu Nascimento Melo Vaz Branco Camões Guimarães Brandão \
             Paixão Falcão Galvão Leitão",
    stems: "Vilar Mour Cast Carv Font Oliv Pedr Quint Sever Torr Lour Arc Bel Sobr Ram Gand",
    ends: "inho ais ães eiro elas edo osa inha eira ido",
};

/// Companies: what they do, what they are called, their form.
pub const TRADES: [&str; 4] = [
    "Construcciones Transportes Talleres Panadería Farmacia Clínica Ferretería Inmobiliaria Gestoría Academia Hostelería \
     Viveros Autoescuela Óptica Electricidad Carpintería Suministros Imprenta Lavandería Peluquería",
    "Costruzioni Trasporti Officina Panificio Farmacia Studio Ferramenta Immobiliare Idraulica Palestra Ristorazione Vivai \
     Autoscuola Ottica Impianti Falegnameria Forniture Tipografia Lavanderia Edilizia",
    "Budownictwo Transport Warsztat Piekarnia Apteka Przychodnia Hurtownia Nieruchomości Księgowość Szkoła Gastronomia \
     Ogrodnictwo Optyk Elektryka Stolarnia Zaopatrzenie Drukarnia Pralnia Meble Instalacje",
    "Construções Transportes Oficina Padaria Farmácia Clínica Ferragens Imobiliária Contabilidade Academia Restauração Viveiros \
     Ótica Eletricidade Carpintaria Fornecimentos Tipografia Lavandaria Móveis Climatização",
];

pub const BRANDS: &str = "Mirasol Levante Duero Tramontana Adriatica Vesuvio Dolomiti Ticino Etna Maremma Wisła Bałtyk Tatry Mazury \
                          Odra Warta Tejo Douro Algarve Mondego Minho Atlântico Ibérica Sierra Montaña Encina Olivar Alcázar Girasol \
                          Quercia Ginestra Aurora Fenice Stella Orzeł Sokół Żubr Jaskółka Słonecznik Andorinha Sobreiro Oliveira Navegante";

pub const FORMS: [&[&str]; 4] = [
    &["SL", "S.L.", "SA", "S.L.U.", "SCP"],
    &["S.r.l.", "SRL", "S.p.A.", "S.n.c.", "S.a.s."],
    &["Sp. z o.o.", "sp. z o.o.", "S.A.", "sp.j.", "s.c."],
    &["Lda", "Lda.", "Unipessoal Lda", "S.A."],
];

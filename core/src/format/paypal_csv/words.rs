//! Words for the status of a row and for what it did to the balance; all that words say is looked up here.

use super::super::cells::key::key;
use super::super::cells::memo::Memo;
use super::kinds::Kinds;

/// What a row did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It moved the balance.
    Moved,
    /// It is announced.
    Pending,
    /// It moves nothing: a note, an authorization, a part of another row.
    Memo,
    /// It was denied, cancelled or has expired.
    Failed,
}

/// Words for what a row did, folded as headers are.
#[rustfmt::skip]
const IMPACT: &[(Effect, &[&str])] = &[
    (Effect::Moved, &["credit", "debit", "haben", "soll", "abono", "cargo", "credito", "debito", "accredito", "addebito", "bij", "af", "uznanie", "obciazenie", "kredyt", "debet", "gutschrift", "belastung"]),
    (Effect::Memo, &["memo", "memorandum", "nota", "anotacion", "promemoria", "notatka", "memorando", "none"]),
];

/// Words for the status of a row, folded as headers are.
#[rustfmt::skip]
const STATUS: &[(Effect, &[&str])] = &[
    (Effect::Moved, &["completed", "cleared", "refunded", "partially refunded", "reversed", "returned", "paid", "success", "abgeschlossen", "erstattet", "teilweise erstattet", "ruckbuchung", "zuruckgebucht", "termine", "effectu", "rembourse", "completado", "reembolsado", "revertido", "completato", "completata", "rimborsato", "stornato", "voltooid", "terugbetald", "teruggebokt", "zakonczono", "zakonczone", "zrealizowano", "ukonczono", "zwrocono", "concluido", "concluida", "completo", "estornado"]),
    (Effect::Pending, &["pending", "held", "on hold", "unclaimed", "processing", "uncleared", "under review", "ausstehend", "offen", "einbehalten", "in bearbeitung", "nicht eingelost", "en attente", "bloqu", "en cours", "non reclame", "pendiente", "retenido", "en proceso", "in sospeso", "in attesa", "trattenuto", "bloccato", "in behandeling", "vastgehouden", "niet opgeeist", "oczekujace", "oczekujaca", "oczekuje", "wstrzymano", "pendente", "retido", "em processamento"]),
    (Effect::Failed, &["denied", "failed", "canceled", "cancelled", "expired", "removed", "voided", "blocked", "unpaid", "unverified", "abgelehnt", "fehlgeschlagen", "storniert", "abgebrochen", "abgelaufen", "entfernt", "refuse", "annule", "echou", "expire", "supprime", "denegado", "rechazado", "fallido", "cancelado", "caducado", "vencido", "eliminado", "rifiutato", "non riuscito", "annullato", "scaduto", "rimosso", "geweigerd", "afgewezen", "mislukt", "geannuleerd", "verlopen", "verwijderd", "odrzucono", "nieudana", "anulowano", "wygaslo", "wygasla", "usunieto", "negado", "recusado", "expirado", "removido", "falhou"]),
    (Effect::Memo, &["placed", "active", "created", "inactive", "aktiv", "erstellt", "actif", "cree", "activo", "creado", "attivo", "creato", "actief", "gemakt", "aktywny", "utworzono", "ativo", "criado"]),
];

/// What words say, each cell looked up once.
pub(super) struct Words {
    pub(super) kinds: Kinds,
    impact: Memo<Option<Effect>>,
    status: Memo<Option<Effect>>,
}

impl Words {
    pub(super) fn new() -> Self {
        Words { kinds: Kinds::new(), impact: Memo::new(), status: Memo::new() }
    }

    pub(super) fn impact(&mut self, cell: &str) -> Option<Effect> {
        self.impact.get(cell, |cell| effect(IMPACT, cell))
    }

    pub(super) fn status(&mut self, cell: &str) -> Option<Effect> {
        self.status.get(cell, |cell| effect(STATUS, cell))
    }
}

fn effect(table: &[(Effect, &[&str])], cell: &str) -> Option<Effect> {
    let key = key(cell);
    table.iter().find(|(_, words)| words.contains(&key.as_str())).map(|(effect, _)| *effect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_folded() {
        let all = IMPACT.iter().chain(STATUS).flat_map(|(_, all)| all.iter());
        all.for_each(|word| assert_eq!(key(word), *word));
    }
}

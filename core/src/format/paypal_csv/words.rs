//! Words for the status of a row and for what it did to the balance.

use super::super::cells::key::key;
use rustc_hash::FxHashMap;

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

#[rustfmt::skip]
const IMPACT: &[(Effect, &[&str])] = &[
    (Effect::Moved, &["Credit", "Debit", "Haben", "Soll", "Crédit", "Débit", "Abono", "Cargo", "Crédito", "Débito", "Accredito", "Addebito", "Bij", "Af", "Uznanie", "Obciążenie", "Kredyt", "Debet", "Gutschrift", "Belastung"]),
    (Effect::Memo, &["Memo", "Mémo", "Mémorandum", "Nota", "Anotación", "Promemoria", "Notatka", "Memorando", "None"]),
];

#[rustfmt::skip]
const STATUS: &[(Effect, &[&str])] = &[
    (Effect::Moved, &["Completed", "Cleared", "Refunded", "Partially Refunded", "Reversed", "Returned", "Paid", "Success", "Abgeschlossen", "Erstattet", "Teilweise erstattet", "Rückbuchung", "Zurückgebucht", "Terminé", "Effectué", "Remboursé", "Completado", "Reembolsado", "Revertido", "Completato", "Completata", "Rimborsato", "Stornato", "Voltooid", "Terugbetaald", "Teruggeboekt", "Zakończono", "Zakończone", "Zrealizowano", "Ukończono", "Zwrócono", "Concluído", "Concluída", "Completo", "Estornado"]),
    (Effect::Pending, &["Pending", "Held", "On hold", "Unclaimed", "Processing", "Uncleared", "Under review", "Ausstehend", "Offen", "Einbehalten", "In Bearbeitung", "Nicht eingelöst", "En attente", "Bloqué", "En cours", "Non réclamé", "Pendiente", "Retenido", "En proceso", "In sospeso", "In attesa", "Trattenuto", "Bloccato", "In behandeling", "Vastgehouden", "Niet opgeëist", "Oczekujące", "Oczekująca", "Oczekuje", "Wstrzymano", "Pendente", "Retido", "Em processamento"]),
    (Effect::Failed, &["Denied", "Failed", "Canceled", "Cancelled", "Expired", "Removed", "Voided", "Blocked", "Unpaid", "Unverified", "Abgelehnt", "Fehlgeschlagen", "Storniert", "Abgebrochen", "Abgelaufen", "Entfernt", "Refusé", "Annulé", "Échoué", "Expiré", "Supprimé", "Denegado", "Rechazado", "Fallido", "Cancelado", "Caducado", "Vencido", "Eliminado", "Rifiutato", "Non riuscito", "Annullato", "Scaduto", "Rimosso", "Geweigerd", "Afgewezen", "Mislukt", "Geannuleerd", "Verlopen", "Verwijderd", "Odrzucono", "Nieudana", "Anulowano", "Wygasło", "Wygasła", "Usunięto", "Negado", "Recusado", "Expirado", "Removido", "Falhou"]),
    (Effect::Memo, &["Placed", "Active", "Created", "Inactive", "Aktiv", "Erstellt", "Actif", "Créé", "Activo", "Creado", "Attivo", "Creato", "Actief", "Gemaakt", "Aktywny", "Utworzono", "Ativo", "Criado"]),
];

/// The words of all languages, folded.
pub(super) struct Words {
    impact: FxHashMap<String, Effect>,
    status: FxHashMap<String, Effect>,
}

impl Words {
    pub(super) fn new() -> Self {
        let folded = |table: &[(Effect, &[&str])]| {
            // As they are printed, and folded.
            let all = table.iter().flat_map(|(effect, words)| words.iter().map(move |word| (*word, *effect)));
            all.flat_map(|(word, effect)| [(word.to_owned(), effect), (key(word), effect)]).collect()
        };
        Words { impact: folded(IMPACT), status: folded(STATUS) }
    }

    pub(super) fn impact(&self, cell: &str) -> Option<Effect> {
        self.impact.get(cell).or_else(|| self.impact.get(&key(cell))).copied()
    }

    pub(super) fn status(&self, cell: &str) -> Option<Effect> {
        self.status.get(cell).or_else(|| self.status.get(&key(cell))).copied()
    }
}

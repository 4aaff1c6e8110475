//! What a script with RapidFuzz does: blocks of equal amount, the best `token_sort_ratio` of texts, greedy by score.
//! It stands here to be measured against.

use payymo::model::{Invoice, InvoiceState, Status, Transaction};
use rapidfuzz::fuzz::RatioBatchComparator;
use std::collections::BTreeMap;

/// One pair that the script takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Position of the transaction.
    pub transaction: usize,
    /// Position of the item.
    pub invoice: usize,
    /// Between 0 and 1.
    pub score: f64,
}

/// Scores all pairs of equal amount and currency and takes the best ones first, each transaction and item once.
/// Pairs below `least` are left.
pub fn greedy(transactions: &[Transaction], invoices: &[Invoice], least: f64) -> Vec<Pair> {
    let mut blocks: BTreeMap<(i64, String), Vec<(usize, String)>> = BTreeMap::new();
    for (at, row) in invoices.iter().enumerate() {
        if row.state == InvoiceState::Open && row.open.minor() > 0 {
            let name =
                row.customer.as_ref().and_then(|customer| customer.name.as_deref()).unwrap_or_default();
            let number = row.number.as_deref().unwrap_or(&row.id);
            let key = (row.open.minor(), row.currency().to_string());
            blocks.entry(key).or_default().push((at, sorted(&format!("{number} {name}"))));
        }
    }
    let mut pairs = Vec::new();
    for (at, row) in transactions.iter().enumerate() {
        let Ok(gross) = row.gross() else { continue };
        let Some(block) = blocks.get(&(gross.minor(), gross.currency().to_string())) else { continue };
        if row.status == Status::Pending {
            continue;
        }
        let name = row.counterparty.name.as_deref().unwrap_or_default();
        let text = sorted(&format!("{} {name}", row.remittance));
        let scorer = RatioBatchComparator::new(text.chars());
        for (invoice, other) in block {
            let score = scorer.similarity(other.chars());
            if score >= least {
                pairs.push(Pair { transaction: at, invoice: *invoice, score });
            }
        }
    }
    pairs.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((a.transaction, a.invoice).cmp(&(b.transaction, b.invoice)))
    });
    let mut paid = vec![false; transactions.len()];
    let mut settled = vec![false; invoices.len()];
    pairs.retain(|pair| {
        let free = !paid[pair.transaction] && !settled[pair.invoice];
        if free {
            paid[pair.transaction] = true;
            settled[pair.invoice] = true;
        }
        free
    });
    pairs
}

/// Lower case, letters and digits only, words in order of the alphabet: what `token_sort_ratio` compares.
fn sorted(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use payymo::model::Customer;
    use payymo::money::{Amount, Currency};

    #[test]
    fn the_better_text_wins_and_an_item_is_taken_once() {
        let amount = Amount::new(999, Currency::parse("GBP").unwrap());
        let mut invoices = vec![Invoice::new("1", amount), Invoice::new("2", amount)];
        for (row, name) in invoices.iter_mut().zip(["Jane Smith", "Ali Khan"]) {
            row.customer = Some(Customer { name: Some(name.to_owned()), ..Customer::default() });
        }
        let mut rows: Vec<Transaction> = Vec::new();
        for (id, text) in [("a", "KHAN ALI 2"), ("b", "smith jane"), ("c", "smith j")] {
            let mut row = Transaction::new(id, chrono::NaiveDate::default(), amount);
            row.remittance = text.to_owned();
            rows.push(row);
        }
        let pairs: Vec<_> =
            greedy(&rows, &invoices, 0.3).iter().map(|p| (p.transaction, p.invoice)).collect();
        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }
}

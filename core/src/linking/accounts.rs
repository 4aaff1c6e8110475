//! Which rows are of one account, however their sources write it.

use crate::model::Transaction;
use crate::party::account_keys;
use rustc_hash::FxHashMap;

/// The accounts of rows: each by a number of its own, an IBAN and the national number in it by the same.
pub(super) struct Accounts<'a>(FxHashMap<&'a str, u32>);

impl<'a> Accounts<'a> {
    /// Reads the accounts of rows. A masked number is nobody's.
    pub(super) fn of(rows: impl Iterator<Item = &'a Transaction>) -> Self {
        let mut spellings: FxHashMap<&str, Vec<String>> = FxHashMap::default();
        for account in rows.filter_map(|row| row.account.as_deref()) {
            spellings.entry(account).or_insert_with(|| account_keys(account));
        }
        // Of a national number the IBAN that holds it; of one that two IBANs hold none.
        let mut holder: FxHashMap<&str, Option<&str>> = FxHashMap::default();
        for keys in spellings.values() {
            let Some((first, national)) = keys.split_first() else { continue };
            for key in national {
                holder
                    .entry(key)
                    .and_modify(|known| *known = known.filter(|known| known == first))
                    .or_insert(Some(first));
            }
        }
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut accounts = FxHashMap::default();
        for (account, keys) in &spellings {
            let Some(own) = keys.first().filter(|key| !key.is_empty() && !key.contains('*')) else {
                continue;
            };
            let own = holder.get(own.as_str()).copied().flatten().unwrap_or(own);
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            accounts.insert(*account, *numbers.entry(own).or_insert(next));
        }
        Accounts(accounts)
    }

    /// The account of a row, where it says one.
    pub(super) fn get(&self, row: &Transaction) -> Option<u32> {
        self.0.get(row.account.as_deref()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};

    #[test]
    fn an_iban_and_its_national_number_are_one_account() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let row = |account: &str| {
            let mut row = Transaction::new("", day, Amount::new(1, Currency::EUR));
            row.account = Some(account.to_owned());
            row
        };
        let rows =
            ["DE89370400440532013000", "37040044/532013000", "DE89 3704 0044 0532 0130 00", "****3000", "7"]
                .map(row);
        let accounts = Accounts::of(rows.iter());
        let [iban, national, spaced, masked, other] = rows.each_ref().map(|row| accounts.get(row));
        assert!(iban.is_some() && iban == national && iban == spaced);
        assert!(masked.is_none() && other.is_some() && other != iban);
        assert_eq!(accounts.get(&Transaction::new("", day, Amount::new(1, Currency::EUR))), None);
    }
}

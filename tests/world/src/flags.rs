//! What the commands that measure and fit are asked for: which styles, which seeds, how many customers.

use crate::{World, style};
use std::process::ExitCode;

/// What a command ends with: 2 and a line on standard error where it could not run.
pub fn exit(command: &str, outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{command}: {message}");
            ExitCode::from(2)
        }
    }
}

/// Worlds to be made.
pub struct Worlds {
    /// Names of styles.
    pub styles: Vec<String>,
    /// Seeds of each style.
    pub seeds: Vec<u64>,
    /// Customers of each world.
    pub customers: usize,
}

impl Worlds {
    /// Reads `--styles a,b --seeds 1..5 --customers 2000`; what is left out is all styles, `usual` seeds, 2,000.
    ///
    /// # Errors
    /// A sentence about the first flag that is unknown or wrong.
    pub fn read(mut words: impl Iterator<Item = String>, usual: &str) -> Result<Self, String> {
        let styles = style::STYLES.iter().map(|row| row.0.to_owned()).collect();
        let mut worlds = Worlds { styles, seeds: seeds(usual)?, customers: 2_000 };
        while let Some(flag) = words.next() {
            let value = words.next().ok_or(format!("{flag} needs a value"))?;
            match flag.as_str() {
                "--styles" => worlds.styles = value.split(',').map(str::to_owned).collect(),
                "--seeds" => worlds.seeds = seeds(&value)?,
                "--customers" => {
                    worlds.customers = value.parse().map_err(|_| format!("{flag} needs a number"))?;
                }
                _ => return Err(format!("no flag {flag}")),
            }
        }
        Ok(worlds)
    }

    /// Makes them one after the other.
    ///
    /// # Errors
    /// A style that there is not, or that cannot be made here.
    pub fn each(&self, mut visit: impl FnMut(&World)) -> Result<(), String> {
        for name in &self.styles {
            for seed in &self.seeds {
                let world = style::make(name, *seed, self.customers);
                visit(&world.ok_or(format!("no style {name}, or what it is made from is not here"))?);
            }
        }
        Ok(())
    }
}

/// `3`, `1,4,9` or `1..3`, both ends included.
///
/// # Errors
/// A sentence about what is no such list.
pub fn seeds(text: &str) -> Result<Vec<u64>, String> {
    let bad = || format!("{text} is not a list of seeds");
    let number = |text: &str| text.parse::<u64>().map_err(|_| bad());
    match text.split_once("..") {
        Some((from, to)) => Ok((number(from)?..=number(to)?).collect()),
        None => text.split(',').map(number).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Worlds, String> {
        Worlds::read(words.iter().map(|word| (*word).to_owned()), "1..5")
    }

    #[test]
    fn what_is_wrong_is_refused_and_not_passed_over() {
        let worlds = read(&["--seeds", "7,9"]).expect("flags");
        assert_eq!((worlds.seeds, worlds.styles.len()), (vec![7, 9], style::STYLES.len()));
        assert_eq!(read(&[]).expect("flags").seeds, [1, 2, 3, 4, 5]);
        for wrong in [&["--seed", "1"][..], &["--seeds", "x"], &["--customers", "many"], &["--seeds"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        assert!(read(&["--styles", "nobody"]).expect("flags").each(|_| ()).is_err());
    }
}

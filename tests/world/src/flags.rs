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
    /// Reads `--styles a,b --seeds 1..5 --customers 2000`; what is left out is all styles that may be tuned on, `usual`
    /// seeds, 2,000.
    ///
    /// # Errors
    /// A sentence about the first flag that is unknown or wrong, or about the style that is held out.
    pub fn read(mut words: impl Iterator<Item = String>, usual: &str) -> Result<Self, String> {
        let mut worlds = Worlds { styles: styles("tuned")?, seeds: seeds(usual)?, customers: 2_000 };
        while let Some(flag) = words.next() {
            let value = words.next().ok_or(format!("{flag} needs a value"))?;
            match flag.as_str() {
                "--styles" => worlds.styles = styles(&value)?,
                "--seeds" => worlds.seeds = seeds(&value)?,
                "--customers" => {
                    worlds.customers = value.parse().map_err(|_| format!("{flag} needs a number"))?;
                }
                _ => return Err(format!("no flag {flag}")),
            }
        }
        match worlds.styles.iter().find(|name| *name == style::HELD_OUT) {
            Some(name) => Err(format!("{name} is held out: nothing is fitted to it")),
            None => Ok(worlds),
        }
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

/// Names of styles: `all`, `held_out`, `tuned` (all but that one), or names with commas between.
///
/// # Errors
/// A sentence about the name that is no style's.
pub fn styles(text: &str) -> Result<Vec<String>, String> {
    let all = || style::STYLES.iter().map(|row| row.0);
    let names: Vec<&str> = match text {
        "all" => all().collect(),
        "tuned" => all().filter(|name| *name != style::HELD_OUT).collect(),
        "held_out" => vec![style::HELD_OUT],
        list => list.split(',').collect(),
    };
    match names.iter().find(|name| all().all(|known| known != **name)) {
        Some(name) => Err(format!("no style {name}")),
        None => Ok(names.into_iter().map(str::to_owned).collect()),
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
        let tuned = style::STYLES.iter().filter(|row| row.0 != style::HELD_OUT).count();
        assert_eq!((worlds.seeds, worlds.styles.len()), (vec![7, 9], tuned));
        assert_eq!(read(&[]).expect("flags").seeds, [1, 2, 3, 4, 5]);
        for wrong in [&["--seed", "1"][..], &["--seeds", "x"], &["--customers", "many"], &["--seeds"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        assert!(read(&["--styles", "nobody"]).is_err());
        assert!(read(&["--styles", "held_out"]).is_err() && read(&["--styles", "all"]).is_err());
        assert_eq!(styles("held_out").expect("styles"), [style::HELD_OUT]);
        assert_eq!(styles("all").expect("styles").len(), style::STYLES.len());
    }
}

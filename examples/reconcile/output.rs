//! Outputs that are there whole or not at all: written beside their place, then renamed into it.

use crate::args::{Args, In};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    /// `-`.
    Standard,
    /// A path.
    File(PathBuf),
}

/// Outputs of one run. Files are all written before the first is put in its place.
#[derive(Default)]
pub struct Outputs(Vec<(Out, Vec<u8>)>);

impl Outputs {
    /// Adds one.
    pub fn add(&mut self, out: &Out, bytes: Vec<u8>) {
        self.0.push((out.clone(), bytes));
    }

    /// Writes all.
    pub fn write(&self) -> Result<(), String> {
        let mut waiting = Vec::new();
        for (out, bytes) in &self.0 {
            if let Out::File(path) = out {
                match Beside::write(path, bytes) {
                    Ok(beside) => waiting.push(beside),
                    Err(error) => return Err(format!("{}: {error}", shown(path))),
                }
            }
        }
        for beside in waiting {
            let path = beside.to.clone();
            beside.put().map_err(|error| format!("{}: {error}", shown(&path)))?;
        }
        for (_, bytes) in self.0.iter().filter(|(out, _)| *out == Out::Standard) {
            let text = std::io::stdout().lock().write_all(bytes);
            match text {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                    return Err(format!("standard output: {error}"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// A file written beside its place; gone again if it is not put there.
struct Beside {
    at: Option<PathBuf>,
    to: PathBuf,
}

impl Beside {
    fn write(path: &Path, bytes: &[u8]) -> std::io::Result<Self> {
        // A device or a pipe is written to, a link is followed: neither is replaced.
        let to = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&to).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        if old.as_ref().is_some_and(|meta| !meta.is_file()) {
            fs::OpenOptions::new().write(true).open(&to)?.write_all(bytes)?;
            return Ok(Beside { at: None, to });
        }
        let name = to.file_name().ok_or(std::io::ErrorKind::InvalidInput)?.to_owned();
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.partial", std::process::id()));
        let beside = Beside { at: Some(to.with_file_name(hidden)), to };
        if let Some(at) = &beside.at {
            let mut file = fs::OpenOptions::new().write(true).create_new(true).open(at)?;
            if let Some(old) = old {
                file.set_permissions(old.permissions())?;
            }
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        Ok(beside)
    }

    fn put(mut self) -> std::io::Result<()> {
        match &self.at {
            Some(at) => fs::rename(at, &self.to)?,
            None => return Ok(()),
        }
        self.at = None;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(at) = &self.at {
            let _ = fs::remove_file(at);
        }
    }
}

/// Refuses an output that would replace an input; a memory may take the place of the one before.
pub fn keep_inputs(args: &Args) -> Result<(), String> {
    for out in [&args.json, &args.html, &args.memory_out].into_iter().flatten() {
        let Out::File(path) = out else { continue };
        let Ok(real) = fs::canonicalize(path) else { continue };
        let renewed = (args.memory_out.as_ref() == Some(out)).then_some(args.memory.as_ref()).flatten();
        for input in args.inputs().filter(|input| Some(*input) != renewed) {
            let In::File(input) = input else { continue };
            if fs::canonicalize(input).is_ok_and(|input| input == real) {
                return Err(format!("{} is an input and would be overwritten", shown(path)));
            }
        }
    }
    Ok(())
}

/// A path as a person may see it.
pub fn shown(path: &Path) -> String {
    crate::safe::terminal(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of this test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("payymo-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn all_outputs_or_none() {
        let folder = folder("none");
        fs::write(folder.join("a.json"), "before").expect("a file");
        let mut outputs = Outputs::default();
        outputs.add(&Out::File(folder.join("a.json")), b"after".to_vec());
        outputs.add(&Out::File(folder.join("missing/b.html")), b"page".to_vec());
        let error = outputs.write().expect_err("no such folder");
        assert!(error.contains("b.html"), "{error}");
        assert_eq!(names(&folder), ["a.json"]);
        assert_eq!(fs::read(folder.join("a.json")).expect("a file"), b"before");
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn an_output_takes_the_place_of_the_old_one() {
        let folder = folder("old");
        fs::write(folder.join("a.json"), "before").expect("a file");
        let mut outputs = Outputs::default();
        outputs.add(&Out::File(folder.join("a.json")), b"after".to_vec());
        outputs.add(&Out::File(folder.join("b.html")), b"page".to_vec());
        outputs.write().expect("written");
        assert_eq!(names(&folder), ["a.json", "b.html"]);
        assert_eq!(fs::read(folder.join("a.json")).expect("a file"), b"after");
        assert!(outputs_to_folder(&folder).is_err());
        fs::remove_dir_all(folder).expect("removed");
    }

    fn outputs_to_folder(folder: &Path) -> Result<(), String> {
        let mut outputs = Outputs::default();
        outputs.add(&Out::File(folder.to_owned()), b"x".to_vec());
        outputs.write()
    }

    #[test]
    fn an_input_is_never_overwritten() {
        let folder = folder("input");
        let file = folder.join("in.json");
        fs::write(&file, "{}").expect("a file");
        let args = Args {
            transactions: vec![In::File(file.clone())],
            json: Some(Out::File(folder.join("./in.json"))),
            ..Args::default()
        };
        assert!(keep_inputs(&args).is_err());
        let args = Args { json: Some(Out::File(folder.join("out.json"))), ..args };
        assert_eq!(keep_inputs(&args), Ok(()));
        fs::remove_dir_all(folder).expect("removed");
    }
}

//! The README shows what the command prints on the sample data, to the letter.

mod support;

use support::run;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");

/// The payments that the README shows, by how their line begins, and a part of the end from its first line to its last.
const PAYMENTS: [&str; 3] = [
    "✓ 2026-03-13   1,442.00 EUR  PINEWOOD ANALYTICS INC ",
    "? 2026-03-05      29.00 EUR  M. Keller ",
    "✗ 2026-03-12      28.80 GBP  NANDAKUMAR P ",
];
const END: (&str, &str) = ("Receivables ", "  GBP closing");

/// A payment's line and what stands under it.
fn payment<'a>(lines: &[&'a str], begins: &str) -> Vec<&'a str> {
    let at = lines.iter().position(|line| line.starts_with(begins));
    let at = at
        .unwrap_or_else(|| panic!("the command prints no line that begins with {begins:?}: choose another"));
    let below = lines[at + 1..].iter().take_while(|line| line.starts_with(' '));
    [lines[at]].into_iter().chain(below.copied()).collect()
}

fn end<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let find = |begins: &str| {
        let at = lines.iter().position(|line| line.starts_with(begins));
        at.unwrap_or_else(|| panic!("the command prints no line that begins with {begins:?}: choose another"))
    };
    lines[find(END.0)..=find(END.1)].to_vec()
}

#[test]
fn the_sample_is_as_the_command_prints_it() {
    let output = run(&[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<&str> = printed.lines().collect();
    let mut now: Vec<&str> = PAYMENTS.iter().flat_map(|begins| payment(&lines, begins)).collect();
    now.push("…");
    now.extend(end(&lines));
    let now = now.join("\n");

    let readme = std::fs::read_to_string(README).expect("the README");
    let shown =
        readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("the block");
    if shown == now {
        return;
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(README, readme.replacen(shown, &now, 1)).expect("the README is written");
        return;
    }
    panic!(
        "the README shows what the command does not print any more. To bring it up to date:\n\
         UPDATE_README=1 cargo test -p payymo-examples --test readme\n\nIt prints now:\n{now}"
    );
}

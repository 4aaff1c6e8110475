//! The text layer, which every payment and every invoice goes through: nanoseconds an operation, over names and
//! remittance texts of many countries.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use payymo::party::{Name, NameReader, compare, normal_account, normal_account_into};
use payymo::reference::Key;
use payymo::reference::numbers::Numbers;
use payymo::reference::scheme::{self, Strictness};
use payymo::text::{fold, fold_into, tokens};
use payymo_benches::names::NAMES;
use payymo_benches::remittances::remittances;
use std::hint::black_box;

/// Measures an operation on each text; the time shown is that of all, the rate that of one.
fn each<T: AsRef<str>>(bench: &mut Criterion, name: &str, texts: &[T], mut operation: impl FnMut(&str)) {
    let mut group = bench.benchmark_group("text");
    group.throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function(BenchmarkId::from_parameter(name), |bench| {
        bench.iter(|| texts.iter().for_each(|text| operation(black_box(text.as_ref()))));
    });
    group.finish();
}

fn text(bench: &mut Criterion) {
    let remittances = remittances();
    each(bench, "fold names", NAMES, |text| {
        black_box(fold(text));
    });
    each(bench, "fold remittances", &remittances, |text| {
        black_box(fold(text));
    });
    let mut key = String::new();
    each(bench, "fold_into remittances", &remittances, |text| {
        key.clear();
        fold_into(text, &mut key);
        black_box(&key);
    });
    let folded: Vec<String> = remittances.iter().map(|text| fold(text)).collect();
    each(bench, "tokens", &folded, |text| {
        black_box(tokens(text).map(str::len).sum::<usize>());
    });
}

fn party(bench: &mut Criterion) {
    each(bench, "Name::parse", NAMES, |text| {
        black_box(Name::parse(text));
    });
    let mut reader = NameReader::default();
    each(bench, "NameReader::tokens", NAMES, |text| {
        reader.tokens(text).for_each(|token| {
            black_box(token);
        });
    });
    // Each with the next three: different people mostly, some of one name in another form.
    let names: Vec<Name> = NAMES.iter().map(|name| Name::parse(name)).collect();
    let mut group = bench.benchmark_group("text");
    group.throughput(Throughput::Elements(3 * names.len() as u64));
    group.bench_function("compare", |bench| {
        bench.iter(|| {
            for (at, name) in names.iter().enumerate() {
                for other in names.iter().cycle().skip(at + 1).take(3) {
                    black_box(compare(black_box(name), other));
                }
            }
        });
    });
    group.finish();
    let accounts =
        ["DE89370400440532013000", "gb29 nwbk 6016 1331 9268 19", "20-00-00 55779911", "19-2000145399/0800"];
    each(bench, "normal_account", &accounts, |text| {
        black_box(normal_account(text));
    });
    let mut key = String::new();
    each(bench, "normal_account_into", &accounts, |text| {
        normal_account_into(text, &mut key);
        black_box(&key);
    });
}

fn reference(bench: &mut Criterion) {
    let remittances = remittances();
    let mut numbers = Numbers::default();
    each(bench, "Numbers::scan", &remittances, |text| {
        numbers.scan(text);
        black_box(numbers.segments());
    });
    each(bench, "Numbers::scan + candidates", &remittances, |text| {
        numbers.scan(text);
        numbers.candidates(|candidate| {
            black_box(candidate);
        });
    });
    each(bench, "Key::of", &remittances, |text| {
        black_box(Key::of(text));
    });
    let mut found = Vec::new();
    each(bench, "find_into labelled", &remittances, |text| {
        scheme::find_into(text, Strictness::Labelled, &mut found);
        black_box(&found);
    });
    for (name, strictness) in [("find labelled", Strictness::Labelled), ("find bare", Strictness::Bare)] {
        each(bench, name, &remittances, |text| {
            black_box(scheme::find(text, strictness));
        });
    }
}

criterion_group!(benches, text, party, reference);
criterion_main!(benches);

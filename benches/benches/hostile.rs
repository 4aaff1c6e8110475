//! What somebody may send to make a host wait: many equal rows, very long texts. That the work grows no faster than the
//! input is a test (`tests/tests/hostile_size.rs`); how long it takes is measured here.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use payymo::format::{ReadOptions, read};
use payymo::matching::{Options, reconcile};
use payymo::model::{Invoice, Transaction};
use payymo_tests::rows::{item, payment};
use std::hint::black_box;

type Rows = (Vec<Transaction>, Vec<Invoice>);

fn number(n: usize) -> String {
    format!("INV-{:05}", n + 10_000)
}

/// 500 items of one customer and 2,000 payments, all of one amount.
fn copies() -> Rows {
    let paid = |n| payment(&format!("t{n}"), 999, "K1 Holding", "hosting");
    let owed = |n| item(&format!("i{n}"), &number(n), "K1", 999);
    ((0..2000).map(paid).collect(), (0..500).map(owed).collect())
}

/// 2,000 customers, each with one item, all of one amount.
fn equal_amounts() -> Rows {
    let row = |n| {
        let customer = format!("K{n}");
        let paid = payment(&format!("t{n}"), 999, &format!("{customer} Holding"), "hosting");
        (paid, item(&format!("i{n}"), &number(n), &customer, 999))
    };
    (0..2000).map(row).unzip()
}

/// 5,000 items of one customer, and 200 payments of it that name none.
fn one_customer() -> Rows {
    let paid = |n: i64| payment(&format!("t{n}"), 5000 + n * 991, "K1 Holding", "several invoices");
    let owed = |n: usize| item(&format!("i{n}"), &number(n), "K1", 1000 + n as i64 * 37 % 4001);
    ((0..200).map(paid).collect(), (0..5000).map(owed).collect())
}

/// A megabyte of one piece as name and text of a payment.
fn long_text(piece: &str) -> Rows {
    let text = piece.repeat(1_000_000 / piece.len());
    (vec![payment("t1", 1000, &text, &text)], vec![item("i1", "INV-10001", "K1", 1000)])
}

fn engine(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("hostile rows");
    group.sample_size(10);
    for (name, (payments, items)) in [
        ("copies of one payment", copies()),
        ("equal amounts", equal_amounts()),
        ("one customer", one_customer()),
        ("a megabyte of digits", long_text("1 ")),
        ("a megabyte of dates", long_text("1.1.26 ")),
    ] {
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| {
                black_box(reconcile(&payments, &items, &[], &Options::default(), &mut |_, _, _| true))
            });
        });
    }
    group.finish();
}

fn readers(bench: &mut Criterion) {
    const SIZE: usize = 100 * 1024 * 1024;
    let mut group = bench.benchmark_group("a line of 100 MB");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(SIZE as u64));
    for (name, part) in [("letters", "x"), ("cells", "1;"), ("brackets", "["), ("elements", "<a>")] {
        let bytes: Vec<u8> = part.bytes().cycle().take(SIZE).collect();
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| black_box(read(black_box(&bytes), &ReadOptions::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, engine, readers);
criterion_main!(benches);

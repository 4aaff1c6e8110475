//! The engine on worlds of 2,000 customers, copies over two statements, and each reader in bytes per second.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use payymo::format::{ReadOptions, read};
use payymo::linking::duplicates;
use payymo::matching::reconcile;
use payymo::model::{Status, Transaction};
use payymo_benches::inputs;
use payymo_world::style;
use std::hint::black_box;

fn engine(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("reconcile");
    group.sample_size(10);
    for (name, make) in style::STYLES {
        // A style that is made from files which are not here is left out.
        let Some(world) = make(1, 2_000) else { continue };
        group.throughput(Throughput::Elements(world.transactions.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| {
                let rows = (&world.transactions, &world.invoices, &world.settlements);
                black_box(reconcile(rows.0, rows.1, rows.2, &world.options, &mut |_, _, _| true))
            });
        });
    }
    group.finish();
}

/// Two statements of 50,000 rows of which half are in both; every second row has no id of the bank, every fifth is pending.
fn copies(bench: &mut Criterion) {
    const ROWS: usize = 50_000;
    let world = style::hosting_uk::world(1, 2_000);
    let rows: Vec<Transaction> = (0..ROWS * 3 / 2)
        .zip(world.transactions.iter().cycle())
        .map(|(at, made)| {
            let mut row = made.clone();
            row.id = if at % 2 == 0 { format!("bank-{at}") } else { String::new() };
            row.remittance.push_str(&format!(" {at}"));
            row.status = if at % 5 == 0 { Status::Pending } else { Status::Booked };
            row
        })
        .collect();
    let statements = vec![rows[..ROWS].to_vec(), rows[ROWS / 2..].to_vec()];
    let mut group = bench.benchmark_group("linking");
    group.sample_size(10);
    group.throughput(Throughput::Elements(2 * ROWS as u64));
    group.bench_function("duplicates", |bench| {
        bench.iter_batched(
            || statements.clone(),
            |inputs| black_box(duplicates(inputs)),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

fn readers(bench: &mut Criterion) {
    let world = style::hosting_uk::world(1, 2_000);
    let mut group = bench.benchmark_group("read");
    group.sample_size(20);
    for (name, bytes) in inputs::all(5_000, &world) {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| black_box(read(black_box(&bytes), &ReadOptions::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, engine, copies, readers);
criterion_main!(benches);

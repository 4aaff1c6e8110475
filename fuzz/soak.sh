#!/usr/bin/env bash
# soak.sh: every fuzz target at length. A format's target runs FUZZ_RUNS times, each door of the security half TRUST_RUNS times, then each target
# FUZZ_SECONDS long. Says how often each ran; fails at a finding, where the formats ran less than FUZZ_LEAST times together, and where those doors
# ran less than TRUST_LEAST times.
set -euo pipefail
cd "$(dirname "$0")"
cargo=${CARGO:-cargo} runs=${FUZZ_RUNS:-500000} seconds=${FUZZ_SECONDS:-60} least=${FUZZ_LEAST:-10000000}
trust_runs=${TRUST_RUNS:-1700000} trust_least=${TRUST_LEAST:-10000000}
# Doors through which tokens, keys, messages and certificates come; what else has seeds is a format.
trust=" token jwk pem certificate crl webhook "
logs=target/soak
mkdir -p "$logs"
executions=0 of_formats=0 of_trust=0

# once TARGET OPTIONS…: a run; adds its executions.
once() {
  local target=$1 seeds=seeds/$1 log=$logs/$1.log ran
  shift
  test -d "$seeds" || seeds="seeds ../examples/data"
  mkdir -p "corpus/$target"
  # shellcheck disable=SC2086 # two folders
  if ! $cargo fuzz run --sanitizer none "$target" "corpus/$target" $seeds -- \
    -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 "$@" >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "$target: a finding; its input is in fuzz/artifacts/$target" >&2
    exit 1
  fi
  ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  executions=$((executions + ran))
}

# enough WHAT RAN LEAST OPTION: fails where there were too few.
enough() {
  echo "$1: $2 executions"
  if test "$2" -lt "$3"; then
    echo "fewer than $3: give a larger $4" >&2
    exit 1
  fi
}

$cargo fuzz build --sanitizer none
for path in targets/*.rs; do
  target=$(basename "$path" .rs) executions=0
  case $trust in *" $target "*) is_trust=true ;; *) is_trust=false ;; esac
  if $is_trust; then
    once "$target" -runs="$trust_runs"
  elif test -d "seeds/$target"; then
    once "$target" -runs="$runs"
  fi
  if test "$seconds" -gt 0; then once "$target" -max_total_time="$seconds"; fi
  echo "$target: $executions executions"
  if $is_trust; then
    of_trust=$((of_trust + executions))
  elif test -d "seeds/$target"; then
    of_formats=$((of_formats + executions))
  fi
done
enough "all formats" "$of_formats" "$least" FUZZ_RUNS
enough "all doors of the security half" "$of_trust" "$trust_least" TRUST_RUNS

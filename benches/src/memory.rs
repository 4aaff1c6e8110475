//! Resident memory of this process, as Linux tells it. Elsewhere nothing is told.

/// Mebibytes resident now.
pub fn now() -> Option<u64> {
    field("VmRSS:")
}

/// The most mebibytes that were resident since [`forget_peak`], or since the start.
pub fn peak() -> Option<u64> {
    field("VmHWM:")
}

/// Starts a new peak.
pub fn forget_peak() {
    // Where that is not allowed, the peak is that of the whole run: too large, never too small.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn field(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes / 1024)
}

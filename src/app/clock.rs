//! What the system says of this process: when it began, how much of the processor this thread used, how much memory it has.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// When the program's own code began to run: what time is counted from where the system does not say more.
static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Call it first of all.
pub fn begin() {
    LazyLock::force(&BEGUN);
}

/// What [`since_start`] counts from, in a word of the report.
pub const COUNTED_FROM: &str = if cfg!(target_os = "linux") { "process" } else { "main" };

/// The time since the process was started; exact to the hundredth of a second in which the system counts.
pub fn since_start() -> Duration {
    of_process().unwrap_or_else(|| BEGUN.elapsed())
}

/// The processor's time that this thread has used so far.
#[cfg(unix)]
pub fn of_thread() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or_default(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The processor's time is not known here: that of the clock.
#[cfg(not(unix))]
pub fn of_thread() -> Duration {
    BEGUN.elapsed()
}

/// The unit in which Linux tells programs about times, on every machine that this program runs on.
#[cfg(target_os = "linux")]
const TICK_MS: u64 = 10;

#[cfg(target_os = "linux")]
fn of_process() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold anything; the start is the twentieth field after it.
    let ticks: u64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let now = Duration::new(u64::try_from(now.tv_sec).ok()?, u32::try_from(now.tv_nsec).ok()?);
    now.checked_sub(Duration::from_millis(ticks * TICK_MS))
}

#[cfg(not(target_os = "linux"))]
const fn of_process() -> Option<Duration> {
    None
}

/// Bytes of memory that the process had at most, and that it has now, where the system tells.
pub fn memory() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = |name: &str| -> Option<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    };
    Some((kibibytes("VmHWM:")? * 1_024, kibibytes("VmRSS:")? * 1_024))
}

//! Saving: the new bytes are written beside the file, brought to the disk and only then given its name, so that at every
//! moment the file is either the old or the new one, whole.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{Doing, Reason, Stamp, StoreError, stamp};

/// Bytes that are written at once.
const CHUNK: usize = 64 * 1024;
/// Links that are followed before they are taken for a circle.
const MOST_LINKS: usize = 40;

/// What saving does, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Create,
    Write,
    Permissions,
    Sync,
    Backup,
    Rename,
    SyncFolder,
}

/// Asked before each step whether it may go on: the disk that fails in tests.
type Gate<'a> = &'a mut dyn FnMut(Step) -> io::Result<()>;

/// Saves a file: all of it or nothing. Symbolic links are followed, permissions are kept, and what was there before stays
/// as [`backup_path`]. Gives the stamp of the saved file.
///
/// # Errors
/// What failed. The file that was there is then as it was, unless only the last step failed, which is to make the folder
/// survive a power cut: then it is the new one.
pub fn save(path: &Path, bytes: &[u8]) -> Result<Stamp, StoreError> {
    replace(path, bytes, true, &mut |_| Ok(()))
}

/// Saves a file as [`save`] does, but without a backup.
pub fn overwrite(path: &Path, bytes: &[u8]) -> Result<Stamp, StoreError> {
    replace(path, bytes, false, &mut |_| Ok(()))
}

/// Where the version before the last one saved is: the name with `.bak` after it.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".bak");
    name.into()
}

fn replace(path: &Path, bytes: &[u8], keeps_backup: bool, gate: Gate<'_>) -> Result<Stamp, StoreError> {
    let failed = |doing| move |error: io::Error| StoreError::new(path, doing, &error);
    let target = follow_links(path).map_err(failed(Doing::Writing))?;
    let refused = |reason| StoreError { path: path.to_owned(), doing: Doing::Writing, reason };
    let before = match fs::metadata(&target) {
        Ok(facts) if facts.is_dir() => return Err(refused(Reason::IsAFolder)),
        Ok(facts) if !facts.is_file() => return Err(refused(Reason::NotAFile)),
        // A rename would replace it all the same: whoever made it read-only meant it.
        Ok(facts) if facts.permissions().readonly() => return Err(refused(Reason::ReadOnly)),
        Ok(facts) => Some(facts),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(Doing::Writing)(error)),
    };
    let folder = folder_of(&target);
    let new = write_beside(folder, bytes, before.as_ref(), gate).map_err(failed(Doing::Writing))?;
    if keeps_backup && before.is_some() {
        let backup = backup_path(&target);
        let kept = gate(Step::Backup).and_then(|()| back_up(&target, &backup, folder));
        kept.map_err(|error| StoreError::new(&backup, Doing::BackingUp, &error))?;
    }
    gate(Step::Rename).map_err(failed(Doing::Writing))?;
    new.persist(&target).map_err(|error| failed(Doing::Writing)(error.error))?;
    // The file has its new name already; what is unsure is only whether a power cut right now would undo that.
    on_any_disk(gate(Step::SyncFolder).and_then(|()| sync_folder(folder))).map_err(failed(Doing::Writing))?;
    stamp(&target)
}

fn write_beside(folder: &Path, bytes: &[u8], before: Option<&Metadata>, gate: Gate<'_>) -> io::Result<tempfile::NamedTempFile> {
    gate(Step::Create)?;
    within_file_size_limit(bytes.len() as u64)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".hallplan-").suffix(".tmp");
    // Temporary files are for their owner alone; a plan is as open as any file that the user makes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(folder)?;
    for chunk in bytes.chunks(CHUNK) {
        gate(Step::Write)?;
        new.write_all(chunk)?;
    }
    if let Some(before) = before {
        let kept = gate(Step::Permissions).and_then(|()| new.as_file().set_permissions(before.permissions()));
        // Whoever made a file may set its permissions, unless the disk has none of its own: FAT, and some of the network.
        on_any_disk(kept.or_else(|error| if error.kind() == ErrorKind::PermissionDenied { Ok(()) } else { Err(error) }))?;
    }
    on_any_disk(gate(Step::Sync).and_then(|()| new.as_file().sync_all()))?;
    Ok(new)
}

/// Gives the file a second name, or a copy where the disk knows no such thing, without ever being without a backup.
fn back_up(target: &Path, backup: &Path, folder: &Path) -> io::Result<()> {
    let mut link = tempfile::Builder::new();
    link.prefix(".hallplan-").suffix(".tmp");
    let linked = link.make_in(folder, |name| fs::hard_link(target, name));
    let kept = match linked {
        Ok(linked) => linked.into_temp_path(),
        Err(_) => {
            within_file_size_limit(fs::metadata(target)?.len())?;
            let mut copy = link.tempfile_in(folder)?;
            io::copy(&mut File::open(target)?, &mut copy)?;
            copy.as_file().set_permissions(fs::metadata(target)?.permissions())?;
            on_any_disk(copy.as_file().sync_all())?;
            copy.into_temp_path()
        }
    };
    // Where both are names of one file already, renaming does nothing and the temporary name goes when it is dropped.
    fs::rename(&kept, backup)
}

/// Refuses what is larger than a file of this process may be: the system would end the program in the middle of writing,
/// without a word.
#[cfg(unix)]
fn within_file_size_limit(bytes: u64) -> io::Result<()> {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize).current;
    if limit.is_some_and(|limit| bytes > limit) { Err(ErrorKind::FileTooLarge.into()) } else { Ok(()) }
}

/// Other systems know no such limit.
#[cfg(not(unix))]
fn within_file_size_limit(_: u64) -> io::Result<()> {
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// The file that a path means in the end, also where a link points to what is not there yet.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(link) => path = folder_of(&path).join(link),
            // Not a link, or not there.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("links in a circle"))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Folders cannot be opened on other systems; the rename is all that can be done.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Some network disks do not know how to sync: that is no reason not to save on them.
fn on_any_disk(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &[u8] = b"the old plan";

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_version_before_stays_as_a_backup() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("show.hallplan");
        for version in ["one", "two", "three"] {
            let saved = save(&path, version.as_bytes()).unwrap();
            assert_eq!(stamp(&path), Ok(saved));
        }
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(fs::read(backup_path(&path)).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["show.hallplan", "show.hallplan.bak"]);
    }

    #[test]
    fn a_disk_that_fails_at_any_step_leaves_the_old_file_whole() {
        let new = vec![b'x'; 3 * CHUNK];
        let mut steps = Vec::new();
        let count = |steps: &mut Vec<Step>| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("plan");
            fs::write(&path, OLD).unwrap();
            replace(&path, &new, true, &mut |step| {
                steps.push(step);
                Ok(())
            })
            .unwrap();
        };
        count(&mut steps);
        assert_eq!(steps.len(), 9, "{steps:?}");
        for (failing, failing_step) in steps.iter().enumerate() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("plan");
            fs::write(&path, OLD).unwrap();
            fs::write(backup_path(&path), b"older").unwrap();
            let mut step = 0;
            let mut gate = |_| {
                step += 1;
                if step > failing { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
            };
            let error = replace(&path, &new, true, &mut gate).unwrap_err();
            assert_eq!(error.reason, Reason::Full);
            let is_renamed = *failing_step == Step::SyncFolder;
            assert_eq!(fs::read(&path).unwrap(), if is_renamed { &new } else { OLD }, "{failing_step:?}");
            let backup = fs::read(backup_path(&path)).unwrap();
            assert!(backup == b"older" || backup == OLD, "{failing_step:?}");
            assert_eq!(names(folder.path()), ["plan", "plan.bak"], "{failing_step:?}");
            // The disk works again.
            save(&path, b"newest").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"newest");
            assert_eq!(names(folder.path()), ["plan", "plan.bak"], "{failing_step:?}");
        }
    }

    #[test]
    fn a_disk_without_permissions_or_a_way_to_sync_is_saved_on() {
        use ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
        for (lacking, kind) in [
            (Step::Permissions, PermissionDenied),
            (Step::Permissions, Unsupported),
            (Step::Sync, InvalidInput),
            (Step::Sync, Unsupported),
            (Step::SyncFolder, InvalidInput),
            (Step::SyncFolder, Unsupported),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("plan");
            fs::write(&path, OLD).unwrap();
            let mut gate = |step| if step == lacking { Err(kind.into()) } else { Ok(()) };
            replace(&path, b"new", true, &mut gate).unwrap_or_else(|error| panic!("{lacking:?}, {kind:?}: {error:?}"));
            assert_eq!(fs::read(&path).unwrap(), b"new");
            assert_eq!(fs::read(backup_path(&path)).unwrap(), OLD);
            assert_eq!(names(folder.path()), ["plan", "plan.bak"]);
        }
    }

    #[test]
    fn what_cannot_be_written_is_refused_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan");
        let reason = |path: &Path| save(path, b"new").map_err(|error| (error.doing, error.reason));
        assert_eq!(reason(folder.path()), Err((Doing::Writing, Reason::IsAFolder)));
        assert_eq!(reason(&folder.path().join("nowhere/plan")), Err((Doing::Writing, Reason::NotFound)));
        fs::write(&path, OLD).unwrap();
        assert_eq!(reason(&path.join("plan")), Err((Doing::Writing, Reason::NotFound)));

        let mut read_only = fs::metadata(&path).unwrap().permissions();
        read_only.set_readonly(true);
        fs::set_permissions(&path, read_only).unwrap();
        assert_eq!(reason(&path), Err((Doing::Writing, Reason::ReadOnly)));
        assert_eq!(fs::read(&path).unwrap(), OLD);
        assert_eq!(names(folder.path()), ["plan"]);
    }

    #[test]
    fn a_backup_that_cannot_be_kept_is_reason_not_to_save() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan");
        fs::write(&path, OLD).unwrap();
        fs::create_dir(backup_path(&path)).unwrap();
        let error = save(&path, b"new").unwrap_err();
        assert_eq!((error.path, error.doing), (backup_path(&path), Doing::BackingUp));
        assert_eq!(fs::read(&path).unwrap(), OLD);
        assert_eq!(names(folder.path()), ["plan", "plan.bak"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_full_disk_is_told() {
        let error = StoreError::new(Path::new("plan"), Doing::Writing, &fs::write("/dev/full", b"x").unwrap_err());
        assert_eq!(error.reason, Reason::Full);
        assert_eq!(save(Path::new("/dev/full"), b"x").map_err(|error| error.reason), Err(Reason::NotAFile));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        let real = folder.path().join("real/plan");
        let link = folder.path().join("link");
        symlink("real/plan", &link).unwrap();
        // The link may come before the file that it points to.
        save(&link, OLD).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        save(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["link", "real"]);

        let circle = folder.path().join("circle");
        symlink("circle", &circle).unwrap();
        assert!(matches!(save(&circle, b"new").map_err(|error| error.reason), Err(Reason::Other(_))));
    }
}

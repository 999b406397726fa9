//! Kept versions of a plan: texts that name the files which they embed, and do not hold them.

use std::collections::{BTreeMap, BTreeSet};

use super::{FileError, checked, v1};
use crate::plan::{EmbeddedFile, Plan};

/// A version that was read again.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The plan.
    pub plan: Plan,
    /// The maps and logos that it goes on without, because their files are not known any more: the names of the maps and of
    /// those whose logos they are.
    pub missing: Vec<String>,
}

/// Reads a text without its embedded files ([`super::write_without_files`]); `find` gives the bytes of the one with a hash.
///
/// # Errors
/// As [`super::read`].
pub fn read_version(text: &str, find: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Restored, FileError> {
    let text = checked(text)?;
    let mut stand_ins = BTreeSet::new();
    let mut known = BTreeMap::new();
    for hash in named(text) {
        let found = find(hash).map(EmbeddedFile::new).filter(|file| file.hash() == hash);
        let file = found.unwrap_or_else(|| {
            stand_ins.insert(hash);
            EmbeddedFile::new(hash.as_bytes())
        });
        known.insert(hash.to_owned(), file);
    }
    let unknown: BTreeSet<String> = stand_ins.iter().filter_map(|hash| known.get(*hash)).map(EmbeddedFile::hash).collect();
    let mut records = v1::records(text, known)?;
    let mut missing = Vec::new();
    records.maps.retain(|(_, map)| {
        let is_known = !unknown.contains(&map.file.hash());
        if !is_known {
            missing.push(map.name.clone());
        }
        is_known
    });
    for (_, exhibitor) in &mut records.exhibitors {
        if exhibitor.logo.as_ref().is_some_and(|logo| unknown.contains(&logo.file.hash())) {
            missing.push(exhibitor.name.clone());
            std::sync::Arc::make_mut(exhibitor).logo = None;
        }
    }
    Ok(Restored { plan: v1::valid(text, records)?, missing })
}

/// The hashes that stand in a text: what is 64 hexadecimal digits between quotation marks may be one.
fn named(text: &str) -> BTreeSet<&str> {
    let is_hash = |piece: &&str| piece.len() == 64 && piece.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('"').filter(is_hash).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::file::write_without_files;
    use crate::plan::testing::any_plan;

    proptest! {
        #[test]
        fn a_version_is_read_with_the_files_that_are_kept_beside_it(plan in any_plan()) {
            let files: BTreeMap<String, Vec<u8>> =
                plan.embedded_files().map(|file| (file.hash(), file.bytes().to_vec())).collect();
            let restored = read_version(&write_without_files(&plan), |hash| files.get(hash).cloned()).unwrap();
            prop_assert_eq!(restored.plan, plan);
            prop_assert_eq!(restored.missing, Vec::<String>::new());
        }

        #[test]
        fn it_goes_on_without_files_that_are_lost_or_damaged_and_says_which(plan in any_plan(), is_damaged: bool) {
            let restored = read_version(&write_without_files(&plan), |_| is_damaged.then(|| b"something else".to_vec())).unwrap();
            let logos = plan.exhibitors().values().filter(|exhibitor| exhibitor.logo.is_some());
            prop_assert_eq!(restored.missing.len(), plan.maps().len() + logos.count());
            prop_assert_eq!(restored.plan.embedded_files().count(), 0);
            prop_assert_eq!(restored.plan.booths(), plan.booths());
            prop_assert_eq!(restored.plan.exhibitors().len(), plan.exhibitors().len());
        }
    }
}

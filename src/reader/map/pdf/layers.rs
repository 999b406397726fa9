//! Layers: what PDF calls optional content groups.
//!
//! hayro leaves out what is on a group that the file hides and has no other say in it. So another catalogue is appended to the
//! file, as an editor would that saves a change, which names the groups that are hidden.

use std::collections::{BTreeMap, BTreeSet};

use hayro::hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, String as PdfString};

use crate::reader::map::MapLayer;
use crate::reader::{Drawing, limits};

/// The groups of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    names: BTreeMap<ObjectIdentifier, String>,
    /// The names of those that the file hides.
    hidden_by_file: BTreeSet<String>,
    catalogue: Option<Catalogue>,
}

/// Where the catalogue of a file is, and the pages.
#[derive(Clone, Copy, Debug)]
struct Catalogue {
    id: ObjectIdentifier,
    pages: ObjectIdentifier,
}

impl Groups {
    /// None.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// Those of a file. An encrypted file cannot be changed by appending to it, so its layers stay as they are.
    pub(super) fn of(pdf: &Pdf, bytes: &[u8]) -> Self {
        let root = pdf.xref().root_id();
        let is_encrypted = bytes.windows(8).any(|window| window == b"/Encrypt");
        let read = || {
            let catalogue = pdf.xref().get::<Dict<'_>>(root)?;
            let pages = catalogue.get_ref("Pages")?.into();
            let properties = catalogue.get::<Dict<'_>>("OCProperties")?;
            let listed = properties.get::<Array<'_>>("OCGs")?;
            let mut groups = Self { catalogue: Some(Catalogue { id: root, pages }), ..Self::default() };
            for id in references(&listed).take(limits::DRAWING_LAYERS) {
                let name = pdf.xref().get::<Dict<'_>>(id).and_then(|group| group.get::<PdfString<'_>>("Name"));
                groups.names.insert(id, name.map(|name| text(name.as_bytes())).unwrap_or_default());
            }
            if let Some(usual) = properties.get::<Dict<'_>>("D") {
                let hides_all = usual.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_ref() == b"OFF");
                let of = |key: &str| {
                    usual.get::<Array<'_>>(key).map(|array| references(&array).collect::<BTreeSet<_>>()).unwrap_or_default()
                };
                let (on, off) = (of("ON"), of("OFF"));
                let is_hidden = |id: &ObjectIdentifier| off.contains(id) || (hides_all && !on.contains(id));
                // Groups of one name are one layer, which is shown as soon as one of them is.
                let shown: BTreeSet<&String> =
                    groups.names.iter().filter(|(id, _)| !is_hidden(id)).map(|(_, name)| name).collect();
                let hidden = groups.names.values().filter(|name| !shown.contains(name)).cloned().collect();
                groups.hidden_by_file = hidden;
            }
            Some(groups)
        };
        if is_encrypted { Self::none() } else { read().unwrap_or_default() }
    }

    pub(super) fn are_any(&self) -> bool {
        !self.names.is_empty()
    }

    /// The name of a group.
    pub(super) fn name(&self, id: ObjectIdentifier) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }

    /// The groups that are hidden with some layers.
    pub(super) fn hidden(&self, layers: &[String]) -> Vec<ObjectIdentifier> {
        self.names.iter().filter(|(_, name)| layers.contains(name)).map(|(id, _)| *id).collect()
    }

    /// The layers on which something is drawn, from the lowest.
    pub(super) fn layers(&self, drawing: &Drawing) -> Vec<MapLayer> {
        if self.names.is_empty() { Vec::new() } else { counted(drawing, |name| !self.hidden_by_file.contains(name)) }
    }

    /// The file with these groups hidden and all others shown; `None` where it has no groups.
    pub(super) fn with_hidden(&self, bytes: &[u8], hidden: &[ObjectIdentifier]) -> Option<Vec<u8>> {
        let Catalogue { id, pages } = self.catalogue?;
        let list = |ids: &mut dyn Iterator<Item = &ObjectIdentifier>| ids.map(reference).collect::<Vec<_>>().join(" ");
        let (all, off) = (list(&mut self.names.keys()), list(&mut hidden.iter()));
        // Without a place where the tables of a broken file begin the whole file is searched for them, as for any broken file.
        let tables = tables(bytes).unwrap_or_default();
        let mut file = Vec::with_capacity(bytes.len() + all.len() + off.len() + 512);
        file.extend_from_slice(bytes);
        file.push(b'\n');
        let at = file.len();
        let (number, generation, pages) = (id.obj_number, id.gen_number, reference(&pages));
        let shown = format!("<< /OCGs [{all}] /D << /BaseState /ON /OFF [{off}] >> >>");
        file.extend_from_slice(
            format!("{number} {generation} obj\n<< /Type /Catalog /Pages {pages} /OCProperties {shown} >>\nendobj\n").as_bytes(),
        );
        let table = file.len();
        let size = self.names.keys().map(|id| id.obj_number).max().unwrap_or_default().max(number) + 1;
        let root = reference(&id);
        file.extend_from_slice(
            format!(
                "xref\n{number} 1\n{at:010} {generation:05} n \ntrailer\n<< /Size {size} /Root {root} /Prev {tables} >>\nstartxref\n{table}\n%%EOF\n"
            )
            .as_bytes(),
        );
        Some(file)
    }
}

fn reference(id: &ObjectIdentifier) -> String {
    format!("{} {} R", id.obj_number, id.gen_number)
}

fn references<'a>(array: &Array<'a>) -> impl Iterator<Item = ObjectIdentifier> + use<'a> {
    array.raw_iter().filter_map(|item| item.as_obj_ref()).map(Into::into)
}

/// Where the tables of a file begin, as its end says.
fn tables(bytes: &[u8]) -> Option<usize> {
    const WORD: &[u8] = b"startxref";
    let at = bytes.windows(WORD.len()).rposition(|window| window == WORD)?;
    let digits: String = bytes
        .get(at + WORD.len()..)?
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take_while(|byte| byte.is_ascii_digit())
        .map(|digit| char::from(*digit))
        .collect();
    digits.parse().ok()
}

/// The layers of a drawing on which there is something.
pub(super) fn counted(drawing: &Drawing, is_shown: impl Fn(&str) -> bool) -> Vec<MapLayer> {
    let mut counts = vec![0_usize; drawing.layers.len()];
    for element in &drawing.elements {
        if let Some(count) = counts.get_mut(usize::from(element.layer)) {
            *count += 1;
        }
    }
    let layers = drawing.layers.iter().zip(counts).filter(|(_, count)| *count > 0);
    layers.map(|(name, count)| super::layer(name, is_shown(name), count)).collect()
}

/// A text of a PDF, without spaces around it.
fn text(bytes: &[u8]) -> String {
    characters(bytes).trim().to_owned()
}

/// A text of a PDF: UTF-16 or UTF-8 with their marks, else Latin.
pub(super) fn characters(bytes: &[u8]) -> String {
    let (text, _) = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest),
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => encoding_rs::UTF_8.decode_without_bom_handling(rest),
        other => encoding_rs::WINDOWS_1252.decode_without_bom_handling(other),
    };
    text.chars().filter(|character| !character.is_control()).take(200).collect()
}

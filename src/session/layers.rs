//! Layers, groups and locks as commands.

use super::{Session, Tone};
use crate::edit::Edit;
use crate::plan::{Layer, LayerId};
use crate::text::args;

impl Session {
    /// The layer that new things go to; none is the base layer.
    #[must_use]
    pub fn layer(&self) -> Option<LayerId> {
        self.editor.layer()
    }

    /// New things go to this layer from now on, unless nothing can be drawn on it.
    pub(super) fn draw_on(&mut self, layer: Option<LayerId>) {
        let closed = layer.and_then(|id| self.plan().get(id)).filter(|layer| layer.hidden || layer.locked);
        if let Some(layer) = closed {
            let words = self.texts.layer_closed(args::LayerClosed { layer: &layer.name.clone() });
            self.tell(Tone::Bad, words);
        } else {
            self.editor.set_layer(layer);
        }
    }

    /// A new layer with the next free name; what is drawn next goes to it.
    pub(super) fn add_layer(&mut self) {
        let names = (1_u32..).map(|number| self.texts.layer_numbered(args::LayerNumbered { number: &number.to_string() }));
        let Some(name) = names.into_iter().find(|name| self.plan().layer_named(name).is_none()) else { return };
        if self.edit(&Edit::AddLayer(Layer { name, hidden: false, locked: false })) {
            let newest = self.plan().layers().keys().next_back().copied();
            self.editor.set_layer(newest);
        }
    }

    /// Whether all that is selected is locked by itself.
    pub(super) fn selection_is_locked(&self) -> bool {
        !self.selection.is_empty() && self.selection.bindings(self.plan()).all(|binding| binding.locked)
    }

    pub(super) fn selection_is_grouped(&self) -> bool {
        self.selection.bindings(self.plan()).any(|binding| binding.group.is_some())
    }
}

//! Windows of layouts onto the model.

use acadrust::CadDocument;
use acadrust::entities::Viewport;
use acadrust::objects::Layout;
use kurbo::{Affine, Rect, Shape as _, Vec2};

use crate::reader::ReadError;

use super::document::{MODEL, Page};
use super::walk::{Context, Edge, Walker, flat};

/// Whether a viewport shows the model: it is on, has a size, looks straight down, and is not the layout's own.
pub(super) fn is_window(port: &Viewport, layout: Option<&Layout>) -> bool {
    let is_own = port.id == 1 || layout.is_some_and(|layout| !layout.viewport.is_null() && layout.viewport == port.common.handle);
    let way = port.view_direction;
    let looks_down = way.x.abs() < 1e-6 && way.y.abs() < 1e-6 && way.z >= 0.0;
    let sizes = [port.width, port.height, port.view_height];
    let has_size = sizes.iter().all(|size| size.is_finite() && *size > 0.0);
    !is_own && is_on(port) && looks_down && has_size
}

fn is_on(port: &Viewport) -> bool {
    port.is_on() && !port.status.is_off && port.dxf_status != Some(0) && !port.common.invisible
}

/// Units of the layout in a unit of the model, where all windows of a layout have the same.
pub(super) fn common_scale(document: &CadDocument, page: &Page<'_>) -> Option<f64> {
    let scales: Vec<f64> = page.windows(document).iter().map(|port| port.height / port.view_height).collect();
    let first = *scales.first()?;
    scales.iter().all(|scale| (scale / first - 1.0).abs() < 1e-6).then_some(first)
}

impl<'a> Walker<'a, '_> {
    /// The model through a window.
    pub(super) fn window(&mut self, port: &Viewport, layout: Option<&Layout>, context: &Context<'_>) -> Result<(), ReadError> {
        self.visit()?;
        if !is_window(port, layout) {
            return Ok(());
        }
        let scale = port.height / port.view_height;
        let centre = flat(port.center).to_vec2();
        let half = Vec2::new(port.width, port.height) / 2.0;
        let edge = self
            .document
            .get_entity(port.clip_boundary_handle)
            .filter(|_| port.status.non_rectangular_clipping)
            .and_then(Self::boundary);
        let edge = edge.unwrap_or_else(|| Rect::from_points((centre - half).to_point(), (centre + half).to_point()).to_path(0.1));
        let clip = self.sink.clip(context.to_page * edge, Edge::Window, context.clip)?;
        let frozen = port.frozen_layers.iter();
        let hidden: Vec<String> = frozen
            .filter_map(|handle| {
                self.document.layers.iter().find(|layer| layer.handle == *handle).map(|layer| layer.name.clone())
            })
            .collect();
        let to_page = context.to_page
            * Affine::translate(centre)
            * Affine::scale(scale)
            * Affine::translate(-flat(port.view_center).to_vec2())
            * Affine::rotate(port.twist_angle)
            * Affine::translate(-flat(port.view_target).to_vec2());
        let dash_scale = if self.document.header.paper_space_linetype_scaling { 1.0 } else { scale };
        let inner = Context { to_page, clip: Some(clip), dash_scale, hidden: &hidden, ..context.clone() };
        match self.document.block_records.get(MODEL) {
            Some(model) => self.contents(model, &inner),
            None => Ok(()),
        }
    }
}

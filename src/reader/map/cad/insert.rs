//! Blocks: inserts, dimensions, tables, leaders, and what is drawn as its parts.

use acadrust::BlockRecord;
use acadrust::EntityType;
use acadrust::entities::EntityCommon;
use acadrust::entities::{Dimension, Insert, Leader, LeaderPathType, Table};
use kurbo::{Affine, BezPath, Point, Vec2};

use crate::reader::{ReadError, limits};

use super::curves;
use super::shapes::polygon;
use super::walk::{Context, Walker, flat, from_plane, straight};

/// Length and half the width of the head of a leader's arrow, in sizes of arrows.
const HEAD: (f64, f64) = (1.0, 1.0 / 6.0);

impl<'a> Walker<'a, '_> {
    /// A block, as often as the insert says, then what it says of itself.
    pub(super) fn insert(&mut self, insert: &Insert, context: &Context<'_>) -> Result<(), ReadError> {
        if let Some(block) = self.document.block_records.get(&insert.block_name) {
            let (columns, rows) = (usize::from(insert.column_count.max(1)), usize::from(insert.row_count.max(1)));
            // Arrays are refused before they are begun: one line of a file can ask for a thousand million circles.
            let all = columns * rows * block.entity_handles.len();
            if all > limits::CAD_VISITS {
                return Err(ReadError::TooManyElements { limit: limits::CAD_VISITS as u64 });
            }
            let base = flat(block.base_point).to_vec2();
            let frame = from_plane(insert.normal, insert.insert_point.z)
                * Affine::translate(flat(insert.insert_point).to_vec2())
                * Affine::rotate(insert.rotation);
            let shape = Affine::scale_non_uniform(insert.x_scale(), insert.y_scale()) * Affine::translate(-base);
            for at in 0..if block.entity_handles.is_empty() { 0 } else { columns * rows } {
                let (column, row) = (at % columns, at / columns);
                let offset = Vec2::new(column as f64 * insert.column_spacing, row as f64 * insert.row_spacing);
                self.block(&insert.common, block, frame * Affine::translate(offset) * shape, context)?;
            }
        }
        for attribute in &insert.attributes {
            self.visit()?;
            if !attribute.common.invisible {
                self.attribute(attribute, context)?;
            }
        }
        Ok(())
    }

    /// What is in a block, moved by `place`. One that is in itself is not drawn again.
    fn block(
        &mut self,
        common: &EntityCommon,
        block: &'a BlockRecord,
        place: Affine,
        context: &Context<'_>,
    ) -> Result<(), ReadError> {
        self.visit()?;
        if self.inside.len() >= limits::CAD_DEPTH || self.inside.contains(&block.name.as_str()) || !place.is_finite() {
            return Ok(());
        }
        let (look, _) = self.look(common, context);
        let layer = Self::layer_of(common, context);
        let freezes = self.document.layers.get(layer).is_some_and(acadrust::Layer::is_frozen);
        let inner = Context {
            to_page: context.to_page * place,
            block: look,
            layer: Some(layer),
            frozen: context.frozen.or(freezes.then_some(layer)),
            ..context.clone()
        };
        self.inside.push(&block.name);
        let done = self.contents(block, &inner);
        self.inside.pop();
        done
    }

    /// A dimension is drawn by the block that its program made for it; without one, from its measures.
    pub(super) fn dimension(
        &mut self,
        entity: &EntityType,
        dimension: &Dimension,
        context: &Context<'_>,
    ) -> Result<(), ReadError> {
        let base = dimension.base();
        match self.document.block_records.get(&base.block_name).filter(|block| !block.entity_handles.is_empty()) {
            // A copy shares the block of what it was copied from, at another place.
            Some(block) => self.block(&base.common, block, Affine::translate(flat(base.insertion_point).to_vec2()), context),
            None => self.parts(entity, context),
        }
    }

    /// A table, by its block.
    pub(super) fn table(&mut self, table: &Table, context: &Context<'_>) -> Result<(), ReadError> {
        let named = self.document.block_records.get(&table.block_name);
        let block = named.or_else(|| {
            let handle = table.block_record_handle?;
            self.document.block_records.iter().find(|block| block.handle == handle)
        });
        let Some(block) = block else { return Ok(()) };
        let way = flat(table.horizontal_direction).to_vec2();
        let turned = if way.hypot() > 0.0 { Affine::rotate(way.atan2()) } else { Affine::IDENTITY };
        let place = Affine::translate(flat(table.insertion_point).to_vec2()) * turned;
        self.block(&table.common, block, place, context)
    }

    /// A line to what a text speaks of, with an arrow's head.
    pub(super) fn leader(&mut self, leader: &Leader, context: &Context<'_>) -> Result<(), ReadError> {
        let points: Vec<Point> = leader.vertices.iter().copied().map(flat).collect();
        let path = match leader.path_type {
            LeaderPathType::Spline => curves::through(&points, false, [None; 2]),
            LeaderPathType::StraightLine => straight(leader.vertices.iter().copied()),
        };
        self.line(&leader.common, path, context)?;
        let style = self.document.dim_styles.get(&leader.dimension_style);
        let size = style.map_or(0.0, |style| style.dimasz * if style.dimscale > 0.0 { style.dimscale } else { 1.0 });
        if let (true, [tip, next, ..]) = (leader.arrow_enabled && size > 0.0, points.as_slice()) {
            let way = *next - *tip;
            if way.hypot() > size {
                self.area(&leader.common, head(*tip, way / way.hypot(), size), context)?;
            }
        }
        Ok(())
    }

    /// What acadrust takes apart.
    pub(super) fn parts(&mut self, entity: &EntityType, context: &Context<'_>) -> Result<(), ReadError> {
        if self.inside.len() >= limits::CAD_DEPTH {
            return Ok(());
        }
        for part in entity.explode() {
            match &part {
                // What has parts of its own is not taken apart again.
                EntityType::MultiLeader(_) | EntityType::Dimension(_) | EntityType::Region(_) | EntityType::MLine(_) => {}
                part => self.entity(part, context)?,
            }
        }
        Ok(())
    }
}

fn head(tip: Point, way: Vec2, size: f64) -> BezPath {
    let (length, half) = (way * size * HEAD.0, Vec2::new(-way.y, way.x) * size * HEAD.1);
    polygon([tip, tip + length + half, tip + length - half])
}

//! The walk over what a page holds, in the order in which it is drawn, through blocks and windows.

use std::collections::BTreeMap;

use acadrust::entities::EntityCommon;
use acadrust::tables::normalize_name;
use acadrust::types::{Vector2, Vector3};
use acadrust::{BlockRecord, CadDocument, EntityType};
use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use crate::reader::{Fill, FillRule, ReadError, Rgba, limits};

use super::document::Page;
use super::style::Look;

/// Where an element belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its layer among [`Layers`].
    pub(super) layer: u16,
    /// Its clip.
    pub(super) clip: Option<u32>,
}

/// How a line is drawn, in units of the drawing.
#[derive(Clone, Debug)]
pub(super) struct Pen {
    pub(super) colour: Rgba,
    pub(super) width: PenWidth,
    pub(super) dashes: Vec<f64>,
    /// Whether its ends and corners are round.
    pub(super) is_round: bool,
}

/// How wide a line is.
#[derive(Clone, Copy, Debug)]
pub(super) enum PenWidth {
    /// Millimetres of paper.
    Paper(f64),
    /// Units of the drawing.
    Drawn(f64),
}

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct TextLine {
    pub(super) text: String,
    /// From em, with the base line's begin at the origin and y up, to the drawing.
    pub(super) place: Affine,
    pub(super) colour: Rgba,
}

/// What a clip is the edge of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Edge {
    /// Of a window onto the model.
    Window,
    /// Of a hatch, with holes.
    Hatch,
}

/// What takes in the elements of a page, in units of the drawing.
pub(super) trait Sink {
    /// A clip within another; its number.
    fn clip(&mut self, path: BezPath, edge: Edge, within: Option<u32>) -> Result<u32, ReadError>;
    /// A path.
    fn path(&mut self, place: Place, path: BezPath, fill: Option<Fill>, pen: Option<Pen>) -> Result<(), ReadError>;
    /// A line of text.
    fn text(&mut self, place: Place, line: TextLine) -> Result<(), ReadError>;
    /// What is shown of the drawing, once that is known.
    fn shown(&self) -> Option<Rect>;
}

/// The layers of a document.
pub(super) struct Layers {
    names: Vec<(String, bool)>,
    places: BTreeMap<String, u16>,
}

impl Layers {
    /// Those of its table, in their order.
    pub(super) fn of(document: &CadDocument) -> Self {
        let mut layers = Self { names: Vec::new(), places: BTreeMap::new() };
        for layer in document.layers.iter().take(limits::DRAWING_LAYERS) {
            // What lies there are points that dimensions hang on; it is never on paper.
            let is_shown = layer.is_visible() && !layer.is_frozen() && !layer.name.eq_ignore_ascii_case("DEFPOINTS");
            layers.add(&layer.name, is_shown);
        }
        layers
    }

    fn add(&mut self, name: &str, is_shown: bool) -> u16 {
        let place = self.names.len() as u16;
        self.names.push((name.to_owned(), is_shown));
        self.places.insert(normalize_name(name), place);
        place
    }

    /// The place of a layer, which some files name without having it in their table. Beyond the limit all are the last.
    fn place(&mut self, name: &str) -> u16 {
        match self.places.get(&normalize_name(name)) {
            Some(place) => *place,
            None if self.names.len() < limits::DRAWING_LAYERS => self.add(if name.is_empty() { "0" } else { name }, true),
            None => self.names.len().saturating_sub(1) as u16,
        }
    }

    /// Names, and whether the file shows them.
    pub(super) fn finish(self) -> Vec<(String, bool)> {
        self.names
    }
}

/// What holds for all that a block or a window shows.
#[derive(Clone)]
pub(super) struct Context<'a> {
    /// To the page.
    pub(super) to_page: Affine,
    pub(super) clip: Option<u32>,
    /// What things have that inherit from the block.
    pub(super) block: Look<'a>,
    /// The layer of the block's insert, on which its things on layer 0 are.
    pub(super) layer: Option<&'a str>,
    /// A layer that hides the whole insert, because it is frozen: all in it is on that one.
    pub(super) frozen: Option<&'a str>,
    /// By how much dashes are longer than in the model space.
    pub(super) dash_scale: f64,
    /// Layers that a window does not show.
    pub(super) hidden: &'a [String],
}

/// A walk.
pub(super) struct Walker<'a, 's> {
    pub(super) document: &'a CadDocument,
    layers: &'s mut Layers,
    pub(super) sink: &'s mut dyn Sink,
    /// The blocks that the walk is in.
    pub(super) inside: Vec<&'a str>,
    visits: usize,
}

impl<'a, 's> Walker<'a, 's> {
    pub(super) fn new(document: &'a CadDocument, layers: &'s mut Layers, sink: &'s mut dyn Sink) -> Self {
        Self { document, layers, sink, inside: Vec::new(), visits: 0 }
    }

    /// All that is on a page.
    pub(super) fn page(&mut self, page: &Page<'a>) -> Result<(), ReadError> {
        let context = Context {
            to_page: Affine::IDENTITY,
            clip: None,
            block: Look::OUTSIDE,
            layer: None,
            frozen: None,
            dash_scale: 1.0,
            hidden: &[],
        };
        let (name, layout) = match page {
            Page::Model => (super::document::MODEL, None),
            Page::Paper { block, layout } => (block.name.as_str(), *layout),
        };
        for entity in self.document.entities_in_block(name) {
            match entity {
                EntityType::Viewport(port) if name != super::document::MODEL => self.window(port, layout, &context)?,
                entity => self.entity(entity, &context)?,
            }
        }
        Ok(())
    }

    /// All that is in a block.
    pub(super) fn contents(&mut self, block: &'a BlockRecord, context: &Context<'_>) -> Result<(), ReadError> {
        for entity in block.entity_handles.iter().filter_map(|handle| self.document.get_entity(*handle)) {
            // A definition says what attributes inserts may have; theirs are drawn with them.
            if !matches!(entity, EntityType::AttributeDefinition(definition) if !definition.flags.constant) {
                self.entity(entity, context)?;
            }
        }
        Ok(())
    }

    /// Counts a step of the walk: blocks that insert one another many times over have no end otherwise.
    pub(super) fn visit(&mut self) -> Result<(), ReadError> {
        self.visits += 1;
        if self.visits > limits::CAD_VISITS {
            return Err(ReadError::TooManyElements { limit: limits::CAD_VISITS as u64 });
        }
        Ok(())
    }

    /// The name of the layer that a thing is on.
    pub(super) fn layer_of<'x>(common: &'x EntityCommon, context: &Context<'x>) -> &'x str {
        match context.layer {
            Some(layer) if common.layer == "0" || common.layer.is_empty() => layer,
            _ => &common.layer,
        }
    }

    fn is_hidden(common: &EntityCommon, context: &Context<'_>) -> bool {
        let layer = Self::layer_of(common, context);
        common.invisible || context.hidden.iter().any(|hidden| hidden.eq_ignore_ascii_case(layer))
    }

    /// How a thing is drawn, and where it belongs.
    pub(super) fn look<'x>(&mut self, common: &EntityCommon, context: &Context<'x>) -> (Look<'x>, Place)
    where
        'a: 'x,
    {
        let layer = Self::layer_of(common, context);
        let look = Look::of(self.document, common, layer, context.block);
        let layer = self.layers.place(context.frozen.unwrap_or(layer));
        (look, Place { layer, clip: context.clip })
    }

    /// A thing's pen.
    pub(super) fn pen(look: &Look<'_>, context: &Context<'_>) -> Pen {
        let dashes = look.dashes().into_iter().map(|length| length * context.dash_scale).collect();
        Pen { colour: look.colour.ink(), width: PenWidth::Paper(look.weight), dashes, is_round: look.weight > 0.0 }
    }

    /// A path that is drawn along as its thing says.
    pub(super) fn line(&mut self, common: &EntityCommon, path: BezPath, context: &Context<'_>) -> Result<(), ReadError> {
        let (look, place) = self.look(common, context);
        let pen = Self::pen(&look, context);
        self.sink.path(place, context.to_page * path, None, Some(pen))
    }

    /// A path whose inside has the colour of its thing.
    pub(super) fn area(&mut self, common: &EntityCommon, path: BezPath, context: &Context<'_>) -> Result<(), ReadError> {
        let (look, place) = self.look(common, context);
        let fill = Fill { colour: look.colour.area(), rule: FillRule::EvenOdd };
        self.sink.path(place, context.to_page * path, Some(fill), None)
    }

    /// One thing.
    pub(super) fn entity(&mut self, entity: &EntityType, context: &Context<'_>) -> Result<(), ReadError> {
        self.visit()?;
        let common = entity.common();
        if Self::is_hidden(common, context) {
            return Ok(());
        }
        match entity {
            EntityType::Line(line) => self.line(common, straight([line.start, line.end]), context),
            EntityType::Point(point) => self.point(point, context),
            EntityType::Circle(circle) => self.circle(circle, context),
            EntityType::Arc(arc) => self.arc(arc, context),
            EntityType::Ellipse(ellipse) => self.ellipse(ellipse, context),
            EntityType::Spline(spline) => self.spline(common, spline, context),
            EntityType::Helix(helix) => self.spline(common, &helix.spline, context),
            EntityType::Ray(ray) => self.ray(common, ray.base_point, ray.direction, 0.0, context),
            EntityType::XLine(line) => self.ray(common, line.base_point, line.direction, -1.0, context),
            EntityType::LwPolyline(line) => self.light_polyline(line, context),
            EntityType::Polyline2D(line) => self.flat_polyline(line, context),
            EntityType::Polyline(line) => self.spatial_polyline(line, context),
            EntityType::Polyline3D(line) => self.new_spatial_polyline(line, context),
            EntityType::Solid(solid) => self.solid(solid, context),
            EntityType::Face3D(face) => self.face(face, context),
            EntityType::Hatch(hatch) => self.hatch(hatch, context),
            EntityType::Wipeout(wipeout) => self.wipeout(wipeout, context),
            EntityType::Text(text) => self.text(text, context),
            EntityType::MText(text) => self.paragraphs(common, text, context),
            EntityType::AttributeEntity(attribute) => self.attribute(attribute, context),
            EntityType::AttributeDefinition(definition) => self.definition(definition, context),
            EntityType::Insert(insert) => self.insert(insert, context),
            EntityType::Dimension(dimension) => self.dimension(entity, dimension, context),
            EntityType::Table(table) => self.table(table, context),
            EntityType::Leader(leader) => self.leader(leader, context),
            EntityType::MultiLeader(_)
            | EntityType::MLine(_)
            | EntityType::Mesh(_)
            | EntityType::PolyfaceMesh(_)
            | EntityType::PolygonMesh(_)
            | EntityType::Region(_) => self.parts(entity, context),
            // Pictures and other files are never read; solids have no lines of their own; the rest draws nothing.
            _ => Ok(()),
        }
    }
}

/// A point of the drawing as seen from above.
pub(super) fn flat(at: Vector3) -> Point {
    Point::new(at.x, at.y)
}

/// A point of a plane.
pub(super) fn plane(at: Vector2) -> Point {
    Point::new(at.x, at.y)
}

/// A path straight from point to point.
pub(super) fn straight(points: impl IntoIterator<Item = Vector3>) -> BezPath {
    let mut path = BezPath::new();
    for at in points.into_iter().map(flat) {
        if path.elements().is_empty() { path.move_to(at) } else { path.line_to(at) }
    }
    path
}

/// From the plane that an extrusion direction stands on, at a height, to the drawing as seen from above: the arbitrary axis
/// algorithm of the DXF reference.
pub(super) fn from_plane(normal: Vector3, elevation: f64) -> Affine {
    let length = (normal.x * normal.x + normal.y * normal.y + normal.z * normal.z).sqrt();
    if !length.is_finite() || length < 1e-12 {
        return Affine::IDENTITY;
    }
    let [x, y, z] = [normal.x / length, normal.y / length, normal.z / length];
    // The plane's x axis is level: across the drawing's y axis where the direction is almost upright, else its z axis.
    let across = if x.abs() < 1.0 / 64.0 && y.abs() < 1.0 / 64.0 { [z, 0.0, -x] } else { [-y, x, 0.0] };
    let size = across.iter().map(|part| part * part).sum::<f64>().sqrt();
    let [across_x, across_y, across_z] = across.map(|part| part / size);
    let up = Vec2::new(y * across_z - z * across_y, z * across_x - x * across_z);
    Affine::new([across_x, across_y, up.x, up.y, x * elevation, y * elevation])
}

/// By how much lengths grow.
pub(super) fn growth(place: Affine) -> f64 {
    place.determinant().abs().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_seen_from_above_is_itself_and_seen_from_below_is_mirrored() {
        let at = Point::new(3.0, 2.0);
        let above = from_plane(Vector3::new(0.0, 0.0, 1.0), 7.0) * at;
        let below = from_plane(Vector3::new(0.0, 0.0, -1.0), 7.0) * at;
        assert_eq!((above, below), (Point::new(3.0, 2.0), Point::new(-3.0, 2.0)));
        assert_eq!(from_plane(Vector3::new(0.0, 0.0, 0.0), 7.0), Affine::IDENTITY);
    }
}

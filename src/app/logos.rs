//! Logos on the graphics card: those that were painted a moment ago, and no others.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use eframe::egui::epaint::Vertex;
use eframe::egui::{Color32, ColorImage, Context, Mesh, Painter, Pos2, Rect, Shape, Stroke, TextureHandle, TextureOptions, pos2};

use super::theme::Colours;
use super::view::Out;
use crate::plan::{EmbeddedFile, Logo};
use crate::scene::Role;
use crate::session::{Action, LogoPixels, Session};

/// What the views of one window paint logos with. A clone paints with the same.
#[derive(Clone, Default)]
pub struct Logos(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    textures: HashMap<EmbeddedFile, TextureHandle>,
    /// What was painted, or would have been, since the last frame.
    wanted: HashSet<EmbeddedFile>,
}

impl Logos {
    /// A logo between its left top, right top, right bottom and left bottom corners, on its plate; nothing until it was read.
    pub fn paint(&self, file: &EmbeddedFile, corners: [Pos2; 4], plate: [Pos2; 4], shapes: &mut Vec<Shape>) {
        let Inner { textures, wanted } = &mut *self.0.borrow_mut();
        if !wanted.contains(file) {
            wanted.insert(file.clone());
        }
        let Some(texture) = textures.get(file) else { return };
        // Logos are made for paper, in the dark theme too.
        let paper = Colours::new(false).of(Role::Surface);
        shapes.push(Shape::convex_polygon(plate.to_vec(), paper, Stroke::NONE));
        let mut mesh = Mesh::with_texture(texture.id());
        let uvs = [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)];
        mesh.vertices.extend(corners.into_iter().zip(uvs).map(|(pos, uv)| Vertex { pos, uv, color: Color32::WHITE }));
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(0, 2, 3);
        shapes.push(Shape::mesh(mesh));
    }

    /// A logo at the left top of some room, as large as it fits.
    pub fn paint_in(&self, painter: &Painter, logo: &Logo, room: Rect) {
        let plate = Rect::from_min_size(room.min, plate_size(logo, room));
        let mut shapes = Vec::new();
        self.paint(&logo.file, corners(plate.shrink(PLATE)), corners(plate), &mut shapes);
        painter.extend(shapes);
    }

    /// At the end of a frame: has those read that are missing, and drops those that were not painted.
    pub fn settle(&self, ctx: &Context, session: &Session, out: &mut Out) {
        let Inner { textures, wanted } = &mut *self.0.borrow_mut();
        textures.retain(|file, _| wanted.contains(file));
        let mut unknown = false;
        for file in wanted.iter().filter(|file| !textures.contains_key(*file)).cloned().collect::<Vec<_>>() {
            match session.logo(&file) {
                LogoPixels::Unknown => unknown = true,
                LogoPixels::None => {}
                LogoPixels::Some(picture) => {
                    let size = [picture.width as usize, picture.height as usize];
                    let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
                    textures.insert(file, ctx.load_texture("logo", image, TextureOptions::LINEAR));
                    ctx.request_repaint();
                }
            }
        }
        if unknown {
            out.push(Action::ShowLogos(wanted.iter().cloned().collect()));
        }
        wanted.clear();
    }
}

/// Points of the plate around a logo.
const PLATE: f32 = 3.0;

/// The size of a logo's plate where there is so much room.
#[must_use]
pub fn plate_size(logo: &Logo, room: Rect) -> eframe::egui::Vec2 {
    let most = room.shrink(PLATE).size();
    let proportion = logo.proportion() as f32;
    let width = most.x.min(most.y * proportion);
    eframe::egui::vec2(width, width / proportion) + eframe::egui::Vec2::splat(2.0 * PLATE)
}

fn corners(rect: Rect) -> [Pos2; 4] {
    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]
}

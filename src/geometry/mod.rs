//! Exact plane geometry: lengths and points in whole tenths of a millimetre, angles in thousandths of a degree,
//! outlines of what is drawn. x runs to the right, y runs down. No floats, but where a turned corner is rounded to the grid
//! of a tenth of a millimetre, and at the camera.

mod angle;
mod bounds;
mod camera;
mod cut;
mod faces;
mod length;
mod mirror;
mod outline;
mod overlay;
#[cfg(test)]
mod overlay_tests;
mod point;
mod recognise;
mod round;
mod segment;
mod shapes;
mod units;

pub use angle::Angle;
pub use bounds::Bounds;
pub use camera::{Camera, ScreenPoint};
pub use cut::{Cut, Side};
pub use length::{Area, Length};
pub use mirror::Mirror;
pub use outline::Outline;
pub use overlay::NoUnion;
pub use point::{Offset, Point, Size};
pub use segment::Segment;
pub use units::Units;

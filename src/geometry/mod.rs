//! Exact plane geometry: lengths and points in whole tenths of a millimetre, angles in thousandths of a degree,
//! outlines of what is drawn. x runs to the right, y runs down. No floats, but where a turned corner is rounded to the grid
//! of a tenth of a millimetre, and at the camera.

mod angle;
mod bounds;
mod camera;
mod length;
mod outline;
mod point;

pub use angle::Angle;
pub use bounds::Bounds;
pub use camera::{Camera, ScreenPoint};
pub use length::{Area, Length};
pub use outline::Outline;
pub use point::{Offset, Point, Size};

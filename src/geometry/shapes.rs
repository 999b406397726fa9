//! Shapes that are entered with figures, and the ring of corners that every outline is.

use super::recognise::recognised;
use super::{Angle, Length, Offset, Outline, Point, Size};

/// Corners of the polygon that stands for a circle where outlines are laid over one another: with 180 of them a round booth
/// of three metres is true to half a millimetre.
const CORNERS_OF_ROUND: i64 = 180;

impl Outline {
    /// Its corners in order; a circle as a polygon with many.
    #[must_use]
    pub fn ring(&self) -> Vec<Point> {
        match self {
            Self::Rectangle { .. } => self.rectangle_corners().to_vec(),
            Self::Polygon(corners) => corners.clone(),
            Self::Round { centre, radius } => {
                let first = *centre + Offset::new(*radius, Length::ZERO);
                let step = 360_000 / CORNERS_OF_ROUND;
                (0..CORNERS_OF_ROUND).map(|corner| first.turned(*centre, Angle::from_thousandths(corner * step))).collect()
            }
        }
    }

    /// The largest circle in a box, in its middle.
    #[must_use]
    pub fn round_in(bounds: super::Bounds) -> Self {
        let size = bounds.size();
        Self::Round { centre: bounds.centre(), radius: size.width.min(size.depth) / 2 }
    }

    /// The outline with these corners: a rectangle where they make one, without those that lie on a straight edge. `None`
    /// where its edges cross, or it is too small.
    #[must_use]
    pub fn of_corners(corners: Vec<Point>) -> Option<Self> {
        if corners.len() < 3 || !Self::Polygon(corners.clone()).is_simple() {
            return None;
        }
        let outline = recognised(corners, &[]);
        let least = Self::LEAST * Self::LEAST;
        (outline.is_valid() && outline.area() >= least && outline.is_simple()).then_some(outline)
    }

    /// An L: the box from `origin`, without a notch at its right top corner. `None` where the notch is as large as the box.
    #[must_use]
    pub fn l_shape(origin: Point, size: Size, notch: Size) -> Option<Self> {
        let (width, depth) = (size.width, size.depth);
        let fits = is_inside(notch.width, width) && is_inside(notch.depth, depth);
        let inner = width - notch.width;
        let corners = [
            (Length::ZERO, Length::ZERO),
            (inner, Length::ZERO),
            (inner, notch.depth),
            (width, notch.depth),
            (width, depth),
            (Length::ZERO, depth),
        ];
        fits.then(|| polygon(origin, &corners))
    }

    /// A U: the box from `origin`, without a notch in the middle of its upper side. `None` where the notch is as large as
    /// the box.
    #[must_use]
    pub fn u_shape(origin: Point, size: Size, notch: Size) -> Option<Self> {
        let (width, depth) = (size.width, size.depth);
        let fits = is_inside(notch.width, width) && is_inside(notch.depth, depth);
        let left = (width - notch.width) / 2;
        let right = left + notch.width;
        let corners = [
            (Length::ZERO, Length::ZERO),
            (left, Length::ZERO),
            (left, notch.depth),
            (right, notch.depth),
            (right, Length::ZERO),
            (width, Length::ZERO),
            (width, depth),
            (Length::ZERO, depth),
        ];
        fits.then(|| polygon(origin, &corners))
    }
}

fn is_inside(notch: Length, side: Length) -> bool {
    notch >= Outline::LEAST && side - notch >= Outline::LEAST
}

fn polygon(origin: Point, corners: &[(Length, Length)]) -> Outline {
    Outline::Polygon(corners.iter().map(|(x, y)| origin + Offset::new(*x, *y)).collect())
}

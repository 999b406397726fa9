//! Clips, of which a drawing has only those that cut something.

use crate::reader::{Clip, FillRule, PathStep, path_bounds};

/// Left, top, right and bottom.
type Bounds = [f32; 4];

/// The clips that enclose what is drawn, and those that were used.
pub(super) struct Clips {
    stack: Vec<Open>,
    used: Vec<Clip>,
}

struct Open {
    path: Vec<PathStep>,
    rule: FillRule,
    /// Of the path itself.
    own: Bounds,
    /// Of what all clips up to this one leave.
    left: Bounds,
    is_rectangle: bool,
    /// Its place among the used ones.
    place: Option<u32>,
}

impl Clips {
    pub(super) fn new(sheet: (u32, u32)) -> Self {
        let all = [0.0, 0.0, sheet.0 as f32, sheet.1 as f32];
        let sheet = Open { path: Vec::new(), rule: FillRule::NonZero, own: all, left: all, is_rectangle: true, place: None };
        Self { stack: vec![sheet], used: Vec::new() }
    }

    pub(super) fn push(&mut self, path: Vec<PathStep>, rule: FillRule) {
        // Nothing shows within a clip without an area.
        let own = path_bounds(&path).map_or([0.0; 4], |(min, max)| [min[0], min[1], max[0], max[1]]);
        let left = self.left();
        let left = [left[0].max(own[0]), left[1].max(own[1]), left[2].min(own[2]), left[3].min(own[3])];
        let is_rectangle = is_rectangle(&path);
        self.stack.push(Open { path, rule, own, left, is_rectangle, place: None });
    }

    pub(super) fn pop(&mut self) {
        // The lowest one is the sheet.
        if self.stack.len() > 1 {
            self.stack.pop();
        }
    }

    /// What the clips leave of the sheet.
    pub(super) fn left(&self) -> Bounds {
        self.stack.last().map_or([0.0; 4], |open| open.left)
    }

    /// The clip of something with these bounds: `None` where nothing of it shows, `Some(None)` where nothing cuts it.
    pub(super) fn around(&mut self, bounds: Bounds) -> Option<Option<u32>> {
        let left = self.left();
        let shows = bounds[0] <= left[2] && bounds[1] <= left[3] && bounds[2] >= left[0] && bounds[3] >= left[1];
        let has_area = left[0] < left[2] && left[1] < left[3];
        (shows && has_area).then(|| self.place(self.stack.len(), bounds))
    }

    /// The innermost of the lowest `count` clips that cuts something with these bounds.
    fn place(&mut self, count: usize, bounds: Bounds) -> Option<u32> {
        let cuts = |open: &Open| !(open.is_rectangle && holds(open.own, bounds));
        // The sheet itself bounds everything and is no clip.
        let cutting = (1..count).rev().find(|at| self.stack.get(*at).is_some_and(cuts))?;
        if let Some(place) = self.stack.get(cutting)?.place {
            return Some(place);
        }
        let own = self.stack.get(cutting)?.own;
        let within = self.place(cutting, own);
        let next = u32::try_from(self.used.len()).ok()?;
        let open = self.stack.get_mut(cutting)?;
        let clip = Clip { within, path: open.path.clone(), rule: open.rule };
        // The same clip is often set again for each thing that it cuts.
        let place = match self.used.last() {
            Some(last) if *last == clip => next - 1,
            _ => {
                self.used.push(clip);
                next
            }
        };
        open.place = Some(place);
        Some(place)
    }

    pub(super) fn into_used(self) -> Vec<Clip> {
        self.used
    }
}

/// Whether one rectangle holds another, but for what cannot be seen.
fn holds(outer: Bounds, inner: Bounds) -> bool {
    const LITTLE: f32 = 1.0;
    outer[0] - LITTLE <= inner[0]
        && outer[1] - LITTLE <= inner[1]
        && outer[2] + LITTLE >= inner[2]
        && outer[3] + LITTLE >= inner[3]
}

/// Whether a path is one upright rectangle.
fn is_rectangle(path: &[PathStep]) -> bool {
    let corners = match path {
        [PathStep::Move(a), PathStep::Line(b), PathStep::Line(c), PathStep::Line(d), PathStep::Close] => [a, b, c, d],
        [PathStep::Move(a), PathStep::Line(b), PathStep::Line(c), PathStep::Line(d), PathStep::Line(e), PathStep::Close]
        | [PathStep::Move(a), PathStep::Line(b), PathStep::Line(c), PathStep::Line(d), PathStep::Line(e)]
            if a == e =>
        {
            [a, b, c, d]
        }
        _ => return false,
    };
    let same = |one: f32, other: f32| (one - other).abs() < 0.5;
    let [a, b, c, d] = corners;
    let level_first = same(a[1], b[1]) && same(b[0], c[0]) && same(c[1], d[1]) && same(d[0], a[0]);
    let upright_first = same(a[0], b[0]) && same(b[1], c[1]) && same(c[0], d[0]) && same(d[1], a[1]);
    level_first || upright_first
}

//! The palette: every colour of the program, named by what it is for. Nothing else names a colour.

use crate::plan::{Status, Tint};

/// An opaque colour, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Colour {
    /// The colour that CSS writes `#RRGGBB`.
    #[must_use]
    pub const fn from_hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { r, g, b }
    }

    /// As CSS and SVG write it: `#8FB5EE`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }

    /// The contrast with another colour after WCAG 2: from 1 (none) to 21 (black and white).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Relative luminance after WCAG 2.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $light:literal $dark:literal)*) => {
        /// What a colour is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),*];
        }

        const LIGHT: [Colour; Role::ALL.len()] = [$(Colour::from_hex($light)),*];
        const DARK: [Colour; Role::ALL.len()] = [$(Colour::from_hex($dark)),*];
    };
}

roles! {
    /// Around the hall.
    Canvas 0xECEFF3 0x14181D
    /// Side panels and bars.
    Panel 0xF7F8FA 0x1B1F24
    /// Cards, fields, menus.
    Surface 0xFFFFFF 0x22272E
    /// Behind every second row of a list.
    Stripe 0xF4F6FA 0x20252B
    /// Borders and rules.
    Line 0xDDE1E7 0x353C46
    /// Text.
    Ink 0x1B1F24 0xF2F5F8
    /// Less important text.
    Muted 0x667080 0x9DA7B3
    /// What is chosen, and the main button.
    Accent 0x2457C5 0x8DB4FF
    /// Behind what is chosen.
    AccentSoft 0xE4ECFB 0x24344F
    /// Text on the accent.
    OnAccent 0xFFFFFF 0x14181D
    /// Good news.
    Good 0x14804A 0x57C98A
    /// Bad news.
    Bad 0xD1242F 0xFF7B84
    /// Behind bad news.
    BadSoft 0xF9DCDE 0x4A2529
    /// Guides while drawing.
    Guide 0xE0317A 0xFF6FA8
    /// The fill of an available booth.
    Available 0xFFFFFF 0x22272E
    /// The fill of a held booth.
    Held 0xFBE9A9 0x6B5510
    /// The fill of a reserved booth.
    Reserved 0xBFE0F7 0x1F5478
    /// The fill of a contracted booth.
    Contracted 0x8FB5EE 0x2A4FA0
    /// The fill of a paid booth.
    Paid 0xA5DCC1 0x1E6B45
    /// The fill of a blocked booth.
    Blocked 0xD5D9DF 0x3A414B
    /// The edge of an available booth.
    AvailableEdge 0x9AA4B2 0x59636F
    /// The edge of a held booth.
    HeldEdge 0xB98900 0xB0903A
    /// The edge of a reserved booth.
    ReservedEdge 0x2A7DB5 0x4C93C6
    /// The edge of a contracted booth.
    ContractedEdge 0x2457C5 0x6E95EA
    /// The edge of a paid booth.
    PaidEdge 0x14804A 0x45A876
    /// The edge of a blocked booth.
    BlockedEdge 0x8A94A3 0x6A7480
    /// The hatching of a blocked booth.
    Hatch 0xAEB6C1 0x566070
    /// The floor of a hall.
    HallFloor 0xFFFFFF 0x1B1F24
    /// The outline of a hall, walls and columns.
    Wall 0x333B47 0xA9B3BF
    /// Floor that no booth may stand on: its edge and hatching.
    NoBuild 0xD97A7F 0x9C545A
    /// The words at an exit: [`Role::Good`], dark enough to be read on the canvas.
    ExitInk 0x0F703F 0x57C98A
    /// What a user coloured blue.
    Blue 0xCFE0FA 0x20437F
    /// Its edge.
    BlueEdge 0x2F6FD6 0x6D9CF0
    /// What a user coloured teal.
    Teal 0xC5ECEA 0x124F50
    /// Its edge.
    TealEdge 0x138A87 0x3FB3AE
    /// What a user coloured green.
    Green 0xCDEBD0 0x1E5530
    /// Its edge.
    GreenEdge 0x2E8B45 0x55B070
    /// What a user coloured lime.
    Lime 0xE3EFBF 0x455515
    /// Its edge.
    LimeEdge 0x6E8B12 0x9DB94A
    /// What a user coloured yellow.
    Yellow 0xFBEFB3 0x5F4E0C
    /// Its edge.
    YellowEdge 0xA08200 0xCBAA3C
    /// What a user coloured orange.
    Orange 0xFCDDBF 0x6A3F12
    /// Its edge.
    OrangeEdge 0xC26A12 0xDE9450
    /// What a user coloured red.
    Red 0xF9D3D0 0x6E2A27
    /// Its edge.
    RedEdge 0xC93A32 0xE77F78
    /// What a user coloured pink.
    Pink 0xF8D2E4 0x68294B
    /// Its edge.
    PinkEdge 0xC43C82 0xE27FB2
    /// What a user coloured purple.
    Purple 0xE2D6F7 0x47307A
    /// Its edge.
    PurpleEdge 0x7A4FC4 0xAB8BE8
    /// What a user coloured brown.
    Brown 0xE8DACB 0x523B27
    /// Its edge.
    BrownEdge 0x8C6239 0xBE966C
    /// The least of five steps of one hue: areas, open sides.
    Scale1 0xF6F1FD 0x2A2735
    /// The second.
    Scale2 0xE3D7F8 0x3A3054
    /// The third.
    Scale3 0xCDB9F1 0x4C3A76
    /// The fourth.
    Scale4 0xB79CE9 0x5F469A
    /// The most.
    Scale5 0xA07FDF 0x7355BE
    /// The edge of all five.
    ScaleEdge 0x5B37A8 0xB59BF0
}

impl Role {
    /// The fill of a booth with this status.
    #[must_use]
    pub const fn of_status(status: Status) -> Self {
        match status {
            Status::Available => Self::Available,
            Status::Held => Self::Held,
            Status::Reserved => Self::Reserved,
            Status::Contracted => Self::Contracted,
            Status::Paid => Self::Paid,
            Status::Blocked => Self::Blocked,
        }
    }

    /// The edge of a booth with this status.
    #[must_use]
    pub const fn of_edge(status: Status) -> Self {
        match status {
            Status::Available => Self::AvailableEdge,
            Status::Held => Self::HeldEdge,
            Status::Reserved => Self::ReservedEdge,
            Status::Contracted => Self::ContractedEdge,
            Status::Paid => Self::PaidEdge,
            Status::Blocked => Self::BlockedEdge,
        }
    }

    /// The fill of what has this colour.
    #[must_use]
    pub const fn of_tint(tint: Tint) -> Self {
        match tint {
            Tint::Blue => Self::Blue,
            Tint::Teal => Self::Teal,
            Tint::Green => Self::Green,
            Tint::Lime => Self::Lime,
            Tint::Yellow => Self::Yellow,
            Tint::Orange => Self::Orange,
            Tint::Red => Self::Red,
            Tint::Pink => Self::Pink,
            Tint::Purple => Self::Purple,
            Tint::Brown => Self::Brown,
        }
    }

    /// The edge of what has this colour.
    #[must_use]
    pub const fn of_tint_edge(tint: Tint) -> Self {
        match tint {
            Tint::Blue => Self::BlueEdge,
            Tint::Teal => Self::TealEdge,
            Tint::Green => Self::GreenEdge,
            Tint::Lime => Self::LimeEdge,
            Tint::Yellow => Self::YellowEdge,
            Tint::Orange => Self::OrangeEdge,
            Tint::Red => Self::RedEdge,
            Tint::Pink => Self::PinkEdge,
            Tint::Purple => Self::PurpleEdge,
            Tint::Brown => Self::BrownEdge,
        }
    }
}

/// A colour for every role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    colours: &'static [Colour; Role::ALL.len()],
}

impl Palette {
    /// For light screens and for paper.
    #[must_use]
    pub const fn light() -> Self {
        Self { colours: &LIGHT }
    }

    /// For dark screens.
    #[must_use]
    pub const fn dark() -> Self {
        Self { colours: &DARK }
    }

    /// The colour of a role.
    #[must_use]
    pub const fn colour(self, role: Role) -> Colour {
        self.colours[role as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: [Role; 5] = [Role::Scale1, Role::Scale2, Role::Scale3, Role::Scale4, Role::Scale5];

    #[test]
    fn text_can_be_read_on_whatever_lies_under_it() {
        let mut readable = vec![
            (Role::Ink, Role::Canvas),
            (Role::Ink, Role::Panel),
            (Role::Ink, Role::Surface),
            (Role::Ink, Role::HallFloor),
            (Role::Ink, Role::AccentSoft),
            (Role::Ink, Role::BadSoft),
            (Role::Muted, Role::Panel),
            (Role::Ink, Role::Stripe),
            (Role::Muted, Role::Stripe),
            (Role::Muted, Role::Surface),
            (Role::Muted, Role::HallFloor),
            (Role::Muted, Role::Available),
            (Role::OnAccent, Role::Accent),
            (Role::Accent, Role::Surface),
            (Role::Good, Role::Surface),
            (Role::Good, Role::Panel),
            (Role::Bad, Role::Surface),
            (Role::Bad, Role::Panel),
            (Role::ExitInk, Role::Canvas),
            (Role::ExitInk, Role::HallFloor),
        ];
        readable.extend(Status::ALL.map(|status| (Role::Ink, Role::of_status(status))));
        readable.extend(Tint::ALL.map(|tint| (Role::Ink, Role::of_tint(tint))));
        readable.extend(SCALE.map(|step| (Role::Ink, step)));
        for (name, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
            for (text, ground) in &readable {
                let contrast = palette.colour(*text).contrast(palette.colour(*ground));
                assert!(contrast >= 4.5, "{text:?} on {ground:?}, {name}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_edge_of_a_booth_is_seen_on_its_fill_and_on_the_floor() {
        for (name, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
            let statuses = Status::ALL.map(|status| (Role::of_edge(status), Role::of_status(status)));
            let tints = Tint::ALL.map(|tint| (Role::of_tint_edge(tint), Role::of_tint(tint)));
            let scale = SCALE.map(|step| (Role::ScaleEdge, step));
            for (edge, fill) in statuses.into_iter().chain(tints).chain(scale) {
                for ground in [fill, Role::HallFloor] {
                    let contrast = palette.colour(edge).contrast(palette.colour(ground));
                    assert!(contrast >= 2.0, "{edge:?} on {ground:?}, {name}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn numbers_can_be_read_on_a_hatching() {
        for palette in [Palette::light(), Palette::dark()] {
            let ink = palette.colour(Role::Ink);
            assert!(ink.contrast(palette.colour(Role::Hatch)) >= 4.5);
        }
    }

    #[test]
    fn contrast_is_measured_as_wcag_does() {
        let (black, white) = (Colour::from_hex(0), Colour::from_hex(0xFF_FF_FF));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        assert_eq!(Colour::from_hex(0x8F_B5_EE).hex(), "#8FB5EE");
    }
}

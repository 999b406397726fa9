//! What the window looks like: the palette's roles as colours of the window, the typefaces, spacing, corners, and the style
//! that egui's own widgets take from them.

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow, Stroke, TextStyle,
    Visuals,
    style::{ScrollStyle, WidgetVisuals, Widgets},
    vec2,
};
use egui_material_icons::MaterialIcon;

use crate::fonts;
use crate::plan::Status;
use crate::scene::{Palette, Role};

/// The corner radius of buttons, fields and cards.
pub const CORNER: u8 = 6;
/// The height of fields and buttons.
pub const FIELD_HEIGHT: f32 = 28.0;
/// The height of small buttons: those of the top row and of panel headings.
pub const SMALL_HEIGHT: f32 = 24.0;
/// The smallest step of spacing.
pub const STEP: f32 = 4.0;
/// The margin of panels.
pub const PANEL_MARGIN: f32 = 12.0;

/// The palette's roles as colours of the window, and those that follow from them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colours {
    palette: Palette,
    /// Around the hall.
    pub canvas: Color32,
    /// Side panels.
    pub panel: Color32,
    /// Cards, fields, menus.
    pub surface: Color32,
    /// Borders and rules.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Less important text.
    pub muted: Color32,
    /// What is chosen, and the main button.
    pub accent: Color32,
    /// Good news.
    pub good: Color32,
    /// Bad news.
    pub bad: Color32,
    /// Guides while drawing.
    pub guide: Color32,
    /// Behind what is chosen.
    pub chosen: Color32,
    /// Behind what is hovered.
    pub hovered: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
}

impl Colours {
    /// The colours of light or dark windows.
    #[must_use]
    pub fn new(dark: bool) -> Self {
        let palette = if dark { Palette::dark() } else { Palette::light() };
        let colour = |role| colour(palette, role);
        Self {
            palette,
            canvas: colour(Role::Canvas),
            panel: colour(Role::Panel),
            surface: colour(Role::Surface),
            line: colour(Role::Line),
            ink: colour(Role::Ink),
            muted: colour(Role::Muted),
            accent: colour(Role::Accent),
            good: colour(Role::Good),
            bad: colour(Role::Bad),
            guide: colour(Role::Guide),
            chosen: colour(Role::AccentSoft),
            hovered: colour(Role::Surface).lerp_to_gamma(colour(Role::Ink), if dark { 0.08 } else { 0.05 }),
            on_accent: colour(Role::OnAccent),
        }
    }

    /// The colour of a role.
    #[must_use]
    pub fn of(&self, role: Role) -> Color32 {
        colour(self.palette, role)
    }

    /// The fill of a booth with this status.
    #[must_use]
    pub fn status(&self, status: Status) -> Color32 {
        self.of(Role::of_status(status))
    }

    /// The edge of a booth with this status.
    #[must_use]
    pub fn status_edge(&self, status: Status) -> Color32 {
        self.of(Role::of_edge(status))
    }
}

fn colour(palette: Palette, role: Role) -> Color32 {
    let colour = palette.colour(role);
    Color32::from_rgb(colour.r, colour.g, colour.b)
}

/// The sizes and weights of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// Titles of panels and dialogs: 15, semibold.
    Title,
    /// Names: 13, semibold.
    Name,
    /// Running text and fields: 13.
    Body,
    /// Buttons: 12, medium.
    Button,
    /// Lines under a title: 12.
    Line,
    /// Labels of fields, and small print: 11.
    Label,
    /// The words under the icons of the tool rail: 9.5.
    Tiny,
}

impl TextRole {
    /// Size and typeface.
    #[must_use]
    pub fn font(self) -> FontId {
        let (size, style) = match self {
            Self::Title => (15.0, fonts::Style::SemiBold),
            Self::Name => (13.0, fonts::Style::SemiBold),
            Self::Body => (13.0, fonts::Style::Regular),
            Self::Button => (12.0, fonts::Style::Medium),
            Self::Line => (12.0, fonts::Style::Regular),
            Self::Label => (11.0, fonts::Style::Regular),
            Self::Tiny => (9.5, fonts::Style::Regular),
        };
        FontId::new(size, family(style))
    }
}

/// The window's family for a cut of the bundled typeface.
#[must_use]
pub fn family(style: fonts::Style) -> FontFamily {
    match style {
        fonts::Style::Regular => FontFamily::Proportional,
        other => FontFamily::Name(other.name().into()),
    }
}

/// The typeface of icons at this size.
#[must_use]
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(egui_material_icons::FONT_FAMILY_OUTLINED.into()))
}

/// The look of the window: light or dark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Whether it is the dark one.
    pub dark: bool,
    /// Its colours.
    pub colours: Colours,
}

impl Theme {
    /// The light or the dark theme.
    #[must_use]
    pub fn new(dark: bool) -> Self {
        Self { dark, colours: Colours::new(dark) }
    }

    /// The theme that the window shows now.
    #[must_use]
    pub fn of(ctx: &egui::Context) -> Self {
        Self::new(ctx.theme() == egui::Theme::Dark)
    }

    /// Text of a role, in ink.
    #[must_use]
    pub fn text(&self, role: TextRole, text: impl Into<String>) -> RichText {
        RichText::new(text).font(role.font()).color(self.colours.ink)
    }

    /// Text of a role, muted.
    #[must_use]
    pub fn muted(&self, role: TextRole, text: impl Into<String>) -> RichText {
        RichText::new(text).font(role.font()).color(self.colours.muted)
    }

    /// An icon as text.
    #[must_use]
    pub fn icon(&self, icon: MaterialIcon, size: f32) -> RichText {
        RichText::new(icon.codepoint).font(icon_font(size)).color(self.colours.ink)
    }

    /// A line of one point in the colour of borders.
    #[must_use]
    pub fn border(&self) -> Stroke {
        Stroke::new(1.0, self.colours.line)
    }
}

/// Gives the window its typefaces and both themes. Once, before the first frame.
pub fn install(ctx: &egui::Context) {
    install_fonts(ctx);
    // Where the system does not say which it wants.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let look = Theme::new(theme == egui::Theme::Dark);
        let mut style = egui::Style { visuals: visuals(&look), ..egui::Style::default() };
        style.text_styles = [
            (TextStyle::Small, TextRole::Label),
            (TextStyle::Body, TextRole::Body),
            (TextStyle::Button, TextRole::Button),
            (TextStyle::Heading, TextRole::Title),
            (TextStyle::Monospace, TextRole::Body),
        ]
        .into_iter()
        .map(|(style, role)| (style, role.font()))
        .collect();
        style.animation_time = 0.1;
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(8.0, 8.0);
        spacing.button_padding = vec2(10.0, 4.0);
        spacing.interact_size = vec2(32.0, SMALL_HEIGHT);
        spacing.menu_margin = Margin::same(4);
        spacing.menu_width = 240.0;
        spacing.menu_spacing = 4.0;
        spacing.combo_height = 320.0;
        spacing.window_margin = Margin::same(20);
        spacing.tooltip_width = 320.0;
        spacing.icon_width = 18.0;
        spacing.icon_width_inner = 10.0;
        spacing.icon_spacing = 8.0;
        spacing.scroll = ScrollStyle { bar_width: 8.0, floating_width: 3.0, ..ScrollStyle::floating() };
        ctx.set_style_of(theme, style);
    }
}

fn install_fonts(ctx: &egui::Context) {
    let icons = egui_material_icons::font_insert();
    let mut definitions = FontDefinitions::empty();
    for (style, (name, bytes)) in fonts::Style::ALL.into_iter().zip(fonts::bundled()) {
        definitions.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
        // Regular comes after the other cuts for the letters that they lack, then the icons.
        let mut chain = vec![name.to_owned(), fonts::Style::Regular.name().to_owned(), icons.name.clone()];
        chain.dedup();
        definitions.families.insert(family(style), chain);
    }
    let regular = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    definitions.families.insert(FontFamily::Monospace, regular);
    definitions.families.insert(icon_font(1.0).family, vec![icons.name.clone()]);
    definitions.font_data.insert(icons.name, icons.data.into());
    ctx.set_fonts(definitions);
}

fn visuals(theme: &Theme) -> Visuals {
    let colours = &theme.colours;
    let corner = CornerRadius::same(CORNER);
    let state = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let stronger = colours.line.lerp_to_gamma(colours.muted, 0.5);
    let shadow =
        Shadow { offset: [0, 6], blur: 20, spread: 0, color: Color32::from_black_alpha(if theme.dark { 110 } else { 40 }) };
    let base = if theme.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        widgets: Widgets {
            noninteractive: state(colours.panel, colours.line, colours.ink),
            inactive: state(colours.surface, colours.line, colours.ink),
            hovered: state(colours.hovered, stronger, colours.ink),
            active: state(colours.chosen, colours.accent, colours.ink),
            open: state(colours.chosen, colours.accent, colours.ink),
        },
        selection: egui::style::Selection {
            bg_fill: colours.surface.lerp_to_gamma(colours.accent, 0.28),
            stroke: Stroke::new(1.5, colours.accent),
        },
        hyperlink_color: colours.accent,
        faint_bg_color: colours.hovered,
        extreme_bg_color: colours.surface,
        text_edit_bg_color: Some(colours.surface),
        code_bg_color: colours.canvas,
        warn_fg_color: colours.bad,
        error_fg_color: colours.bad,
        weak_text_color: Some(colours.muted),
        window_corner_radius: CornerRadius::same(10),
        window_shadow: shadow,
        window_fill: colours.panel,
        window_stroke: theme.border(),
        menu_corner_radius: CornerRadius::same(8),
        panel_fill: colours.panel,
        popup_shadow: shadow,
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hovered_can_be_read() {
        let contrast = |a: Color32, b: Color32| {
            let wcag = |colour: Color32| crate::scene::Colour { r: colour.r(), g: colour.g(), b: colour.b() };
            wcag(a).contrast(wcag(b))
        };
        for dark in [false, true] {
            let colours = Colours::new(dark);
            assert!(contrast(colours.ink, colours.hovered) >= 7.0, "ink, dark: {dark}");
            assert!(contrast(colours.muted, colours.hovered) >= 4.0, "muted, dark: {dark}");
        }
    }
}

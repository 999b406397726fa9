//! Colours that are mixed with what lies below in another way than by covering it. The vectors have only opacity for that, so such a
//! colour becomes as opaque as it changes what it is laid over.

use hayro::hayro_interpret::BlendMode;

/// The colour that comes nearest by covering: over white what multiplies, over black what brightens, is what it should be.
pub(super) fn as_laid_over([red, green, blue, alpha]: [u8; 4], blend: BlendMode) -> [u8; 4] {
    let colour = [red, green, blue];
    let mean = colour.iter().map(|part| f32::from(*part)).sum::<f32>() / (3.0 * 255.0);
    // A cast keeps to the limits of the type.
    let faded = |opacity: f32| (f32::from(alpha) * opacity).round() as u8;
    match blend {
        BlendMode::Normal => [red, green, blue, alpha],
        BlendMode::Multiply | BlendMode::Darken | BlendMode::ColorBurn => {
            let dark = 1.0 - mean;
            let pure = colour.map(|part| (255.0 - (255.0 - f32::from(part)) / dark.max(1.0 / 255.0)).round() as u8);
            [pure[0], pure[1], pure[2], faded(dark)]
        }
        BlendMode::Screen | BlendMode::Lighten | BlendMode::ColorDodge => {
            let pure = colour.map(|part| (f32::from(part) / mean.max(1.0 / 255.0)).round() as u8);
            [pure[0], pure[1], pure[2], faded(mean)]
        }
        // What these do depends on what lies below: half of it is seen.
        _ => [red, green, blue, faded(0.5)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_multiplies_covers_as_much_as_it_darkens() {
        let multiplied = |colour| as_laid_over(colour, BlendMode::Multiply);
        assert_eq!(multiplied([0, 0, 0, 255]), [0, 0, 0, 255]);
        assert_eq!(multiplied([255, 255, 255, 255])[3], 0);
        assert_eq!(multiplied([128, 128, 128, 255]), [0, 0, 0, 127]);
        // A marker does not hide what it marks.
        assert_eq!(multiplied([255, 255, 0, 255]), [255, 255, 0, 85]);
    }

    #[test]
    fn what_brightens_covers_as_much_as_it_brightens() {
        assert_eq!(as_laid_over([0, 0, 0, 255], BlendMode::Screen)[3], 0);
        assert_eq!(as_laid_over([255, 255, 255, 200], BlendMode::Lighten), [255, 255, 255, 200]);
        assert_eq!(as_laid_over([10, 20, 30, 255], BlendMode::Normal), [10, 20, 30, 255]);
        assert_eq!(as_laid_over([10, 20, 30, 200], BlendMode::Difference), [10, 20, 30, 100]);
    }
}

//! Colours as screens show them, what they are to the eye (OKLCH: lightness, chroma, hue), and how far two of them stand apart (the
//! contrast ratio of WCAG 2.2). Pure.

use std::fmt;

/// A colour of a screen: red, green and blue, as a style sheet writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads six digits behind `#`; `None` for any other way to write a colour.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let mut channels = [0; 3];
        hex::decode_to_slice(digits, &mut channels).ok()?;
        Some(Self(channels))
    }

    /// Lightness (0 to 1) and chroma of the colour.
    pub fn seen(self) -> (f64, f64) {
        let [red, green, blue] = self.0.map(linear);
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        let lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short;
        let a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short;
        let b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short;
        (lightness, a.hypot(b))
    }

    /// The colour that a screen shows for this lightness, chroma and hue (in degrees). Where it cannot show it, each channel ends where
    /// the screen does, as browsers draw `oklch()`: what comes out is another colour, and its ratios are that one's.
    pub fn of(lightness: f64, chroma: f64, hue: f64) -> Self {
        let (sin, cos) = hue.to_radians().sin_cos();
        let (a, b) = (chroma * cos, chroma * sin);
        let long = (lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let middle = (lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let short = (lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
        let channels = [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ];
        Self(channels.map(channel))
    }

    /// How far text in one of the colours stands out from the other: 1 for the same, 21 for black on white.
    pub fn ratio(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", hex::encode(self.0))
    }
}

/// How much light a channel of sRGB gives, 0 to 1.
fn linear(channel: u8) -> f64 {
    let part = f64::from(channel) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// The channel that gives this much light, or the nearest that there is.
fn channel(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let part =
        if light <= 0.0031308 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let wanted = part * 255.0;
    // The first whole number from which the next one is farther away.
    let (mut low, mut high) = (0_u8, u8::MAX);
    while low < high {
        let middle = low + (high - low) / 2;
        if f64::from(middle) + 0.5 <= wanted { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(colour("#8A2a7a").to_string(), "#8a2a7a");
        for text in ["", "#", "8a2a7a", "#8a2a7", "#8a2a7aff", "#8a2a7g", "plum"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_channel_comes_back() {
        for value in 0..=u8::MAX {
            assert_eq!(channel(linear(value)), value);
        }
        assert_eq!((channel(-0.3), channel(1.7)), (0, u8::MAX));
    }

    #[test]
    fn ratios_are_those_of_the_recommendation() {
        let (black, white) = (colour("#000000"), colour("#ffffff"));
        assert!((black.ratio(white) - 21.0).abs() < 1e-9);
        assert!((white.ratio(white) - 1.0).abs() < 1e-9);
        // The grey that is the lightest to be read on white.
        let grey = colour("#767676").ratio(white);
        assert!((4.54..4.55).contains(&grey), "{grey}");
        assert!((grey - white.ratio(colour("#767676"))).abs() < 1e-12, "in whatever order");
    }

    #[test]
    fn lightness_and_chroma_are_those_of_the_eye() {
        let (lightness, chroma) = colour("#ffffff").seen();
        assert!((lightness - 1.0).abs() < 1e-4 && chroma < 1e-4, "{lightness} {chroma}");
        let (lightness, chroma) = colour("#ff0000").seen();
        assert!((lightness - 0.628).abs() < 1e-3, "{lightness}");
        assert!((chroma - 0.2577).abs() < 1e-3, "{chroma}");
        assert_eq!(Colour::of(0.628, 0.2577, 29.23), colour("#ff0000"));
    }

    #[test]
    fn what_no_screen_shows_ends_where_the_screen_does() {
        // As much teal as there is none of, and as light as white: each channel stays one.
        let (teal, light) = (Colour::of(0.46, 0.4, 180.0), Colour::of(1.0, 0.4, 180.0));
        assert_eq!(teal.to_string().get(1..3), Some("00"), "{teal}");
        assert_eq!(light.to_string().get(3..5), Some("ff"), "{light}");
        assert!(teal.seen().1 < 0.4);
    }
}

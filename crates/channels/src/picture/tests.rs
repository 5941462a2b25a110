//! Real pictures, made by a real encoder, with metadata put in as cameras and programs do.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::*;

const PLACE: &[u8] = b"GPS 48.8584N 2.2945E";

fn pixels() -> DynamicImage {
    RgbImage::from_fn(40, 30, |x, y| {
        let byte = |n: u32| u8::try_from(n % 256).unwrap();
        Rgb([byte(x * 6), byte(y * 8), byte(x * y)])
    })
    .into()
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    pixels().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A block of Exif with an orientation, a camera's name and a place.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend_from_slice(b"\x0f\x01\x02\0\x14\0\0\0\x26\0\0\0");
    tiff.extend_from_slice(b"\x12\x01\x03\0\x01\0\0\0");
    tiff.extend_from_slice(&orientation.to_le_bytes());
    tiff.extend_from_slice(&[0; 6]);
    tiff.extend_from_slice(PLACE);
    tiff
}

fn jpeg_segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), contents].concat()
}

fn png_chunk(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap().to_be_bytes();
    let named = [kind.as_slice(), contents].concat();
    let checksum = crc32fast::hash(&named).to_be_bytes();
    [length.as_slice(), &named, &checksum].concat()
}

fn riff_chunk(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap().to_le_bytes();
    let padding = vec![0; contents.len() % 2];
    [kind.as_slice(), &length, contents, &padding].concat()
}

fn stripped(content_type: &str, picture: Vec<u8>) -> Vec<u8> {
    match without_metadata(content_type, &picture.into()) {
        Found::Removed(pieces) => pieces.concat(),
        other => panic!("{content_type}: {other:?}"),
    }
}

fn is_silent(picture: &[u8]) -> bool {
    !picture.windows(PLACE.len()).any(|part| part == PLACE)
}

fn is_same(left: &[u8], right: &[u8]) -> bool {
    let decoded = |bytes| image::load_from_memory(bytes).unwrap().to_rgba8();
    decoded(left) == decoded(right)
}

fn check(content_type: &str, plain: &[u8], telling: Vec<u8>) -> Vec<u8> {
    assert!(!is_silent(&telling), "{content_type}: the precondition");
    assert!(is_same(plain, &telling), "{content_type}: a picture before");
    let silent = stripped(content_type, telling);
    assert!(is_silent(&silent), "{content_type}");
    assert!(is_same(plain, &silent), "{content_type}: the same picture");
    let again = without_metadata(content_type, &silent.clone().into());
    assert_eq!(again, Found::Nothing, "{content_type}: once is enough");
    silent
}

#[test]
fn a_jpeg_keeps_its_orientation_and_nothing_else() {
    let plain = encoded(ImageFormat::Jpeg);
    let telling = |orientation| {
        let blocks = [
            jpeg_segment(0xE1, &[b"Exif\0\0".as_slice(), &exif(orientation)].concat()),
            jpeg_segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0<x/>", PLACE].concat()),
            jpeg_segment(0xED, &[b"Photoshop 3.0\08BIM", PLACE].concat()),
            jpeg_segment(0xE2, &[b"MPF\0", PLACE].concat()),
            jpeg_segment(0xEB, PLACE),
            jpeg_segment(0xFE, PLACE),
        ];
        // Behind the end lies the film of a "motion photo".
        [&plain[..2], &blocks.concat(), &plain[2..], b"\0\0\0\x18ftypmp42", PLACE].concat()
    };
    let upright = check("image/jpeg", &plain, telling(1));
    assert_eq!(upright, plain, "what was put in is gone, and no byte more");
    let turned = check("image/jpeg", &plain, telling(6));
    let block = turned.windows(6).position(|part| part == b"Exif\0\0").unwrap();
    assert_eq!(exif::orientation(&turned[block + 6..]), Some(6));
}

#[test]
fn a_jpeg_keeps_its_colours() {
    let plain = encoded(ImageFormat::Jpeg);
    let profile = jpeg_segment(0xE2, b"ICC_PROFILE\0\x01\x01profile");
    let adobe = jpeg_segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01");
    let coloured = [&plain[..2], &profile, &adobe, &plain[2..]].concat();
    assert_eq!(without_metadata("image/jpeg", &coloured.into()), Found::Nothing);
}

#[test]
fn a_jpeg_that_was_cut_off_is_stripped_as_far_as_it_goes() {
    let plain = encoded(ImageFormat::Jpeg);
    let comment = jpeg_segment(0xFE, PLACE);
    let cut = [&plain[..2], &comment, &plain[2..plain.len() - 40]].concat();
    assert_eq!(stripped("image/jpeg", cut), &plain[..plain.len() - 40]);
}

#[test]
fn a_png_keeps_what_it_shows() {
    let plain = encoded(ImageFormat::Png);
    let head = 8 + 25;
    let telling = |orientation| {
        let blocks = [
            png_chunk(b"gAMA", &45_455_u32.to_be_bytes()),
            png_chunk(b"tEXt", &[b"Author\0", PLACE].concat()),
            png_chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", PLACE].concat()),
            png_chunk(b"eXIf", &exif(orientation)),
            png_chunk(b"tIME", b"\x07\xea\x01\x02\x03\x04\x05"),
            png_chunk(b"prVt", PLACE),
        ];
        [&plain[..head], &blocks.concat(), &plain[head..], PLACE].concat()
    };
    let upright = check("image/png", &plain, telling(1));
    assert!(upright.windows(4).any(|part| part == b"gAMA"), "its brightness");
    let turned = check("image/png", &plain, telling(8));
    let block = turned.windows(4).position(|part| part == b"eXIf").unwrap();
    assert_eq!(exif::orientation(&turned[block + 4..]), Some(8));
}

#[test]
fn a_webp_speaks_of_what_it_still_has() {
    let plain = encoded(ImageFormat::WebP);
    let telling = |orientation, odd: &[u8]| {
        let features = [&[0x0C, 0, 0, 0], [39, 0, 0].as_slice(), &[29, 0, 0]].concat();
        let chunks = [
            riff_chunk(b"VP8X", &features),
            plain[12..].to_vec(),
            riff_chunk(b"EXIF", &exif(orientation)),
            riff_chunk(b"XMP ", &[PLACE, odd].concat()),
        ]
        .concat();
        let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
        [b"RIFF".as_slice(), &length, b"WEBP", &chunks].concat()
    };
    for odd in [b"".as_slice(), b"x"] {
        let upright = check("image/webp", &plain, telling(1, odd));
        assert_eq!(upright[20], 0, "no flag speaks of what is gone");
        let turned = check("image/webp", &plain, telling(3, odd));
        assert_eq!(turned[20], 0x08);
        let block = turned.windows(4).position(|part| part == b"EXIF").unwrap();
        assert_eq!(exif::orientation(&turned[block + 8..]), Some(3));
    }
}

#[test]
fn a_gif_keeps_running() {
    let plain = encoded(ImageFormat::Gif);
    let flags = plain[10];
    let head = 13 + if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let length = u8::try_from(PLACE.len()).unwrap();
    let comment = [&[0x21, 0xFE, length], PLACE, &[0]].concat();
    let xmp = [b"\x21\xFF\x0BXMP DataXMP".as_slice(), &[length], PLACE, &[0]].concat();
    let again = b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0".as_slice();
    let telling = [&plain[..head], again, &comment, &xmp, &plain[head..], PLACE].concat();
    let silent = check("image/gif", &plain, telling);
    assert!(silent.windows(11).any(|part| part == b"NETSCAPE2.0"));
}

fn heif_box(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len() + 8).unwrap().to_be_bytes();
    [length.as_slice(), kind, contents].concat()
}

/// A file with a picture's item, and with Exif and XMP beside it, the latter inside of `meta` itself.
fn heif() -> Vec<u8> {
    let info = |id: u16, kind: &[u8; 4], rest: &[u8]| {
        let head = [&[2, 0, 0, 0], id.to_be_bytes().as_slice(), &[0, 0]].concat();
        heif_box(b"infe", &[&head, kind.as_slice(), b"\0", rest].concat())
    };
    let infos = [
        vec![0, 0, 0, 0, 0, 3],
        info(1, b"hvc1", b""),
        info(2, b"Exif", b""),
        info(3, b"mime", b"application/rdf+xml\0"),
    ];
    let head = heif_box(b"ftyp", b"heic\0\0\0\0mif1heic");
    let place = |id: u16, method: u16, offset: u32, size: usize| {
        let size = u32::try_from(size).unwrap();
        let ids = [id.to_be_bytes(), method.to_be_bytes(), [0, 0], [0, 1]].concat();
        [ids, offset.to_be_bytes().to_vec(), size.to_be_bytes().to_vec()].concat()
    };
    let meta = |data: u32| {
        let places = [
            vec![1, 0, 0, 0, 0x44, 0, 0, 3],
            place(1, 0, data, 6),
            place(2, 0, data + 6, PLACE.len()),
            place(3, 1, 0, PLACE.len()),
        ];
        let boxes = [
            heif_box(b"iinf", &infos.concat()),
            heif_box(b"iloc", &places.concat()),
            heif_box(b"idat", PLACE),
        ];
        heif_box(b"meta", &[vec![0; 4], boxes.concat()].concat())
    };
    let data = u32::try_from(head.len() + meta(0).len() + 8).unwrap();
    let pixels = heif_box(b"mdat", &[b"pixels".as_slice(), PLACE].concat());
    let own = heif_box(b"uuid", &[&[7; 16], PLACE].concat());
    let film = heif_box(b"mpvd", PLACE);
    [head, meta(data), pixels, own, film].concat()
}

#[test]
fn a_heif_is_silenced_where_it_lies() {
    let telling = heif();
    for kind in ["image/heif", "image/avif"] {
        let silent = stripped(kind, telling.clone());
        assert_eq!(silent.len(), telling.len(), "nothing moves");
        assert!(is_silent(&silent));
        assert!(silent.windows(6).any(|part| part == b"pixels"));
        assert_eq!(without_metadata(kind, &silent.into()), Found::Nothing);
    }
}

/// A picture with Exif that is said to lie in these places, of which `widths` says how they are written.
fn heif_placed(widths: [u8; 2], count: u16, places: &[u8]) -> Bytes {
    let info = heif_box(b"infe", b"\x02\0\0\0\0\x02\0\0Exif\0");
    let infos = heif_box(b"iinf", &[b"\0\0\0\0\0\x01".as_slice(), &info].concat());
    let head = [[1_u8, 0, 0, 0].as_slice(), &widths, &count.to_be_bytes()].concat();
    let places = heif_box(b"iloc", &[head.as_slice(), places].concat());
    let meta = heif_box(b"meta", &[vec![0; 4], infos, places].concat());
    [heif_box(b"ftyp", b"heic\0\0\0\0mif1heic"), meta].concat().into()
}

#[test]
fn a_heif_whose_parts_have_no_end_is_not_followed() {
    // Of no width, so that eight bytes announce 65,535 of them.
    let place = b"\0\x09\0\0\0\0\xff\xff";
    let endless = heif_placed([0, 0], 100, &place.repeat(100));
    assert_eq!(without_metadata("image/heif", &endless), Found::Unreadable);
    let many = heif_placed([0, 0], u16::MAX, &b"\0\x09\0\0\0\0\0\0".repeat(65_535));
    assert_eq!(without_metadata("image/heif", &many), Found::Unreadable);
    // Each as long as the file.
    let one = |start: u8| [0, 0, 0, start, 0, 0, 0, 0];
    let nested = [b"\0\x02\0\0\0\0\0\x02".as_slice(), &one(0), &one(1)].concat();
    let nested = heif_placed([0x44, 0], 1, &nested);
    assert_eq!(without_metadata("image/heif", &nested), Found::Unreadable);
    // Twice the same is the same.
    let twice = [b"\0\x02\0\0\0\0\0\x02".as_slice(), &one(200), &one(200)].concat();
    let twice = heif_placed([0x44, 0], 1, &[twice, vec![7; 200]].concat());
    assert!(matches!(without_metadata("image/heif", &twice), Found::Removed(_)));
}

#[test]
fn a_picture_of_parts_without_end_is_not_remembered() {
    let plain = encoded(ImageFormat::Jpeg);
    let parts = |count: usize| {
        let part = [[0xFF_u8, 0xD0].as_slice(), &jpeg_segment(0xFE, b"")].concat();
        Bytes::from([&plain[..2], &part.repeat(count), &plain[2..]].concat())
    };
    assert!(matches!(without_metadata("image/jpeg", &parts(1000)), Found::Removed(_)));
    assert_eq!(without_metadata("image/jpeg", &parts(MOST_PARTS)), Found::Unreadable);
}

/// Whatever stands in a file, it is taken apart without a panic, and what is cut off is noticed or harmless.
#[test]
fn broken_pictures_break_nothing() {
    let pictures = [
        ("image/jpeg", encoded(ImageFormat::Jpeg)),
        ("image/png", encoded(ImageFormat::Png)),
        ("image/webp", encoded(ImageFormat::WebP)),
        ("image/gif", encoded(ImageFormat::Gif)),
        ("image/heif", heif()),
    ];
    for (kind, picture) in pictures {
        for length in 0..picture.len().min(700) {
            let _any = without_metadata(kind, &Bytes::copy_from_slice(&picture[..length]));
        }
        for at in 0..picture.len().min(700) {
            for byte in [0x00, 0xFF, picture[at] ^ 0x01, picture[at] ^ 0x80] {
                let mut changed = picture.clone();
                changed[at] = byte;
                let _any = without_metadata(kind, &changed.into());
            }
        }
        let nothing = without_metadata(kind, &Bytes::from_static(b"no picture"));
        assert_eq!(nothing, Found::Unreadable, "{kind}");
    }
    assert_eq!(without_metadata("image/tiff", &Bytes::from_static(b"II*\0")), Found::Unreadable);
}

#[test]
fn what_can_hold_metadata() {
    for (kind, may) in [
        ("image/jpeg", true),
        ("image/tiff", true),
        ("image/x-canon-cr2", true),
        ("image/bmp", false),
        ("image/svg+xml", false),
        ("video/mp4", false),
        ("application/pdf", false),
    ] {
        assert_eq!(may_hold_metadata(kind), may, "{kind}");
    }
}

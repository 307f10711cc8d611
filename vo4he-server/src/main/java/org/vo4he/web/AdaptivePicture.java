// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.web.Html.Element;

/// A preview as an image in the colours of the page and of a size that can be read on the screen at hand, without
/// scripts.
///
/// @param address where it is in each form
/// @param choices parameters of the preview
record AdaptivePicture(Address address, Map<String, String> choices) {

    /// Where a picture is.
    @FunctionalInterface
    interface Address {

        /// @param suffix of the form: `.svg` or `.png`
        String of(String suffix, Map<String, String> parameters);
    }

    /// The preview of a product.
    AdaptivePicture(Links links, String shortId, Map<String, String> choices) {
        this((suffix, parameters) -> links.preview(shortId, suffix, parameters), choices);
    }

    private record Size(int width, int height) {}

    /// The size that `/previews/` has when none is asked for.
    private static final Size LARGE = new Size(800, 500);
    /// For two side by side.
    private static final Size HALF = new Size(560, 400);
    /// For a telephone.
    private static final Size NARROW = new Size(400, 340);
    private static final Size THUMBNAIL = new Size(240, 150);
    /// Too small for numbers at the axes.
    private static final Size SMALL_THUMBNAIL = new Size(144, 90);

    private static final String DARK = "(prefers-color-scheme: dark)";
    private static final String ON_TELEPHONE = "(max-width: 30rem)";

    Element large(String description) {
        return adapted(description, LARGE);
    }

    /// One of two that stand side by side where there is room.
    Element half(String description) {
        return adapted(description, HALF);
    }

    private Element adapted(String description, Size size) {
        return element("picture")
                .add(source(ON_TELEPHONE + " and " + DARK, NARROW, "dark"))
                .add(source(ON_TELEPHONE, NARROW, "light"))
                .add(source(DARK, size, "dark"))
                .add(image(description, ".svg", size));
    }

    /// Decoration beside a text that says the same.
    Element thumbnail() {
        return thumbnail(THUMBNAIL);
    }

    Element smallThumbnail() {
        return thumbnail(SMALL_THUMBNAIL);
    }

    private Element thumbnail(Size size) {
        return element("picture")
                .add(element("source").with("media", DARK).with("srcset", url(".png", size, "dark")))
                .add(image("", ".png", size).with("loading", "lazy"));
    }

    private Element image(String alt, String suffix, Size size) {
        return sized(element("img").with("src", url(suffix, size, "light")).with("alt", alt), size);
    }

    private Element source(String media, Size size, String theme) {
        return sized(element("source").with("media", media).with("srcset", url(".svg", size, theme)), size);
    }

    private static Element sized(Element element, Size size) {
        return element.with("width", Integer.toString(size.width())).with("height", Integer.toString(size.height()));
    }

    private String url(String suffix, Size size, String theme) {
        Map<String, String> all = new LinkedHashMap<>(choices);
        if (!size.equals(LARGE)) {
            all.put("width", Integer.toString(size.width()));
            all.put("height", Integer.toString(size.height()));
        }
        if (!theme.equals("light")) {
            all.put("theme", theme);
        }
        return address.of(suffix, all);
    }
}

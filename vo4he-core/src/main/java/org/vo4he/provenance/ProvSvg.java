// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vo4he.provenance.LayeredLayout.Place;
import org.vo4he.provenance.LayeredLayout.Size;

/// A graph as a picture in SVG 1.1: files as rounded boxes, runs as square ones, arrows as the data flowed. It has a
/// ground of its own and dark words on it, so that it is read on any page; presentation attributes only, as the
/// pages' content security policy forbids style sheets.
public final class ProvSvg {

    private static final double LINE_HEIGHT = 16;
    private static final double PADDING = 10;
    private static final double MARGIN = 16;
    private static final double TITLE_WIDTH = 7.4;
    private static final double TEXT_WIDTH = 6.4;
    private static final String INK = "#1a1a1a";
    private static final String LINE = "#4a4a4a";

    private final StringBuilder svg = new StringBuilder();
    private final ProvPicture picture;
    private final Function<String, Optional<String>> links;
    private final LayeredLayout layout;

    private ProvSvg(ProvGraph graph, Function<String, Optional<String>> links) {
        this.picture = ProvPicture.of(graph);
        this.links = links;
        Map<String, Size> sizes = new LinkedHashMap<>();
        picture.boxes().forEach(box -> sizes.put(box.id(), size(box)));
        this.layout = new LayeredLayout(sizes, picture.arrows());
    }

    /// @param title what the picture is of
    /// @param links by identifier: where more is told of a file
    public static String draw(ProvGraph graph, String title, Function<String, Optional<String>> links) {
        return new ProvSvg(graph, links).drawn(title);
    }

    private String drawn(String title) {
        double width = 2 * MARGIN;
        double height = 2 * MARGIN;
        for (ProvPicture.Box box : picture.boxes()) {
            Place place = layout.place(box.id());
            width = Math.max(width, place.right() + 2 * MARGIN);
            height = Math.max(height, place.y() + place.height() + 2 * MARGIN);
        }
        svg.append(text("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f" \
                role="img" aria-labelledby="t d" font-family="Liberation Sans, Arial, Helvetica, sans-serif">
                <title id="t">%3$s</title>
                <desc id="d">%4$s</desc>
                <defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" \
                orient="auto"><path d="M0 0L8 4L0 8Z" fill="#4a4a4a"/></marker></defs>
                <rect width="%1$.0f" height="%2$.0f" fill="#ffffff"/>
                <g transform="translate(%5$.0f %5$.0f)">
                """, width, height, escaped(title), escaped(description()), MARGIN));
        layout.ways().forEach(this::arrow);
        picture.boxes().forEach(this::box);
        return svg.append("</g>\n</svg>\n").toString();
    }

    private String description() {
        long files = picture.boxes().stream()
                .filter(box -> box.kind() == ProvPicture.Kind.FILE)
                .count();
        return "Files: " + files + ", runs: " + (picture.boxes().size() - files) + ". Data flow from left to right.";
    }

    private void arrow(LayeredLayout.Way way) {
        Place from = layout.place(way.arrow().from());
        Place to = layout.place(way.arrow().to());
        StringBuilder path = new StringBuilder();
        double x = from.right();
        double y = from.middle();
        path.append(text("M%.1f %.1f", x, y));
        for (Place bend : way.bends()) {
            curve(path, x, y, bend.x(), bend.middle());
            path.append(text("H%.1f", bend.right()));
            x = bend.right();
            y = bend.middle();
        }
        curve(path, x, y, to.x() - 1, to.middle());
        svg.append("<path fill=\"none\" stroke=\"")
                .append(LINE)
                .append("\" stroke-width=\"1.2\" marker-end=\"url(#a)\"")
                .append(way.arrow().stated() ? " stroke-dasharray=\"5 3\"" : "")
                .append(" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    private static void curve(StringBuilder path, double x, double y, double toX, double toY) {
        double reach = Math.max(Math.abs(toX - x) / 2, 12);
        path.append(text("C%.1f %.1f %.1f %.1f %.1f %.1f", x + reach, y, toX - reach, toY, toX, toY));
    }

    private void box(ProvPicture.Box box) {
        Place place = layout.place(box.id());
        Optional<String> link = links.apply(box.id());
        link.ifPresent(
                address -> svg.append("<a href=\"").append(escaped(address)).append("\">"));
        svg.append("<g>");
        if (!box.words().isEmpty()) {
            svg.append("<title>").append(escaped(box.words())).append("</title>");
        }
        svg.append(text(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" stroke=\"%s\" %s/>\n",
                place.x(), place.y(), place.width(), place.height(), LINE, shape(box.kind())));
        double y = place.y() + PADDING + 11;
        line(box.title(), place.x() + PADDING, y, link.isPresent() ? "#0b4f9e" : INK, true);
        for (String each : box.lines()) {
            y += LINE_HEIGHT;
            line(each, place.x() + PADDING, y, INK, false);
        }
        svg.append("</g>").append(link.isPresent() ? "</a>\n" : "\n");
    }

    private void line(String words, double x, double y, String ink, boolean title) {
        svg.append(text(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\"%s>%s</text>\n",
                x, y, title ? 13 : 12, ink, title ? " font-weight=\"bold\"" : "", escaped(words)));
    }

    private static String shape(ProvPicture.Kind kind) {
        return switch (kind) {
            case FILE -> "rx=\"14\" fill=\"#fff4c2\"";
            case RUN -> "fill=\"#d5e3f7\"";
            case OBSERVED_RUN -> "fill=\"#eef3fb\" stroke-dasharray=\"4 3\"";
        };
    }

    private static Size size(ProvPicture.Box box) {
        double width = Math.max(
                box.title().length() * TITLE_WIDTH,
                box.lines().stream().mapToInt(String::length).max().orElse(0) * TEXT_WIDTH);
        return new Size(
                Math.max(width, 40) + 2 * PADDING,
                LINE_HEIGHT * (1 + box.lines().size()) + 2 * PADDING - 4);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// What XML 1.0 can't hold is shown as a replacement character.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t', '\r' -> escaped.append("&#").append(point).append(';');
                default ->
                    escaped.appendCodePoint(
                            point < ' ' || point == 0xFFFE || point == 0xFFFF || point >= 0xD800 && point <= 0xDFFF
                                    ? 0xFFFD
                                    : point);
            }
        });
        return escaped.toString();
    }
}

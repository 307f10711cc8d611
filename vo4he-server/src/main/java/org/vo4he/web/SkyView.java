// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.Comparator;
import java.util.List;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.UnitVector;
import org.vo4he.web.Html.Element;

/// The sky with what is there: a picture, the same as a table, and where `sky.js` finds what it needs to make a map of
/// it that can be moved and zoomed.
record SkyView(SkyMap map, Facets facets, Links links) {

    private static final int MOST_ROWS = 30;

    private record Row(SkyPosition position, double radiusDeg, long products) {}

    Element html() {
        return element("figure")
                .with("class", "sky-figure")
                .with("data-sky", links.at("/sky.json"))
                .with("data-search", links.search())
                .add(map.html(links))
                .add(caption())
                .add(table());
    }

    private Element caption() {
        long unplaced = facets.products() - facets.positioned();
        Element caption = element("figcaption")
                .add(element(
                                "span",
                                "The whole sky in ICRS and equal areas: 0h in the middle, east to the left; the dashed"
                                        + " line is the plane of the Galaxy.")
                        .with("class", "sky-words"));
        if (unplaced > 0) {
            caption.text(" ")
                    .add(link(
                            links.search(SearchField.POSITION, SearchField.NOT_STATED),
                            Shown.count(unplaced, "product states", "products state") + " no position"))
                    .text(".");
        }
        return caption;
    }

    private Html table() {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return Html.none();
        }
        Element body = element("tbody");
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> body.add(element("tr")
                        .add(element("th")
                                .with("scope", "row")
                                .add(link(
                                        links.around(row.position(), row.radiusDeg()),
                                        row.position().sexagesimal())))
                        .add(element("td", Shown.count(row.products())).with("class", "number"))));
        String title = rows.size() > MOST_ROWS
                ? "The " + MOST_ROWS + " fullest of " + Shown.count(rows.size()) + " places"
                : "All places";
        return element("details")
                .add(element("summary", "The same as a table"))
                .add(element("table")
                        .add(element("caption", title))
                        .add(element("thead")
                                .add(element("tr")
                                        .add(element("th", "Place (ICRS)").with("scope", "col"))
                                        .add(element("th", "Products")
                                                .with("scope", "col")
                                                .with("class", "number"))))
                        .add(body));
    }

    private List<Row> rows() {
        Comparator<Row> fullest = Comparator.comparingLong(Row::products).reversed();
        if (!map.content().places().isEmpty()) {
            return map.content().places().stream()
                    .map(place -> new Row(place.position(), Search.DEFAULT_RADIUS_DEG, place.products()))
                    .sorted(fullest)
                    .toList();
        }
        double radiusDeg = Math.ceil(42.0 / (1 << map.content().order()) * 10) / 10;
        return map.content().cells().stream()
                .map(cell -> new Row(centre(cell), radiusDeg, cell.products()))
                .sorted(fullest)
                .toList();
    }

    private SkyPosition centre(SkyCell cell) {
        UnitVector centre = Healpix.centre(map.content().order(), cell.index());
        return SkyPosition.of(centre);
    }
}

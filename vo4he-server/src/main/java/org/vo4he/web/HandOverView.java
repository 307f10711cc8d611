// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.web.Html.Element;

/// Where else in the world one can look at the position of a product: ordinary links, which nothing follows by itself.
record HandOverView(ObsCoreRow row) {

    private static final double LEAST_FIELD_DEG = 0.05;
    private static final double MOST_FIELD_DEG = 60;

    Html html() {
        Optional<Double> ra = row.number(ObsCoreColumn.S_RA);
        Optional<Double> dec = row.number(ObsCoreColumn.S_DEC);
        return ra.isPresent() && dec.isPresent() ? links(ra.get(), dec.get()) : Html.none();
    }

    private Element links(double raDeg, double decDeg) {
        String place = Shown.decimals(raDeg, 6) + " " + (decDeg < 0 ? "" : "+") + Shown.decimals(decDeg, 6);
        double field = Math.clamp(2 * row.number(ObsCoreColumn.S_FOV).orElse(0.25), LEAST_FIELD_DEG, MOST_FIELD_DEG);
        String fov = Shown.digits(field, 3);
        return element("p")
                .with("class", "elsewhere")
                .text("This position elsewhere (leaves this site): ")
                .add(link(
                        "https://aladin.cds.unistra.fr/AladinLite/?target=" + encoded(place) + "&fov=" + fov,
                        "Aladin Lite"))
                .text(", ")
                .add(link(
                        "https://sky.esa.int/?target=" + encoded(place) + "&fov=" + fov + "&cooframe=J2000", "ESASky"))
                .text(", ")
                .add(link(
                        "https://simbad.cds.unistra.fr/simbad/sim-coo?Coord=" + encoded(place)
                                + "&Radius=2&Radius.unit=arcmin",
                        "SIMBAD"))
                .text(".");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

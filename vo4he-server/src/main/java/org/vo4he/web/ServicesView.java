// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.List;
import org.vo4he.web.Html.Element;

/// How programs reach what is here.
record ServicesView(Links links, boolean metrics) {

    Element html() {
        return element("section")
                .with("aria-labelledby", "services")
                .add(element("h2", "Services").with("id", "services"))
                .add(element("p")
                        .with("class", "endpoint")
                        .add(element("span", "TAP").with("class", "tag"))
                        .add(element("code", links.tap()).with("class", "copy")))
                .add(element("div")
                        .with("class", "columns")
                        .add(element("div").add(topcat()).add(endpoints()))
                        .add(python()));
    }

    private static Html topcat() {
        return Html.pieces(
                element("h3", "From TOPCAT"),
                element("p")
                        .text("Menu ")
                        .add(element("em", "VO → Table Access Protocol (TAP) Query"))
                        .text(": paste the address above as ")
                        .add(element("em", "TAP URL"))
                        .text(" and press ")
                        .add(element("em", "Use Service"))
                        .text(". In the results, a row's ")
                        .add(element("code", "access_url"))
                        .text(" opens its file."));
    }

    private Element python() {
        String snippet = """
                import pyvo

                tap = pyvo.dal.TAPService("%s")
                found = tap.search(\"""
                    SELECT target_name, t_min, t_exptime, access_url
                    FROM ivoa.obscore
                    WHERE dataproduct_type = 'event'\""")
                print(found.to_table())
                """.formatted(links.tap());
        return element("div")
                .add(element("h3", "From Python"))
                .add(element("pre").with("tabindex", "0").add(element("code", snippet)));
    }

    private Element endpoints() {
        return element("table")
                .with("class", "endpoints")
                .add(element("caption", "Endpoints"))
                .add(element("tbody")
                        .add(row("/tap/sync", "ADQL queries (TAP 1.1), answered at once", false))
                        .add(row("/tap/tables", "schemas, tables and columns", true))
                        .add(row("/tap/capabilities", "what the service offers", true))
                        .add(row("/tap/availability", "whether it is up", true))
                        .add(row("/datalink/links?ID=…", "what belongs to a product (DataLink 1.1)", false))
                        .add(row("/files?ID=…", "a product's file, with byte ranges", false))
                        .add(row("/provenance?ID=…", "how a product was made (W3C PROV)", false))
                        .add(row(
                                "/reprocessing", "products made again with other values: your jobs, also by UWS", true))
                        .add(row("/scs?RA=…&DEC=…&SR=…", "products around a place (Simple Cone Search 1.03)", false))
                        .add(row("/selection.zip?ID=…", "several products as zip, with their calibration", false))
                        .add(row(
                                "/previews/….png",
                                "a product as picture: .png or .svg, its numbers: .json or .vot",
                                false))
                        .add(row("/events", "what was published, superseded and withdrawn, as it happens", true))
                        .add(metrics ? List.of(row("/metrics", "figures for Prometheus", true)) : List.of()));
    }

    private Element row(String path, String meaning, boolean follow) {
        Element name = element("th").with("scope", "row");
        Element code = element("code", path);
        return element("tr")
                .add(name.add(follow ? element("a").with("href", links.at(path)).add(code) : code))
                .add(element("td", meaning));
    }
}

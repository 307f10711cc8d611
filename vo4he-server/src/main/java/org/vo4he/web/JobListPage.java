// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.api.RemakePages.Entry;
import org.vo4he.api.Visitor;
import org.vo4he.web.Html.Element;

/// The jobs of a visitor that made products again, so that who closed the page of one finds it.
///
/// @param jobs newest first
record JobListPage(WebSettings settings, List<Entry> jobs, Visitor visitor, Links links) {

    private static final String TITLE = "Your jobs";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    String document() {
        return new Page(settings, links)
                .document(
                        TITLE,
                        element("h1", TITLE),
                        new TokenView(visitor, Optional.empty(), links).standing(),
                        jobs.isEmpty() ? nothing() : table(),
                        visitor.name().isPresent()
                                ? Html.none()
                                : element("p")
                                        .text("Who has a token of this archive ")
                                        .add(link(links.at("/session"), "gives it"))
                                        .text(" to see the jobs that were run with it."));
    }

    private static Element nothing() {
        return element("p", "There are none. The page of a product that can be made again has a form for it.");
    }

    private Element table() {
        Element rows = element("tbody");
        jobs.forEach(job -> rows.add(element("tr")
                .add(element("th").with("scope", "row").add(link(links.job(job.job()), JobPage.title(job.phase()))))
                .add(element("td", TIME.format(job.created())))
                .add(element("td").add(element("code", job.parent().orElse("–"))))));
        return element("table")
                .with("class", "comparison")
                .add(element("thead")
                        .add(element("tr")
                                .add(element("th", "Job").with("scope", "col"))
                                .add(element("th", "Ordered (UTC)").with("scope", "col"))
                                .add(element("th", "Product").with("scope", "col"))))
                .add(rows);
    }
}

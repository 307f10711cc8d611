// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Map;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;
import org.vo4he.web.Html.Element;

/// `/`: what is here, how to search it, and where the services are.
final class FrontPage {

    private static final int MOST_SHOWN = 12;

    private final LatestOverview overview;
    private final Products products;
    private final WebSettings settings;
    private final boolean metrics;

    /// @param metrics whether they are served
    FrontPage(LatestOverview overview, Products products, WebSettings settings, boolean metrics) {
        this.metrics = metrics;
        this.overview = overview;
        this.products = products;
        this.settings = settings;
    }

    Response answer(Request request) {
        Links links = new Links(request.baseUrl());
        Overview here = overview.get();
        Facets facets = here.facets();
        String document = new Page(settings, links)
                .withScripts("sky.js")
                .document(
                        settings.title(),
                        element("h1", settings.title()),
                        lead(facets, links),
                        element("div")
                                .with("class", "entrance")
                                .add(new SearchFormView(Search.empty(), facets, links).html())
                                .add(element("div")
                                        .with("class", "views")
                                        .add(new SkyView(here.sky(), facets, links).html())
                                        .add(new TimelineView(here.timeline(), facets, links).html())),
                        contents(facets, links),
                        files(links),
                        new ServicesView(links, metrics).html());
        return Validated.page(request, document);
    }

    private static Element lead(Facets facets, Links links) {
        Element lead = element("p").with("class", "lead");
        lead.add(link(links.search(), Shown.count(facets.products(), "product", "products")));
        long instruments = facets.instruments().stream()
                .filter(count -> count.value().isPresent())
                .count();
        if (instruments > 1) {
            lead.text(" of " + instruments + " instruments");
        }
        if (facets.startMjd().isPresent() && facets.endMjd().isPresent()) {
            lead.text(", observed from ")
                    .add(day(facets.startMjd().get()))
                    .text(" to ")
                    .add(day(facets.endMjd().get()));
        }
        return lead.text(".");
    }

    private static Element day(double mjd) {
        return element("time", Moment.day(mjd)).with("class", "nowrap");
    }

    private static Element contents(Facets facets, Links links) {
        long all = facets.products();
        return element("section")
                .with("aria-labelledby", "contents")
                .add(element("h2", "What is here").with("id", "contents"))
                .add(element("div")
                        .with("class", "facets")
                        .add(facet("Product types", SearchField.TYPE, facets.types(), all, links))
                        .add(facet("Instruments", SearchField.INSTRUMENT, facets.instruments(), all, links))
                        .add(facet("Collections", SearchField.COLLECTION, facets.collections(), all, links)));
    }

    private static Element facet(
            String title, SearchField field, List<Facets.Count> counts, long products, Links links) {
        Element rows = element("tbody");
        counts.stream().limit(MOST_SHOWN).forEach(count -> rows.add(row(field, count, products, links)));
        Element facet = element("div")
                .add(element("table")
                        .with("class", "facet")
                        .add(element("caption", title))
                        .add(rows));
        if (counts.size() > MOST_SHOWN) {
            facet.add(element("p", "and " + (counts.size() - MOST_SHOWN) + " more, in the search form")
                    .with("class", "hint"));
        }
        return facet;
    }

    private static Element row(SearchField field, Facets.Count count, long products, Links links) {
        String value = count.value().orElse(SearchField.NOT_STATED);
        Element linked = link(links.search(field, value), value);
        return element("tr")
                .add(element("th")
                        .with("scope", "row")
                        .add(count.value().isPresent() ? linked : linked.with("class", "unstated")))
                .add(element("td").add(bar(count.products(), products)))
                .add(element("td", Shown.count(count.products())).with("class", "number"));
    }

    /// The share of the whole, for the eye only: the number stands beside it.
    private static Element bar(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        return element("svg")
                .with("class", "share")
                .with("viewBox", "0 0 100 8")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .add(element("rect")
                        .with("width", Shown.decimals(Math.max(percent, 0.8), 2))
                        .with("height", "8"));
    }

    private Element files(Links links) {
        Map<String, Long> counts = counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        Element outcomes = element("ul").with("class", "outcomes");
        for (FileOutcome outcome : FileOutcome.values()) {
            long count = counts.getOrDefault(outcome.name(), 0L);
            outcomes.add(element("li")
                    .add(link(links.files(outcome.parameter(), 1), Shown.count(count) + " " + outcome.words())
                            .with("class", "strong"))
                    .add(element("span", outcome.meaning()).with("class", "second")));
        }
        return element("section")
                .with("aria-labelledby", "files")
                .add(element("h2", "Files").with("id", "files"))
                .add(element(
                        "p",
                        "Every one of the " + Shown.count(all, "file", "files")
                                + " in the published folder is accounted for, with what was found in it."))
                .add(outcomes);
    }

    private Map<String, Long> counts() {
        try {
            return products.fileCounts();
        } catch (StoreException e) {
            throw new ServiceException.Internal("the files can't be counted in the store", e);
        }
    }
}

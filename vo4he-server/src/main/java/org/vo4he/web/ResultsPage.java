// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.web.Html.Element;

/// `/search`: the form again, what it finds, and the same as ADQL.
final class ResultsPage {

    static final int ROWS = 50;

    private static final Map<SearchField, String> UNSTATED =
            Map.of(SearchField.FROM, "time", SearchField.ENERGY_FROM, "energy");

    private final QueryService queries;
    private final LatestOverview overview;
    private final WebSettings settings;

    ResultsPage(QueryService queries, LatestOverview overview, WebSettings settings) {
        this.queries = queries;
        this.overview = overview;
        this.settings = settings;
    }

    Response answer(Request request) {
        Parameters parameters = request.parameters();
        Search typed = Search.of(parameters);
        Optional<Search> named = typed.asObjectName();
        Optional<Search> held = named.filter(search -> isHeld(search, request.baseUrl()));
        Search search = held.orElse(typed);
        Links links = new Links(request.baseUrl());
        Page page = new Page(settings, links).withScripts("results.js", SampButton.SCRIPT);
        Facets facets = overview.get().facets();
        Element form = new SearchFormView(search, facets, links).html();
        if (!search.isValid()) {
            return Response.html(
                            page.document("Search", element("h1", "Search"), mistakes(), byName(named, links), form))
                    .status(400);
        }
        SearchAdql adql = new SearchAdql(search, order(parameters, search));
        Pager pager = Pager.of(parameters, ROWS);
        long total = count(adql, request.baseUrl());
        if (pager.isPastTheEnd(total)) {
            return Response.seeOther(links.search(search, adql.order(), pager.last(total)));
        }
        return Response.html(page.document(
                Shown.count(total, "product", "products"),
                element("h1", Shown.count(total, "product", "products")),
                held.isPresent() ? takenForName(search) : Html.none(),
                filters(search, links),
                elsewhere(search),
                folded(search, form),
                found(adql, pager, total, links),
                new Snippets(adql.everything(), links).html()));
    }

    private boolean isHeld(Search named, String baseUrl) {
        return named.typed(SearchField.TARGET)
                .filter(new ObjectNames(queries, baseUrl)::has)
                .isPresent();
    }

    private static Element takenForName(Search search) {
        return element(
                        "p",
                        "'" + search.typed(SearchField.TARGET).orElseThrow()
                                + "' is no position: objects with that in their name are shown.")
                .with("class", "notice");
    }

    private static Html byName(Optional<Search> named, Links links) {
        return named.<Html>map(search -> element("p")
                        .text("No object here is called so. ")
                        .add(link(
                                links.search(search, SearchSort.Order.of(search), 1),
                                "Search for it as an object name"))
                        .text(" all the same."))
                .orElseGet(Html::none);
    }

    private static SearchSort.Order order(Parameters parameters, Search search) {
        Optional<String> sort = parameters.one("sort");
        SearchSort.Order order = sort.map(text -> SearchSort.Order.parse(text)
                        .orElseThrow(() -> new ServiceException.Usage(
                                "parameter SORT names no column of the result: " + Parameters.quoted(text))))
                .orElseGet(() -> SearchSort.Order.of(search));
        boolean pointless =
                order.by() == SearchSort.SEPARATION && search.position().isEmpty();
        return pointless ? SearchSort.Order.of(search) : order;
    }

    private long count(SearchAdql adql, String baseUrl) {
        List<Object> row = queries.query(adql.count(), 1, baseUrl).rows().getFirst();
        return ((Number) row.getFirst()).longValue();
    }

    private static Element mistakes() {
        return element("p", "Something in the form can't be read; the sentence beside the field says what.")
                .with("class", "notice")
                .with("role", "alert");
    }

    private static Element folded(Search search, Element form) {
        return element("details")
                .with("class", "refine")
                .flag("open", search.typed().isEmpty())
                .add(element("summary", search.typed().isEmpty() ? "Search" : "Change the search"))
                .add(form);
    }

    private Html found(SearchAdql adql, Pager pager, long total, Links links) {
        if (total == 0) {
            return element("p", "Nothing here matches. A wider radius, or fewer conditions, may find something.")
                    .with("class", "notice");
        }
        QueryService.Answer answer = queries.query(adql.page(pager.offset(), ROWS), ROWS, links.baseUrl());
        List<Found> rows = Found.all(answer);
        Map<String, ProductFiles.Filed> files = new ProductFiles(queries, links.baseUrl())
                .of(rows.stream().map(Found::did).toList());
        return Html.pieces(
                element("form")
                        .with("class", "selection")
                        .with("method", "post")
                        .with("action", links.zip(adql.search()))
                        .add(actions(adql, total, links))
                        .add(new ResultTable(adql.search(), adql.order(), rows, files, RowNames.of(files), links)
                                .html()),
                pager.html(total, number -> links.search(adql.search(), adql.order(), number)));
    }

    private Element actions(SearchAdql adql, long total, Links links) {
        String table = links.absolute(links.tapSync(adql.everything(), "votable"));
        return element("div")
                .with("class", "selection-actions")
                .add(element("button", "Download the selected").with("type", "submit"))
                .add(element("button", total == 1 ? "Download it" : "Download all " + Shown.count(total))
                        .with("type", "submit")
                        .with("name", "all")
                        .with("value", "yes"))
                .add(element("span", "as zip, with the responses and backgrounds that belong to them")
                        .with("class", "hint"))
                .add(new SampButton(
                                settings.title(),
                                "table.load.votable",
                                table,
                                settings.title() + ": " + Shown.count(total, "product", "products"),
                                table,
                                "application/x-votable+xml")
                        .html());
    }

    private static Html elsewhere(Search search) {
        return search.position()
                .<Html>map(centre -> element("p")
                        .add(link(
                                Links.aladin(centre, Math.clamp(4 * search.radiusDeg(), 0.05, 180)),
                                "This place in Aladin Lite ↗"))
                        .text(" (leaves this site)"))
                .orElseGet(Html::none);
    }

    private static Html filters(Search search, Links links) {
        if (search.typed().isEmpty()) {
            return Html.none();
        }
        Element list = element("ul").with("class", "filters").with("aria-label", "Conditions");
        meanings(search)
                .forEach((field, meaning) -> list.add(element("li")
                        .text(meaning + " ")
                        .add(link(
                                        links.search(
                                                search.without(field), SearchSort.Order.of(search.without(field)), 1),
                                        "×")
                                .with("aria-label", "Remove: " + meaning))));
        return list;
    }

    /// Each condition as it was understood.
    private static Map<SearchField, String> meanings(Search search) {
        Map<SearchField, String> all = new EnumMap<>(SearchField.class);
        search.position()
                .ifPresent(centre -> all.put(
                        SearchField.POSITION,
                        "within " + Shown.angle(search.radiusDeg()) + " of, or covering, " + centre.sexagesimal()
                                + search.remark()
                                        .map(remark -> " (" + remark + ")")
                                        .orElse("")));
        search.typed(SearchField.TARGET).ifPresent(text -> all.put(SearchField.TARGET, "object name has " + text));
        search.fromMjd().ifPresent(mjd -> all.put(SearchField.FROM, "ends after " + Moment.iso(mjd) + " UTC"));
        search.toMjd().ifPresent(mjd -> all.put(SearchField.TO, "starts before " + Moment.iso(mjd) + " UTC"));
        search.energyFromKev().ifPresent(kev -> all.put(SearchField.ENERGY_FROM, "above " + PhotonEnergy.of(kev)));
        search.energyToKev().ifPresent(kev -> all.put(SearchField.ENERGY_TO, "below " + PhotonEnergy.of(kev)));
        search.typed(SearchField.TYPE).ifPresent(text -> all.put(SearchField.TYPE, "type " + text));
        search.typed(SearchField.INSTRUMENT).ifPresent(text -> all.put(SearchField.INSTRUMENT, "instrument " + text));
        search.typed(SearchField.COLLECTION).ifPresent(text -> all.put(SearchField.COLLECTION, "collection " + text));
        search.typed(SearchField.TEXT).ifPresent(text -> all.put(SearchField.TEXT, "words: " + text));
        search.typed().keySet().stream()
                .filter(search::unstated)
                .forEach(field -> all.put(
                        field, UNSTATED.getOrDefault(field, field.label().toLowerCase(Locale.ROOT)) + " not stated"));
        return all;
    }
}

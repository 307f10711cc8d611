// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vo4he.web.Html.Element;

/// The products found by a search, one page of them.
///
/// @param files of the products by publisher DID
record ResultTable(
        Search search,
        SearchSort.Order order,
        List<Found> rows,
        Map<String, ProductFiles.Filed> files,
        RowNames names,
        Links links) {

    /// Longer names of observations are told in short.
    private static final int MOST_LETTERS = 40;

    /// @param name on top of it, and beside each value on a narrow screen
    private record Column(String name, Optional<SearchSort> sort, boolean number, Function<Found, Html> cell) {}

    Element html() {
        List<Column> columns = columns();
        Element head = element("tr");
        columns.forEach(column -> head.add(header(column)));
        Element body = element("tbody");
        rows.forEach(found -> {
            Element line = element("tr");
            columns.forEach(column -> line.add(cell(column, found)));
            body.add(line);
        });
        return element("table")
                .with("class", "results")
                .add(element("caption", "Products found").with("class", "aside-text"))
                .add(element("thead").add(head))
                .add(body);
    }

    private List<Column> columns() {
        List<Column> all = new java.util.ArrayList<>(List.of(
                new Column("Target", Optional.of(SearchSort.TARGET), false, this::target),
                new Column("Type", Optional.of(SearchSort.TYPE), false, found -> found.text("dataproduct_type")),
                new Column("Instrument", Optional.of(SearchSort.INSTRUMENT), false, ResultTable::instrument),
                new Column("Start (UTC)", Optional.of(SearchSort.START), false, ResultTable::start),
                new Column("Exposure", Optional.of(SearchSort.EXPOSURE), true, ResultTable::exposure),
                new Column("Position (ICRS)", Optional.of(SearchSort.POSITION), false, ResultTable::position),
                new Column("Energy", Optional.of(SearchSort.ENERGY), true, ResultTable::energy),
                new Column("Size", Optional.of(SearchSort.SIZE), true, ResultTable::size),
                new Column("File", Optional.empty(), false, this::download)));
        if (search.position().isPresent()) {
            all.add(1, new Column("Separation", Optional.of(SearchSort.SEPARATION), true, ResultTable::separation));
        }
        return all;
    }

    private Element header(Column column) {
        Element header = element("th").with("scope", "col");
        if (column.number()) {
            header.with("class", "number");
        }
        if (column.sort().isEmpty()) {
            return header.text(column.name());
        }
        SearchSort sort = column.sort().get();
        boolean sorted = order.by() == sort;
        boolean nextDescending = sorted && !order.descending();
        if (sorted) {
            header.with("aria-sort", order.descending() ? "descending" : "ascending");
        }
        Element sorter = link(links.search(search, new SearchSort.Order(sort, nextDescending), 1), column.name());
        if (sorted) {
            sorter.add(element("span", order.descending() ? " ↓" : " ↑").with("aria-hidden", "true"));
        }
        return header.add(sorter);
    }

    private static Element cell(Column column, Found found) {
        Element cell = element("td").with("data-label", column.name());
        if (column.number()) {
            cell.with("class", "number");
        }
        return cell.add(column.cell().apply(found));
    }

    private Html target(Found found) {
        String name = names.first(found);
        Optional<String> shortId = Optional.ofNullable(files.get(found.did())).map(ProductFiles.Filed::shortId);
        Html page = shortId.<Html>map(id -> link(links.product(id), name)
                        .with("aria-label", names.whole(found))
                        .with("class", "strong"))
                .orElseGet(() -> Html.text(name));
        Element words = element("div").add(page);
        names.file(found)
                .filter(file -> !file.equals(name))
                .ifPresent(file -> words.add(element("span", file).with("class", "second")));
        found.string("obs_id")
                .filter(id -> !id.equals(name))
                .map(id -> id.length() > MOST_LETTERS ? Shown.observation(id) : id)
                .ifPresent(text -> words.add(element("span", text).with("class", "second")));
        return element("div")
                .with("class", "product")
                .add(choice(found))
                .add(shortId.map(this::thumbnail))
                .add(words);
    }

    /// For the selection; ticked products go into one zip.
    private Html choice(Found found) {
        String id = "pick-" + (rows.indexOf(found) + 1);
        return Html.pieces(
                element("input")
                        .with("type", "checkbox")
                        .with("id", id)
                        .with("name", "ID")
                        .with("value", found.did()),
                element("label", "Select " + names.whole(found)).with("for", id).with("class", "aside-text"));
    }

    /// Says nothing that the row does not: silent for who hears the page.
    private Element thumbnail(String shortId) {
        return element("picture")
                .add(element("source")
                        .with("media", "(prefers-color-scheme: dark)")
                        .with("srcset", links.thumbnail(shortId, "dark")))
                .add(element("img")
                        .with("src", links.thumbnail(shortId, "light"))
                        .with("alt", "")
                        .with("width", "96")
                        .with("height", "72")
                        .with("loading", "lazy")
                        .with("decoding", "async"));
    }

    private static Html separation(Found found) {
        return Shown.orUnstated(found.number("separation")
                .map(degrees -> Html.text(degrees * 3600 < 0.01 ? "0″" : Shown.angle(degrees))));
    }

    private static Html instrument(Found found) {
        Optional<String> facility = found.string("facility_name");
        Optional<String> instrument = found.string("instrument_name");
        if (instrument.isEmpty()) {
            return found.text("facility_name");
        }
        return element("div")
                .text(instrument.get())
                .add(facility.map(name -> element("span", name).with("class", "second")));
    }

    private static Html start(Found found) {
        return Shown.orUnstated(found.number("t_min").map(mjd -> {
            String minute = Moment.minute(mjd);
            int blank = minute.indexOf(' ');
            return element("time", minute.substring(0, blank))
                    .with("datetime", Moment.iso(mjd) + "Z")
                    .add(element("span", minute.substring(blank)).with("class", "second"));
        }));
    }

    private static Html exposure(Found found) {
        return Shown.orUnstated(found.number("t_exptime").map(seconds -> Html.text(Shown.exposure(seconds))));
    }

    private static Html position(Found found) {
        Optional<Double> ra = found.number("s_ra");
        Optional<Double> dec = found.number("s_dec");
        if (ra.isEmpty() || dec.isEmpty()) {
            return Shown.unstated();
        }
        return element("div")
                .with("class", "together")
                .text(SkyPosition.raSexagesimal(ra.get()) + " " + SkyPosition.decSexagesimal(dec.get()))
                .add(element("span", Shown.decimals(ra.get(), 4) + " " + Shown.decimals(dec.get(), 4))
                        .with("class", "second"));
    }

    private static Html energy(Found found) {
        Optional<Double> min = found.number("em_min");
        Optional<Double> max = found.number("em_max");
        if (min.isEmpty() || max.isEmpty()) {
            return Shown.unstated();
        }
        return Html.text(PhotonEnergy.range(PhotonEnergy.kev(max.get()), PhotonEnergy.kev(min.get())));
    }

    private static Html size(Found found) {
        return Shown.orUnstated(found.number("access_estsize").map(kilobytes -> Html.text(Shown.size(kilobytes))));
    }

    private Html download(Found found) {
        return link(links.download(found.did()), "Download")
                .with("aria-label", "Download " + names.whole(found))
                .with("class", "download");
    }
}

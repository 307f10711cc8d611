// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.api.JobStatus;
import org.vo4he.api.JobStatus.Output;
import org.vo4he.api.KeyNumbers;
import org.vo4he.web.Html.Element;

/// A product beside the one that it is made again as: two pictures, and what is another now.
///
/// @param parent empty when it is not published here
record ComparisonView(JobStatus status, Optional<ParentProduct> parent, Links links) {

    private static final String UNKNOWN = "–";

    /// What stands beside the parent: the result of its file name, else the only one that is a product.
    Optional<Output> partner() {
        List<Output> drawn = status.results().stream().filter(Output::drawn).toList();
        return parent.filter(each -> each.card().isShown())
                .flatMap(each -> drawn.stream()
                        .filter(output -> output.name().equals(each.card().fileName()))
                        .findFirst()
                        .or(() -> drawn.stream().filter(_ -> drawn.size() == 1).findFirst()));
    }

    Html html() {
        Optional<Output> partner = partner();
        List<Element> rows = rows(partner);
        if (partner.isEmpty() && rows.isEmpty()) {
            return Html.none();
        }
        Element section = element("section")
                .with("aria-labelledby", "changes")
                .add(element("h2", "Before and now").with("id", "changes"));
        partner.ifPresent(output -> section.add(element("div")
                .with("class", "side-by-side")
                .add(before(parent.orElseThrow()), OutputFigure.of(status, output, "Now: ", links))));
        return rows.isEmpty() ? section : section.add(table(rows));
    }

    private Element before(ParentProduct product) {
        String name = product.card().fileName();
        return element("figure")
                .with("class", "job-output")
                .add(new AdaptivePicture(links, product.card().shortId(), Map.of())
                        .half("Picture of " + name + " as it is published"))
                .add(element("figcaption")
                        .text("Before: ")
                        .add(link(links.product(product.card().shortId()), name)));
    }

    private List<Element> rows(Optional<Output> partner) {
        List<Element> rows = new ArrayList<>();
        status.changes()
                .forEach(change -> rows.add(row(
                        change.name(),
                        change.was().orElse("left out"),
                        change.is().orElse("left out"))));
        Optional<KeyNumbers> now = partner.filter(Output::whole).map(Output::numbers);
        if (parent.isPresent() && now.isPresent()) {
            numbers(parent.get().numbers(), now.get(), rows);
        }
        return rows;
    }

    private static void numbers(KeyNumbers before, KeyNumbers now, List<Element> rows) {
        if (before.counts().isPresent() || now.counts().isPresent()) {
            rows.add(row("Counts", counts(before), counts(now)));
        }
        if (before.exposureSeconds().isPresent() || now.exposureSeconds().isPresent()) {
            rows.add(row("Exposure", exposure(before), exposure(now)));
        }
    }

    private static String counts(KeyNumbers numbers) {
        return numbers.counts().map(Shown::count).orElse(UNKNOWN);
    }

    private static String exposure(KeyNumbers numbers) {
        return numbers.exposureSeconds()
                .map(seconds -> Shown.digits(seconds, 7) + " s")
                .orElse(UNKNOWN);
    }

    private static Element row(String name, String before, String now) {
        return element("tr")
                .add(element("th", name).with("scope", "row"))
                .add(element("td", before))
                .add(element("td", now));
    }

    private static Element table(List<Element> rows) {
        return element("table")
                .with("class", "comparison")
                .add(element("thead")
                        .add(element("tr")
                                .add(element("th", "").with("scope", "col").with("aria-label", "What"))
                                .add(element("th", "Before").with("scope", "col"))
                                .add(element("th", "Now").with("scope", "col"))))
                .add(element("tbody").add(rows));
    }
}

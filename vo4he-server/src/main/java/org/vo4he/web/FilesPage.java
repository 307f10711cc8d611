// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.store.FileReport;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;
import org.vo4he.web.Html.Element;

/// `/files-report`: every file of the published folder, how it ended and what was found in it.
final class FilesPage {

    static final int ROWS = 50;

    private final Products products;
    private final WebSettings settings;

    FilesPage(Products products, WebSettings settings) {
        this.products = products;
        this.settings = settings;
    }

    Response answer(Request request) {
        Parameters parameters = request.parameters();
        Optional<FileOutcome> outcome = parameters.one("outcome").map(FilesPage::outcome);
        Pager pager = Pager.of(parameters, ROWS);
        Links links = new Links(request.baseUrl());
        try {
            Map<String, Long> counts = products.fileCounts();
            String parameter = outcome.map(FileOutcome::parameter).orElse("");
            long total = total(outcome, counts);
            if (pager.isPastTheEnd(total)) {
                return Response.seeOther(links.files(parameter, pager.last(total)));
            }
            String title = outcome.map(each -> "Files: " + each.words()).orElse("Files");
            return Response.html(new Page(settings, links)
                    .document(
                            title,
                            element("h1", title),
                            tabs(outcome, counts, links),
                            list(outcome, pager, links),
                            pager.html(total, number -> links.files(parameter, number))));
        } catch (StoreException e) {
            throw new ServiceException.Internal("the list of files can't be read from the store", e);
        }
    }

    private static FileOutcome outcome(String text) {
        return FileOutcome.parse(text)
                .orElseThrow(() -> new ServiceException.Usage("parameter OUTCOME must be one of "
                        + Arrays.stream(FileOutcome.values())
                                .map(FileOutcome::parameter)
                                .collect(Collectors.joining(", "))
                        + ", found " + Parameters.quoted(text)));
    }

    private static long total(Optional<FileOutcome> outcome, Map<String, Long> counts) {
        return outcome.map(each -> counts.getOrDefault(each.name(), 0L))
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
    }

    private static Element tabs(Optional<FileOutcome> shown, Map<String, Long> counts, Links links) {
        Element list = element("ul").with("class", "tabs");
        list.add(tab("all", total(Optional.empty(), counts), shown.isEmpty(), links.files("", 1)));
        for (FileOutcome each : FileOutcome.values()) {
            list.add(tab(
                    each.words(),
                    total(Optional.of(each), counts),
                    shown.filter(each::equals).isPresent(),
                    links.files(each.parameter(), 1)));
        }
        return element("nav").with("aria-label", "Outcomes").add(list);
    }

    private static Element tab(String words, long count, boolean current, String url) {
        Element tab = link(url, words + " (" + Shown.count(count) + ")");
        return element("li").add(current ? tab.with("aria-current", "page") : tab);
    }

    private Html list(Optional<FileOutcome> outcome, Pager pager, Links links) throws StoreException {
        List<FileReport> files = products.files(outcome.map(FileOutcome::name), ROWS, pager.offset());
        if (files.isEmpty()) {
            return element("p", "No file here.").with("class", "notice");
        }
        Element list = element("ul").with("class", "files");
        files.forEach(file -> list.add(file(file, links)));
        return list;
    }

    private static Element file(FileReport file, Links links) {
        Element item = element("li")
                .add(element("h2", file.path()).with("class", "path"))
                .add(element("p")
                        .with("class", "second")
                        .text(FileOutcome.words(file.outcome()) + ", " + Shown.size(file.size() / 1e3))
                        .add(productLinks(file, links)));
        return file.findings().isEmpty() ? item : item.add(new FindingsView(file.findings()).html());
    }

    private static Html productLinks(FileReport file, Links links) {
        Element span = element("span");
        file.products().stream()
                .filter(product -> !product.withdrawn())
                .forEach(product -> span.text(", ")
                        .add(link(
                                links.product(product.shortId()),
                                ProductPage.role(product.role()) + " in HDU " + product.hduIndex())));
        return span;
    }
}

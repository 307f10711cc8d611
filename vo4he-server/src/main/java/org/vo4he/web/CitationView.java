// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.store.ProductRecord;
import org.vo4he.web.Html.Element;

/// How to cite a product: in words, and as BibTeX. Says only what the product states.
///
/// @param title of the product
/// @param archive title of this archive
/// @param accessed the day on which the page was asked for, UTC
record CitationView(
        ProductRecord product, ObsCoreRow row, String title, String archive, Links links, LocalDate accessed) {

    Html html() {
        Element section = element("section")
                .with("aria-labelledby", "citation")
                .add(element("h2", "Citation").with("id", "citation"));
        row.text(ObsCoreColumn.BIB_REFERENCE)
                .ifPresent(reference -> section.add(element("p")
                        .text("The product names as its reference: ")
                        .add(reference(reference))
                        .text(". Cite that first.")));
        return section.add(element("p", sentence()).with("class", "citation"))
                .add(element("pre")
                        .with("class", "copyable")
                        .with("id", "bibtex")
                        .add(element("code", bibtex())));
    }

    private static Html reference(String reference) {
        return reference.startsWith("http://") || reference.startsWith("https://")
                ? link(reference, reference)
                : element("span", reference).with("class", "strong");
    }

    private String sentence() {
        return Stream.of(
                                row.text(ObsCoreColumn.OBS_CREATOR_NAME),
                                year(),
                                Optional.of(work()),
                                Optional.of(archive),
                                Optional.of(product.did()),
                                Optional.of("accessed " + accessed))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /// `M82, event, Chandra ACIS, observation 10027`
    private String work() {
        return Stream.of(
                        Optional.of(title),
                        row.text(ObsCoreColumn.DATAPRODUCT_TYPE).map(ProductPage::type),
                        Optional.of(Stream.of(ObsCoreColumn.FACILITY_NAME, ObsCoreColumn.INSTRUMENT_NAME)
                                        .map(row::text)
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining(" ")))
                                .filter(text -> !text.isBlank()),
                        row.text(ObsCoreColumn.OBS_ID).map(Shown::observation))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private String bibtex() {
        StringBuilder entry = new StringBuilder("@misc{" + product.shortId());
        row.text(ObsCoreColumn.OBS_CREATOR_NAME).ifPresent(name -> field(entry, "author", name));
        field(entry, "title", work());
        field(entry, "publisher", archive);
        year().ifPresent(year -> field(entry, "year", year));
        field(entry, "howpublished", product.did());
        field(entry, "url", links.absolute(links.product(product.shortId())));
        field(entry, "urldate", accessed.toString());
        row.text(ObsCoreColumn.BIB_REFERENCE).ifPresent(reference -> field(entry, "note", reference));
        return entry.append("\n}").toString();
    }

    /// Of the release, else of the making; a product that states neither has no year.
    private Optional<String> year() {
        return Stream.of(ObsCoreColumn.OBS_RELEASE_DATE, ObsCoreColumn.OBS_CREATION_DATE)
                .map(row::text)
                .flatMap(Optional::stream)
                .filter(date -> date.matches("\\d{4}\\b.*"))
                .map(date -> date.substring(0, 4))
                .findFirst();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append(",\n  ").append(name).append(" = {").append(escaped(value)).append('}');
    }

    /// What TeX would take for a command.
    private static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '%', '_' -> out.append('\\').appendCodePoint(c);
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}

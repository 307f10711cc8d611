// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vo4he.store.FindingRecord;
import org.vo4he.web.Html.Element;

/// What a person should know about one file, the gravest first.
record FindingsView(List<FindingRecord> findings) {

    Html html() {
        List<Element> items = findings.stream()
                .sorted(Comparator.comparing(FindingRecord::severity).reversed())
                .map(FindingsView::item)
                .toList();
        return LongList.of(
                items, some -> element("ul").with("class", "findings").add(some));
    }

    private static Element item(FindingRecord finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return element("li")
                .with("class", "finding-" + severity)
                .add(element("span", severity).with("class", "severity"))
                .text(" ")
                .add(element("code", finding.code()))
                .text(" ")
                .add(element("span", finding.where()).with("class", "place"))
                .add(element("p", finding.message()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.ProductRecord;
import org.vo4he.web.Html.Element;

/// What a person should know about one file or one product of it, the gravest first.
record FindingsView(List<FindingRecord> findings) {

    /// The HDU that a finding is about: `EVENTS (HDU 1)`.
    private static final Pattern HDU = Pattern.compile("\\(HDU (\\d+)\\)");

    /// Those of its file that are not about another product there.
    ///
    /// @param ofFile all products of the file
    static FindingsView of(ProductRecord product, List<ProductRecord> ofFile, List<FindingRecord> findings) {
        Set<Integer> others = ofFile.stream()
                .filter(each -> !each.withdrawn())
                .map(ProductRecord::hduIndex)
                .filter(index -> index != product.hduIndex())
                .collect(Collectors.toSet());
        return new FindingsView(findings.stream()
                .filter(finding -> {
                    Matcher hdu = HDU.matcher(finding.where());
                    return !hdu.find() || !others.contains(Integer.valueOf(hdu.group(1)));
                })
                .toList());
    }

    /// With its heading; nothing when there are none.
    Html section() {
        return findings.isEmpty()
                ? Html.none()
                : element("section")
                        .with("aria-labelledby", "findings")
                        .add(element("h2", "Findings").with("id", "findings"))
                        .add(html());
    }

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

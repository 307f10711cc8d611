// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.web.Html.Element;

/// Each value of a row, with where it came from; those that are NULL apart, with the reason.
record ValuesView(ObsCoreRow row) {

    private static final int SIGNIFICANT_DIGITS = 13;

    Html html() {
        Map<ValueGroup, List<ObsCoreColumn>> stated = row.values().entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(ValueGroup::of));
        Element table = table("Values and their origin", "Value", "Origin");
        for (ValueGroup group : ValueGroup.values()) {
            List<ObsCoreColumn> columns = stated.getOrDefault(group, List.of());
            if (!columns.isEmpty()) {
                table.add(rows(columns, this::stated, groupTitle(group)));
            }
        }
        return element("section")
                .with("aria-labelledby", "values")
                .add(element("h2", "Values and their origin").with("id", "values"))
                .add(table)
                .add(unstated());
    }

    private static Element groupTitle(ValueGroup group) {
        return element("tr")
                .add(element("th", group.title())
                        .with("colspan", "3")
                        .with("scope", "rowgroup")
                        .with("class", "group"));
    }

    private Html unstated() {
        List<ObsCoreColumn> columns = row.values().entrySet().stream()
                .filter(entry -> !entry.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return columns.isEmpty()
                ? Html.none()
                : element("details")
                        .add(element(
                                "summary",
                                Shown.count(columns.size(), "column is NULL", "columns are NULL") + ", and why"))
                        .add(table("Columns that are NULL", "Value", "Reason").add(rows(columns, this::absent)));
    }

    private static Element table(String caption, String second, String third) {
        return element("table")
                .with("class", "values")
                .add(element("caption", caption).with("class", "aside-text"))
                .add(element("thead")
                        .add(element("tr")
                                .add(element("th", "Column").with("scope", "col"))
                                .add(element("th", second).with("scope", "col"))
                                .add(element("th", third).with("scope", "col"))));
    }

    private static Element rows(List<ObsCoreColumn> columns, Function<ObsCoreColumn, Element> row, Element... titles) {
        Element body = element("tbody").add(titles);
        columns.forEach(column -> body.add(row.apply(column)));
        return body;
    }

    private Element stated(ObsCoreColumn column) {
        Value value = row.get(column);
        Element cell = element("td").add(value(column, value.value()));
        Companion.of(column, value.value())
                .ifPresent(text -> cell.add(element("span", text).with("class", "second")));
        return name(column).add(cell).add(element("td").add(origin(value.origin())));
    }

    private Element absent(ObsCoreColumn column) {
        return name(column)
                .add(element("td", "NULL").with("class", "unstated"))
                .add(element("td", row.get(column).origin().detail()));
    }

    private static Element name(ObsCoreColumn column) {
        return element("tr")
                .add(element("th")
                        .with("scope", "row")
                        .add(element("code", column.columnName()))
                        .add(element("span", column.description()).with("class", "second")));
    }

    private static Html value(ObsCoreColumn column, Object value) {
        String text = value instanceof Double number ? Shown.digits(number, SIGNIFICANT_DIGITS) : value.toString();
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return link(text, text);
        }
        String unit = isMjd(column) ? "MJD" : column.unit();
        return element("span", unit.isEmpty() ? text : text + " " + unit).with("class", "value");
    }

    private static boolean isMjd(ObsCoreColumn column) {
        return column == ObsCoreColumn.T_MIN || column == ObsCoreColumn.T_MAX;
    }

    private static Html origin(Origin origin) {
        String detail = origin.detail();
        return element("span")
                .with("class", "origin")
                .add(element("span", origin.kind()).with("class", "kind"))
                .text(detail.isBlank() ? "" : " " + detail);
    }
}

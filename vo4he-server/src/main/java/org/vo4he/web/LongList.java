// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.List;
import java.util.function.Function;
import org.vo4he.web.Html.Element;

/// A list of any length: the first items open, the others behind a summary. A mosaic has thousands of inputs.
final class LongList {

    private static final int MOST_OPEN = 30;

    private LongList() {}

    /// @param list makes the list, or table, of some of the items
    static Html of(List<Element> items, Function<List<Element>, Element> list) {
        if (items.size() <= MOST_OPEN) {
            return list.apply(items);
        }
        return Html.pieces(
                list.apply(items.subList(0, MOST_OPEN)),
                element("details")
                        .add(element("summary", Shown.count(items.size() - MOST_OPEN) + " more"))
                        .add(list.apply(items.subList(MOST_OPEN, items.size()))));
    }
}

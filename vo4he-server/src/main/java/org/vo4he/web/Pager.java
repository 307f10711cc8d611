// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.function.LongFunction;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.web.Html.Element;

/// Which page of a long list is shown.
///
/// @param number counted from 1
record Pager(long number, int size) {

    private static final long LAST_POSSIBLE = 1_000_000;

    /// From the parameter `page`.
    ///
    /// @throws ServiceException.Usage when it is no page
    static Pager of(Parameters parameters, int size) {
        long number = parameters.count("page").orElse(1L);
        if (number < 1 || number > LAST_POSSIBLE) {
            throw new ServiceException.Usage(
                    "parameter PAGE must be from 1 to " + LAST_POSSIBLE + ", found '" + number + "'");
        }
        return new Pager(number, size);
    }

    long offset() {
        return (number - 1) * size;
    }

    /// The last page of so many rows; without any there is one page all the same.
    long last(long total) {
        return Math.max(1, (total + size - 1) / size);
    }

    boolean isPastTheEnd(long total) {
        return number > last(total);
    }

    /// Links to the other pages; nothing where all fits on one.
    Html html(long total, LongFunction<String> pageUrl) {
        long last = last(total);
        if (last == 1) {
            return Html.none();
        }
        return element("nav")
                .with("class", "pager")
                .with("aria-label", "Pages")
                .add(step("← Previous", number - 1, number > 1, pageUrl))
                .add(element("span", "Page " + Shown.count(number) + " of " + Shown.count(last)))
                .add(step("Next →", number + 1, number < last, pageUrl));
    }

    private static Element step(String text, long target, boolean possible, LongFunction<String> pageUrl) {
        return possible
                ? link(pageUrl.apply(target), text)
                : element("span", text).with("class", "impossible");
    }
}

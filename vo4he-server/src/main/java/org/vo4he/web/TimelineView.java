// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import org.vo4he.web.Html.Element;

/// The products over time as bars, each of them a link to the search that finds them.
record TimelineView(Timeline timeline, Facets facets, Links links) {

    private static final int BAR = 10;
    private static final int HEIGHT = 60;

    /// Nothing where nothing has a time.
    Html html() {
        List<Timeline.Bin> bins = timeline.bins();
        if (bins.isEmpty()) {
            return Html.none();
        }
        return element("figure")
                .with("class", "timeline")
                .add(chart(bins))
                .add(axis(bins))
                .add(caption());
    }

    private Element chart(List<Timeline.Bin> bins) {
        Element svg = element("svg")
                .with("viewBox", "0 0 " + BAR * bins.size() + " " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("role", "group")
                .with("aria-label", "Products over time");
        long most = timeline.most();
        for (int i = 0; i < bins.size(); i++) {
            if (bins.get(i).products() > 0) {
                svg.add(bar(bins.get(i), i, most));
            }
        }
        return svg;
    }

    private Element bar(Timeline.Bin bin, int place, long most) {
        String what = bin.label() + ": " + Shown.count(bin.products(), "product", "products");
        double height = Math.max(2, (double) HEIGHT * bin.products() / most);
        return element("a")
                .with("href", links.observed(bin))
                .with("aria-label", what)
                .add(element("title", what))
                .add(rectangle(place, HEIGHT).with("class", "reach"))
                .add(rectangle(place, height).with("class", "bar"));
    }

    private static Element rectangle(int place, double height) {
        return element("rect")
                .with("x", Shown.decimals(BAR * place + 0.5, 1))
                .with("y", Shown.decimals(HEIGHT - height, 2))
                .with("width", Integer.toString(BAR - 1))
                .with("height", Shown.decimals(height, 2));
    }

    private static Element axis(List<Timeline.Bin> bins) {
        Element axis = element("p").with("class", "axis").with("aria-hidden", "true");
        axis.add(element("span", bins.getFirst().from()));
        if (bins.size() > 8) {
            axis.add(element("span", bins.get(bins.size() / 2).from()));
        }
        return bins.size() == 1 ? axis : axis.add(element("span", bins.getLast().to()));
    }

    private Element caption() {
        long untimed = facets.products() - facets.timed();
        Element caption = element("figcaption")
                .text("Products by the " + timeline.step() + " they were observed in, " + Shown.count(timeline.most())
                        + " where there are most.");
        if (untimed > 0) {
            caption.text(" ")
                    .add(link(
                            links.search(SearchField.FROM, SearchField.NOT_STATED),
                            Shown.count(untimed, "product states", "products state") + " no time"))
                    .text(".");
        }
        return caption;
    }
}

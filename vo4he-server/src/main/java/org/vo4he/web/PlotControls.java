// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.store.ProductRecord;
import org.vo4he.web.Html.Element;
import org.vo4he.web.ProductPreviews.Preview;

/// Links that show the same plot otherwise: in another unit, on another scale, nearer or farther. Each leads to the
/// page with that choice made.
///
/// @param choices those made already, as parameters
/// @param x what is shown now
/// @param y likewise
record PlotControls(
        ProductRecord product, Preview preview, Map<String, String> choices, PlotRange x, PlotRange y, Links links) {

    private static final double NEARER = 0.5;
    private static final double STEP = 0.25;

    /// Of more spectra only the neighbours, the first and the last have a link.
    private static final int MOST_ROWS = 24;

    /// What a request chooses of one kind of plot, as parameters of `/previews/`.
    ///
    /// @throws ServiceException.Usage when it chooses what can't be had
    static Map<String, String> choices(String kind, Parameters parameters) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("plot", kind);
        for (PlotChoice choice : PlotChoice.values()) {
            choice.of(parameters).ifPresent(word -> choices.put(choice.parameter(), word));
        }
        parameters.one("row").ifPresent(row -> choices.put("row", number(row)));
        PlotRange.of(parameters, "x", false).ifPresent(range -> range.into(choices, "x"));
        PlotRange.of(parameters, "y", false).ifPresent(range -> range.into(choices, "y"));
        return choices;
    }

    private static String number(String row) {
        if (!row.matches("[1-9][0-9]{0,8}")) {
            throw new ServiceException.Usage(
                    "parameter row must be the number of a spectrum, from 1, found " + Parameters.quoted(row));
        }
        return row;
    }

    /// @param preview as it is drawn with the choices made, or as it is first drawn when that is not known
    /// @param choices from [#choices]
    static PlotControls of(
            ProductRecord product, Preview preview, Map<String, String> choices, Parameters parameters, Links links) {
        Optional<PlotRange> x = PlotRange.of(parameters, "x", isLog(choices, PlotChoice.XSCALE, preview.x()));
        Optional<PlotRange> y = PlotRange.of(parameters, "y", isLog(choices, PlotChoice.YSCALE, preview.y()));
        return new PlotControls(
                product,
                preview,
                choices,
                x.orElseGet(() -> standard(preview.x(), choices, PlotChoice.XSCALE)),
                y.orElseGet(() -> standard(preview.y(), choices, PlotChoice.YSCALE)),
                links);
    }

    private static PlotRange standard(ProductPreviews.Axis axis, Map<String, String> choices, PlotChoice scale) {
        return new PlotRange(axis.low(), axis.high(), isLog(choices, scale, axis));
    }

    private static boolean isLog(Map<String, String> choices, PlotChoice scale, ProductPreviews.Axis axis) {
        return choices.getOrDefault(scale.parameter(), axis.scale()).equals("log");
    }

    Element html() {
        Element controls = element("div").with("class", "plot-controls");
        if (preview.rows() > 1) {
            controls.add(spectra());
        }
        if (preview.curves()) {
            if (!preview.x().energyUnit().isEmpty()) {
                controls.add(choice(PlotChoice.UNIT, preview.x().energyUnit()));
            }
            controls.add(choice(PlotChoice.XSCALE, preview.x().scale()));
            controls.add(choice(PlotChoice.YSCALE, preview.y().scale()));
        } else if (!preview.kind().equals("sky")) {
            controls.add(choice(PlotChoice.STRETCH, ""));
        }
        return rangesFitTheAxes() ? controls.add(zoom()) : controls;
    }

    /// The ends of the axes are not those of another unit or scale.
    private boolean rangesFitTheAxes() {
        return choices.containsKey("xmin")
                || (sameAs(PlotChoice.UNIT, preview.x().energyUnit())
                        && sameAs(PlotChoice.XSCALE, preview.x().scale())
                        && sameAs(PlotChoice.YSCALE, preview.y().scale()));
    }

    private boolean sameAs(PlotChoice choice, String standard) {
        return choices.getOrDefault(choice.parameter(), standard).equals(standard);
    }

    private Element choice(PlotChoice choice, String standard) {
        String now = choices.getOrDefault(choice.parameter(), standard);
        Element list = element("ul");
        choice.words().forEach(word -> {
            Map<String, String> changed = new LinkedHashMap<>(choices);
            changed.put(choice.parameter(), word.getKey());
            if (choice != PlotChoice.STRETCH) {
                withoutRanges(changed);
            }
            Element link = to(changed, word.getValue())
                    .with("data-choice", choice.parameter())
                    .with("data-word", word.getKey());
            list.add(element("li").add(word.getKey().equals(now) ? link.with("aria-current", "true") : link));
        });
        return group(choice.title(), choice.parameter(), list);
    }

    /// The spectra of a type II file. What was chosen of the axes is for one of them: each begins anew.
    private Element spectra() {
        long now = Long.parseLong(choices.getOrDefault("row", Long.toString(preview.row())));
        Element list = element("ul");
        for (long row = 1; row <= preview.rows(); row++) {
            boolean near = preview.rows() <= MOST_ROWS
                    || row == 1
                    || row == preview.rows()
                    || Math.abs(row - now) <= MOST_ROWS / 4;
            if (near) {
                Map<String, String> changed = new LinkedHashMap<>(choices);
                withoutRanges(changed);
                changed.put("row", Long.toString(row));
                Element link =
                        to(changed, Long.toString(row)).with("aria-label", "Spectrum " + row + " of " + preview.rows());
                list.add(element("li").add(row == now ? link.with("aria-current", "true") : link));
            }
        }
        return group("Spectrum", "row", list);
    }

    private Element zoom() {
        Element list = element("ul")
                .add(
                        x.canBeDivided() && (preview.curves() || y.canBeDivided())
                                ? tool("in", "+", "Nearer", x.zoomed(NEARER), beside(y.zoomed(NEARER)))
                                : Html.none())
                .add(tool("out", "−", "Farther", x.zoomed(1 / NEARER), beside(y.zoomed(1 / NEARER))))
                .add(tool("left", "←", "To the left", x.moved(-STEP), beside(y)))
                .add(tool("right", "→", "To the right", x.moved(STEP), beside(y)))
                .add(tool("up", "↑", "Up", x, Optional.of(y.moved(STEP))))
                .add(tool("down", "↓", "Down", x, Optional.of(y.moved(-STEP))));
        Map<String, String> all = new LinkedHashMap<>(choices);
        withoutRanges(all);
        list.add(element("li").add(to(all, "All").with("data-tool", "all").with("aria-label", "Show all")));
        return group("View", "view", list);
    }

    /// A curve is shown over as much of the y axis as the part of it needs that is to be seen; a picture keeps its
    /// shape.
    private Optional<PlotRange> beside(PlotRange toY) {
        return preview.curves() ? Optional.empty() : Optional.of(toY);
    }

    private Element tool(String name, String sign, String meaning, PlotRange toX, Optional<PlotRange> toY) {
        Map<String, String> changed = new LinkedHashMap<>(choices);
        withoutRanges(changed);
        toX.into(changed, "x");
        toY.ifPresent(range -> range.into(changed, "y"));
        return element("li")
                .add(to(changed, sign)
                        .with("data-tool", name)
                        .with("aria-label", meaning)
                        .with("title", meaning));
    }

    /// Not for programs that follow links: there is no end of views.
    private Element to(Map<String, String> choices, String text) {
        return link(links.product(product.shortId(), choices, PictureView.FRAGMENT), text)
                .with("rel", "nofollow");
    }

    private static Element group(String title, String name, Element list) {
        String id = "plot-" + name;
        return element("div")
                .with("role", "group")
                .with("aria-labelledby", id)
                .add(element("span", title).with("id", id).with("class", "choice-title"))
                .add(list);
    }

    private static void withoutRanges(Map<String, String> choices) {
        choices.keySet().removeAll(List.of("xmin", "xmax", "ymin", "ymax"));
    }
}

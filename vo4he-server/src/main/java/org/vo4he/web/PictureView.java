// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.store.ProductRecord;
import org.vo4he.web.Html.Element;
import org.vo4he.web.ProductPreviews.Preview;

/// What a product looks like: one picture, the others to choose from, and how it is drawn. Everything is links and
/// images of `/previews/`; where scripts run, `product-plot.js` answers the same links in place, and draws curves from
/// their numbers.
///
/// @param previews what there is; empty when that is not known yet
/// @param meanwhile what stands for the picture then
/// @param otherwise asked when the request has choices
record PictureView(
        ProductRecord product,
        List<Preview> previews,
        String meanwhile,
        Otherwise otherwise,
        Parameters parameters,
        Links links) {

    /// Knows a picture as it is drawn with choices made.
    @FunctionalInterface
    interface Otherwise {
        Optional<Preview> drawn(Map<String, String> choices);
    }

    static final String FRAGMENT = "picture";
    private static final String READ_HINT =
            "Point at the plot to read it; drag to see a part, double-click to see all.";

    /// @throws ServiceException.Usage when the request wants what can't be had of this product
    Html html() {
        Element section = element("section")
                .with("class", "pictures")
                .with("aria-labelledby", FRAGMENT)
                .add(element("h2", "Preview").with("id", FRAGMENT).with("class", "aside-text"));
        if (previews.isEmpty()) {
            AdaptivePicture picture = new AdaptivePicture(links, product.shortId(), Map.of());
            return section.add(element("figure")
                    .with("class", "plot")
                    .add(area(picture, meanwhile))
                    .add(formats(Map.of())));
        }
        Preview chosen = chosen();
        return chosen.canBeDrawn()
                ? section.add(kinds(chosen)).add(figure(chosen))
                : section.add(element("p", chosen.description()).with("class", "notice"));
    }

    private Preview chosen() {
        Optional<String> wanted = parameters.one("plot");
        return wanted.map(kind -> previews.stream()
                        .filter(preview -> preview.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> new ServiceException.Usage(
                                "parameter plot: there is no such plot of this product, found "
                                        + Parameters.quoted(kind))))
                .orElse(previews.getFirst());
    }

    private Html kinds(Preview chosen) {
        List<Preview> drawable = previews.stream().filter(Preview::canBeDrawn).toList();
        if (drawable.size() < 2) {
            return Html.none();
        }
        Element list = element("ul").with("class", "plot-kinds");
        for (Preview each : drawable) {
            Map<String, String> kind = Map.of("plot", each.kind());
            Element link = link(links.product(product.shortId(), kind, FRAGMENT), "")
                    .with("data-plot", each.kind())
                    .add(new AdaptivePicture(links, product.shortId(), kind).thumbnail())
                    .add(element("span", title(each.kind())));
            list.add(element("li").add(each.equals(chosen) ? link.with("aria-current", "true") : link));
        }
        return element("nav").with("aria-label", "Plots of this product").add(list);
    }

    private static String title(String kind) {
        return switch (kind) {
            case "light-curve" -> "Light curve";
            case "sky" -> "On the sky";
            default -> Shown.sentence(kind);
        };
    }

    private Element figure(Preview standard) {
        Map<String, String> choices = PlotControls.choices(standard.kind(), parameters);
        Optional<Preview> chosen = choices.size() == 1 ? Optional.of(standard) : otherwise.drawn(choices);
        Preview preview = chosen.orElse(standard);
        PlotControls controls = PlotControls.of(product, preview, choices, parameters, links);
        AdaptivePicture picture = new AdaptivePicture(links, product.shortId(), controls.choices());
        Element figure = element("figure").with("class", "plot").with("data-title", preview.title());
        if (preview.curves()) {
            figure.with("data-curve", links.preview(product.shortId(), ".json", controls.choices()));
        }
        String description = chosen.map(Preview::description)
                .orElseGet(() -> standard.description() + " So it is drawn at first; here it is shown as chosen.");
        return figure.add(area(picture, description))
                .add(preview.curves() ? readout() : Html.none())
                .add(controls.html())
                // For who sees: who hears has heard it in place of the picture.
                .add(element("p", description).with("class", "plot-description").with("aria-hidden", "true"))
                .add(formats(controls.choices()));
    }

    /// What a script says of the place under the cursor; its room is kept from the beginning.
    private static Html readout() {
        return Html.pieces(
                element("p", READ_HINT)
                        .with("class", "plot-readout")
                        .with("data-hint", READ_HINT)
                        .with("aria-live", "off"),
                element("p", "Keys: ← → read the points, + − zoom, Shift with ← → and ↑ ↓ move, 0 shows all.")
                        .with("class", "plot-keys")
                        .with("id", "plot-keys"));
    }

    private static Element area(AdaptivePicture picture, String description) {
        return element("div").with("class", "plot-area").add(picture.large(description));
    }

    private Element formats(Map<String, String> choices) {
        return element("figcaption")
                .text("Open as ")
                .add(format(".svg", "SVG", choices))
                .text(", ")
                .add(format(".png", "PNG", choices))
                .text("; its numbers as ")
                .add(format(".vot", "VOTable", choices))
                .text(", ")
                .add(format(".json", "JSON", choices));
    }

    private Element format(String suffix, String name, Map<String, String> choices) {
        return link(links.preview(product.shortId(), suffix, choices), name).with("data-format", suffix);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.store.Lineage;
import org.vo4he.store.ProductCard;
import org.vo4he.web.Html.Element;

/// What a product was made of, as far back as the archive knows: a picture, and the same to read.
///
/// @param did of the product
record LineageView(String did, Lineage lineage, Links links) {

    /// Nothing when nothing is known.
    Html html() {
        ProvGraph graph = lineage.graph();
        return graph.activities().isEmpty() && graph.derivations().isEmpty()
                ? Html.none()
                : Html.pieces(figure(), notices(), list());
    }

    private Element figure() {
        String picture = links.provenance(did, "SVG");
        return element("figure")
                .with("class", "lineage")
                .add(element("div")
                        .with("class", "lineage-frame")
                        .add(link(picture, "")
                                .add(element("img")
                                        .with("src", picture)
                                        .with("loading", "lazy")
                                        .with("alt", "Graph of the files and runs this product comes from"))))
                .add(element("figcaption")
                        .text("Files and program runs, the oldest first. The graph as ")
                        .add(link(links.provenance(did, "PROV-JSON"), "PROV-JSON"))
                        .text(", ")
                        .add(link(links.provenance(did, "PROV-N"), "PROV-N"))
                        .text(", ")
                        .add(link(links.provenance(did, "DOT"), "DOT"))
                        .text("."));
    }

    private Html notices() {
        List<Html> notices = new ArrayList<>();
        if (!lineage.isWhole() || lineage.goesOn()) {
            notices.add(
                    element("p", "There is more; the nearest are told here.").with("class", "notice"));
        }
        if (!lineage.cycles().isEmpty()) {
            notices.add(element(
                            "p",
                            "Some of these files are said to come from each other. That cannot be: what one of them"
                                    + " records of its making is wrong.")
                    .with("class", "notice"));
        }
        return Html.pieces(notices.toArray(Html[]::new));
    }

    private Html list() {
        Map<String, String> makers = makers();
        List<String> programs = programs();
        List<ProvGraph.Entity> others = lineage.graph().entities().stream()
                .filter(entity -> !entity.id().equals(did) && !programs.contains(entity.id()))
                .toList();
        List<Element> items = others.stream()
                .map(entity -> item(entity, Optional.ofNullable(makers.get(entity.id()))))
                .toList();
        return items.isEmpty()
                ? Html.none()
                : Html.pieces(
                        element("h3", "Files it comes from"),
                        LongList.of(
                                items,
                                some -> element("ul")
                                        .with("class", "step-files")
                                        .add(some)));
    }

    /// By file the name of the run that made it.
    private Map<String, String> makers() {
        Map<String, String> names = lineage.graph().activities().stream()
                .collect(Collectors.toMap(ProvGraph.Activity::id, ProvGraph.Activity::name));
        Map<String, String> makers = new LinkedHashMap<>();
        lineage.graph().generations().forEach(made -> makers.put(made.entity(), names.get(made.activity())));
        return makers;
    }

    private List<String> programs() {
        return lineage.graph().used().stream()
                .filter(used -> used.role().filter("program"::equals).isPresent())
                .map(ProvGraph.Used::entity)
                .toList();
    }

    private Element item(ProvGraph.Entity entity, Optional<String> maker) {
        Optional<ProductCard> product = Optional.ofNullable(lineage.products().get(entity.id()));
        Element item = element("li");
        Html name = element("code", product.map(ProductCard::path).orElse(entity.name()));
        item.add(product.filter(card -> !card.withdrawn())
                .<Html>map(card -> link(links.product(card.shortId()), "").add(name))
                .orElse(name));
        List<String> words = new ArrayList<>();
        product.filter(ProductCard::withdrawn).ifPresent(_ -> words.add("withdrawn"));
        maker.ifPresent(run -> words.add("made by " + run));
        Optional.ofNullable(lineage.matches().get(entity.id()))
                .ifPresent(match -> words.add(product.isPresent() ? "found " + match.words() : match.words()));
        if (product.isEmpty()) {
            entity.location().ifPresent(path -> words.add("recorded as " + path));
        }
        return item.add(element("span", String.join(", ", words)).with("class", "second"));
    }
}

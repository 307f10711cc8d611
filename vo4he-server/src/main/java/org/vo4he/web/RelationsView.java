// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.product.Reference;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.web.Html.Element;

/// Everything that belongs to a product, as DataLink says it, and what its header or provenance names but nothing is
/// linked for; each of those has a finding.
///
/// @param named what header and provenance name, and file names let expect
record RelationsView(Optional<LinkedProduct> linked, List<LinkRecord> named, Links links) {

    Html html() {
        List<Reference> missing = named.stream()
                .filter(each -> each.targetPath().isEmpty())
                .map(each -> new Reference(each.keyword(), each.name()))
                .filter(Reference::isWanted)
                .toList();
        Map<String, List<LinkedProduct.Related>> groups = groups();
        if (groups.isEmpty() && missing.isEmpty()) {
            return Html.none();
        }
        Element section = element("section")
                .with("aria-labelledby", "links")
                .add(element("h2", "What belongs to it").with("id", "links"));
        groups.forEach((semantics, related) -> {
            section.add(element("h3", title(semantics)));
            byExposure(related).forEach(section::add);
            section.add(unlisted(semantics));
        });
        return section.add(missing(missing));
    }

    private Map<String, List<LinkedProduct.Related>> groups() {
        Map<String, List<LinkedProduct.Related>> groups = new LinkedHashMap<>();
        linked.map(LinkedProduct::related)
                .orElse(List.of())
                .forEach(each -> groups.computeIfAbsent(each.semantics(), _ -> new ArrayList<>())
                        .add(each));
        return groups;
    }

    /// Terms of the vocabulary `datalink/core` in words.
    private static String title(String semantics) {
        return switch (semantics) {
            case "#calibration" -> "To calibrate it";
            case "#auxiliary" -> "Goes with";
            case "#progenitor" -> "Made from";
            case "#derivation" -> "Made from it";
            case "#coderived" -> "Beside it";
            case "#counterpart" -> "Elsewhere on the spectrum";
            default -> Shown.sentence(semantics.substring(1).replace('-', ' '));
        };
    }

    private List<Html> byExposure(List<LinkedProduct.Related> related) {
        List<Html> parts = new ArrayList<>();
        for (ExposureGroup group : ExposureGroup.of(linked.orElseThrow().product(), related)) {
            if (!group.title().isEmpty()) {
                parts.add(element("h4", group.title()));
            }
            parts.add(list(group.related()));
        }
        return parts;
    }

    private Element list(List<LinkedProduct.Related> related) {
        Element list = element("ul").with("class", "relations");
        related.forEach(each -> list.add(item(each)));
        return list;
    }

    private Element item(LinkedProduct.Related related) {
        ProductCard target = related.target();
        Element text = element("div")
                .add(element("span", related.relation().description()).with("class", "second"))
                .add(link(links.product(target.shortId()), target.fileName()).with("class", "strong"))
                .add(element("span", kind(target)).with("class", "second"))
                .add(link(links.download(target.did()), "Download " + Shown.size(target.size() / 1e3))
                        .with("aria-label", "Download " + target.fileName() + ", " + Shown.size(target.size() / 1e3)));
        return element("li").add(thumbnail(target)).add(text);
    }

    /// Decoration: the link beside it says where it leads.
    private Html thumbnail(ProductCard target) {
        boolean pictured = target.role().equals("PRODUCT") || target.role().startsWith("RESPONSE");
        return pictured
                ? new AdaptivePicture(links, target.shortId(), Map.of()).smallThumbnail()
                : element("span").with("class", "no-thumbnail");
    }

    private static String kind(ProductCard target) {
        String kind = target.dataproductType().map(ProductPage::type).orElseGet(() -> ProductPage.role(target.role()));
        return Shown.sentence(
                kind + target.instrument().map(name -> ", " + name).orElse(""));
    }

    private Html unlisted(String semantics) {
        long more = linked.map(LinkedProduct::unlisted).orElse(List.of()).stream()
                .filter(each -> each.relation().semantics().equals(semantics))
                .mapToLong(LinkedProduct.Unlisted::all)
                .sum();
        return more == 0
                ? Html.none()
                : element("p", "There are " + Shown.count(more) + " in all; not every one is listed.");
    }

    private static Html missing(List<Reference> missing) {
        if (missing.isEmpty()) {
            return Html.none();
        }
        List<Element> rows = missing.stream()
                .map(each -> element("tr")
                        .add(element("th").with("scope", "row").add(element("code", each.namedBy())))
                        .add(element("td", each.name())))
                .toList();
        return LongList.of(
                rows,
                some -> element("table")
                        .with("class", "missing")
                        .add(element(
                                "caption",
                                "Named, but not linked: not in the published folder, or there several times"))
                        .add(element("tbody").add(some)));
    }
}

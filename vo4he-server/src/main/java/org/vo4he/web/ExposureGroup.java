// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vo4he.product.XmmName;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.ProductCard;

/// What belongs to a product of one exposure of an XMM-Newton observation: the names of its pipeline tell instrument
/// and exposure. Scheduled (`S003`) and unscheduled ones (`U002`) count through all instruments; `X000` is all of one
/// instrument together.
///
/// @param title empty for what no exposure is known of
record ExposureGroup(String title, List<Related> related) {

    /// The exposure of the product first, then the others in the order of their names, at last what is of none. One
    /// group without a title where the product itself is of no exposure, or nothing here is of another.
    static List<ExposureGroup> of(ProductCard product, List<Related> related) {
        Optional<XmmName> own = name(product);
        Map<String, List<Related>> groups = new TreeMap<>(order(own.map(ExposureGroup::key)));
        related.forEach(each -> groups.computeIfAbsent(
                        own.flatMap(of -> name(each.target())
                                        .filter(other -> other.observation().equals(of.observation())))
                                .map(ExposureGroup::key)
                                .orElse(""),
                        _ -> new ArrayList<>())
                .add(each));
        return groups.size() == 1
                ? List.of(new ExposureGroup("", related))
                : groups.entrySet().stream()
                        .map(group ->
                                new ExposureGroup(title(group.getKey(), own.map(ExposureGroup::key)), group.getValue()))
                        .toList();
    }

    private static Comparator<String> order(Optional<String> own) {
        return Comparator.comparing((String key) -> !key.equals(own.orElse(null)))
                .thenComparing(String::isEmpty)
                .thenComparing(Comparator.naturalOrder());
    }

    private static Optional<XmmName> name(ProductCard card) {
        return XmmName.parse(card.fileName());
    }

    private static String key(XmmName name) {
        return name.instrument() + " " + name.exposure();
    }

    private static String title(String key, Optional<String> own) {
        if (key.isEmpty()) {
            return "Of no single exposure";
        }
        String[] words = key.split(" ");
        String title = words[1].equals(XmmName.ALL_EXPOSURES)
                ? "All exposures of " + words[0]
                : "Exposure " + words[1] + " of " + words[0];
        return key.equals(own.orElse(null)) ? title + ", as this product" : title;
    }
}

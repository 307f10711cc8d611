// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.store.Contested;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;

/// What goes into a zip, and why.
///
/// @param files by path, each once
/// @param lines of the manifest: a file that belongs to several products has several
/// @param lost IDs asked for of which there is no product here
record Contents(Map<String, ProductCard> files, List<Line> lines, List<Lost> lost) {

    private static final String CALIBRATION = "#calibration";
    private static final int AT_ONCE = 500;

    /// @param relation `product`, or how the file belongs to another product: `respfile`
    /// @param of the DID of that other product; empty for what was asked for
    record Line(ProductCard product, String relation, Optional<String> of) {}

    /// @param why `unknown`, `withdrawn`, or a sentence where tags of several products declare the ID
    record Lost(String id, String why) {

        String inWords() {
            return id + ": " + why;
        }
    }

    /// The products of these IDs, what calibrates them, what calibrates that, and so on.
    static Contents of(List<String> ids, Products products) throws StoreException {
        Contents contents = new Contents(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> asked = new LinkedHashSet<>(ids);
        Set<String> seen = new LinkedHashSet<>(asked);
        boolean first = true;
        while (!asked.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            List<String> batch = List.copyOf(asked);
            for (int from = 0; from < batch.size(); from += AT_ONCE) {
                List<String> some = batch.subList(from, Math.min(batch.size(), from + AT_ONCE));
                Map<String, LinkedProduct> found = products.linked(
                        some.stream().filter(id -> id.indexOf('\n') < 0).toList());
                Map<String, Contested> contested = products.contested(some.stream()
                        .filter(id -> id.indexOf('\n') < 0 && !found.containsKey(id))
                        .toList());
                for (String id : some) {
                    if (first && contested.containsKey(id)) {
                        contents.lost.add(new Lost(id, contested.get(id).sentence()));
                        continue;
                    }
                    contents.add(id, found.get(id), first, next);
                }
            }
            next.removeIf(did -> !seen.add(did));
            asked = next;
            first = false;
        }
        return contents;
    }

    private void add(String id, LinkedProduct found, boolean wanted, Set<String> next) {
        if (found == null || found.product().withdrawn()) {
            if (wanted) {
                lost.add(new Lost(id, found == null ? "unknown" : "withdrawn"));
            }
            return;
        }
        if (wanted) {
            add(new Line(found.product(), "product", Optional.empty()));
        }
        for (LinkedProduct.Related related : found.related()) {
            if (related.semantics().equals(CALIBRATION) && !related.target().withdrawn()) {
                String relation = related.relation().name().toLowerCase(Locale.ROOT);
                add(new Line(
                        related.target(), relation, Optional.of(found.product().did())));
                next.add(related.target().did());
            }
        }
    }

    private void add(Line line) {
        files.putIfAbsent(line.product().path(), line.product());
        lines.add(line);
    }

    long bytes() {
        return files.values().stream().mapToLong(ProductCard::size).sum();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.store.FileEntry.ProductEntry;

/// The published products of some paths at one moment, with all that is said of them; two of these make events.
///
/// @param byDid in the order of their files
record LiveProducts(Map<String, Live> byDid) {

    private static final String PRODUCTS = """
            SELECT p.obs_publisher_did, p.short_id, p.path, p.hdu_index, p.hdu_name, p.role, p.published,
                   p.obs_collection, p.file_size, p.media_type, p.fingerprint, p.declared_did, p.withdrawn,
                   d.origins, d.native_values, d.declared, d.provenance, o.dataproduct_type
            FROM vo4he.products p JOIN vo4he.details d ON d.did = p.obs_publisher_did
            LEFT JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did
            WHERE p.path IN (FROM named_paths) AND p.published = 1 AND p.withdrawn = 0
            ORDER BY p.path, p.hdu_index, p.obs_publisher_did""";

    private static final String LINKS = """
            SELECT did, keyword, name, target_path FROM vo4he.links
            WHERE did IN (SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM named_paths))
            ORDER BY rowid""";

    /// @param details as stored: values with origins, the file's own words, declared columns, provenance
    /// @param type its `dataproduct_type`
    /// @param isNews whether it is an event that something else is said of it than before
    record Live(
            ProductRecord product,
            List<String> details,
            List<LinkRecord> links,
            Optional<String> type,
            boolean isNews) {

        /// @param row of `vo4he.details`, which has the DID before the details
        static Live of(ProductEntry entry, Object[] row, boolean isNews) {
            List<String> details = Arrays.stream(row, 1, row.length)
                    .map(detail -> Objects.toString(detail, ""))
                    .toList();
            return new Live(
                    entry.record(), details, entry.links(), entry.row().text(ObsCoreColumn.DATAPRODUCT_TYPE), isNews);
        }

        /// Without what is said of it: enough where nothing was said of it before.
        Live asArrived() {
            return new Live(product, List.of(), List.of(), type, isNews);
        }
    }

    /// An event without its place in the feed.
    record Happening(FeedKind kind, ProductRecord product, Optional<String> type) {}

    static LiveProducts none() {
        return new LiveProducts(Map.of());
    }

    /// Of the paths in `named_paths`.
    static LiveProducts stored(Connection connection) throws SQLException {
        Map<String, List<LinkRecord>> links = new HashMap<>();
        for (LinkRecord link : Sql.list(connection, Products::link, LINKS)) {
            links.computeIfAbsent(link.did(), _ -> new ArrayList<>()).add(link);
        }
        Map<String, Live> byDid = new LinkedHashMap<>();
        for (Live live : Sql.list(connection, row -> live(row, links), PRODUCTS)) {
            byDid.put(live.product().did(), live);
        }
        return new LiveProducts(byDid);
    }

    private static Live live(ResultSet row, Map<String, List<LinkRecord>> links) throws SQLException {
        ProductRecord product = Products.product(row);
        List<String> details = new ArrayList<>();
        for (int column = 14; column <= 17; column++) {
            details.add(Optional.ofNullable(row.getString(column)).orElse(""));
        }
        return new Live(
                product,
                details,
                links.getOrDefault(product.did(), List.of()),
                Optional.ofNullable(row.getString(18)),
                true);
    }

    /// What a change leads to: nothing for a product of which the same is said as before.
    ///
    /// @param after all that is live at these paths afterwards
    List<Happening> until(List<Live> after) {
        Map<String, Live> gone = new TreeMap<>(byDid);
        List<Happening> arrived = new ArrayList<>();
        for (Live live : after) {
            happening(gone.remove(live.product().did()), live).ifPresent(arrived::add);
        }
        List<Happening> happenings = new ArrayList<>();
        gone.values().forEach(live -> happenings.add(new Happening(FeedKind.WITHDRAWN, live.product(), live.type())));
        happenings.addAll(arrived);
        return happenings;
    }

    private static Optional<Happening> happening(Live before, Live now) {
        if (before == null) {
            return Optional.of(new Happening(FeedKind.PUBLISHED, now.product(), now.type()));
        }
        return !now.isNews() || before.equals(now)
                ? Optional.empty()
                : Optional.of(new Happening(FeedKind.SUPERSEDED, now.product(), now.type()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vo4he.store.FileEntry.ProductEntry;

/// A file's rows as the database takes them, its JSON written. Any thread may make them: it is most of the work of
/// writing, and only one thread writes.
public final class FileRows {

    private final FileRecord file;
    private final List<ProductRecord> products;
    private final List<LiveProducts.Live> live;
    private final Map<LedgerTable, List<Object[]>> rows = new EnumMap<>(LedgerTable.class);
    private final Map<String, List<Object[]>> provenance;

    private FileRows(FileRecord file, List<ProductRecord> products, List<LiveProducts.Live> live) {
        this.file = file;
        this.products = products;
        this.live = live;
        this.provenance = Map.of();
    }

    private FileRows(FileEntry entry, boolean isNews) {
        file = entry.file();
        products = entry.products().stream().map(ProductEntry::record).toList();
        live = new ArrayList<>(products.size());
        rows.put(LedgerTable.FILES, List.<Object[]>of(LedgerRows.file(file)));
        rows.put(LedgerTable.FINDINGS, LedgerRows.findings(entry.findings()));
        for (ProductEntry product : entry.products()) {
            add(product, isNews);
        }
        provenance = ProvenanceRows.of(entry);
    }

    /// The rows of a file and its products.
    public static FileRows of(FileEntry entry) {
        return new FileRows(entry, true);
    }

    /// The same of a file that is what it was, of which the program says otherwise than an earlier version of it did:
    /// who follows the products is not told.
    public static FileRows anew(FileEntry entry) {
        return new FileRows(entry, false);
    }

    /// @param isNew whether there is nothing in the store to compare its products with
    FileRows withoutRows(boolean isNew) {
        return new FileRows(
                file,
                products,
                isNew ? live.stream().map(LiveProducts.Live::asArrived).toList() : live);
    }

    private void add(ProductEntry product, boolean isNews) {
        Object[] details = LedgerRows.details(product);
        add(LedgerTable.PRODUCTS, LedgerRows.product(product.record()));
        add(LedgerTable.DETAILS, details);
        product.links().forEach(link -> add(LedgerTable.LINKS, LedgerRows.link(link)));
        LedgerRows.datasum(product).ifPresent(row -> add(LedgerTable.DATASUMS, row));
        product.observation()
                .ifPresent(of -> add(LedgerTable.OBSERVATIONS, LedgerRows.observation(product.record(), of)));
        product.version().ifPresent(of -> {
            add(LedgerTable.VERSIONS, LedgerRows.version(product.record(), of));
            of.searchable()
                    .forEach((keyword, value) ->
                            add(LedgerTable.SEARCH_KEYWORDS, product.record().did(), keyword, value));
        });
        if (product.record().published()) {
            add(LedgerTable.OBSCORE, LedgerRows.obscore(product.row()));
            add(LedgerTable.OBSCORE_HEA, LedgerRows.highEnergy(product.row()));
            live.add(LiveProducts.Live.of(product, details, isNews));
        }
    }

    private void add(LedgerTable table, Object... row) {
        rows.computeIfAbsent(table, _ -> new ArrayList<>(1)).add(row);
    }

    FileRecord file() {
        return file;
    }

    List<ProductRecord> products() {
        return products;
    }

    /// Its published products.
    List<LiveProducts.Live> live() {
        return live;
    }

    List<Object[]> of(LedgerTable table) {
        return rows.getOrDefault(table, List.of());
    }

    /// Of the provenance graph, by table of `vo4he`; empty when no product tells of any making.
    Map<String, List<Object[]>> provenance() {
        return provenance;
    }
}

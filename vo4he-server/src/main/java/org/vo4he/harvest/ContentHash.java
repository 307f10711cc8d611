// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.List;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Value;
import org.vo4he.product.Outcome;
import org.vo4he.store.FileEntry.ProductEntry;
import org.vo4he.store.FindingRecord;

/// SHA-256 over all that is said of a file: as long as it is the same, nothing need be written.
final class ContentHash {

    private static final ObsCoreRow EMPTY = ObsCoreRow.builder().build();
    private static final char END = '\0';

    private final StringBuilder text = new StringBuilder(8192);

    private ContentHash() {}

    static String of(
            Outcome outcome,
            String mediaType,
            Optional<String> fingerprint,
            List<ProductEntry> products,
            List<FindingRecord> findings) {
        ContentHash hash = new ContentHash();
        hash.add(outcome.name());
        hash.add(mediaType);
        hash.add(fingerprint.orElse(""));
        products.forEach(hash::add);
        findings.forEach(finding -> hash.add(finding.toString()));
        return PublisherDid.sha256Hex(hash.text.toString());
    }

    private void add(String part) {
        text.append(part).append(END);
    }

    private void add(ProductEntry product) {
        add(product.record().toString());
        product.row().values().forEach((column, value) -> {
            if (!value.equals(EMPTY.get(column))) {
                add(column.columnName());
                add(value);
            }
        });
        add(product.nativeValues().toString());
        add(product.declared().toString());
        add(product.provenanceJson().orElse(""));
        add(product.links().toString());
        add(product.observation().toString());
    }

    private void add(Value value) {
        text.append(value.value()).append(END);
        add(value.origin().kind());
        add(value.origin().detail());
    }
}

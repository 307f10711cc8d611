// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Value;
import org.vo4he.product.Outcome;
import org.vo4he.store.FileEntry.ProductEntry;
import org.vo4he.store.FindingRecord;

/// CRC-32 and CRC-32C over all that is said of a file: as long as they are the same, nothing need be written. They are
/// compared with those of the same file before, not among files.
final class ContentHash {

    private static final char END = '\0';

    /// Characters that are gathered before they are summed.
    private static final int GATHERED = 1500;

    private final StringBuilder text = new StringBuilder(2 * GATHERED);
    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();

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
        return hash.hex();
    }

    private String hex() {
        sum();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) crc32.getValue()) + hex.toHexDigits((int) crc32c.getValue());
    }

    private void sum() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        crc32.update(bytes, 0, bytes.length);
        crc32c.update(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void add(String part) {
        text.append(part).append(END);
        if (text.length() > GATHERED) {
            sum();
        }
    }

    private void add(ProductEntry product) {
        add(product.record().toString());
        for (ObsCoreColumn column : product.row().told()) {
            add(column.columnName());
            add(product.row().get(column));
        }
        add(product.nativeValues().toString());
        add(product.declared().toString());
        add(product.provenanceJson().orElse(""));
        add(product.links().toString());
        add(product.observation().toString());
        product.version().ifPresent(version -> add(version.toString()));
    }

    private void add(Value value) {
        text.append(value.value()).append(END);
        add(value.origin().kind());
        add(value.origin().detail());
    }
}

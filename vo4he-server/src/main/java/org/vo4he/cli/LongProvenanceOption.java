// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.Optional;
import org.vo4he.votags.WriteOptions.LongProvenance;

/// The words of `--long-provenance`.
final class LongProvenanceOption {

    static final String WANTED = "lists, rows or refuse is wanted";

    private LongProvenanceOption() {}

    static Optional<LongProvenance> read(String word) {
        return switch (word) {
            case "lists" -> Optional.of(LongProvenance.LISTS);
            case "refuse" -> Optional.of(LongProvenance.REFUSE);
            case "rows" -> Optional.of(LongProvenance.ROWS);
            default -> Optional.empty();
        };
    }
}

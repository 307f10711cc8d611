// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.provenance.CarriedProvenance;

/// A file with all its rows, to be written.
public record FileEntry(FileRecord file, List<ProductEntry> products, List<FindingRecord> findings) {

    public FileEntry {
        products = List.copyOf(products);
        findings = List.copyOf(findings);
    }

    /// A product with all its rows.
    ///
    /// @param row complete, with the publisher's columns
    public record ProductEntry(
            ProductRecord record,
            ObsCoreRow row,
            Map<String, String> nativeValues,
            Map<String, String> declared,
            Optional<CarriedProvenance> provenance,
            List<LinkRecord> links,
            Optional<Observation> observation,
            Optional<ProductVersion> version) {

        public ProductEntry {
            links = List.copyOf(links);
            Objects.requireNonNull(observation);
            Objects.requireNonNull(version);
        }

        /// The text of its provenance.
        public Optional<String> provenanceJson() {
            return provenance.map(CarriedProvenance::json);
        }

        /// A product that is of no observation, and that no profile describes.
        public ProductEntry(
                ProductRecord record,
                ObsCoreRow row,
                Map<String, String> nativeValues,
                Map<String, String> declared,
                Optional<CarriedProvenance> provenance,
                List<LinkRecord> links) {
            this(record, row, nativeValues, declared, provenance, links, Optional.empty(), Optional.empty());
        }
    }
}

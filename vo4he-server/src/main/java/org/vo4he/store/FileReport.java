// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Objects;

/// A file of the published folder as the last harvest left it, with all that came of it.
///
/// @param path relative to the published folder
/// @param size in bytes
/// @param outcome name of an `org.vo4he.product.Outcome`
/// @param products in the order of their HDUs, withdrawn ones too
/// @param findings in the order they were made
public record FileReport(
        String path, long size, String outcome, List<ProductRecord> products, List<FindingRecord> findings) {

    public FileReport {
        Objects.requireNonNull(path);
        Objects.requireNonNull(outcome);
        products = List.copyOf(products);
        findings = List.copyOf(findings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;

/// All that one file says of itself.
///
/// @param products the main one first; several only when several HDUs are peers; empty when the outcome is
///     NOT_FITS or FAILED; exactly one, with a role other than PRODUCT, when it is ASSOCIATED
/// @param fingerprint empty when the file could not be read as FITS
/// @param consulted linked files whose content gave values: when one of them changes, describe again
public record FileDescription(
        Path file,
        Outcome outcome,
        List<Product> products,
        List<Finding> findings,
        Optional<String> fingerprint,
        List<Path> consulted) {

    public FileDescription {
        Objects.requireNonNull(file);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(fingerprint);
        products = List.copyOf(products);
        findings = List.copyOf(findings);
        consulted = List.copyOf(consulted);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.profile.ProductIdentity;

/// All that one file says of itself.
///
/// @param products the main one first; several only when several HDUs are peers; empty when the outcome is
///     NOT_FITS or FAILED; exactly one, with a role other than PRODUCT, when it is ASSOCIATED
/// @param fingerprint empty when the file could not be read as FITS
/// @param identity by which the product is known among its versions, when a product profile says so
/// @param consulted linked files whose content gave values: when one of them changes, describe again
public record FileDescription(
        Path file,
        Outcome outcome,
        List<Product> products,
        List<Finding> findings,
        Optional<String> fingerprint,
        Optional<ProductIdentity> identity,
        List<Path> consulted) {

    public FileDescription {
        Objects.requireNonNull(file);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(identity);
        products = List.copyOf(products);
        findings = List.copyOf(findings);
        consulted = List.copyOf(consulted);
    }

    /// Of a file that no profile describes.
    public FileDescription(
            Path file,
            Outcome outcome,
            List<Product> products,
            List<Finding> findings,
            Optional<String> fingerprint,
            List<Path> consulted) {
        this(file, outcome, products, findings, fingerprint, Optional.empty(), consulted);
    }
}

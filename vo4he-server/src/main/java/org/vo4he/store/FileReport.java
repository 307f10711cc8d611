// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Objects;

/// A file of the published folder as the last harvest left it.
///
/// @param path relative to the published folder
/// @param size in bytes
/// @param outcome name of an `org.vo4he.product.Outcome`
public record FileReport(String path, long size, String outcome) {

    public FileReport {
        Objects.requireNonNull(path);
        Objects.requireNonNull(outcome);
    }
}

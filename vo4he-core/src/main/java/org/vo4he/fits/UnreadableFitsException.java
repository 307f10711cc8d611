// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import org.vo4he.diagnostics.Finding;

/// The content begins as FITS does, but not even the primary header can be read.
public final class UnreadableFitsException extends IOException {

    private final transient Finding finding;

    UnreadableFitsException(Finding finding) {
        super(finding.where() + ": " + finding.message());
        this.finding = finding;
    }

    /// What is wrong, an error.
    public Finding finding() {
        return finding;
    }
}

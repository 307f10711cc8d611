// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Objects;

/// A job can't be done, and why: it ends in phase ERROR with this summary.
public final class JobFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ErrorSummary summary;

    public JobFailure(ErrorSummary summary) {
        super(summary.message());
        this.summary = Objects.requireNonNull(summary);
    }

    public ErrorSummary summary() {
        return summary;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import org.vo4he.store.StoreException;

/// The store failed where a file is described: no fault of the file.
final class LedgerUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final StoreException reason;

    LedgerUnreadable(StoreException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    StoreException reason() {
        return reason;
    }
}

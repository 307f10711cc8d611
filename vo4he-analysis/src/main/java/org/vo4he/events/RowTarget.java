// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;

/// Takes selected rows as they are stored.
@FunctionalInterface
public interface RowTarget {

    /// Called by one thread at a time, in the order of the file.
    ///
    /// @param bytes `rows` rows of NAXIS1 bytes each, at its start; used again afterwards
    void take(byte[] bytes, int rows) throws IOException;
}

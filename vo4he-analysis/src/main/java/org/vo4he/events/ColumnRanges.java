// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// Least and greatest value of a column, which a grid is laid by where no card tells them.
@FunctionalInterface
interface ColumnRanges {

    /// No row is read: every column is taken to have one value. What is refused then is refused whatever the rows hold.
    ColumnRanges UNREAD = _ -> Optional.of(new Hdu.Range(1, 1));

    /// Empty when the column holds no number.
    Optional<Hdu.Range> of(TableColumn column) throws IOException;
}

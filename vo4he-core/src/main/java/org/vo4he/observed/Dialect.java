// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.List;
import org.vo4he.fits.FitsHeader;

/// One way of leaving steps in a header.
interface Dialect {

    /// The steps in the order in which they ran, none when the header has nothing of this dialect.
    List<ObservedStep> read(FitsHeader header);
}

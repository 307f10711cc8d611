// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;

/// Draws one kind of plot of one open product.
interface Drawer {

    /// @throws UndrawableException if the product lacks what the plot needs
    /// @throws IOException if the file can't be read
    Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException;
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;

/// The pictures that can be made of one product. Reads the file when asked, and keeps nothing open; for several
/// threads.
public final class ProductPlots {

    /// Raised when the same product gives other pictures.
    private static final int VERSION = 6;

    private final Path file;
    private final int hduIndex;
    private final Companions companions;
    private final List<PlotKind> kinds;

    private ProductPlots(Path file, int hduIndex, Companions companions, List<PlotKind> kinds) {
        this.file = file;
        this.hduIndex = hduIndex;
        this.companions = companions;
        this.kinds = kinds;
    }

    /// @param hduIndex of the HDU that holds the product, 0 for the primary
    /// @throws UndrawableException if there is nothing that a picture could show
    /// @throws IOException if the file can't be read
    public static ProductPlots of(Path file, int hduIndex, Companions companions)
            throws IOException, UndrawableException {
        try (FitsFile fits = open(file)) {
            Map<PlotKind, Drawer> drawers = Drawers.of(source(fits, hduIndex, companions));
            return new ProductPlots(file, hduIndex, companions, List.copyOf(drawers.keySet()));
        }
    }

    /// Part of the key of every cache of pictures.
    public static int version() {
        return VERSION;
    }

    /// What can be drawn; never empty, the first stands for the product.
    public List<PlotKind> kinds() {
        return kinds;
    }

    /// @throws UndrawableException if the product has no such plot, or lacks what it needs
    /// @throws IOException if the file can't be read
    public Plot plot(PlotKind kind, PlotOptions options) throws IOException, UndrawableException {
        try (FitsFile fits = open(file)) {
            Source source = source(fits, hduIndex, companions);
            Drawer drawer = Drawers.of(source).get(kind);
            if (drawer == null) {
                throw source.undrawable("it can't be drawn as " + kind.word());
            }
            return drawer.draw(source, options);
        }
    }

    private static FitsFile open(Path file) throws IOException, UndrawableException {
        try {
            return FitsFile.open(file);
        } catch (NotFitsException e) {
            throw new UndrawableException(file.toString(), "it is not FITS: " + e.reason());
        }
    }

    private static Source source(FitsFile fits, int hduIndex, Companions companions) throws UndrawableException {
        if (hduIndex < 0 || hduIndex >= fits.hdus().size()) {
            throw new UndrawableException(
                    fits.path().toString(),
                    "HDU " + hduIndex + " is not among the " + fits.hdus().size() + " that can be read");
        }
        return new Source(fits, fits.hdus().get(hduIndex), companions);
    }
}

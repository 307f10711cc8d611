// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;

/// The celestial coordinate system of one HDU: of the pixels of an image, or of the sky pixels of an event
/// list.
///
/// Images in detector coordinates (CTYPE DETX, say) have none, whatever numbers stand in their CRVAL cards.
public final class ImageSky {

    private static final Set<String> TOUCHING = Set.of("TAN", "TPV", "SIN", "NCP", "ARC", "ZEA", "STG", "ZPN", "AZP");

    private final CelestialWcs wcs;
    private final AxisPair axes;

    private ImageSky(CelestialWcs wcs, AxisPair axes) {
        this.wcs = wcs;
        this.axes = axes;
    }

    /// @param where for findings: file and HDU
    /// @param findings takes what is wrong with a system that is there but can't be used
    /// @return empty when there is no celestial system
    public static Optional<ImageSky> ofImage(Hdu image, String where, List<Finding> findings) {
        return ImageAxes.of(image.header()).flatMap(axes -> of(axes, where, findings));
    }

    /// As [#ofImage], from the columns of sky pixels of a table.
    public static Optional<ImageSky> ofColumns(Hdu table, String where, List<Finding> findings) {
        return ColumnAxes.of(table).flatMap(axes -> of(axes, where, findings));
    }

    /// As [#ofColumns], of the events behind an image whose axes are those of the detector (XMM-Newton): its pixels
    /// have no place on the sky, but the events had.
    public static Optional<ImageSky> ofEventsBehind(Hdu image, String where, List<Finding> findings) {
        return ColumnAxes.ofEventsBehind(image).flatMap(axes -> of(axes, where, findings));
    }

    /// Whether the celestial axes of an image are the ones of these numbers, from 1.
    public static boolean liesOnAxes(Hdu image, int first, int second) {
        return ImageAxes.numbers(image.header())
                .filter(axes -> axes[0] == first && axes[1] == second)
                .isPresent();
    }

    /// The two columns of sky pixels whose coordinates [#ofColumns] knows, in its order.
    public static Optional<List<TableColumn>> columnsOf(Hdu table) {
        return ColumnAxes.columns(table).map(List::of);
    }

    private static Optional<ImageSky> of(AxisPair axes, String where, List<Finding> findings) {
        return axes.toWcs(where, findings).map(wcs -> new ImageSky(wcs, axes));
    }

    public CelestialWcs wcs() {
        return wcs;
    }

    /// The direction of the reference pixel.
    public UnitVector reference() {
        return wcs.reference();
    }

    /// Whether a plane that touches the sky touches it at right ascension and declination 0 exactly, as in
    /// headers that nobody filled. Maps of a cylinder or of the whole sky have their reference there with good
    /// reason.
    public boolean touchesAtZero() {
        return axes.first().crval().number().filter(value -> value == 0).isPresent()
                && axes.second().crval().number().filter(value -> value == 0).isPresent()
                && axes.first().ctype().family() == Ctype.Family.EQUATORIAL
                && TOUCHING.contains(axes.first().ctype().projection());
    }

    /// The sky under the whole image, or under the whole legal range of the columns; empty if that range is not
    /// stated, or its middle is not on the sky. Without an outline where [#distortion] leaves none.
    public Optional<Footprint> footprint() {
        double left = axes.first().lowEdge();
        double bottom = axes.second().lowEdge();
        double right = axes.first().highEdge();
        double top = axes.second().highEdge();
        Optional<Footprint> whole =
                left < right && bottom < top ? Footprint.of(wcs, left, bottom, right, top) : Optional.empty();
        return distortion().isPresent() ? whole.map(Footprint::withoutOutline) : whole;
    }

    /// A distortion that is not read and may move the edge of the image.
    public Optional<String> distortion() {
        return axes.unread().filter(each -> !each.isNegligible()).map(UnreadDistortion::kind);
    }

    public double pixelScaleArcsec() {
        return wcs.pixelScaleArcsec();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;

/// Which plots there are of which content.
final class Drawers {

    private Drawers() {}

    /// In order: the first stands for the product.
    ///
    /// @throws UndrawableException if there are none
    static Map<PlotKind, Drawer> of(Source source) throws UndrawableException {
        Map<PlotKind, Drawer> drawers = new LinkedHashMap<>();
        switch (HduContent.of(source.hdu())) {
            case SPECTRUM -> drawers.put(PlotKind.SPECTRUM, new SpectrumDrawer());
            case IMAGE, CUBE -> drawers.put(PlotKind.IMAGE, new ImageDrawer());
            case EVENT_LIST -> addEvents(source, drawers);
            case LIGHT_CURVE -> drawers.put(PlotKind.LIGHT_CURVE, new LightCurveDrawer());
            case RADIAL_PROFILE -> drawers.put(PlotKind.PROFILE, new ProfileDrawer());
            case SOURCE_LIST -> drawers.put(PlotKind.SKY, new CatalogueDrawer());
            case RMF -> drawers.put(PlotKind.RESPONSE, new MatrixDrawer());
            case ARF -> drawers.put(PlotKind.RESPONSE, new AreaDrawer());
            case IRF -> {
                if (!AreaDrawer.canDraw(source.hdu())) {
                    throw source.undrawable("of gamma-ray responses only effective areas by offset are drawn");
                }
                drawers.put(PlotKind.RESPONSE, new AreaDrawer());
            }
            case HEALPIX_MAP -> drawers.put(PlotKind.IMAGE, new HealpixDrawer());
            case FLUX_POINTS -> drawers.put(PlotKind.SPECTRUM, new FluxPointsDrawer());
            case EBOUNDS, ENERGIES, GOOD_TIMES, REGION, INDEX, TABLE_MODEL, AUXILIARY_IMAGE, VO_TAGS ->
                throw source.undrawable("it serves other files and has no picture of its own");
            case NO_IMAGE -> throw source.undrawable("it is an array of one axis, not an image");
            case TABLE -> {
                if (!isTimeProfile(source.hdu())) {
                    throw source.undrawable("nothing says what the columns of the table are");
                }
                drawers.put(PlotKind.LIGHT_CURVE, new LightCurveDrawer());
            }
            case EMPTY -> throw source.undrawable("it holds no data");
            case OTHER -> throw source.undrawable("it is an extension of a type that is not known");
        }
        if (drawers.isEmpty()) {
            throw source.undrawable("pictures of this content are not made");
        }
        return drawers;
    }

    /// A model of how a source varies, as gammalib and Gammapy read it: factors at times.
    private static boolean isTimeProfile(Hdu table) {
        return Stream.of("TIME", "NORM")
                .allMatch(name ->
                        table.column(name).filter(TableColumn::isScalarNumber).isPresent());
    }

    private static void addEvents(Source source, Map<PlotKind, Drawer> drawers) {
        if (EventPlane.of(source.hdu()).isPresent()) {
            drawers.put(PlotKind.IMAGE, new EventImageDrawer());
        }
        if (EventSpectrumDrawer.canDraw(source.hdu())) {
            drawers.put(PlotKind.SPECTRUM, new EventSpectrumDrawer());
        }
        if (EventLightCurveDrawer.timeColumn(source.hdu()).isPresent()) {
            drawers.put(PlotKind.LIGHT_CURVE, new EventLightCurveDrawer());
        }
    }
}

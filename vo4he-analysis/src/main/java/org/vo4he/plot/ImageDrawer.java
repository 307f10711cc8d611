// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.wcs.ImageSky;

/// Draws images and cubes.
final class ImageDrawer implements Drawer {

    private static final Set<String> COUNTS =
            Set.of("count", "counts", "ct", "cts", "photon", "photons", "ph", "events", "event", "adu", "dn");
    private static final int LEAST_CELLS = 64;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu image = source.hdu();
        ImagePixels pixels = ImagePixels.of(source);
        int most = Math.clamp(2L * Math.max(options.width(), options.height()), LEAST_CELLS, Raster.MOST_CELLS);
        pixels.read(image, options.x(), options.y(), most);
        boolean counts = pixels.areCounts() && unitIsOfCounts(image);
        Raster raster = counts ? pixels.counts() : pixels.means();
        if (raster.isEmpty()) {
            throw source.undrawable("none of its pixels has a value (NaN, or BLANK)");
        }
        ColourScale colours =
                new ColourScale(ColourMap.INFERNO, Brightness.of(raster, counts, options.stretch()), counts);
        Optional<SkyCoordinates> sky = sky(source, pixels).map(found -> SkyCoordinates.of(found.wcs(), raster));
        Optional<ColourBands> bands = counts ? ColourBands.of(source, options, most, pixels.block()) : Optional.empty();
        PlotData.Axis x = axis(image.header(), pixels.firstAxis(), raster.xRange());
        PlotData.Axis y = axis(image.header(), pixels.secondAxis(), raster.yRange());
        Heading heading = new Heading(
                source.title(pixels.planes() > 1 ? "cube" : "image"),
                remark(pixels, counts, bands.map(ColourBands::remark)));
        String unit = unit(image, counts, pixels);
        RasterData.Quantity quantity =
                new RasterData.Quantity(counts ? "counts" : "value", counts ? "count" : unit, unit);
        Figure figure = new RasterFigure(
                        raster, colours, x, y, sky, UnitText.marked(unit), true, bands.map(ColourBands::painted))
                .figure(options, heading, description(heading, pixels, raster, counts, sky, colours.brightness()));
        return new RasterPlot(
                PlotKind.IMAGE,
                figure,
                () -> RasterData.of(
                        raster, x, y, quantity, sky.map(SkyCoordinates::icrs).orElse(null)));
    }

    private static boolean unitIsOfCounts(Hdu image) {
        return image.header()
                .text("BUNIT")
                .map(unit -> COUNTS.contains(unit.strip().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static String unit(Hdu image, boolean counts, ImagePixels pixels) {
        if (counts) {
            return pixels.block() > 1 ? "counts per " + pixels.block() + " × " + pixels.block() + " pixels" : "counts";
        }
        return image.header().text("BUNIT").orElse("pixel value");
    }

    /// A coordinate system that is there, of the two axes that are drawn, and not the empty one of a header
    /// that nobody filled.
    private static Optional<ImageSky> sky(Source source, ImagePixels pixels) {
        return ImageSky.liesOnAxes(source.hdu(), pixels.firstAxis(), pixels.secondAxis())
                ? ImageSky.ofImage(source.hdu(), source.hdu().toString(), new ArrayList<>())
                        .filter(sky -> !sky.touchesAtZero())
                : Optional.empty();
    }

    /// The pixels of FITS; the name of the axis where it is not one of the sky.
    private static PlotData.Axis axis(FitsHeader header, int number, Range range) {
        String name = header.text("CTYPE" + number)
                .filter(ctype -> !ctype.contains("--"))
                .map(ctype -> ctype + " axis")
                .orElse(number == 1 ? "x" : number == 2 ? "y" : "axis " + number);
        return new PlotData.Axis(name, "pixel", Scale.LINEAR, range);
    }

    private static String plane(ImagePixels pixels) {
        OptionalLong number = pixels.drawnPlane();
        if (number.isEmpty()) {
            return pixels.planes() + " planes, all empty";
        }
        return number.getAsLong() == 1
                ? "first of " + pixels.planes() + " planes"
                : "plane " + number.getAsLong() + " of " + pixels.planes() + ", the first that is not empty";
    }

    private static String remark(ImagePixels pixels, boolean counts, Optional<String> bands) {
        List<String> parts = new ArrayList<>();
        bands.ifPresent(parts::add);
        if (pixels.planes() > 1) {
            parts.add(counts ? "sum of " + pixels.planes() + " planes" : plane(pixels));
        }
        if (pixels.block() > 1) {
            parts.add((counts ? "sums" : "means") + " of " + pixels.block() + " × " + pixels.block() + " pixels");
        }
        return String.join(", ", parts);
    }

    private static String description(
            Heading heading,
            ImagePixels pixels,
            Raster raster,
            boolean counts,
            Optional<SkyCoordinates> sky,
            Brightness brightness) {
        StringBuilder text = new StringBuilder(heading.title() + ": ");
        text.append(pixels.columns() + " × " + pixels.rows() + " pixels");
        sky.flatMap(SkyCoordinates::centre).ifPresent(centre -> text.append(" around " + centre));
        if (!heading.remark().isEmpty()) {
            text.append(", drawn as " + heading.remark());
        }
        double[] finite = java.util.Arrays.stream(raster.values())
                .filter(Double::isFinite)
                .toArray();
        double most = java.util.Arrays.stream(finite).max().orElse(0);
        double least = java.util.Arrays.stream(finite).min().orElse(0);
        text.append(
                counts
                        ? "; " + NumberText.count(raster.total(), "count") + ", at most " + NumberText.rounded(most, 6)
                                + " in a cell"
                        : Brightness.isConstant(least, most)
                                ? "; all values are " + NumberText.rounded(least, 4)
                                : "; values from " + NumberText.rounded(least, 4) + " to "
                                        + NumberText.rounded(most, 4));
        text.append(". Brightness: " + brightness.stretch().word() + ", " + NumberText.rounded(brightness.low(), 4)
                + " to " + NumberText.rounded(brightness.high(), 4) + ".");
        return text.toString();
    }
}

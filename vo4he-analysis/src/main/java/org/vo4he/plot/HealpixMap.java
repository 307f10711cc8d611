// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// The pixels of a HEALPix table (PIXTYPE, NSIDE, ORDERING, COORDSYS, INDXSCHM), in nested order or in rings, all of
/// them one after the other or each with its index.
final class HealpixMap {

    /// Pixels that are held; as many as the whole sky has with sides of 1024.
    private static final int MOST_PIXELS = 12 << 20;

    private static final int MOST_BANDS = 1 << 12;

    /// What stands for "no value" in files of HEALPix, and what is as good as it.
    private static final double UNSEEN = -1.6e30;

    private static final Set<String> INDEX_COLUMNS = Set.of("PIX", "PIXEL", "HPX_INDEX", "HPXINDEX", "IPIX");
    private static final Set<String> OTHER_COLUMNS = Set.of("RA", "DEC", "GLON", "GLAT", "L", "B");

    private final Source source;
    private final Hdu hdu;
    private final long side;
    private final boolean nested;
    private final CelestialFrame frame;
    private final Optional<TableColumn> indexColumn;
    private final List<TableColumn> bands;
    private long[] indices = new long[0];
    private float[] first;
    private float[] sums;
    private long firstIndex;
    private boolean whole = true;
    private int bandsRead = 1;

    private HealpixMap(Source source) throws UndrawableException {
        this.source = source;
        this.hdu = source.hdu();
        this.side = side();
        this.nested = nested();
        this.frame = frame();
        this.indexColumn = hdu.columns().stream()
                .filter(column -> INDEX_COLUMNS.contains(upper(column.name())) && column.isScalarNumber())
                .findFirst();
        this.bands = valueColumns();
    }

    static HealpixMap read(Source source) throws IOException, UndrawableException {
        HealpixMap map = new HealpixMap(source);
        if (map.hdu.rows() == 0) {
            throw source.undrawable("the table has no rows");
        }
        map.read();
        return map;
    }

    private long side() throws UndrawableException {
        long found = hdu.header()
                .integer("NSIDE")
                .or(() -> hdu.header()
                        .integer("ORDER")
                        .filter(order -> order >= 0 && order < 30)
                        .map(o -> 1L << o))
                .orElseThrow(() -> source.undrawable("NSIDE is missing"));
        if (found < 1 || found > 1L << Healpix.FINEST_ORDER) {
            throw source.undrawable("NSIDE is " + found);
        }
        return found;
    }

    private boolean nested() throws UndrawableException {
        String ordering = upper(hdu.header().text("ORDERING").orElse(""));
        if (ordering.startsWith("NEST") && Long.bitCount(side) == 1) {
            return true;
        }
        if (!ordering.equals("RING")) {
            throw source.undrawable("ORDERING is '" + ordering + "' with NSIDE " + side + ", not RING or NESTED");
        }
        return false;
    }

    private CelestialFrame frame() throws UndrawableException {
        String system = upper(hdu.header().text("COORDSYS").orElse(""));
        return switch (system) {
            case "G", "GAL", "GALACTIC" -> new CelestialFrame.Galactic();
            case "C", "Q", "EQU", "CEL", "CELESTIAL", "EQUATORIAL", "ICRS", "J2000" -> new CelestialFrame.Icrs();
            case "E", "ECL", "ECLIPTIC" -> new CelestialFrame.Ecliptic();
            default -> throw source.undrawable("COORDSYS is '" + system + "': in which coordinates is not known");
        };
    }

    /// The first column of values and those that differ from it only in a number: CHANNEL1, CHANNEL2 …
    private List<TableColumn> valueColumns() throws UndrawableException {
        List<TableColumn> values = hdu.columns().stream()
                .filter(column -> column.holdsNumbers() && column.variable() == ' ' && column.repeat() > 0)
                .filter(column -> !OTHER_COLUMNS.contains(upper(column.name()))
                        && indexColumn.filter(column::equals).isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw source.undrawable("no column holds values of its pixels");
        }
        String name = values.getFirst().name();
        String stem = name.replaceFirst("\\d+$", "");
        return values.stream()
                .filter(column -> column.name().equals(name)
                        || !stem.equals(name) && column.name().matches(Pattern.quote(stem) + "\\d+"))
                .toList();
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private void read() throws IOException, UndrawableException {
        int repeat = bands.getFirst().repeat();
        long given = Math.multiplyExact(hdu.rows(), (long) repeat);
        firstIndex = hdu.header().integer("FIRSTPIX").orElse(0L);
        boolean inRows = indexColumn.isEmpty() && repeat > 1 && firstIndex + given == 12 * side * side;
        long pixels = inRows ? given : hdu.rows();
        if (pixels > MOST_PIXELS || indexColumn.isEmpty() && firstIndex + pixels > 12 * side * side) {
            throw source.undrawable("it has " + pixels + " pixels for NSIDE " + side + "; at most " + MOST_PIXELS
                    + " are drawn, and not more than the sky has");
        }
        first = new float[(int) pixels];
        sums = new float[(int) pixels];
        for (int n = 0; n < bands.size(); n++) {
            boolean isFirst = n == 0;
            if (inRows) {
                hdu.forEachCell(bands.get(n), 0, hdu.rows(), MOST_BANDS, (row, cell, count) -> {
                    for (int i = 0; i < count; i++) {
                        add((int) (row * repeat) + i, cell[i], isFirst);
                    }
                });
            } else {
                hdu.forEachCell(bands.get(n), 0, hdu.rows(), MOST_BANDS, (row, cell, count) -> {
                    for (int i = 0; i < count; i++) {
                        add((int) row, cell[i], isFirst && i == 0);
                    }
                });
            }
        }
        bandsRead = bands.size() * (inRows ? 1 : repeat);
        if (indexColumn.isPresent()) {
            sort();
        }
    }

    private void add(int pixel, double value, boolean isFirst) {
        float kept = Double.isFinite(value) && value > UNSEEN ? (float) value : Float.NaN;
        whole &= !(kept < 0) && (Float.isNaN(kept) || kept == Math.rint(kept) && kept < 1 << 24);
        first[pixel] = isFirst ? kept : first[pixel];
        sums[pixel] += Float.isNaN(kept) ? 0 : kept;
    }

    private void sort() throws IOException {
        double[] read = hdu.numbers(indexColumn.orElseThrow(), 0, first.length);
        Integer[] order = new Integer[read.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(read[one], read[other]));
        float[] sortedFirst = new float[read.length];
        float[] sortedSums = new float[read.length];
        indices = new long[read.length];
        for (int i = 0; i < read.length; i++) {
            indices[i] = (long) read[order[i]];
            sortedFirst[i] = first[order[i]];
            sortedSums[i] = sums[order[i]];
        }
        first = sortedFirst;
        sums = sortedSums;
    }

    /// The sum of all bands for counts, else the first band; NaN where the map has no pixel or no value.
    double value(UnitVector icrs) {
        UnitVector direction = frame.ofIcrs(icrs);
        long index = nested
                ? Healpix.index(Long.numberOfTrailingZeros(side), direction.raDeg(), direction.decDeg())
                : Healpix.ringIndex(side, direction.raDeg(), direction.decDeg());
        long at = indexColumn.isPresent() ? Arrays.binarySearch(indices, index) : index - firstIndex;
        return at < 0 || at >= first.length ? Double.NaN : areCounts() ? sums[(int) at] : first[(int) at];
    }

    /// Whether the values are numbers of counts: whole, none below 0, and no unit says otherwise.
    boolean areCounts() {
        return whole
                && unit().map(unit -> unit.toLowerCase(Locale.ROOT).startsWith("count"))
                        .orElse(true);
    }

    /// Directions in ICRS of at most so many pixels; all over the map.
    List<UnitVector> sample(int most) {
        List<UnitVector> sample = new ArrayList<>();
        int step = first.length / most + 1;
        for (int i = 0; i < first.length; i += step) {
            long index = indexColumn.isPresent() ? indices[i] : firstIndex + i;
            if (index >= 0 && index < 12 * side * side) {
                UnitVector centre = nested
                        ? Healpix.centre(Long.numberOfTrailingZeros(side), index)
                        : Healpix.ringCentre(side, index);
                sample.add(frame.toIcrs(centre.raDeg(), centre.decDeg()));
            }
        }
        return sample;
    }

    boolean isWhole() {
        return first.length == 12 * side * side;
    }

    /// The side of a pixel of equal area.
    double pixelDeg() {
        return Math.toDegrees(Math.sqrt(Math.PI / 3) / side);
    }

    int pixels() {
        return first.length;
    }

    /// How many values each pixel has.
    int bands() {
        return bandsRead;
    }

    String column() {
        return bands.getFirst().name();
    }

    Optional<String> unit() {
        return bands.getFirst().unit().filter(unit -> !unit.isBlank());
    }

    /// `NSIDE 16, nested`.
    String grid() {
        return "NSIDE " + side + ", " + (nested ? "nested" : "in rings");
    }
}

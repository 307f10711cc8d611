// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsRewriter;
import org.vo4he.fits.FitsTail;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduChange;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.TableColumn;
import org.vo4he.fits.WidenedTable;

/// Copies PHA files of type I (OGIP/92-007) with their channels grouped: the extension of the spectrum gets the columns
/// GROUPING and QUALITY; VO-TAGS are left out; columns about groups that were there before are renamed to `OLD_…`; all
/// else is copied byte for byte, so that response, area and background are named as before.
public final class GroupedSpectrum {

    /// As CIAO's `dmgroup` writes them.
    private static final Set<String> OF_GROUPS = Set.of("GRP_NUM", "CHANS_PER_GRP", "GRP_DATA", "GRP_STAT_ERR");

    private static final int MOST_CHANNELS = 10_000_000;

    private GroupedSpectrum() {}

    /// Groups by a least number of counts; see [Grouping#minimum].
    ///
    /// @param creator the program, for CREATOR
    /// @return what was written
    /// @throws IllegalArgumentException with a sentence that says why the file's channels can't be grouped
    public static Grouping write(Path spectrum, Path target, double minimumCounts, String creator)
            throws IOException, NotFitsException {
        try (FitsFile file = FitsFile.open(spectrum)) {
            Hdu table = only(file);
            Grouping grouping = Grouping.minimum(counts(file, table), quality(table), minimumCounts);
            HduChange change = HduChange.NONE
                    .with("CREATOR", creator, "program that made this file")
                    .withHistory(
                            String.format(Locale.ROOT, "Channels grouped to at least %s counts", words(minimumCounts)));
            byte[] hdu = WidenedTable.hdu(file, table, columns(grouping), withoutOldGroups(table, change));
            List<Hdu> without = new ArrayList<>(List.of(table));
            file.hdu("VO-TAGS").ifPresent(without::add);
            FitsRewriter.rewrite(file, FitsTail.of(file), target, without, hdu, false);
            makeWritable(target);
            return grouping;
        }
    }

    /// Columns that tell of each group what it holds are no longer true.
    private static HduChange withoutOldGroups(Hdu table, HduChange change) {
        HduChange changed = change;
        for (TableColumn column : table.columns()) {
            if (OF_GROUPS.contains(column.name().toUpperCase(Locale.ROOT))) {
                changed = changed.with(
                        "TTYPE" + column.number(), "OLD_" + column.name(), "of the groups that were here before");
            }
        }
        return changed;
    }

    /// A copy has the mode of its original, which may be that of an archive.
    private static void makeWritable(Path target) throws IOException {
        Set<PosixFilePermission> mode = new HashSet<>(Files.getPosixFilePermissions(target));
        mode.add(PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(target, mode);
    }

    private static String words(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static List<WidenedTable.Column> columns(Grouping grouping) {
        return List.of(
                new WidenedTable.Column("GROUPING", "1: a group begins, -1: it goes on", grouping.grouping()),
                new WidenedTable.Column("QUALITY", "0: good, 2: too few counts, 1, 5: bad", grouping.quality()));
    }

    private static Hdu only(FitsFile file) {
        List<Hdu> spectra = file.hdus().stream()
                .filter(hdu -> HduContent.of(hdu) == HduContent.SPECTRUM)
                .toList();
        if (spectra.size() != 1) {
            throw new IllegalArgumentException(
                    spectra.isEmpty()
                            ? file.path() + " holds no spectrum"
                            : file.path() + " holds " + spectra.size() + " spectra; one can be grouped");
        }
        return spectra.getFirst();
    }

    /// COUNTS; of rates, counts by EXPOSURE.
    private static double[] counts(FitsFile file, Hdu table) throws IOException {
        Optional<TableColumn> counts = table.column("COUNTS");
        TableColumn column = counts.or(() -> table.column("RATE"))
                .filter(TableColumn::isScalarNumber)
                .orElseThrow(() -> new IllegalArgumentException(
                        file.path() + " " + table + " has no column COUNTS or RATE with one number for each channel"));
        if (table.rows() < 1 || table.rows() > MOST_CHANNELS) {
            throw new IllegalArgumentException(file.path() + " " + table + " has " + table.rows() + " channels");
        }
        double[] numbers = table.numbers(column, 0, Math.toIntExact(table.rows()));
        if (counts.isEmpty()) {
            double seconds = table.header()
                    .number("EXPOSURE")
                    .filter(exposure -> exposure > 0)
                    .orElseThrow(() -> new IllegalArgumentException(file.path() + " " + table
                            + " has rates, and no EXPOSURE that would tell how many counts they are"));
            for (int channel = 0; channel < numbers.length; channel++) {
                numbers[channel] = nearest(numbers[channel] * seconds);
            }
        }
        return numbers;
    }

    /// Rates are rounded: 24.9999998 are 25 counts.
    private static double nearest(double counts) {
        return Math.abs(counts - Math.rint(counts)) < 1e-3 ? Math.rint(counts) : counts;
    }

    /// The column, else the card, else good.
    private static short[] quality(Hdu table) throws IOException {
        int channels = Math.toIntExact(table.rows());
        short[] quality = new short[channels];
        Optional<TableColumn> column = table.column("QUALITY").filter(TableColumn::isScalarNumber);
        double[] stored = column.isPresent() ? table.numbers(column.get(), 0, channels) : new double[0];
        short everywhere = table.header().integer("QUALITY").orElse(0L).shortValue();
        for (int channel = 0; channel < channels; channel++) {
            quality[channel] = column.isPresent() ? (short) stored[channel] : everywhere;
        }
        return quality;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// Files and rows that the tests of this package share.
final class TaggedFiles {

    private TaggedFiles() {}

    /// An event list of 8640 bytes: three blocks.
    static FitsBuilder events() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM");
        fits.table("EVENTS").column("TIME", "D", 10.5, 11.5).unit("s");
        return fits;
    }

    /// Seven values of every type and one of the publisher, as inference would give them.
    static ObsCoreRow row() {
        return ObsCoreRow.builder()
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, "event", new Origin.Derived("event list"))
                .set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("calibration level of an event list"))
                .set(ObsCoreColumn.TARGET_NAME, "O'Neill's star", new Origin.Card("EVENTS", "OBJECT"))
                .set(ObsCoreColumn.S_RA, 83.6331, new Origin.Card("EVENTS", "RA_PNT"))
                .set(ObsCoreColumn.EM_MIN, 1.0332016536100e-10, new Origin.Column("EVENTS", "PI"))
                .set(ObsCoreColumn.S_XEL1, -1L, new Origin.Derived("event list"))
                .set(ObsCoreColumn.S_REGION, "POLYGON ICRS" + " 83.6331 -22.0145".repeat(20), new Origin.Wcs("EVENTS"))
                .set(ObsCoreColumn.ACCESS_FORMAT, "application/fits", new Origin.Publisher("file"))
                .build();
    }

    static WriteReport annotate(Path file) throws IOException, NotFitsException {
        return VoTagsWriter.annotate(file, file, row(), WriteOptions.DEFAULT);
    }

    static WriteReport strip(Path file) throws IOException, NotFitsException {
        return VoTagsWriter.strip(file, file, WriteOptions.DEFAULT);
    }

    static VoTags tags(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            return VoTagsReader.read(fits).orElseThrow();
        }
    }

    /// The row that the tags alone make.
    static ObsCoreRow rowOf(VoTags tags) {
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        tags.values().forEach(row::set);
        return row.build();
    }

    /// A file of an empty primary HDU and an ASCII table of one cell with these cards, as somebody else may
    /// write it.
    static Path foreign(Path file, String json, List<String> cards) throws IOException {
        String structure = """
                XTENSION= 'TABLE   '           / ASCII table extension
                BITPIX  =                    8 / array data type
                NAXIS   =                    2 / number of array dimensions
                NAXIS1  =           %10d / length of dimension 1
                NAXIS2  =                    1 / length of dimension 2
                PCOUNT  =                    0 / number of group parameters
                GCOUNT  =                    1 / number of groups
                TFIELDS =                    1 / number of table fields
                TTYPE1  = 'provenance'
                TFORM1  = 'A%d'
                TBCOL1  =                    1
                EXTNAME = 'VO-TAGS '           / extension name
                """;
        StringBuilder hdu = new StringBuilder();
        structure.formatted(json.length(), json.length()).lines().forEach(card -> hdu.append(padded(card)));
        cards.forEach(card -> hdu.append(padded(card)));
        hdu.append(padded("END"));
        String bytes = blocks(hdu.toString()) + blocks(json);
        FitsBuilder primary = new FitsBuilder();
        primary.primary().card("OBS_ID", "native");
        Files.write(file, primary.bytes());
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1), java.nio.file.StandardOpenOption.APPEND);
        return file;
    }

    static Optional<Object> value(VoTags tags, ObsCoreColumn column) {
        return Optional.ofNullable(tags.values().get(column)).map(value -> value.value());
    }

    private static String padded(String card) {
        return String.format(Locale.ROOT, "%-80s", card).substring(0, 80);
    }

    private static String blocks(String text) {
        return text + " ".repeat((2880 - text.length() % 2880) % 2880);
    }
}

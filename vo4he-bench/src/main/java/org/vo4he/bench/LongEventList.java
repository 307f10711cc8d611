// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Writes an event list of any size, row by row: always the same bytes for the same size.
///
/// Either the columns of an imaging list of EPIC (XMM-Newton), 34 bytes a row, whose places are sky pixels; or those of
/// a list of gamma rays (GADF), 28 bytes a row, whose places are right ascension and declination. A third of the events
/// are of one source, the others spread evenly; TIME grows.
final class LongEventList {

    private static final int BLOCK = 2880;
    private static final int ROWS_AT_ONCE = 1 << 14;
    private static final double START = 1e8;
    private static final double LENGTH_SECONDS = 32_000;
    private static final double RA_DEG = 83.63;
    private static final double DEC_DEG = 22.01;

    private LongEventList() {}

    enum Columns {
        SKY_PIXELS(34) {
            @Override
            void declare(FitsTable table) {
                table.column("TIME", "D", 0).unit("s");
                table.column("RAWX", "I", 0)
                        .unit("pixel")
                        .column("RAWY", "I", 0)
                        .unit("pixel");
                table.column("DETX", "I", 0).column("DETY", "I", 0);
                table.column("X", "J", 0).unit("pixel").limits(1, 51_840);
                table.column("Y", "J", 0).unit("pixel").limits(1, 51_840);
                table.column("PHA", "I", 0).column("PI", "I", 0).unit("eV").limits(0, 20_479);
                table.column("FLAG", "J", 0).column("PATTERN", "B", 0).column("CCDNR", "B", 0);
                table.card("REFXCTYP", "RA---TAN")
                        .card("REFXCRPX", 25_921.0)
                        .card("REFXCRVL", RA_DEG)
                        .card("REFXCDLT", -0.05 / 3600)
                        .card("REFYCTYP", "DEC--TAN")
                        .card("REFYCRPX", 25_921.0)
                        .card("REFYCRVL", DEC_DEG)
                        .card("REFYCDLT", 0.05 / 3600);
            }

            @Override
            void write(ByteBuffer row, double time, SplittableRandom random) {
                boolean ofSource = random.nextInt(3) == 0;
                int x = ofSource ? (int) random.nextGaussian(25_921, 400) : random.nextInt(1, 51_841);
                int y = ofSource ? (int) random.nextGaussian(25_921, 400) : random.nextInt(1, 51_841);
                int pi = (int) Math.min(20_479, 200 + 1500 * random.nextExponential());
                row.putDouble(time).putShort((short) (x / 810)).putShort((short) (y / 259));
                row.putShort((short) (x - 25_921)).putShort((short) (y - 25_921));
                row.putInt(x).putInt(y).putShort((short) (pi / 5)).putShort((short) pi);
                row.putInt(0).put((byte) random.nextInt(13)).put((byte) random.nextInt(1, 13));
            }
        },
        DIRECTIONS(28) {
            @Override
            void declare(FitsTable table) {
                table.column("EVENT_ID", "K", 0);
                table.column("TIME", "D", 0).unit("s");
                table.column("RA", "E", 0).unit("deg").column("DEC", "E", 0).unit("deg");
                table.column("ENERGY", "E", 0).unit("TeV");
            }

            @Override
            void write(ByteBuffer row, double time, SplittableRandom random) {
                double width = random.nextInt(3) == 0 ? 0.1 : 1.5;
                row.putLong((long) (time * 1000)).putDouble(time);
                row.putFloat((float) random.nextGaussian(RA_DEG, width / 0.927));
                row.putFloat((float) random.nextGaussian(DEC_DEG, width));
                row.putFloat((float) (0.1 * Math.exp(random.nextExponential())));
            }
        };

        private final int rowBytes;

        Columns(int rowBytes) {
            this.rowBytes = rowBytes;
        }

        abstract void declare(FitsTable table);

        abstract void write(ByteBuffer row, double time, SplittableRandom random);
    }

    static void write(Path file, Columns columns, long bytes) throws IOException {
        long rows = bytes / columns.rowBytes;
        byte[] template = template(columns);
        int end = endOfHeader(template, "EVENTS");
        int next = end + BLOCK;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(withRows(template, end, rows), 0, end);
            SplittableRandom random = new SplittableRandom(5);
            ByteBuffer some = ByteBuffer.allocate(ROWS_AT_ONCE * columns.rowBytes);
            for (long row = 0; row < rows; row++) {
                columns.write(some, START + LENGTH_SECONDS * row / rows, random);
                if (!some.hasRemaining() || row == rows - 1) {
                    out.write(some.array(), 0, some.position());
                    some.clear();
                }
            }
            out.write(new byte[(int) (Math.ceilDiv(rows * columns.rowBytes, BLOCK) * BLOCK - rows * columns.rowBytes)]);
            out.write(template, next, template.length - next);
        }
    }

    /// A list of one event, and good times.
    private static byte[] template(Columns columns) {
        FitsBuilder fits = new FitsBuilder();
        FitsTable events = times(fits.table("EVENTS"))
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("RA_PNT", RA_DEG)
                .card("DEC_PNT", DEC_DEG)
                .card("LIVETIME", 28_800.0)
                .card("ONTIME", 30_000.0);
        columns.declare(events);
        double[] starts = new double[20];
        Arrays.setAll(starts, i -> START + 1600.0 * i);
        double[] stops = Arrays.stream(starts).map(start -> start + 1500).toArray();
        FitsTable good = times(fits.table("GTI")).card("HDUCLASS", "OGIP").card("HDUCLAS1", "GTI");
        good.column("START", "D", starts).unit("s");
        good.column("STOP", "D", stops).unit("s");
        return fits.bytes();
    }

    private static FitsTable times(FitsTable table) {
        return table.card("TELESCOP", "BENCH")
                .card("INSTRUME", "CCD1")
                .card("RADECSYS", "FK5")
                .card("EQUINOX", 2000.0)
                .card("TIMESYS", "TT")
                .card("TIMEUNIT", "s")
                .card("MJDREF", 50_814.0)
                .card("TSTART", START)
                .card("TSTOP", START + LENGTH_SECONDS);
    }

    private static int endOfHeader(byte[] fits, String name) {
        String text = new String(fits, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("END" + " ".repeat(77), text.indexOf("'" + name));
        return (end / BLOCK + 1) * BLOCK;
    }

    static byte[] withRows(byte[] fits, int end, long rows) {
        byte[] changed = fits.clone();
        String header = new String(fits, 0, end, StandardCharsets.ISO_8859_1);
        int at = header.lastIndexOf("NAXIS2  = ");
        byte[] card = String.format(Locale.ROOT, "NAXIS2  = %20d", rows).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(card, 0, changed, at, card.length);
        return changed;
    }
}

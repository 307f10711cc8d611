// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsHdu;
import org.vo4he.testkit.FitsTable;

/// Writes a folder of X-ray event lists of 1 MB: 25,000 events of 40 bytes, a GTI extension, 60 keywords that are not
/// structure.
///
/// One file is built; the others are its bytes with the cards of position, time, target and observation overwritten.
public final class EventFiles {

    private static final int EVENTS = 25_000;
    private static final int FILES_PER_FOLDER = 500;
    private static final int CARD = 80;
    private static final LocalDateTime REFERENCE = LocalDateTime.of(1998, 1, 1, 0, 0); // MJD 50814, TT
    private static final long LENGTH_SECONDS = 32_000;

    private EventFiles() {}

    /// @param arguments the folder, and how many files
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments are expected: a folder and the number of files");
        }
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private static void write(Path folder, int files) throws IOException {
        byte[] bytes = template();
        Map<String, List<Integer>> cards = cardsByKeyword(bytes);
        Random random = new Random(1);
        for (int n = 0; n < files; n++) {
            overwrite(bytes, cards, observation(n, random));
            Path subfolder = folder.resolve(String.format(Locale.ROOT, "rev%03d", n / FILES_PER_FOLDER));
            Files.createDirectories(subfolder);
            Files.write(subfolder.resolve(String.format(Locale.ROOT, "obs%06d_events.fits", n)), bytes);
        }
    }

    /// Writes the first of the files alone.
    static Path one(Path file) throws IOException {
        byte[] bytes = template();
        overwrite(bytes, cardsByKeyword(bytes), observation(0, new Random(1)));
        return Files.write(file, bytes);
    }

    private static void overwrite(byte[] fits, Map<String, List<Integer>> cards, Map<String, String> values) {
        values.forEach((keyword, value) -> {
            byte[] card =
                    String.format(Locale.ROOT, "%-8s= %-70s", keyword, value).getBytes(StandardCharsets.US_ASCII);
            cards.get(keyword).forEach(offset -> System.arraycopy(card, 0, fits, offset, CARD));
        });
    }

    /// What differs from file to file: positions evenly over the sky, starts within ten years.
    private static Map<String, String> observation(int n, Random random) {
        double raDeg = 360 * random.nextDouble();
        double decDeg = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        long startSeconds = 100_000_000 + random.nextInt(315_000_000);
        return Map.of(
                "OBS_ID", String.format(Locale.ROOT, "'%010d'", 1_000_000 + n),
                "OBJECT", String.format(Locale.ROOT, "'Field %05d'", n),
                "RA_PNT", degrees(raDeg),
                "DEC_PNT", degrees(decDeg),
                "RA_OBJ", degrees(raDeg),
                "DEC_OBJ", degrees(decDeg),
                "TSTART", startSeconds + ".0",
                "TSTOP", startSeconds + LENGTH_SECONDS + ".0",
                "DATE-OBS", date(startSeconds),
                "DATE-END", date(startSeconds + LENGTH_SECONDS));
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%20.6f", value);
    }

    private static String date(long seconds) {
        return "'" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(REFERENCE.plusSeconds(seconds)) + "'";
    }

    /// Offsets of the cards of each keyword, in all headers.
    private static Map<String, List<Integer>> cardsByKeyword(byte[] fits) {
        Map<String, List<Integer>> offsets = new HashMap<>();
        for (int at = 0; at + CARD <= fits.length; at += CARD) {
            if (fits[at + 8] == '=' && fits[at + 9] == ' ') {
                String keyword = new String(fits, at, 8, StandardCharsets.US_ASCII).trim();
                offsets.computeIfAbsent(keyword, _ -> new ArrayList<>()).add(at);
            }
        }
        return offsets;
    }

    private static byte[] template() {
        FitsBuilder fits = new FitsBuilder();
        mission(fits.primary());
        FitsTable events = mission(fits.table("EVENTS"))
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("HDUCLAS2", "ALL");
        settings(events);
        Random random = new Random(2);
        events.column("TIME", "D", values(random, 1e8, 1e8 + LENGTH_SECONDS)).unit("s");
        events.column("X", "J", values(random, 1, 51_840)).unit("pixel").limits(1, 51_840);
        events.column("Y", "J", values(random, 1, 51_840)).unit("pixel").limits(1, 51_840);
        events.column("PI", "J", values(random, 0, 20_479)).unit("eV").limits(0, 20_479);
        events.column("RA", "D", values(random, 0, 360)).unit("deg");
        events.column("DEC", "D", values(random, -90, 90)).unit("deg");
        events.column("ENERGY", "E", values(random, 0.2, 12)).unit("keV");
        goodTimes(fits);
        return fits.bytes();
    }

    private static void goodTimes(FitsBuilder fits) {
        double[] starts = new double[20];
        double[] stops = new double[20];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = 1e8 + 1600 * i;
            stops[i] = starts[i] + 1500;
        }
        FitsTable table = mission(fits.table("GTI")).card("HDUCLASS", "OGIP").card("HDUCLAS1", "GTI");
        table.column("START", "D", starts).unit("s");
        table.column("STOP", "D", stops).unit("s");
    }

    private static double[] values(Random random, double least, double greatest) {
        return random.doubles(EVENTS, least, greatest).toArray();
    }

    /// 30 keywords.
    private static <H extends FitsHdu<H>> H mission(H hdu) {
        return hdu.card("ORIGIN", "vo4he", "made for a benchmark")
                .card("CREATOR", "org.vo4he.bench.EventFiles")
                .card("TELESCOP", "BENCH")
                .card("INSTRUME", "CCD1")
                .card("FILTER", "Medium")
                .card("DATAMODE", "IMAGING")
                .card("OBS_MODE", "POINTING")
                .card("OBS_ID", "")
                .card("EXP_ID", "S003")
                .card("OBSERVER", "Nobody")
                .card("OBJECT", "")
                .card("RA_PNT", 0.0)
                .card("DEC_PNT", 0.0)
                .card("PA_PNT", 251.2, "[deg]")
                .card("RA_OBJ", 0.0)
                .card("DEC_OBJ", 0.0)
                .card("RADESYS", "ICRS")
                .card("EQUINOX", 2000.0)
                .card("DATE-OBS", "")
                .card("DATE-END", "")
                .card("TIMESYS", "TT")
                .card("TIMEREF", "LOCAL")
                .card("TIMEUNIT", "s")
                .card("TIMEZERO", 0.0)
                .card("MJDREFI", 50_814)
                .card("MJDREFF", 0.0)
                .card("TSTART", 0.0)
                .card("TSTOP", 0.0)
                .card("TELAPSE", (double) LENGTH_SECONDS, "[s]")
                .card("CLOCKAPP", true);
    }

    /// 27 keywords more, as an instrument writes them.
    private static void settings(FitsTable events) {
        events.card("EXPOSURE", 28_612.5, "[s] live time")
                .card("ONTIME", 30_000.0, "[s]")
                .card("LIVETIME", 28_612.5, "[s]")
                .card("DTCOR", 0.95375)
                .card("TIMEDEL", 0.0734, "[s]")
                .card("TIERRELA", 1.0E-8)
                .card("TIERABSO", 1.0E-4);
        for (int chip = 0; chip < 12; chip++) {
            events.card("GAIN" + chip, 3.65 + 0.001 * chip, "[eV/adu]");
        }
        for (int node = 0; node < 8; node++) {
            events.card("OFFSET" + node, 100 + node, "[adu]");
        }
    }
}

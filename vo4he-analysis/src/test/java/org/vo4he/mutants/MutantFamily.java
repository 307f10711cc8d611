// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.vo4he.mapping.Rules;
import org.vo4he.product.Annotator;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.WriteOptions;

/// Good files of one kind, to be damaged.
///
/// @param focus the byte from which on every other change is made, such as the first of the tags
/// @param gzip whether what is damaged is compressed afterwards, or damaged as it is compressed
record MutantFamily(String name, byte[] whole, int focus, boolean gzip) {

    private static final String SUPERSET = """
            {"provenance": [{"name": "extract", "version": "1.2", "started": "2026-01-01T00:00:00Z", "host": "node1",
             "args": [
              {"index": 0, "inputdata": {"description": "the program", "location": "/opt", "path": "extract.py"}},
              {"index": 1, "inputdata": {"name": "events", "did": "ivo://svom.example/mxt?events.fits",
               "path": "../mxt/events.fits", "checksum": "sha256:%s", "size": "17280"}},
              {"index": 2, "inputlist": {"path": "all.jsonl", "count": 12, "checksum": "sha256:%s"}},
              {"index": 3, "parameter": {"name": "emin", "value": "0.5", "type": "real", "unit": "keV", "min": "0.2",
               "max": "12", "choices": ["0.2", "0.5"], "editable": true}},
              {"index": 4, "outputdata": {"path": "mutant.fits"}}]}],
             "product_did": "ivo://svom.example/mxt?mutant", "parent_did": "ivo://svom.example/mxt?former"}
            """.formatted("0f".repeat(32), "a1".repeat(32));

    /// As the slides show it.
    private static final String SEED = """
            {"provenance": [{"args": [{"index": 0, "inputdata": {"description": "input dummy arg", "editable": false,
             "location": "/tmp", "path": "DummyJob.py"}}, {"index": 1, "parameter": {"description": "1st param",
             "editable": false, "value": "param0"}}, {"index": 2, "parameter": {"description": "2nd param",
             "editable": true, "value": "2"}}, {"index": 3, "outputdata": {"description": "output file",
             "editable": true, "location": "/tmp", "path": "out.fits"}}]}]}""".replace("\n", " ");

    private static final List<String> SEED_CARDS = List.of(
            "DP_TYPE = 'events  '",
            "DP_STYPE= 'QPO_MXT '",
            "DISC_TYP= 'timeseries'",
            "CAL_LV  = '2       '",
            "TARG_NM = 'GRB 250101A'",
            "OBS_ID  = '0105070101'",
            "RELEA_DAT= '2027-03-04T05:06:07'  / obs_release_date",
            "PUB_ID  = 'NotSet  '           / data_rights",
            "S_RA    = '83.633  '",
            "S_DEC   = '22.0145 '",
            "S_REGION= 'CIRCLE ICRS 83.633 22.0145 0.5'",
            "T_MIN   =              2.5E+08",
            "T_MAX   =           2.5001E+08",
            "EM_MIN  = '0.2     '",
            "EM_MAX  = '12.0    '",
            "EM_UNIT = 'keV     '");

    @Override
    public String toString() {
        return name;
    }

    /// A damaged file, always the same of one seed.
    byte[] mutant(int seed) {
        Random random = new Random(seed);
        if (!gzip) {
            return new Mutation(whole, focus, random).mutant();
        }
        return random.nextBoolean()
                ? gzipped(new Mutation(whole, focus, random).mutant())
                : new Mutation(gzipped(whole), 0, random).mutant();
    }

    /// @param folder for the files that are annotated on the way
    static List<MutantFamily> all(Path folder) throws IOException {
        byte[] events = events().bytes();
        byte[] superset = annotated(folder, events, SUPERSET);
        byte[] tags = Arrays.copyOfRange(superset, events.length, superset.length);
        byte[] seed = seedTags();
        return List.of(
                plain("PHA of type I", SpectralFiles.typeOne().bytes()),
                plain("PHA of type II", SpectralFiles.typeTwo().bytes()),
                plain("ARF", SpectralFiles.area().bytes()),
                plain("RMF", SpectralFiles.matrix().bytes()),
                plain("light curve", lightCurve().bytes()),
                plain("image", image().bytes()),
                plain("catalogue", catalogue().bytes()),
                plain("event list", events),
                new MutantFamily("gzip", superset, events.length, true),
                plain("image in tiles", tiles().bytes()),
                new MutantFamily("tags of the slides", joined(events, seed), events.length, false),
                new MutantFamily("tags with the superset", superset, events.length, false),
                new MutantFamily("tags of several rows", longForm(folder, events), events.length, false),
                new MutantFamily("several tags", joined(events, seed, tags, tags), events.length, false));
    }

    private static MutantFamily plain(String name, byte[] bytes) {
        return new MutantFamily(name, bytes, bytes.length / 3, false);
    }

    private static FitsBuilder events() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM").card("OBS_ID", "0105070101");
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("DATE-OBS", "2003-03-01T10:00:00")
                .card("MJDREF", 50814.0)
                .card("TIMESYS", "TT")
                .card("RA_PNT", 10.5)
                .card("DEC_PNT", -20.5)
                .card("REFXCTYP", "RA---TAN")
                .card("REFXCRVL", 10.5)
                .card("REFXCRPX", 500.5)
                .card("REFXCDLT", -0.001)
                .card("REFYCTYP", "DEC--TAN")
                .card("REFYCRVL", -20.5)
                .card("REFYCRPX", 500.5)
                .card("REFYCDLT", 0.001)
                .column("TIME", "D", 1, 2, 3, 4, 5)
                .unit("s")
                .column("X", "J", 480, 500, 501, 502, 530)
                .limits(1, 1000)
                .column("Y", "J", 480, 500, 501, 502, 530)
                .limits(1, 1000)
                .column("PI", "J", 300, 500, 1200, 4000, 9000)
                .limits(0, 20479)
                .column("CCDNR", "B", 1, 1, 2, 4, 4);
        fits.table("STDGTI01")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "GTI")
                .column("START", "D", 0, 3)
                .column("STOP", "D", 2, 6);
        fits.table("CALINDEX")
                .column("SCOPE", "8A", "EPN", "XRT1")
                .column("TYPEID", "16A", "ADUCONV", "XAREAEF")
                .column("ISSUE", "J", 29, 11);
        return fits;
    }

    private static FitsBuilder lightCurve() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("RATE")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "LIGHTCURVE")
                .card("HDUCLAS2", "NET")
                .card("TELESCOP", "SWIFT")
                .card("INSTRUME", "XRT")
                .card("MJDREFI", 51910)
                .card("MJDREFF", 7.4287037e-4)
                .card("TIMEDEL", 10.0)
                .card("TIMEZERO", 100.0)
                .card("TIMESYS", "TT")
                .card("E_MIN", 0.3)
                .card("E_MAX", 10.0)
                .column("TIME", "D", 5, 15, 25, 45)
                .unit("s")
                .column("RATE", "E", 1, 2, 1.5, 0.5)
                .unit("count/s")
                .column("ERROR", "E", 0.1, 0.2, 0.1, 0.1)
                .column("FRACEXP", "E", 1, 1, 0.5, 1);
        fits.table("GTI").column("START", "D", 0, 40).column("STOP", "D", 30, 50);
        return fits;
    }

    private static FitsBuilder image() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 24, 20)
                .pixels(1, 2, 3, 500)
                .wcs(83.6, 22, 0.01)
                .card("BLANK", -1)
                .card("BUNIT", "count");
        fits.image("CUBE", -32, 8, 9, 3).wcs(0, -89.9, 0.1);
        return fits;
    }

    private static FitsBuilder catalogue() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SRCLIST")
                .card("RADESYS", "FK5")
                .column("ID", "12A", "A", "B", "C")
                .column("RA", "D", 10, 11, 12)
                .unit("deg")
                .column("DEC", "D", 1, 2, 3)
                .unit("deg")
                .column("FLUX", "E", 1e-13, 2e-13, Double.NaN)
                .unit("erg/cm2/s");
        return fits;
    }

    /// Four rows of an image of 16-bit numbers, each a tile under GZIP_1 (FITS 4.0, section 10.1).
    private static FitsBuilder tiles() {
        double[][] rows = new double[4][];
        for (int row = 0; row < rows.length; row++) {
            ByteBuffer pixels = ByteBuffer.allocate(2 * 12);
            for (int i = 0; i < 12; i++) {
                pixels.putShort((short) (100 * row + i));
            }
            byte[] tile = gzipped(pixels.array());
            rows[row] = new double[tile.length];
            for (int i = 0; i < tile.length; i++) {
                rows[row][i] = tile[i] & 0xff;
            }
        }
        FitsBuilder fits = new FitsBuilder();
        fits.table("COMPRESSED_IMAGE")
                .vectors("COMPRESSED_DATA", "PB", rows)
                .card("ZIMAGE", true)
                .card("ZCMPTYPE", "GZIP_1")
                .card("ZBITPIX", 16)
                .card("ZNAXIS", 2)
                .card("ZNAXIS1", 12)
                .card("ZNAXIS2", 4)
                .card("ZTILE1", 12)
                .card("ZTILE2", 1)
                .card("CTYPE1", "RA---TAN")
                .card("CTYPE2", "DEC--TAN")
                .card("CRVAL1", 83.6)
                .card("CRVAL2", 22.0)
                .card("CRPIX1", 6.5)
                .card("CRPIX2", 2.5)
                .card("CDELT1", -0.1)
                .card("CDELT2", 0.1);
        return fits;
    }

    /// The ASCII table of one cell that SVOM showed, with its cards.
    private static byte[] seedTags() {
        StringBuilder header = new StringBuilder();
        String structure = """
                XTENSION= 'TABLE   '
                BITPIX  =                    8
                NAXIS   =                    2
                NAXIS1  = %20d
                NAXIS2  =                    1
                PCOUNT  =                    0
                GCOUNT  =                    1
                TFIELDS =                    1
                TTYPE1  = 'provenance'
                TFORM1  = 'A%d'
                TBCOL1  =                    1
                EXTNAME = 'VO-TAGS '
                """.formatted(SEED.length(), SEED.length());
        structure.lines().forEach(card -> header.append(padded(card)));
        SEED_CARDS.forEach(card -> header.append(padded(card)));
        header.append(padded("END"));
        return (blocks(header.toString()) + blocks(SEED)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String padded(String card) {
        return String.format(Locale.ROOT, "%-80s", card);
    }

    private static String blocks(String text) {
        return text + " ".repeat((2880 - text.length() % 2880) % 2880);
    }

    private static byte[] annotated(Path folder, byte[] fits, String provenance) throws IOException {
        Path file = Files.write(folder.resolve("mutant.fits"), fits);
        try {
            new Annotator(new ProductDescriber(Rules.none()))
                    .annotate(
                            file,
                            file,
                            Siblings.none(),
                            row -> row,
                            WriteOptions.DEFAULT
                                    .withLongProvenance(WriteOptions.LongProvenance.ROWS)
                                    .withProvenance(Optional.of(
                                            ProvenanceJson.read(provenance).document())));
            return Files.readAllBytes(file);
        } catch (ProvenanceFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            Files.delete(file);
        }
    }

    /// More than one row can hold.
    private static byte[] longForm(Path folder, byte[] events) throws IOException {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            steps.append(i == 0 ? "" : ",")
                    .append("{\"args\": [{\"index\": 0, \"parameter\": {\"description\": \"")
                    .append("word ".repeat(1200))
                    .append("\", \"editable\": true, \"value\": \"")
                    .append(i)
                    .append("\"}}]}");
        }
        return annotated(folder, events, "{\"provenance\": [" + steps + "]}");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

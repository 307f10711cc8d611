// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// The TAP service as others see it: taplint, votlint, astropy and pyvo.
class TapJudgeTest {

    private static final String EVERYTHING = "SELECT * FROM ivoa.obscore";

    @TempDir
    private static Path folder;

    private static SampleArchive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = SampleArchive.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
    }

    @Test
    void taplintFindsNoError() {
        Verdict verdict = Judges.stilts(
                "taplint",
                "tapurl=" + archive.url() + "/tap",
                "stages=TMV TME TMS TMC CPV CAP AVV QGE QPO QAS UWS MDQ OBS EXA",
                "report=EWF",
                "maxrepeat=20");

        assertThat(verdict.text()).contains("Totals: Errors: 0; Warnings: 0;", "Failures: 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM ivoa.obscore | votable",
                "SELECT * FROM ivoa.obscore | votable/b2",
                "SELECT TOP 1 * FROM tap_schema.columns | votable",
                "SELECT * FROM tap_schema.columns WHERE table_name = 'none' | votable/b2",
                "SELECT POINT(s_ra, s_dec) AS p, CIRCLE(s_ra, s_dec, 1) AS c FROM ivoa.obscore | votable",
                "SELECT POINT(s_ra, s_dec) AS p, CIRCLE(s_ra, s_dec, 1) AS c FROM ivoa.obscore | votable/b2",
                "SELECT * FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea | votable/b2",
                "SELECT COUNT(*) AS n, AVG(t_min) AS mean FROM ivoa.obscore | votable/b2",
                "SELECT a.column_name FROM tap_schema.columns a, tap_schema.columns b | votable",
                "SELECT nonsense | votable"
            })
    void votlintHasNothingToSay(String query, String format) throws IOException {
        HttpResponse<byte[]> answer = sync(query, format);

        assertThat(Judges.stilts("votlint", save("answer.vot", answer).toString())
                        .text())
                .isBlank();
    }

    @Test
    void astropyReadsTheSameValuesFromBothSerialisations() throws IOException {
        Verdict verdict = Judges.python(
                """
                import sys
                from astropy.io.votable import parse
                a, b = (parse(f).get_first_table().array for f in sys.argv[1:])
                assert a.dtype.names == b.dtype.names
                for name in a.dtype.names:
                    for x, y, mx, my in zip(a[name].data, b[name].data, a[name].mask, b[name].mask):
                        assert str(x) == str(y) and str(mx) == str(my), (name, x, y, mx, my)
                print(len(a), len(a.dtype.names), sorted(a['target_name'])[1])
                """,
                save("a.vot", sync(EVERYTHING, "votable")).toString(),
                save("b.vot", sync(EVERYTHING, "votable/b2")).toString());

        assertThat(verdict.text().strip()).isEqualTo("3 60 Circé λ 😀");
    }

    @Test
    void pyvoSearchesFollowsTheLinksAndDownloads() {
        Verdict verdict = Judges.python("""
                import sys, hashlib, pyvo
                service = pyvo.dal.TAPService(sys.argv[1])
                assert service.available and 'ivoa.obscore' in list(service.tables.keys())
                rows = service.run_sync("SELECT * FROM ivoa.obscore WHERE dataproduct_type = 'event'")
                print(len(rows), rows.query_status, rows['target_name'][0])
                for links in rows.iter_datalinks():
                    for link in links:
                        if link.semantics == '#this':
                            print(link.semantics, hashlib.sha256(link.getdataset().read()).hexdigest())
                short = service.run_sync("SELECT obs_id FROM ivoa.obscore", maxrec=1)
                print(len(short), short.query_status)
                print(len(service.examples), 'examples')
                try:
                    service.run_sync("SELECT nosuch FROM ivoa.obscore")
                except pyvo.DALQueryError as error:
                    print(error)
                """, archive.url() + "/tap");

        assertThat(verdict.err()).isBlank();
        assertThat(verdict.out().lines())
                .contains("1 OK Crab, \"M 1\" <&>", "1 OVERFLOW", "7 examples")
                .contains("#this " + sha256(SampleArchive.EVENTS_BYTES))
                .anyMatch(line -> line.contains("line 1, column 8") && line.contains("nosuch"));
    }

    private static HttpResponse<byte[]> sync(String query, String format) throws IOException {
        return Asking.post(archive.url() + "/tap/sync", "LANG", "ADQL", "QUERY", query, "RESPONSEFORMAT", format);
    }

    private static Path save(String name, HttpResponse<byte[]> answer) throws IOException {
        return Files.write(folder.resolve(name), answer.body());
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

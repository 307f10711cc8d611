// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;

/// `/files` against RFC 9110, sections 13 and 14.
class FilesServiceTest {

    private static final byte[] CONTENT = SampleArchive.EVENTS_BYTES;

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
    void aFileComesAsItIsStored() throws IOException {
        HttpResponse<byte[]> answer = events("Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/fits");
        assertThat(header(answer, "Content-Length")).isEqualTo("1000");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void anyCharacterOfANameSurvivesTheJourney() throws IOException {
        HttpResponse<byte[]> answer = Asking.get(url(SampleArchive.SPECTRUM));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"spectr_m+1.pha\"; filename*=UTF-8''spectr%C3%BCm%2B1.pha");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=900-, 900, 999",
        "bytes=-10, 990, 999",
        "bytes=-5000, 0, 999",
        "bytes=990-5000, 990, 999",
        "bytes=0-99999999999999999999999, 0, 999",
        "bytes=-99999999999999999999999, 0, 999",
        "bytes=0000000000000000000000990-, 990, 999",
        "'bytes = 5 - 5', 5, 5"
    })
    void aRangeIsThatPartOfTheFile(String range, int first, int last) throws IOException {
        HttpResponse<byte[]> answer = events("Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + first + "-" + last + "/1000");
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(CONTENT, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=99999999999999999999999-", "bytes=-0"})
    void aRangeBeyondTheEndIsSaidToBeThat(String range) throws IOException {
        HttpResponse<byte[]> answer = events("Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "lines=1-2", "bytes=9-3", "bytes=-", "bytes=a-b", "0-5"})
    void aRangeInAnotherFormIsIgnored(String range) throws IOException {
        HttpResponse<byte[]> answer = events("Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
    }

    @Test
    void aDownloadGoesOnOnlyIfTheFileIsTheSame() throws IOException {
        HttpResponse<byte[]> whole = events();

        assertThat(events("Range", "bytes=5-9", "If-Range", header(whole, "ETag"))
                        .statusCode())
                .isEqualTo(206);
        assertThat(events("Range", "bytes=5-9", "If-Range", header(whole, "Last-Modified"))
                        .statusCode())
                .isEqualTo(206);
        assertThat(events("Range", "bytes=5-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(events("Range", "bytes=5-9", "If-Range", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKnownFileIsNotSentAgain() throws IOException {
        HttpResponse<byte[]> whole = events();
        String etag = header(whole, "ETag");

        assertThat(events("If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(events("If-None-Match", "\"a\", W/" + etag).statusCode()).isEqualTo(304);
        assertThat(events("If-None-Match", "\"a\"").statusCode()).isEqualTo(200);
        assertThat(events("If-Modified-Since", header(whole, "Last-Modified")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void headTellsWhatGetWouldSend() throws IOException {
        HttpResponse<byte[]> answer = Asking.head(url(SampleArchive.EVENTS));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("1000");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theDidThatAFileDeclaresLeadsToItToo() throws IOException {
        assertThat(Asking.get(url(SampleArchive.DECLARED)).body()).isEqualTo(CONTENT);
    }

    @Test
    void aWithdrawnFileIsGoneAndAnUnknownOneNotFound() throws IOException {
        HttpResponse<byte[]> gone = Asking.get(url(SampleArchive.WITHDRAWN));

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Asking.text(gone)).contains("withdrawn");
        assertThat(Asking.get(url("ivo://vo4he.example/sample?other")).statusCode())
                .isEqualTo(404);
        assertThat(Asking.get(archive.url() + "/files").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "/etc/passwd",
                "events.fits",
                "file:///etc/passwd",
                "ivo://vo4he.example/sample?../secret",
                "ivo://vo4he.example/sample?..%2fsecret",
                "ivo://vo4he.example/sample?events.fits\u0000",
                "' OR 1=1 --"
            })
    void noPathOfARequestReachesTheFileSystem(String id) throws IOException {
        assertThat(Asking.get(url(id)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/../secret", "/files/%2e%2e/secret", "/files/..%2fsecret", "/files//etc/passwd"})
    void noPathOfARequestIsAFile(String path) throws IOException {
        assertThat(Asking.get(archive.url() + path).statusCode()).isIn(400, 404);
    }

    @Test
    void aRecordedPathOutsideTheFolderIsRefusedToo() throws IOException {
        HttpResponse<byte[]> answer = Asking.get(url("ivo://vo4he.example/sample?evil"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Asking.text(answer)).contains("not below the published folder");
    }

    private static HttpResponse<byte[]> events(String... headers) throws IOException {
        return Asking.get(url(SampleArchive.EVENTS), headers);
    }

    private static String url(String id) {
        return archive.url() + "/files?" + Asking.query("ID", id);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}

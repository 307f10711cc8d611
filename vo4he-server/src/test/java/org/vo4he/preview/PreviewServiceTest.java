// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.preview.PreviewArchive.Product;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Judges;

/// `/previews/` over HTTP where there is nothing to draw, or nothing any more.
@Timeout(60)
class PreviewServiceTest {

    private static final String TEXT = "notes.txt";
    private static final String GONE = "gone.fits";
    private static final String OUTSIDE = "../secret.fits";

    @TempDir
    private Path folder;

    private PreviewArchive archive;

    @BeforeEach
    void start() throws Exception {
        Path published = Files.createDirectories(folder.resolve("published"));
        Files.writeString(published.resolve(TEXT), "no FITS at all");
        Files.writeString(folder.resolve("secret.fits"), "secret");
        archive = PreviewArchive.start(
                folder,
                PreviewSettings.defaults(),
                List.of(Product.of(TEXT, 0), Product.of(GONE, 0), Product.of(OUTSIDE, 0)));
    }

    @AfterEach
    void stop() throws IOException {
        archive.close();
    }

    @Test
    void whatCanNotBeDrawnIsAPictureThatSaysWhy() throws IOException {
        HttpResponse<byte[]> svg = Asking.get(archive.preview(TEXT, ".svg?width=640&height=300"));
        HttpResponse<byte[]> png = Asking.get(archive.preview(TEXT, ".png?width=640&height=300"));

        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(Asking.text(svg)).contains("No picture of notes.txt (HDU 0): it is not FITS");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(png.body()));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(300);
    }

    @Test
    void whatCanNotBeDrawnHasNoNumbersAndSaysWhy() throws Exception {
        HttpResponse<byte[]> json = Asking.get(archive.preview(TEXT, ".json"));
        HttpResponse<byte[]> votable = Asking.get(archive.preview(TEXT, ".vot"));

        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(Asking.text(json)).contains("it is not FITS");
        assertThat(votable.statusCode()).isEqualTo(200);
        assertThat(votable.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(Asking.text(votable)).contains("it is not FITS").doesNotContain("<TR>");
        Path document = Files.write(folder.resolve("none.vot"), votable.body());
        assertThat(Judges.stilts("votlint", document.toString()).text()).doesNotContain("ERROR");
    }

    @Test
    void thePathsOfTheServersDiskAreNotTold() throws IOException {
        assertThat(Asking.text(Asking.get(archive.preview(TEXT, ".svg")))).doesNotContain(folder.toString());
        assertThat(Asking.text(Asking.get(archive.preview(TEXT, ".vot")))).doesNotContain(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".svg", ".json", ".vot"})
    void aFileThatIsGoneIs404AndAWithdrawnProduct410(String suffix) throws IOException {
        HttpResponse<byte[]> gone = Asking.get(archive.preview(GONE, suffix));
        HttpResponse<byte[]> withdrawn = Asking.get(archive.preview("withdrawn.fits", suffix));

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(Asking.text(gone)).contains("the file of this product is not there any more");
        assertThat(withdrawn.statusCode()).isEqualTo(410);
        assertThat(Asking.text(withdrawn)).contains("was withdrawn");
    }

    @Test
    void nothingOutsideThePublishedFolderIsRead() throws IOException {
        HttpResponse<byte[]> outside = Asking.get(archive.preview(OUTSIDE, ".svg"));

        assertThat(outside.statusCode()).isEqualTo(500);
        assertThat(Asking.text(outside)).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.png", "notestxt.gif", "notestxt", "..%2Fsecret.png", "notestxt.png.png"})
    void anUnknownAddressIs404(String name) throws IOException {
        String url = archive.preview(TEXT, "").replace("notestxt", name);

        assertThat(Asking.get(url).statusCode()).isIn(400, 404);
    }

    @Test
    void aWrongParameterIs400WithItsSentence() throws IOException {
        HttpResponse<byte[]> wide = Asking.get(archive.preview(TEXT, ".png?width=99999"));
        HttpResponse<byte[]> votable = Asking.get(archive.preview(TEXT, ".vot?plot=cake"));

        assertThat(wide.statusCode()).isEqualTo(400);
        assertThat(Asking.text(wide)).contains("parameter width must be").contains("found '99999'");
        assertThat(votable.statusCode()).isEqualTo(400);
        assertThat(Asking.text(votable)).contains("QUERY_STATUS").contains("parameter plot must be one of");
    }

    @Test
    void aPictureThatTheClientHasIsNotSentAgainUntilItsFileChanges() throws IOException {
        HttpResponse<byte[]> first = Asking.get(archive.preview(TEXT, ".svg"));
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = Asking.get(archive.preview(TEXT, ".svg"), "If-None-Match", "\"x\", " + etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=60");

        Files.writeString(archive.published().resolve(TEXT), "still no FITS, but longer");
        HttpResponse<byte[]> changed = Asking.get(archive.preview(TEXT, ".svg"), "If-None-Match", etag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void whatWasDrawnComesFromTheDiskTheNextTime() throws IOException {
        HttpResponse<byte[]> first = Asking.get(archive.preview(TEXT, ".svg"));
        Path kept = onlyFile(archive.cache());
        assertThat(Files.readAllBytes(kept)).isEqualTo(first.body());
        Files.write(kept, "<svg>from the disk</svg>".getBytes(StandardCharsets.UTF_8));

        assertThat(Asking.text(Asking.get(archive.preview(TEXT, ".svg")))).isEqualTo("<svg>from the disk</svg>");
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}

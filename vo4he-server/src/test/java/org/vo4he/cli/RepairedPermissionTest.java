// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server in a process that permissions of files hold for, also where the tests run as root.
@Timeout(120)
class RepairedPermissionTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path products;
    private Path file;
    private Path sub;

    @BeforeEach
    void publishWithoutLeaveToRead() throws IOException, InterruptedException {
        assumeTrue(Vo4heProcess.canBeWithinPermissions(), "as root, this needs setpriv of util-linux");
        products = Files.createDirectory(folder.resolve("products"));
        file = products.resolve("f.fits");
        sub = Files.createDirectory(products.resolve("sub"));
        Samples.eventList().write(products.resolve("open.fits"));
        Samples.eventList().write(file);
        Samples.eventList().write(sub.resolve("before.fits"));
    }

    @AfterEach
    void giveLeave() throws IOException {
        if (sub != null) {
            permit(file, "rw-r--r--");
            permit(sub, "rwxr-xr-x");
        }
    }

    @Test
    void whatCanBeReadAgainIsPublishedWithinSeconds() throws Exception {
        permit(file, "---------");
        permit(sub, "---------");
        try (Vo4heProcess server = serve("--watch")) {
            String url = server.ready();
            assertThat(published(url)).containsOnlyKeys("open.fits");

            permit(file, "rw-r--r--");
            permit(sub, "rwxr-xr-x");
            Samples.eventList().write(sub.resolve("after.fits"));

            long end = System.nanoTime() + SECONDS.toNanos();
            while (published(url).size() < 4 && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertThat(published(url)).containsOnlyKeys("open.fits", "f.fits", "sub/before.fits", "sub/after.fits");
            Samples.eventList().write(sub.resolve("later.fits"));
            while (published(url).size() < 5 && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertThat(published(url)).containsKey("sub/later.fits");
        }
    }

    @Test
    void aPublishedFileThatCannotBeReadIsSaidToBeThatWithoutAStackTrace() throws Exception {
        try (Vo4heProcess server = serve()) {
            String url = server.ready();
            String did = published(url).get("f.fits");
            permit(file, "---------");

            HttpResponse<String> answer = Http.get(url + "/files?ID=" + URLEncoder.encode(did, StandardCharsets.UTF_8));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("the file of this product can't be read at the moment\n");
            assertThat(server.err()).containsOnlyOnce("can't be served: permission denied");

            String page = new ObjectMapper()
                    .readTree(Http.get(url + "/events?after=0").body()).get("events").findParents("page").stream()
                            .filter(event -> event.get("path").asText().equals("f.fits"))
                            .findFirst()
                            .orElseThrow()
                            .get("page")
                            .asText();
            assertThat(Http.get(page).body()).contains("The header can't be read from the file now.");
            String picture = page.replace("/products/", "/previews/") + ".png";
            assertThat(Http.get(picture).statusCode()).isEqualTo(503);
            permit(file, "rw-r--r--");
            assertThat(Http.get(picture).statusCode()).isEqualTo(200);
            permit(file, "---------");
            String zip = url + "/selection.zip?ID=" + URLEncoder.encode(did, StandardCharsets.UTF_8);
            assertThat(Http.get(zip).statusCode()).isEqualTo(200);
            assertThat(server.err()).doesNotContain("\tat ");
        }
    }

    private Vo4heProcess serve(Object... more) throws IOException {
        return Vo4heProcess.serveWithinPermissions(products, folder.resolve("state"), more);
    }

    /// Publisher DIDs by path.
    private static Map<String, String> published(String url) throws IOException, InterruptedException {
        JsonNode page =
                new ObjectMapper().readTree(Http.get(url + "/events?after=0").body());
        Map<String, String> published = new TreeMap<>();
        for (JsonNode event : page.get("events")) {
            if (event.get("kind").asText().equals("published")) {
                published.put(event.get("path").asText(), event.get("did").asText());
            }
        }
        return published;
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// [Publisher] when it is cut off: by a file that is not there, and before the archive took what it put down.
class PublisherTest {

    private static final List<String> NAMES = List.of("src.pha", "bkg.pha");

    @TempDir
    private static Path state;

    private static Store store;

    @TempDir
    private Path root;

    private Path job;
    private Path published;

    @BeforeAll
    static void open() throws Exception {
        store = Store.open(state, StoreSettings.defaults());
    }

    @BeforeEach
    void makeFolders() throws Exception {
        published = root.resolve("published");
        job = Files.createDirectory(root.resolve("job"));
        Files.writeString(job.resolve("src.pha"), "source");
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private Publisher publisher(Publisher.Harvester harvester) {
        return new Publisher(published, harvester, store.products());
    }

    /// What a harvest would look at.
    private List<String> visible() throws IOException {
        try (Stream<Path> files = Files.walk(published)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> published.relativize(file).toString())
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .map(path -> path.replaceFirst("^[0-9a-f]{12}/", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsCutOffBetweenTwoFilesHasPublishedNeitherAndIsTakenUpAgain() throws Exception {
        List<Set<String>> taken = new ArrayList<>();

        assertThatThrownBy(() -> publisher(taken::add).publish("1", job, NAMES))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(visible()).isEmpty();

        Files.writeString(job.resolve("bkg.pha"), "background");
        publisher(taken::add).publish("1", job, NAMES);

        assertThat(visible()).containsExactly("bkg.pha", "src.pha");
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst()).hasSize(2);
    }

    @Test
    void whatIsCutOffBeforeTheArchiveTookItIsThereOnceWhenItIsPublishedAgain() throws Exception {
        Files.writeString(job.resolve("bkg.pha"), "background");

        assertThatThrownBy(() -> publisher(_ -> {
                            throw new IOException("cut off");
                        })
                        .publish("1", job, NAMES))
                .hasMessage("cut off");
        assertThat(visible()).containsExactly("bkg.pha", "src.pha");

        List<Set<String>> taken = new ArrayList<>();
        publisher(taken::add).publish("1", job, NAMES);

        assertThat(visible()).containsExactly("bkg.pha", "src.pha");
        assertThat(taken).hasSize(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.api.Publisher;
import org.vo4he.api.Reprocessing;
import org.vo4he.http.ErrorForm;
import org.vo4he.http.ErrorPage;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Handler;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.reprocess.InputFolders;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.OutputTags;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.samples.NoForms;
import org.vo4he.samples.SampleArchive;
import org.vo4he.security.Callers;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.TapSettings;
import org.vo4he.testkit.SharedData;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueSettings;
import org.vo4he.uwsweb.JobSettings;
import org.vo4he.votable.TableFormat;

/// The reference page of the protocols names every path and every table format, and no path that is not there.
class HttpPageTest {

    private static final Pattern PATH = Pattern.compile(
            "(?m)^\\| `(/(?:tap|scs|datalink|files|previews|provenance|reprocessing|status|preview|session)[^`]*)` \\|");

    @TempDir
    private Path folder;

    @Test
    void everyPathIsOnTheReferencePage() throws Exception {
        Paths paths = new Paths();
        TapSettings settings = TapSettings.of(1, Duration.ofSeconds(1));
        try (Store store = Store.open(folder.resolve("state"), StoreSettings.defaults());
                Queue queue = SampleArchive.queue(store, settings);
                Reprocessing reprocessing = reprocessing(store)) {
            reprocessing.register(paths);
            for (Routes routes : SampleArchive.services(store, folder, settings, queue)) {
                routes.register(paths);
            }
        }

        Set<String> documented = PATH.matcher(page())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(paths.seen);
    }

    private Reprocessing reprocessing(Store store) throws IOException {
        Planner planner =
                new Planner(new Programs(List.of(), List.of()), new InputFolders(List.of(), Map.of(), KnownFiles.NONE));
        return Reprocessing.open(
                folder.resolve("remaking"),
                new Reprocessing.Parts(
                        planner,
                        new LocalExecutor(OutputTags.NONE, Optional.empty()),
                        store.products(),
                        new Publisher(folder, _ -> {}, store.products()),
                        (status, _) -> status.phase(),
                        new NoForms()),
                new JobSettings(QueueSettings.defaults(), Set.of(), Optional.empty()),
                new Callers(Optional.empty(), Optional.empty()),
                false);
    }

    @Test
    void everyTableFormatIsOnTheReferencePage() throws IOException {
        List<String> names = Arrays.stream(TableFormat.values())
                .flatMap(format -> List.of(format.mediaType(), format.shortWord()).stream())
                .toList();

        assertThat(page()).contains(names);
    }

    private static String page() throws IOException {
        return Files.readString(SharedData.checkout().resolve("docs/reference/http.md"));
    }

    /// Collects paths; a path below another that says the same (`/tap/async/<rest>`) counts as that one.
    private static final class Paths implements Router {

        private final Set<String> seen = new TreeSet<>();

        @Override
        public Router errorsAs(ErrorStyle style) {
            return this;
        }

        @Override
        public Router errorsAs(ErrorForm form) {
            return this;
        }

        @Override
        public void get(String path, Handler handler) {
            seen.add(path.replace("/<rest>", ""));
        }

        @Override
        public void post(String path, Handler handler) {
            get(path, handler);
        }

        @Override
        public void change(String path, Handler handler) {
            get(path, handler);
        }

        @Override
        public void act(String path, Handler handler) {
            get(path, handler);
        }

        @Override
        public void delete(String path, Handler handler) {
            get(path, handler);
        }

        @Override
        public void errorPage(ErrorPage page) {
            // Pages are not protocols.
        }
    }
}

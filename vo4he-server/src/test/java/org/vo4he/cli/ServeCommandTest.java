// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;

/// `vo4he serve` as a process: its ready line, its refusals, its end.
class ServeCommandTest {

    private static final Path NO_SUCH_FOLDER = Path.of("no such folder");

    /// A harvest of so many files takes longer than a signal needs to come.
    private static final int MORE_THAN_ARE_SOON_READ = 6000;

    @TempDir
    Path folder;

    private Path products;
    private Path state;

    @BeforeEach
    void publishOneFile() throws IOException {
        products = Files.createDirectory(folder.resolve("données à publier"));
        state = folder.resolve("the state");
        new FitsBuilder().write(products.resolve("empty.fits"));
    }

    @Test
    void itPrintsOneLineWhenEveryEndpointAnswersAndCtrlCStopsItWithCode130() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            String url = server.ready();

            for (String path : new String[] {"/", "/tap/capabilities", "/tap/tables", "/tap/availability"}) {
                assertThat(Http.get(url + path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(state.resolve("server.json")).exists();

            server.interrupt();

            assertThat(server.exitCode()).isEqualTo(130);
            assertThat(server.out()).isEmpty();
            assertThat(state.resolve("server.json")).doesNotExist();
        }
    }

    @Test
    void ctrlCDuringTheHarvestStopsItWithoutAStackTraceAndTheSameCommandGoesOn() throws Exception {
        Path one = Samples.eventList().write(products.resolve("events 0.fits"));
        for (int i = 1; i < MORE_THAN_ARE_SOON_READ; i++) {
            Files.createLink(products.resolve("events " + i + ".fits"), one);
        }
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            while (!Files.exists(state.resolve("server.json"))) {
                Thread.sleep(10);
            }
            server.interrupt();

            assertThat(server.exitCode()).isEqualTo(130);
            assertThat(server.err()).doesNotContain("\tat ").doesNotContain("WARN");
            assertThat(server.out()).isEmpty();
            assertThat(state.resolve("server.json")).doesNotExist();
        }
        for (int i = 500; i < MORE_THAN_ARE_SOON_READ; i++) {
            Files.delete(products.resolve("events " + i + ".fits"));
        }
        CommandRun again = CommandRun.of("harvest", products, "--state", state);
        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.err()).contains("501 files");
    }

    @Test
    void aSecondServeOnOneStateIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Vo4heProcess first = Vo4heProcess.serve(products, state)) {
            String url = first.ready();

            CommandRun second = CommandRun.of("serve", products, "--state", state, "--port", 0);

            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.err()).contains(state.toString()).contains("in use by the server on port");
            assertThat(Http.get(url + "/tap/availability").statusCode()).isEqualTo(200);
            assertThat(state.resolve("server.json")).exists();
        }
    }

    @Test
    void aPortInUseIsRefusedAndTheStateIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                CommandRun run = CommandRun.of("serve", products, "--state", state, "--port", taken.getLocalPort());

                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(run.err()).contains("port " + taken.getLocalPort());
            }
        }
    }

    @Test
    void aStateThatCannotBeWrittenIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "");

        CommandRun run = CommandRun.of("serve", products, "--state", file.resolve("state"), "--port", 0);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("The state directory " + file.resolve("state") + " cannot be used");
    }

    @Test
    void aStateThatIsAFileIsSaidToBeThat() throws Exception {
        Path file = Files.writeString(folder.resolve("README.md"), "");

        CommandRun run = CommandRun.of("harvest", products, "--state", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(file + " cannot be used: it is a file; a folder is wanted");
    }

    @Test
    void anAddressThatNobodyKnowsIsSaidToBeThat() {
        CommandRun run = CommandRun.of("serve", products, "--state", state, "--port", 0, "--host", "300.1.1.1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("can't listen on 300.1.1.1: no address of that name is known");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        CommandRun run = CommandRun.of("serve", NO_SUCH_FOLDER, "--state", state);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualToIgnoringNewLines("vo4he: there is no folder " + NO_SUCH_FOLDER);
    }

    @Test
    void aStateKeepsToItsFolder() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        CommandRun.of("harvest", products, "--state", state);

        CommandRun run = CommandRun.of("serve", other, "--state", state, "--port", 0);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("belongs to the folder " + products.toRealPath() + ", not to " + other.toRealPath());
    }

    @Test
    void withoutAStateOptionTheStateLiesInTheUsersStateFolderAndTheDataAreOnlyRead() throws Exception {
        Map<String, String> environment = Map.of("XDG_STATE_HOME", folder.toString());
        try (Vo4heProcess server = Vo4heProcess.start(environment, "serve", products, "--port", 0, "--no-progress")) {
            server.ready();

            try (Stream<Path> states = Files.list(folder.resolve("vo4he"))) {
                assertThat(states)
                        .singleElement()
                        .satisfies(
                                made -> assertThat(made.resolve("server.json")).exists());
            }
            try (Stream<Path> published = Files.list(products)) {
                assertThat(published).hasSize(1);
            }
        }
    }

    @Test
    void aKilledServerCanBeStartedAgainOnItsState() throws Exception {
        try (Vo4heProcess killed = Vo4heProcess.serve(products, state)) {
            killed.ready();
            killed.kill();
        }
        assertThat(state.resolve("server.json")).exists();

        assertThat(CommandRun.of("get", "/tap/availability", "--state", state).exitCode())
                .isZero();
        try (Vo4heProcess again = Vo4heProcess.serve(products, state)) {
            assertThat(Http.get(again.ready() + "/").statusCode()).isEqualTo(200);
        }
    }
}

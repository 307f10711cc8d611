// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `vo4he run --watch`, as a command.
class WatchingRunTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void aFileThatArrivesIsTakenOnceAndTheCommandEndsWhenItIsTold() throws Exception {
        Path incoming = Files.createDirectory(folder.resolve("in"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Path pipeline = Files.writeString(folder.resolve("tagged.yaml"), """
                inputs: [product]
                steps: [{program: tag, arguments: {input: "{product}", output: "{product.stem}_tagged.fits"}}]
                """);
        try (WatchService appearing = out.getFileSystem().newWatchService();
                Vo4heProcess process = Vo4heProcess.start(
                        Map.of(),
                        "run",
                        pipeline,
                        "--watch",
                        incoming,
                        "--out",
                        out,
                        "--state",
                        folder.resolve("state"))) {
            out.register(appearing, StandardWatchEventKinds.ENTRY_CREATE);
            assertThat(process.line()).isEqualTo("watching " + incoming.toRealPath());

            Path whole = Samples.eventList().write(folder.resolve("a.fits"));
            Files.move(whole, incoming.resolve("a.fits"));
            awaitEntry(appearing, "a.fits");
            process.terminate();

            assertThat(process.exitCode()).as(process.err()).isEqualTo(TERMINATED);
        }
        assertThat(out.toFile().list()).containsExactly("a.fits");
        assertThat(out.resolve("a.fits").toFile().list()).containsExactlyInAnyOrder("a_tagged.fits", "run.log");
        assertThat(folder.resolve("state/routine/tagged.jsonl")).content().contains("a.fits");
    }

    private static void awaitEntry(WatchService appearing, String name) throws InterruptedException {
        while (true) {
            WatchKey key = appearing.poll(1, TimeUnit.MINUTES);
            assertThat(key).as("nothing appeared").isNotNull();
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.context().toString().equals(name)) {
                    return;
                }
            }
            key.reset();
        }
    }
}

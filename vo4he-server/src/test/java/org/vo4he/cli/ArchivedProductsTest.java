// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.store.ServerFile;
import org.vo4he.votags.VoTags;

/// `reprocess` and `verify` of products that an archive knows by their publisher DIDs: while its server runs, and
/// after.
class ArchivedProductsTest {

    private static final String DID = RemakingServer.did(RemakingServer.SPECTRUM);

    @TempDir
    private Path root;

    private CommandRun run(String command, String product, Object... more) {
        Object[] words = new Object[more.length + 4];
        System.arraycopy(new Object[] {command, product, "--state", root.resolve("state")}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandRun.of(words);
    }

    @Test
    void aProductIsFoundByItsDidInTheServerThatHasTheStoreOpenAndInTheStoreItself() throws Exception {
        Path copy = root.resolve("elsewhere/renamed.pha");
        try (RemakingServer server = RemakingServer.start(root, Map.of())) {
            java.net.URI address = java.net.URI.create(server.url());
            ServerFile.ofThisProcess(address.getHost(), address.getPort(), RemakingServer.TOKEN.secret(), "0")
                    .write(root.resolve("state"));

            CommandRun made = run("reprocess", DID, "--set", "energy=1-3", "--out", root.resolve("again"));

            assertThat(made.exitCode()).as(made.err()).isZero();
            ProvenanceDocument remade =
                    VoTags.read(root.resolve("again/core.pha")).orElseThrow().provenance();
            assertThat(remade.parentDid()).contains(DID);
            assertThat(ProvenanceJson.write(remade))
                    .contains(RemakingServer.did(RemakingServer.EVENTS))
                    .doesNotContain(root.toString());
            CommandRun differs = run("diff", DID, root.resolve("again/core.pha"), "--json");
            assertThat(differs.exitCode()).as(differs.err()).isEqualTo(ExitCode.FINDINGS);
            assertThat(differs.out()).contains("energy");
            Files.createDirectories(copy.getParent());
            Files.copy(server.folder().resolve(RemakingServer.SPECTRUM), copy);
            CommandRun known = run("verify", copy.toString());
            assertThat(known.exitCode()).as(known.err()).isZero();
            assertThat(run("reprocess", DID + "x", "--dry-run").err()).contains("has the publisher DID " + DID + "x");
        }
        ServerFile.delete(root.resolve("state"));

        CommandRun verified = run("verify", DID);

        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("core.pha: identical");
        assertThat(CommandRun.of("verify", DID).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("diff", DID, copy).exitCode()).isZero();
        assertThat(run("diff", copy.toString(), DID + "x").err()).contains("has the publisher DID " + DID + "x");
        assertThat(CommandRun.of("diff", copy, DID).exitCode()).isEqualTo(ExitCode.USAGE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.security.Scope;
import org.vo4he.security.TokenFile;

/// `vo4he token`, and the file that it writes.
class TokenCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tokens");
    }

    private CommandRun token(Object... more) {
        return CommandRun.of(
                Stream.concat(Stream.concat(Stream.of("token"), Stream.of(more)), Stream.of("--tokens", file))
                        .toArray());
    }

    private String created(Object... more) {
        CommandRun run =
                token(Stream.concat(Stream.of("create"), Stream.of(more)).toArray());
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return run.out().strip();
    }

    @Test
    void theSettingsFileOfTheServerNamesTheFileToo() throws Exception {
        Path settings = Files.writeString(folder.resolve("vo4he.yaml"), "title: X\ntokens: " + file + "\n");
        created("ann");

        assertThat(CommandRun.of("token", "list", "--config", settings).out()).startsWith("ann ");
        assertThat(CommandRun.of("token", "--config", settings, "revoke", "ann").exitCode())
                .isZero();
        assertThat(CommandRun.of("token", "list", "--config", settings).out()).isEmpty();
        Path silent = Files.writeString(folder.resolve("silent.yaml"), "title: X\n");
        CommandRun unnamed = CommandRun.of("token", "list", "--config", silent);
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err()).contains("which file? --tokens FILE names it, or 'tokens' in the settings file");
    }

    @Test
    void aNewTokenIsPrintedOnceAndTheFileKnowsItByItsHashAlone() throws Exception {
        String ann = created("ann");
        String eve = created("eve", "--scopes", "run,publish");

        assertThat(ann).hasSizeGreaterThan(40).isNotEqualTo(eve);
        assertThat(Files.readString(file)).doesNotContain(ann).doesNotContain(eve);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        TokenFile read = new TokenFile(file);
        assertThat(read.identify(ann).orElseThrow().scopes()).containsExactlyInAnyOrder(Scope.QUERY, Scope.RUN);
        assertThat(read.identify(eve).orElseThrow().name()).isEqualTo("eve");
        CommandRun list = token("list");
        assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("ann query,run", "eve run,publish");
        assertThat(list.out()).doesNotContain("sha256");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsRevokedIsNotKnownAnyMoreAndTheOtherLinesStay() throws Exception {
        Files.write(file, List.of("# people of the archive", ""));
        String ann = created("ann");
        String eve = created("eve");
        TokenFile running = new TokenFile(file);
        assertThat(running.identify(ann)).isPresent();

        assertThat(token("revoke", "ann").exitCode()).isZero();

        assertThat(running.identify(ann)).isEqualTo(Optional.empty());
        assertThat(running.identify(eve)).isPresent();
        assertThat(Files.readAllLines(file)).hasSize(3).startsWith("# people of the archive", "");
    }

    @Test
    void aLinkToTheFileStaysOne() throws Exception {
        Path real = Files.createDirectory(folder.resolve("etc")).resolve("tokens");
        Files.createFile(real);
        Files.createSymbolicLink(file, real);

        created("ann");

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("ann query,run sha256:");
    }

    @Test
    void whatCantBeDoneIsSaidAndChangesNothing() throws Exception {
        assertThat(token("list").err()).contains("there is no file").contains("vo4he token create");
        created("ann");
        String before = Files.readString(file);

        assertThat(token("create", "ann").err()).contains("'ann' has a token already; revoke it first");
        assertThat(token("create", "operator").err()).contains("is not 'operator'");
        assertThat(token("revoke", "bob").err()).contains("nobody called 'bob'").contains("it has ann");
        assertThat(token("create", "bob", "--scopes", "all").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(token().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("token", "list").err()).contains("--tokens FILE");
        assertThat(Files.readString(file)).isEqualTo(before);

        Files.writeString(file, before + "bob\n");
        assertThat(token("revoke", "ann").err()).contains("line 2 is no line of tokens");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(token("list").err()).contains("it is no text in UTF-8");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [StateFolder]: one state for each published folder, outside it.
class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void twoFoldersOfOneNameHaveTwoStates() throws Exception {
        Path first = Files.createDirectories(folder.resolve("a/products"));
        Path second = Files.createDirectories(folder.resolve("b/products"));
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString());

        Path state = StateFolder.of(first, environment);

        assertThat(state).startsWithRaw(folder.resolve("state/vo4he"));
        assertThat(state.getFileName().toString()).matches("products-[0-9a-f]{10}");
        assertThat(StateFolder.of(second, environment)).isNotEqualTo(state);
    }

    @Test
    void aSymbolicLinkToTheFolderHasTheSameState() throws Exception {
        Path products = Files.createDirectories(folder.resolve("products"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), products);

        assertThat(StateFolder.of(link, Map.of())).isEqualTo(StateFolder.of(products, Map.of()));
    }

    @Test
    void aRelativeStateHomeIsIgnored() {
        assertThat(StateFolder.of(folder, Map.of("XDG_STATE_HOME", "state")))
                .startsWithRaw(Path.of(System.getProperty("user.home"), ".local", "state"));
    }

    @Test
    void theHomeOfTheEnvironmentIsTheUsersHome() {
        assertThat(StateFolder.of(folder, Map.of("HOME", folder.toString())))
                .startsWithRaw(folder.resolve(".local/state/vo4he"));
    }

    @Test
    void aFolderThatDoesNotExistIsASentence() {
        assertThatThrownBy(() -> StateFolder.of(folder.resolve("none"), Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("there is no folder " + folder.resolve("none"));
    }
}

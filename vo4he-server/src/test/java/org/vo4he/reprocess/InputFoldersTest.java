// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.reprocess.InputResolver.Resolution;

/// Folders with files of telling names.
class InputFoldersTest {

    private static final String SHA = "sha256:" + "ab".repeat(32);

    @TempDir
    private Path folder;

    private Path open;
    private Path closed;

    @BeforeEach
    void folders() throws IOException {
        open = Files.createDirectories(folder.toRealPath().resolve("open/deep")).getParent();
        closed = Files.createDirectories(folder.toRealPath().resolve("closed"));
        for (String name : List.of("by-did", "by-sum", "by-path", "deep/named", "deep/twice", "twice")) {
            Files.writeString(open.resolve(name), name);
        }
        Files.writeString(closed.resolve("secret"), "secret");
    }

    private InputFolders inputs(Map<String, Path> pathMap) {
        return new InputFolders(List.of(open), pathMap, new KnownFiles() {
            @Override
            public Optional<Path> byDid(String did) {
                return switch (did) {
                    case "ivo://a?did" -> Optional.of(open.resolve("by-did"));
                    case "ivo://a?closed" -> Optional.of(closed.resolve("secret"));
                    default -> Optional.empty();
                };
            }

            @Override
            public List<Found> byChecksum(String checksum) {
                return checksum.equals(SHA) || checksum.equals("datasum:7")
                        ? List.of(new Found(open.resolve("by-sum"), Optional.of("ivo://a?sum")))
                        : List.of();
            }

            @Override
            public List<Found> byName(String name) {
                return List.of();
            }
        });
    }

    private static DataFile file(String path, String did, String checksum) {
        return new DataFile(
                "",
                false,
                "",
                path,
                Optional.empty(),
                Optional.of(did).filter(text -> !text.isEmpty()),
                Optional.of(checksum).filter(text -> !text.isEmpty()),
                OptionalLong.empty(),
                OtherKeys.NONE);
    }

    private String found(DataFile file) {
        return switch (inputs(Map.of("/old", open, "/old/deep", open.resolve("deep")))
                .resolve(file)) {
            case Resolution.Found(Path path, Optional<String> _) ->
                open.relativize(path).toString();
            case Resolution.Missing(String why) -> why;
        };
    }

    @Test
    void aDidWinsOverAChecksumAndThatOverAPathAndThatOverAName() {
        assertThat(found(file("/old/by-path", "ivo://a?did", SHA))).isEqualTo("by-did");
        assertThat(found(file("/old/by-path", "ivo://a?other", SHA))).isEqualTo("by-sum");
        assertThat(found(file("/old/by-path", "", ""))).isEqualTo("by-path");
        assertThat(found(file("by-path", "", ""))).isEqualTo("by-path");
        assertThat(found(file("/elsewhere/named", "", ""))).isEqualTo("deep/named");
        assertThat(inputs(Map.of()).resolve(file("gone", "", SHA)))
                .isEqualTo(new Resolution.Found(open.resolve("by-sum"), Optional.of("ivo://a?sum")));
    }

    @Test
    void theLongestFolderOfTheMapCounts() {
        assertThat(found(file("/old/deep/twice", "", ""))).isEqualTo("deep/twice");
        assertThat(found(file("/old/twice", "", ""))).isEqualTo("twice");
    }

    @Test
    void aDatasumIsBelievedOnlyWithTheName() {
        assertThat(found(file("by-sum", "", "datasum:7"))).isEqualTo("by-sum");
        assertThat(found(file("named", "", "datasum:7"))).isEqualTo("deep/named");
    }

    @Test
    void aNameOfSeveralFilesOrOfNoneLeadsNowhere() {
        assertThat(found(file("/elsewhere/twice", "", ""))).isEqualTo("2 files have this name");
        assertThat(found(file("/elsewhere/gone", "", "")))
                .isEqualTo("no file of this name lies in the folders that inputs may come from");
        assertThat(found(file("", "ivo://a?other", ""))).isEqualTo("no product here has the identifier ivo://a?other");
        assertThat(found(file("", "", ""))).isEqualTo("it has neither a path nor an identifier");
    }

    @Test
    void whatLiesOutsideTheOpenFoldersIsNeverGiven() throws IOException {
        Files.createSymbolicLink(open.resolve("link"), closed.resolve("secret"));

        assertThat(found(file(closed.resolve("secret").toString(), "", ""))).startsWith("no file of this name");
        assertThat(found(file("../closed/secret", "", ""))).startsWith("no file of this name");
        assertThat(found(file("/old/../closed/secret", "", ""))).startsWith("no file of this name");
        assertThat(found(file("link", "", ""))).startsWith("it lies outside");
        assertThat(found(file("", "ivo://a?closed", ""))).startsWith("it lies outside");
        assertThat(found(file("a\0b", "", ""))).startsWith("no file of this name");
    }

    @Test
    void settingsAreFoldersAndWhereRecordedOnesLie() {
        InputSettings settings = InputSettings.of(List.of(Path.of("/data"), Path.of("/old/host=/new")));

        assertThat(settings.folders()).containsExactly(Path.of("/data"), Path.of("/new"));
        assertThat(settings.pathMap()).containsExactly(Map.entry("/old/host", Path.of("/new")));
        assertThatThrownBy(() -> InputSettings.of(List.of(Path.of("=/new"))))
                .hasMessage("'=/new' is neither a folder nor RECORDED=FOLDER");
    }
}

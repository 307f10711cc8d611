// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.reprocess.KnownFiles;

/// The archive's products as inputs of runs, asked of the server that has the store open.
record ServedFiles(StateServer server) implements KnownFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws CommandFailure when the server refuses or does not answer
    static ArchiveInputs of(StateServer server) {
        ServedFiles files = new ServedFiles(server);
        List<Path> folders = new ArrayList<>();
        files.answer("").path("folders").forEach(folder -> folders.add(Path.of(folder.asText())));
        return new ArchiveInputs(files, folders);
    }

    @Override
    public Optional<Path> byDid(String did) {
        return found("DID", did).stream().map(Found::file).findFirst();
    }

    @Override
    public List<Found> byChecksum(String checksum) {
        return found("CHECKSUM", checksum);
    }

    @Override
    public List<Found> byName(String name) {
        return found("NAME", name);
    }

    private List<Found> found(String by, String value) {
        List<Found> found = new ArrayList<>();
        for (JsonNode file : answer(by + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .path("files")) {
            found.add(new Found(
                    Path.of(file.path("path").asText()),
                    Optional.of(file.path("did").asText()).filter(did -> !did.isEmpty())));
        }
        return found;
    }

    private JsonNode answer(String form) {
        try (InputStream body = Accepted.body(server.post("/api/inputs", form))) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

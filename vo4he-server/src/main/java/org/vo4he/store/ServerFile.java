// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/// `state/server.json`: how another process of the same user reaches the server that holds the state directory.
///
/// Readable by its owner only, because of the token.
///
/// @param port on the loopback interface, or on `host`
/// @param pid of the server, to tell a file left over by a killed one
/// @param startMillis when that process started, since 1970, to tell another process that got its number; 0 if unknown
/// @param version of the program that runs there; empty of one that did not tell yet
public record ServerFile(String host, int port, String token, long pid, long startMillis, String version) {

    public ServerFile {
        version = version == null ? "" : version;
    }

    /// Start times are computed from that of the machine, which may be corrected meanwhile.
    private static final long SAME_START_MILLIS = 2000;

    private static final String NAME = "server.json";
    /// A server of another version may tell more.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// Of a server in this process.
    public static ServerFile ofThisProcess(String host, int port, String token, String version) {
        ProcessHandle self = ProcessHandle.current();
        return new ServerFile(host, port, token, self.pid(), startMillis(self), version);
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private boolean isOf(ProcessHandle process) {
        long found = startMillis(process);
        boolean unknown = startMillis == 0 || found == 0;
        return process.isAlive() && (unknown || Math.abs(found - startMillis) <= SAME_START_MILLIS);
    }

    /// Writes the file whole or not at all.
    public void write(Path stateDir) throws IOException {
        Path draft = stateDir.resolve(NAME + ".new");
        Files.deleteIfExists(draft);
        createPrivate(draft);
        Files.write(draft, JSON.writeValueAsBytes(this));
        try {
            Files.move(draft, stateDir.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, stateDir.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// What a running server left there; empty when there is no file, it is damaged, or its process has ended.
    public static Optional<ServerFile> read(Path stateDir) {
        try {
            ServerFile file = JSON.readValue(Files.readAllBytes(stateDir.resolve(NAME)), ServerFile.class);
            return ProcessHandle.of(file.pid()).filter(file::isOf).map(_ -> file);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public static void delete(Path stateDir) throws IOException {
        Files.deleteIfExists(stateDir.resolve(NAME));
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.vo4he.config.Settings;

/// Where the state of a published folder lies when nobody says: one folder for each, in the user's state directory,
/// so that the data may be read-only.
final class StateFolder {

    private static final int HASH_BYTES = 5;

    private StateFolder() {}

    /// The configured one, else the default.
    static Path of(Settings settings, Path published) {
        return settings.state().orElseGet(() -> of(published, System.getenv()));
    }

    /// `$XDG_STATE_HOME/vo4he/<name>-<hash>`, or the same below `~/.local/state`. The hash is of the folder's real
    /// path: two ways to one folder are one state.
    ///
    /// @throws CommandFailure if there is no such folder
    static Path of(Path published, Map<String, String> environment) {
        Path real = PublishedFolder.real(published);
        String name = real.getFileName() == null ? "root" : real.getFileName().toString();
        return all(environment).resolve(name + "-" + hash(real.toString()));
    }

    /// In which all those lie that nobody named.
    static Path all(Map<String, String> environment) {
        return home(environment).resolve("vo4he");
    }

    private static Path home(Map<String, String> environment) {
        // The XDG base directory specification: a relative path is to be ignored.
        return absolute(environment, "XDG_STATE_HOME")
                .orElseGet(() -> absolute(environment, "HOME")
                        .orElse(Path.of(System.getProperty("user.home")))
                        .resolve(".local/state"));
    }

    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    }

    private static String hash(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.plot.Companions;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.ProductPlots;
import org.vo4he.store.ProductRecord;

/// The files that a picture of one product is drawn from, as they are on disk now: what was replaced since the harvest
/// is drawn as it is.
///
/// @param state of all of them: other after each change
record PreviewSource(ProductRecord product, Path file, Companions companions, String state) {

    static PreviewSource of(ProductRecord product, Path file, Companions companions) throws IOException {
        return new PreviewSource(product, file, companions, state(file, companions));
    }

    /// Whether none of the files was changed since.
    boolean isCurrent() {
        try {
            return state(file, companions).equals(state);
        } catch (IOException _) {
            return false;
        }
    }

    /// The name under which a picture is kept: another one for whatever makes it look different.
    String key(Optional<PlotKind> kind, Object options, String suffix) {
        String all = Stream.of(
                        ProductPlots.version(),
                        product.path(),
                        product.hduIndex(),
                        state,
                        kind.map(PlotKind::word).orElse("first"),
                        options)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return hash(all) + suffix;
    }

    private static String state(Path file, Companions companions) throws IOException {
        StringBuilder state = new StringBuilder(stamp(file));
        state.append(" background ").append(stamp(companions.background()));
        state.append(" rmf ").append(stamp(companions.rmf()));
        state.append(" arf ").append(stamp(companions.arf()));
        return state.toString();
    }

    private static String stamp(Optional<Path> companion) throws IOException {
        if (companion.isEmpty()) {
            return "none";
        }
        try {
            return stamp(companion.get());
        } catch (NoSuchFileException _) {
            return "gone";
        }
    }

    /// Size, time and inode: the last betrays a file put in place of another of the same size and time.
    private static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return file.getFileName() + " " + attributes.size() + " "
                + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + attributes.fileKey();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// The published folder. Files are taken from it by the path that a harvest recorded in the store: no text of a request
/// comes near the file system. Links in the folder are followed, as the harvest did that found what lies behind them.
///
/// Calibration files lie beside it in folders of their own; those that a harvest found to be named by products are
/// taken from there.
///
/// @param root absolute
/// @param calibration the calibration folders, absolute
/// @param remade the folder of products that were remade here, absolute
public record PublishedFolder(Path root, List<Path> calibration, Optional<Path> remade) {

    /// Recorded paths that begin so are relative to one of the calibration folders.
    public static final String CALIBRATION = "calibration:/";

    /// Recorded paths that begin so are relative to the folder of products that were remade here.
    public static final String REMADE = "remade:/";

    public PublishedFolder(Path root) {
        this(root, List.of());
    }

    public PublishedFolder(Path root, List<Path> calibration) {
        this(root, calibration, Optional.empty());
    }

    /// A recorded path that leads out of the folder.
    public static final class Outside extends IOException {
        private static final long serialVersionUID = 1L;

        Outside(String recorded) {
            super("the recorded path " + recorded + " is not below the published folder");
        }
    }

    public PublishedFolder {
        root = root.toAbsolutePath().normalize();
        calibration = calibration.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        remade = remade.map(folder -> folder.toAbsolutePath().normalize());
    }

    /// The file as it is there now.
    ///
    /// @param recorded path of a product, relative to the folder
    /// @throws java.nio.file.NoSuchFileException when it is not there any more
    /// @throws Outside when the path leads out of the folder
    /// @throws IOException when it leads to something that is no regular file
    public Path file(String recorded) throws IOException {
        if (recorded.startsWith(CALIBRATION)) {
            return calibrationFile(recorded);
        }
        if (recorded.startsWith(REMADE) && remade.isPresent()) {
            return regular(remade.get(), recorded.substring(REMADE.length()), recorded);
        }
        return regular(root, recorded, recorded);
    }

    private Path calibrationFile(String recorded) throws IOException {
        String path = recorded.substring(CALIBRATION.length());
        for (Path folder : calibration) {
            if (Files.exists(folder.resolve(path))) {
                return regular(folder, path, recorded);
            }
        }
        throw new NoSuchFileException(recorded);
    }

    private static Path regular(Path folder, String path, String recorded) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new Outside(recorded);
        }
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException(recorded + " is not a regular file");
        }
        return file;
    }
}

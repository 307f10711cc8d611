// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vo4he.product.CalibrationFolders;
import org.vo4he.store.FileStamp;
import org.vo4he.store.PublishedFolder;

/// The files of the published folder and, under paths of their own, those of the calibration folders that its products
/// name.
final class CalibratedFiles implements FolderFiles {

    private final Places places;
    private final FolderFiles folder;
    private final CalibrationFolders calibration;
    private final Map<String, Optional<FoundFile>> looked = new ConcurrentHashMap<>();

    CalibratedFiles(Places places, FolderFiles folder, CalibrationFolders calibration) {
        this.places = places;
        this.folder = folder;
        this.calibration = calibration;
    }

    static boolean isCalibration(String path) {
        return path.startsWith(PublishedFolder.CALIBRATION);
    }

    @Override
    public Optional<FoundFile> at(String path) {
        return isCalibration(path) ? looked.computeIfAbsent(path, this::look) : folder.at(path);
    }

    private Optional<FoundFile> look(String path) {
        Optional<Path> file = calibration.at(path.substring(PublishedFolder.CALIBRATION.length()));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return Optional.of(new FoundFile(path, file.get(), FileStamp.of(attributes)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> alike(String plainName) {
        return folder.alike(plainName).stream()
                .filter(path -> !isCalibration(path))
                .toList();
    }

    /// The path in the published folder of a file that a header names by its absolute path.
    Optional<String> inFolder(Path absolute) {
        return places.hold(absolute) && !absolute.equals(places.root())
                ? Optional.of(places.path(absolute))
                : Optional.empty();
    }

    /// The path of the calibration file that a header means by a name.
    Optional<String> calibrating(String name) {
        return calibration.find(name).map(found -> PublishedFolder.CALIBRATION + found.path());
    }

    /// The file at a path that was found.
    Path file(String path) {
        return isCalibration(path)
                ? at(path).map(FoundFile::file).orElseThrow(() -> new IllegalArgumentException(path + " is not there"))
                : places.file(path);
    }

    /// The path of a file that was found.
    String pathOf(Path file) {
        if (!places.hold(file)) {
            Optional<String> path = calibration.pathOf(file);
            if (path.isPresent()) {
                return PublishedFolder.CALIBRATION + path.get();
            }
        }
        return places.path(file);
    }
}

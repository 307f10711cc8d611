// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Folders of calibration files beside the published one: a calibration database, canned response matrices. Only read,
/// and only by the names that products give.
///
/// A folder is walked when the first name is looked for, and by [#renew]. Safe for use by several threads.
public final class CalibrationFolders {

    /// More files than the calibration databases of all missions together have.
    private static final int MOST_FILES = 500_000;

    private static final int DEEPEST = 24;
    private static final String GZIP = ".gz";

    private final List<Path> folders;
    private Map<String, List<Found>> byName;

    private CalibrationFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// @param path relative to its folder, `/` between its parts
    public record Found(String path, Path file) {}

    public static CalibrationFolders none() {
        return new CalibrationFolders(List.of());
    }

    /// @throws IllegalArgumentException if one of them is no folder
    public static CalibrationFolders of(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("there is no calibration folder " + folder);
            }
        }
        return new CalibrationFolders(folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList());
    }

    /// Walks the folders anew: files may have come.
    ///
    /// @throws UncheckedIOException if a folder can't be walked, or holds too many files
    public synchronized void renew() {
        byName = null;
        index();
    }

    public List<Path> folders() {
        return folders;
    }

    public boolean isEmpty() {
        return folders.isEmpty();
    }

    /// The file that a header means by a name: the only one of that name, `.gz` and case apart; of several the one
    /// whose folders too are those of the name.
    ///
    /// @throws UncheckedIOException if a folder can't be walked, or holds too many files
    public Optional<Found> find(String name) {
        Optional<String> wanted = Reference.fileNamed(name).map(file -> file.replace('\\', '/'));
        if (folders.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Found> alike = index().getOrDefault(plain(lastPart(wanted.get())), List.of());
        if (alike.size() < 2) {
            return alike.stream().findFirst();
        }
        int most = alike.stream()
                .mapToInt(found -> shared(found.path(), wanted.get()))
                .max()
                .orElse(0);
        List<Found> best = alike.stream()
                .filter(found -> shared(found.path(), wanted.get()) == most)
                .toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /// The file at a path that [#find] gave, if it is still there: nothing outside of the folders.
    public Optional<Path> at(String path) {
        return folders.stream()
                .filter(folder -> folder.resolve(path).normalize().startsWith(folder))
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// The reverse of [#at]; empty for a file of no such folder.
    public Optional<String> pathOf(Path file) {
        return folders.stream()
                .filter(file::startsWith)
                .map(folder -> relative(folder, file))
                .findFirst();
    }

    /// Looks here for what other places don't have.
    public Siblings after(Siblings first) {
        return folders.isEmpty()
                ? first
                : (from, name) -> first.find(from, name).or(() -> find(name).map(Found::file));
    }

    private synchronized Map<String, List<Found>> index() {
        if (byName == null) {
            Map<String, List<Found>> files = new HashMap<>();
            folders.forEach(folder -> walk(folder, files));
            byName = files;
        }
        return byName;
    }

    private static void walk(Path folder, Map<String, List<Found>> files) {
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Walk(folder, files));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the calibration folder " + folder + " can't be walked: " + e.getMessage(), e);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Map<String, List<Found>> files;
        private int number;

        Walk(Path folder, Map<String, List<Found>> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder)
                    && directory.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                if (++number > MOST_FILES) {
                    throw new IOException("it holds more than " + MOST_FILES + " files");
                }
                Found found = new Found(relative(folder, file), file);
                List<Found> alike =
                        files.computeIfAbsent(plain(file.getFileName().toString()), _ -> new ArrayList<>(1));
                if (alike.stream().noneMatch(other -> other.path().equals(found.path()))) {
                    alike.add(found);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
    }

    /// How many parts two paths have in common at their ends.
    private static int shared(String one, String other) {
        String[] ones = one.split("/");
        String[] others = other.split("/");
        int same = 0;
        while (same < Math.min(ones.length, others.length)
                && plain(ones[ones.length - 1 - same]).equals(plain(others[others.length - 1 - same]))) {
            same++;
        }
        return same;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}

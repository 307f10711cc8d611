// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vo4he.store.FileStamp;
import org.vo4he.store.FindingRecord;

/// One pass over a folder: every regular file, links followed, and what could not be looked at. Opens nothing.
///
/// Passed over without a word: the store's own directory, hidden folders, and files whose name is a temporary one
/// ([TemporaryNames]).
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Places places;
    private final Path excluded;
    private Path start;
    private final Map<String, FoundFile> files = new TreeMap<>();
    private final List<FindingRecord> findings = new ArrayList<>();

    private FolderWalk(Places places, Path excluded) {
        this.places = places;
        this.excluded = excluded;
    }

    /// @param excluded a real path
    static FolderWalk of(Places places, Path excluded) throws IOException {
        FolderWalk walk = new FolderWalk(places, excluded);
        walk.walk(places.root());
        if (Files.isDirectory(places.remade())) {
            walk.walk(places.remade());
        }
        walk.findings.sort(Comparator.comparing(FindingRecord::path));
        return walk;
    }

    /// Looks at these paths alone, and below none of them.
    ///
    /// @param paths as they are recorded
    static FolderWalk at(Places places, Path excluded, Iterable<String> paths) {
        FolderWalk walk = new FolderWalk(places, excluded);
        for (String path : paths) {
            walk.look(places.file(path));
        }
        walk.findings.sort(Comparator.comparing(FindingRecord::path));
        return walk;
    }

    private void walk(Path folder) throws IOException {
        start = folder;
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
    }

    private void look(Path file) {
        try {
            BasicFileAttributes attributes = attributes(file);
            if (!attributes.isDirectory() && (file.startsWith(places.remade()) || !file.startsWith(excluded))) {
                visitFile(file, attributes);
            }
        } catch (NoSuchFileException _) {
            // Nothing lies there any more.
        } catch (IOException failure) {
            visitFileFailed(file, failure);
        }
    }

    /// Of a link that leads nowhere, those of the link, as a walk gives them.
    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException _) {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// By path, in the order of their paths.
    Map<String, FoundFile> files() {
        return files;
    }

    /// By path.
    List<FindingRecord> findings() {
        return findings;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean begun = directory.equals(start);
        boolean hidden = !begun && directory.getFileName().toString().startsWith(".");
        boolean another = !begun && directory.equals(places.remade());
        return hidden || another || directory.equals(excluded)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = relative(file);
        if (TemporaryNames.lie(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            found(HarvestFinding.DANGLING_LINK, path, "the link leads to " + target(file) + ", which is not there");
        } else if (attributes.isRegularFile()) {
            String key = key(path);
            files.put(key, new FoundFile(key, file, FileStamp.of(attributes)));
        } else {
            found(HarvestFinding.SPECIAL_FILE, path, "is neither a file nor a folder");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        String path = relative(file);
        if (TemporaryNames.lie(path) || failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // Nothing lies there any more.
        }
        if (failure instanceof FileSystemLoopException) {
            found(HarvestFinding.LINK_LOOP, path, "the link leads to " + target(file) + ", a folder above it");
        } else if (Files.isDirectory(file)) {
            found(HarvestFinding.UNREADABLE_FOLDER, path, "the folder cannot be listed: " + reason(failure));
        } else {
            found(HarvestFinding.DANGLING_LINK, path, "cannot be looked at: " + reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
        if (failure != null) {
            found(
                    HarvestFinding.UNREADABLE_FOLDER,
                    relative(directory),
                    "the folder cannot be listed to its end: " + reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }

    /// Two names that are no text may look alike; every file is to be counted.
    private String key(String path) {
        String key = path;
        for (int number = 2; files.containsKey(key); number++) {
            key = path + "~" + number;
        }
        return key;
    }

    private void found(HarvestFinding code, String path, String message) {
        findings.add(new FindingRecord(path, code.id(), code.severity(), path, message));
    }

    private String relative(Path file) {
        String path = places.path(file);
        return path.isEmpty() ? "." : path;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "another place";
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.NoSuchFileException _ -> "it is not there";
            default -> String.valueOf(failure.getMessage());
        };
    }
}

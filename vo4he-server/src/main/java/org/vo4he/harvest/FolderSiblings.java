// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vo4he.product.Reference;
import org.vo4he.product.Siblings;
import org.vo4he.store.FileRecord.Lookup;
import org.vo4he.store.FileStamp;
import org.vo4he.store.PlainName;

/// Finds what a header names among the files of the folder, else among those of the calibration folders, and nowhere
/// else.
///
/// A name is tried as a path, from the naming file's folder or an absolute one into the published folder, then by its
/// last part in the naming file's folder, then by its last part anywhere. At each step the name as it is comes first,
/// then one that differs by its compression only (`.gz`; `.FTZ` for `.FIT`), then one that differs in case. Of several
/// files anywhere those are meant that lie in folders of the names that were told. Where several files are as good,
/// none is meant.
final class FolderSiblings {

    private final CalibratedFiles files;

    FolderSiblings(CalibratedFiles files) {
        this.files = files;
    }

    /// The file that `from` means by a name.
    Lookup find(String from, String name) {
        String wanted = bare(name);
        if (wanted.isEmpty()) {
            return new Lookup(name, Optional.empty());
        }
        String here = folderOf(from);
        Optional<String> there = inFolder(here, wanted);
        List<String> candidates =
                there.isPresent() ? best(there.get(), path -> folderOf(path).equals(folderOf(there.get()))) : List.of();
        if (candidates.isEmpty()) {
            candidates = best(wanted, path -> folderOf(path).equals(here));
        }
        if (candidates.isEmpty()) {
            candidates = inFoldersOf(wanted, best(wanted, _ -> true));
        }
        if (candidates.isEmpty()) {
            return new Lookup(name, files.calibrating(wanted));
        }
        return candidates.size() == 1
                ? new Lookup(name, Optional.of(candidates.getFirst()))
                : new Lookup(name, Optional.empty(), candidates);
    }

    /// Those of the files that are most like the name: none, one, or several equally like.
    private List<String> best(String wanted, Predicate<String> where) {
        String name = FolderFiles.lastPart(wanted);
        List<String> alike =
                files.alike(PlainName.of(name)).stream().filter(where).toList();
        List<Predicate<String>> steps = List.of(
                path -> FolderFiles.lastPart(path).equals(name),
                path -> PlainName.uncompressed(FolderFiles.lastPart(path)).equals(PlainName.uncompressed(name)),
                _ -> true);
        return steps.stream()
                .map(step -> alike.stream().filter(step).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// Those of the files that share most of the last folders of a name, if any shares one; else all.
    private static List<String> inFoldersOf(String wanted, List<String> paths) {
        int most = paths.stream()
                .mapToInt(path -> sharedFolders(wanted, path))
                .max()
                .orElse(0);
        return paths.stream()
                .filter(path -> sharedFolders(wanted, path) == most)
                .toList();
    }

    private static int sharedFolders(String one, String other) {
        String[] ones = one.split("/");
        String[] others = other.split("/");
        int shared = 0;
        while (shared + 1 < Math.min(ones.length, others.length)
                && !ones[ones.length - 2 - shared].isEmpty()
                && ones[ones.length - 2 - shared].equals(others[others.length - 2 - shared])) {
            shared++;
        }
        return shared;
    }

    /// A view for one file that keeps what was asked.
    Recorder recorder(FoundFile file) {
        return new Recorder(file);
    }

    /// The name without an extension or row selection (`x.rmf[MATRIX]`, `x.rmf{1-3}`); empty when it names no file.
    private static String bare(String name) {
        return Reference.fileNamed(name).map(file -> file.replace('\\', '/')).orElse("");
    }

    private Optional<String> inFolder(String here, String wanted) {
        try {
            if (wanted.startsWith("/")) {
                return files.inFolder(Path.of(wanted).normalize());
            }
            Path path = Path.of(here + wanted).normalize();
            return path.startsWith("..")
                    ? Optional.empty()
                    : Optional.of(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /// The siblings of one file; remembers each name asked for and what it led to. For one thread.
    final class Recorder implements Siblings {

        private final FoundFile file;
        private final Map<String, Lookup> asked = new LinkedHashMap<>();

        private Recorder(FoundFile file) {
            this.file = file;
        }

        @Override
        public Optional<Path> find(Path from, String name) {
            return lookup(name).path().map(files::file);
        }

        Lookup lookup(String name) {
            return asked.computeIfAbsent(name, _ -> FolderSiblings.this.find(file.path(), name));
        }

        /// How this file, or another of the folder, looked when it was found.
        Optional<FileStamp> stampOf(Path read) {
            if (read.equals(file.file())) {
                return Optional.of(file.stamp());
            }
            return files.at(files.pathOf(read)).map(FoundFile::stamp);
        }

        List<Lookup> lookups() {
            return List.copyOf(asked.values());
        }
    }
}

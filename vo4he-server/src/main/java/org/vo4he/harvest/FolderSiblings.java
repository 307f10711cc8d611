// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.product.Siblings;
import org.vo4he.store.FileRecord.Lookup;
import org.vo4he.store.FileStamp;

/// Finds what a header names among the files of the folder, and nowhere else: no file system is asked.
///
/// A name is tried as a path from the naming file's folder, then by its last part in that folder, then by its last part
/// anywhere if only one file is so called. At each step `.gz` may come or go. OGIP memo OGIP/92-007: `none` and blanks
/// name no file, `CALDB` one of the calibration database.
final class FolderSiblings {

    private final Path folder;
    private final FolderFiles files;

    FolderSiblings(Path folder, FolderFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /// The path, in the folder, of the file that `from` means by a name.
    Optional<String> find(String from, String name) {
        String wanted = bare(name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String here = from.substring(0, from.lastIndexOf('/') + 1);
        return spellings(inFolder(here, wanted))
                .or(() -> spellings(Optional.of(here + FolderFiles.lastPart(wanted))))
                .or(() -> unique(FolderFiles.lastPart(wanted)));
    }

    /// A view for one file that keeps what was asked.
    Recorder recorder(FoundFile file) {
        return new Recorder(file);
    }

    /// The name without an extension or row selection (`x.rmf[MATRIX]`, `x.rmf{1-3}`); empty when it names no file.
    private static String bare(String name) {
        String bare =
                name.strip().replace('\\', '/').replaceFirst("[\\[{].*$", "").strip();
        String upper = bare.toUpperCase(Locale.ROOT);
        boolean nothing = upper.isEmpty() || upper.equals("NONE") || upper.startsWith("CALDB") || upper.equals("N/A");
        return nothing || bare.endsWith("/") ? "" : bare;
    }

    private static Optional<String> inFolder(String here, String wanted) {
        try {
            Path path = Path.of(here + wanted).normalize();
            boolean outside = wanted.startsWith("/") || path.startsWith("..");
            return outside
                    ? Optional.empty()
                    : Optional.of(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<String> spellings(Optional<String> path) {
        return path.flatMap(plain ->
                variants(plain).filter(variant -> files.at(variant).isPresent()).findFirst());
    }

    private Optional<String> unique(String name) {
        return variants(name)
                .map(files::named)
                .filter(paths -> paths.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private static Stream<String> variants(String name) {
        return name.endsWith(".gz")
                ? Stream.of(name, name.substring(0, name.length() - ".gz".length()))
                : Stream.of(name, name + ".gz");
    }

    /// The siblings of one file; remembers each name asked for and what it led to. For one thread.
    final class Recorder implements Siblings {

        private final FoundFile file;
        private final Map<String, Optional<String>> asked = new LinkedHashMap<>();

        private Recorder(FoundFile file) {
            this.file = file;
        }

        @Override
        public Optional<Path> find(Path from, String name) {
            return path(name).map(folder::resolve);
        }

        Optional<String> path(String name) {
            return asked.computeIfAbsent(name, _ -> FolderSiblings.this.find(file.path(), name));
        }

        /// How this file, or another of the folder, looked when it was found.
        Optional<FileStamp> stampOf(Path read) {
            if (read.equals(file.file())) {
                return Optional.of(file.stamp());
            }
            String path = folder.relativize(read)
                    .toString()
                    .replace(read.getFileSystem().getSeparator(), "/");
            return files.at(path).map(FoundFile::stamp);
        }

        List<Lookup> lookups() {
            return asked.entrySet().stream()
                    .map(entry -> new Lookup(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.provenance.DataFile;

/// Inputs by DID, by checksum, by their path or what the operator's path map makes of it, or by a name that only one
/// file has; and always below the folders that the operator opened. What a symbolic link points to counts, not where it
/// lies.
///
/// Folders of whose files nobody has a list are listed when a name is looked for that is in no list, at most twice a
/// minute. Safe on any thread.
public final class InputFolders implements InputResolver {

    private static final long STALE_NANOS = Duration.ofSeconds(30).toNanos();

    private final List<Path> folders;
    private final List<Path> unlisted;
    private final Map<String, Path> pathMap;
    private final KnownFiles known;
    private Map<String, List<Path>> byName;
    private long listedAtNanos;

    /// @param folders below which inputs may lie
    /// @param unlisted those of whose files nobody has a list
    /// @param pathMap from folders as recorded, perhaps on another host, to folders here; the longest counts
    public InputFolders(
            Collection<Path> folders, Collection<Path> unlisted, Map<String, Path> pathMap, KnownFiles known) {
        this.folders = folders.stream()
                .map(InputFolders::real)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        this.unlisted = List.copyOf(unlisted);
        this.pathMap = new LinkedHashMap<>(pathMap);
        this.known = known;
    }

    /// The same where nobody has a list of any files but those known.
    public InputFolders(Collection<Path> folders, Map<String, Path> pathMap, KnownFiles known) {
        this(folders, folders, pathMap, known);
    }

    @Override
    public Resolution resolve(DataFile recorded) {
        Optional<String> did = recorded.did().map(String::strip).filter(text -> !text.isEmpty());
        Optional<Path> ofDid = did.flatMap(known::byDid);
        if (ofDid.isPresent()) {
            return only(List.of(new KnownFiles.Found(ofDid.get(), did)), "");
        }
        List<KnownFiles.Found> alike = alike(recorded);
        Optional<Path> there = atItsPath(recorded);
        if (alike.size() == 1 || there.isEmpty() && !alike.isEmpty()) {
            return only(alike.subList(0, 1), "");
        }
        return there.isPresent() ? new Resolution.Found(there.get(), did) : named(recorded, did);
    }

    /// A DATASUM has 32 bits: the name must be the same, too.
    private List<KnownFiles.Found> alike(DataFile recorded) {
        String checksum = recorded.checksum()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return checksum.isEmpty()
                ? List.of()
                : known.byChecksum(checksum).stream()
                        .filter(found -> checksum.startsWith("sha256:")
                                || found.file().getFileName().toString().equals(recorded.fileName()))
                        .toList();
    }

    /// Below the folders; a relative one below any of them.
    private Optional<Path> atItsPath(DataFile recorded) {
        String path = recorded.wholePath().strip();
        try {
            List<Path> candidates = new ArrayList<>();
            mapped(path).ifPresent(candidates::add);
            if (path.startsWith("/")) {
                candidates.add(Path.of(path));
            } else if (!path.isEmpty()) {
                folders.forEach(folder -> candidates.add(folder.resolve(path)));
            }
            return candidates.stream()
                    .map(this::allowed)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<Path> mapped(String path) {
        return pathMap.entrySet().stream()
                .filter(entry -> path.startsWith(ended(entry.getKey())))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> entry.getValue()
                        .resolve(path.substring(ended(entry.getKey()).length())));
    }

    private static String ended(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }

    private Resolution named(DataFile recorded, Optional<String> did) {
        String name = recorded.fileName();
        if (name.isEmpty()) {
            return new Resolution.Missing(did.map(text -> "no product here has the identifier " + Shown.text(text))
                    .orElse("it has neither a path nor an identifier"));
        }
        List<KnownFiles.Found> found = known.byName(name);
        if (found.isEmpty()) {
            found = names().getOrDefault(name, List.of()).stream()
                    .map(file -> new KnownFiles.Found(file, Optional.empty()))
                    .toList();
        }
        return only(found, "no file of this name lies in the folders that inputs may come from");
    }

    private Resolution only(List<KnownFiles.Found> found, String none) {
        if (found.isEmpty()) {
            return new Resolution.Missing(none);
        }
        if (found.size() > 1) {
            return new Resolution.Missing(found.size() + " files have this name");
        }
        Optional<Path> file = allowed(found.getFirst().file());
        return file.isPresent()
                ? new Resolution.Found(file.get(), found.getFirst().did())
                : new Resolution.Missing("it lies outside the folders that inputs may come from, or is gone");
    }

    /// The real path of an ordinary file, if that lies where inputs may come from.
    private Optional<Path> allowed(Path file) {
        return real(file)
                .filter(Files::isRegularFile)
                .filter(path -> folders.stream().anyMatch(path::startsWith));
    }

    private synchronized Map<String, List<Path>> names() {
        if (byName == null || System.nanoTime() - listedAtNanos > STALE_NANOS) {
            byName = new HashMap<>();
            for (Path folder : unlisted) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(this::remember);
                } catch (IOException | UncheckedIOException _) {
                    continue; // of a folder that can't be read, what was found before counts
                }
            }
            listedAtNanos = System.nanoTime();
        }
        return byName;
    }

    private void remember(Path file) {
        List<Path> same = byName.computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>());
        if (!same.contains(file)) {
            same.add(file);
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was drawn, as files of a folder of its own, below a total size: what was not asked for longest goes first. Safe
/// on any thread. A cache that can't be written costs time, never an answer.
final class PreviewCache {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewCache.class);
    private static final String UNFINISHED = ".unfinished";

    private record Kept(Path file, long size, long modifiedMillis) {}

    private final Path folder;
    private final long mostBytes;
    /// Sizes by name, the one asked for last at the end.
    private final Map<String, Long> sizes = new LinkedHashMap<>(64, 0.75f, true);

    private long bytes;

    /// @param folder made if need be; files in it are deleted when they are too many
    /// @throws IOException when the folder can't be made or listed
    PreviewCache(Path folder, long mostBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostBytes = mostBytes;
        for (Kept kept : kept()) {
            sizes.put(kept.file().getFileName().toString(), kept.size());
            bytes += kept.size();
        }
        evict();
    }

    /// What an earlier run left, oldest first. What it left unfinished is deleted.
    private List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                long size = Files.size(file);
                if (size == 0 || file.getFileName().toString().endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                } else {
                    kept.add(
                            new Kept(file, size, Files.getLastModifiedTime(file).toMillis()));
                }
            }
        }
        kept.sort(Comparator.comparingLong(Kept::modifiedMillis));
        return kept;
    }

    /// @param name letters, digits and points only
    Optional<byte[]> get(String name) {
        synchronized (sizes) {
            if (sizes.get(name) == null) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            LOG.debug("the preview {} is not in the cache any more", name, e);
            forget(name);
            return Optional.empty();
        }
    }

    private void forget(String name) {
        synchronized (sizes) {
            Long size = sizes.remove(name);
            bytes -= size == null ? 0 : size;
        }
    }

    /// Keeps this content, whole or not at all.
    void put(String name, byte[] content) {
        if (content.length == 0 || content.length > mostBytes) {
            return;
        }
        Path unfinished = folder.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("a preview can't be kept in {}: {}", folder, e.toString());
            deleteQuietly(unfinished);
            return;
        }
        synchronized (sizes) {
            Long before = sizes.put(name, (long) content.length);
            bytes += content.length - (before == null ? 0 : before);
            evict();
        }
    }

    long bytes() {
        synchronized (sizes) {
            return bytes;
        }
    }

    private void evict() {
        Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Map.Entry<String, Long> entry = oldest.next();
            oldest.remove();
            bytes -= entry.getValue();
            deleteQuietly(folder.resolve(entry.getKey()));
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} can't be deleted: {}", file, e.toString());
        }
    }
}

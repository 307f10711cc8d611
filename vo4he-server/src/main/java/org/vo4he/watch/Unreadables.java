// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Files and folders that could not be read: the system tells nothing when leave to read them is given, so they are
/// looked at now and then, more and more rarely.
///
/// Told of paths by two threads, asked by one.
final class Unreadables {

    /// Between two looks at the same path, at first and in the end.
    static final Duration SHORTEST = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Path folder;
    private final Map<String, Look> looks = new TreeMap<>();

    Unreadables(Path folder) {
        this.folder = folder;
    }

    /// When to look at a path next. Times are those of `System.nanoTime`.
    ///
    /// @param inStore whether the store knows that it could not be read, and will know when it could
    private record Look(boolean inStore, long next, long pause) {

        static Look first(boolean inStore, long now) {
            return new Look(inStore, now + SHORTEST.toNanos(), SHORTEST.toNanos());
        }

        Look again(long now) {
            long longer = Math.min(LONGEST.toNanos(), pause + pause / 2);
            return new Look(inStore, now + longer, longer);
        }
    }

    /// This path can't be read.
    synchronized void add(String path) {
        looks.putIfAbsent(path, Look.first(false, System.nanoTime()));
    }

    /// Looks at the paths that are due.
    ///
    /// @param inStore the paths that could not be read, as the store knows
    /// @return those that can be read now
    synchronized Set<String> readable(Set<String> inStore) {
        long now = System.nanoTime();
        looks.entrySet().removeIf(entry -> entry.getValue().inStore() && !inStore.contains(entry.getKey()));
        inStore.forEach(path -> looks.putIfAbsent(path, Look.first(true, now)));
        Set<String> readable = new TreeSet<>();
        for (Iterator<Map.Entry<String, Look>> each = looks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Look> entry = each.next();
            Look look = entry.getValue();
            if (look.next() - now <= 0) {
                Path file = folder.resolve(entry.getKey());
                boolean can = Files.isReadable(file) && (!Files.isDirectory(file) || Files.isExecutable(file));
                if (can) {
                    readable.add(entry.getKey());
                }
                if (!look.inStore() && (can || Files.notExists(file))) {
                    each.remove();
                } else {
                    entry.setValue(look.again(now));
                }
            }
        }
        return readable;
    }
}

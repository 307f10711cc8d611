// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the system tells of a folder and all folders in it, links followed as a harvest follows them.
///
/// A new folder is watched first and listed then, so that no file falls between. The system has one watch for one
/// folder, by however many ways it is reached.
final class TreeEvents implements AutoCloseable {

    /// Told of events, by one thread.
    interface Listener {

        /// @param path relative to the folder
        void touched(String path);

        /// Whether more is about to be told: a folder that came is walked through.
        void telling(boolean more);

        /// Events were lost.
        void lost();

        /// A folder can't be looked into.
        void unreadable(String path);

        /// A folder can't be watched.
        void blind(String reason);
    }

    private final Path folder;
    private final Path excluded;
    private final Listener listener;
    private final WatchService service;
    private final Map<WatchKey, Set<String>> folders = new HashMap<>();
    private final TreeMap<String, WatchKey> keys = new TreeMap<>();

    /// @param folder and `excluded` as real paths
    TreeEvents(Path folder, Path excluded, Listener listener) throws IOException {
        this.folder = folder;
        this.excluded = excluded;
        this.listener = listener;
        this.service = folder.getFileSystem().newWatchService();
    }

    /// Watches all folders that are there.
    void begin() {
        watch(folder, false);
        Thread.ofPlatform().name("watch-events").daemon(true).start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = service.take();
                tell(key);
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            // The watch is over.
        }
    }

    /// What is gone is told of after all that came: when a folder was renamed, its files are known under the new name
    /// by then.
    private synchronized void tell(WatchKey key) {
        Set<String> gone = new TreeSet<>();
        listener.telling(true);
        boolean lost = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                lost = true;
            } else {
                tell(key, event, gone);
            }
        }
        if (lost) {
            watchAnew();
            listener.lost();
        }
        gone.forEach(listener::touched);
        listener.telling(false);
        if (!key.reset()) {
            folders.getOrDefault(key, Set.of()).forEach(keys::remove);
            folders.remove(key);
        }
    }

    /// Watches a folder that could not be looked into before, and tells of what is in there.
    synchronized void opened(String path) {
        watch(folder.resolve(path), true);
    }

    private void tell(WatchKey key, WatchEvent<?> event, Set<String> gone) {
        for (String parent : Set.copyOf(folders.getOrDefault(key, Set.of()))) {
            Path file = folder.resolve(parent).resolve((Path) event.context());
            if (!file.startsWith(excluded)) {
                tell(file, event.kind(), gone);
            }
        }
    }

    private void tell(Path file, WatchEvent.Kind<?> kind, Set<String> gone) {
        String path = relative(file);
        if (kind == ENTRY_DELETE) {
            forget(path);
            gone.add(path);
        } else if (!Files.isDirectory(file)) {
            listener.touched(path);
        } else if (kind == ENTRY_CREATE) {
            watch(file, true);
        }
    }

    /// Among what was lost may be folders that came, which nobody watches yet, and folders that went.
    private void watchAnew() {
        Set<WatchKey> before = Set.copyOf(folders.keySet());
        folders.clear();
        keys.clear();
        watch(folder, false);
        before.stream().filter(key -> !folders.containsKey(key)).forEach(WatchKey::cancel);
    }

    /// A folder is gone, or may be.
    private void forget(String path) {
        Set<String> gone = new TreeSet<>(keys.subMap(path + "/", path + "0").keySet()); // '0' comes after '/'
        gone.add(path);
        for (String each : gone) {
            WatchKey key = keys.remove(each);
            if (key != null && folders.containsKey(key)) {
                folders.get(key).remove(each);
                if (folders.get(key).isEmpty()) {
                    folders.remove(key);
                    key.cancel();
                }
            }
        }
    }

    /// @param tell whether the files in there are news
    private void watch(Path start, boolean tell) {
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                            return directory.equals(excluded) || !register(directory)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (tell) {
                                listener.touched(relative(file));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException failure) {
                            if (Files.isDirectory(file) && failure instanceof AccessDeniedException) {
                                listener.unreadable(relative(file));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException failure) {
            listener.blind(String.valueOf(failure.getMessage()));
        }
    }

    /// @return whether to go on below: not into a link to a folder above itself
    private boolean register(Path directory) {
        try {
            if (Files.isSymbolicLink(directory)
                    && directory.getParent().toRealPath().startsWith(directory.toRealPath())) {
                return false;
            }
            WatchKey key = directory.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            String path = relative(directory);
            keys.put(path, key);
            folders.computeIfAbsent(key, _ -> new TreeSet<>()).add(path);
        } catch (AccessDeniedException _) {
            listener.unreadable(relative(directory));
        } catch (IOException failure) {
            if (Files.isDirectory(directory)) {
                listener.blind(relative(directory) + ": " + failure.getMessage());
            }
        }
        return true;
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}

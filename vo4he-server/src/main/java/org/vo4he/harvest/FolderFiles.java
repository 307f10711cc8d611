// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the published folder, as one pass sees them. Used by several threads at once.
interface FolderFiles {

    Optional<FoundFile> at(String path);

    /// The paths of the files whose name, the last part of their path, is this one.
    List<String> named(String name);

    static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// These files and no others.
    static FolderFiles of(Map<String, FoundFile> files) {
        Map<String, List<String>> byName = new HashMap<>();
        files.keySet()
                .forEach(path -> byName.computeIfAbsent(lastPart(path), _ -> new ArrayList<>(1))
                        .add(path));
        return new FolderFiles() {
            @Override
            public Optional<FoundFile> at(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> named(String name) {
                return byName.getOrDefault(name, List.of());
            }
        };
    }
}

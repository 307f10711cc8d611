// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.store.PlainName;

/// The files of the published folder, as one pass sees them. Used by several threads at once.
interface FolderFiles {

    Optional<FoundFile> at(String path);

    /// The paths of the files whose name, the last part of their path, has this plain form.
    List<String> alike(String plainName);

    static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// These files and no others.
    static FolderFiles of(Map<String, FoundFile> files) {
        Map<String, List<String>> byName = new HashMap<>();
        files.keySet()
                .forEach(path -> byName.computeIfAbsent(PlainName.of(lastPart(path)), _ -> new ArrayList<>(1))
                        .add(path));
        return new FolderFiles() {
            @Override
            public Optional<FoundFile> at(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> alike(String plainName) {
                return byName.getOrDefault(plainName, List.of());
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder that is partly known by what an earlier harvest left: of the paths that this pass did not look at, those
/// whose file lies there still. Of a folder that was renamed, the news may be in a later pass than its first files.
final class StillThere implements FolderFiles {

    private final FolderFiles files;
    private final Set<String> looked;
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();

    /// @param looked the paths that this pass looked at: what `files` says of them is of now
    StillThere(FolderFiles files, Set<String> looked) {
        this.files = files;
        this.looked = Set.copyOf(looked);
    }

    @Override
    public Optional<FoundFile> at(String path) {
        return files.at(path).filter(this::isThere);
    }

    private boolean isThere(FoundFile found) {
        return looked.contains(found.path()) || there.computeIfAbsent(found.path(), _ -> Files.exists(found.file()));
    }

    @Override
    public List<String> alike(String plainName) {
        return files.alike(plainName).stream()
                .filter(path -> at(path).isPresent())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the operator lets inputs of runs come from.
///
/// @param folders below which they may lie
/// @param pathMap from folders as recorded, perhaps on another host, to folders here, which are open too
public record InputSettings(List<Path> folders, Map<String, Path> pathMap) {

    public InputSettings {
        folders = List.copyOf(folders);
        pathMap = Collections.unmodifiableMap(new LinkedHashMap<>(pathMap));
    }

    /// @param given each a folder, or `RECORDED=FOLDER`
    /// @throws IllegalArgumentException when one side of the sign is empty
    public static InputSettings of(List<Path> given) {
        List<Path> folders = new ArrayList<>();
        Map<String, Path> pathMap = new LinkedHashMap<>();
        for (Path each : given) {
            String text = each.toString();
            int sign = text.indexOf('=');
            if (sign == 0 || sign == text.length() - 1) {
                throw new IllegalArgumentException("'" + text + "' is neither a folder nor RECORDED=FOLDER");
            }
            Path folder = sign < 0 ? each : Path.of(text.substring(sign + 1));
            folders.add(folder);
            if (sign > 0) {
                pathMap.put(text.substring(0, sign), folder);
            }
        }
        return new InputSettings(folders, pathMap);
    }

    /// What finds inputs by these settings.
    ///
    /// @param more folders that are open besides, and searched by name as those of the settings are
    /// @param listed folders that are open, too: whose files are among those known, such as the published one
    /// @param known files that somebody has a list of
    public InputResolver resolver(Collection<Path> more, Collection<Path> listed, KnownFiles known) {
        List<Path> searched = new ArrayList<>(folders);
        searched.addAll(more);
        List<Path> all = new ArrayList<>(searched);
        all.addAll(listed);
        return new InputFolders(all, searched, pathMap, known);
    }
}

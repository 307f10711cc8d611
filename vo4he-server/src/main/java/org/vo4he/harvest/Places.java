// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.store.PublishedFolder;

/// Where the files of recorded paths lie: below the published folder; or, what was remade here, in a folder of its own
/// wherever that is, under paths that begin with [PublishedFolder#REMADE].
///
/// @param root the published folder, a real path
/// @param remade a real path, or where such a folder may come to be
record Places(Path root, Path remade) {

    /// Without what was remade.
    static Places of(Path root) {
        return new Places(root, root.resolve(".remade"));
    }

    Path file(String path) {
        return path.startsWith(PublishedFolder.REMADE)
                ? remade.resolve(path.substring(PublishedFolder.REMADE.length()))
                : root.resolve(path);
    }

    /// Of a file in one of the folders.
    String path(Path file) {
        return file.startsWith(remade) ? PublishedFolder.REMADE + relative(remade, file) : relative(root, file);
    }

    boolean hold(Path file) {
        return file.startsWith(root) || file.startsWith(remade);
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}

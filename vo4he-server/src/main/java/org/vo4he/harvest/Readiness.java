// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.store.FileStamp;

/// Whether a new or changed file may be taken as it is now. One that may not is left as the last harvest saw it.
@FunctionalInterface
public interface Readiness {

    /// @param path relative to the published folder
    /// @param stamp of the file as it was found
    boolean isReady(String path, Path file, FileStamp stamp);

    /// A file that was ready, or one that it uses, changed while it was read: it stays as the last harvest saw it.
    default void changedMeanwhile(String path) {}

    /// Whether a product may be withdrawn whose file is not there any more: not while a file has come that is not
    /// ready, and may be the one that went. A path that is refused here stays as the last harvest saw it.
    default boolean mayBeWithdrawn(String path) {
        return true;
    }

    /// Every file is taken as it is.
    Readiness ALWAYS = (_, _, _) -> true;
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;

/// What an archive has for inputs of runs.
///
/// @param files its products
/// @param folders where they lie: the published one, those of calibration, that of what was remade
record ArchiveInputs(KnownFiles files, List<Path> folders) {

    /// There is no archive.
    static final ArchiveInputs NONE = new ArchiveInputs(KnownFiles.NONE, List.of());

    ArchiveInputs {
        folders = List.copyOf(folders);
    }

    static ArchiveInputs of(Products products, PublishedFolder folder) {
        List<Path> folders = new ArrayList<>(folder.calibration());
        folders.add(folder.root());
        folder.remade().ifPresent(folders::add);
        return new ArchiveInputs(new StoredFiles(products, folder), folders);
    }
}

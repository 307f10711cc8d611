// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the products of one page of results are called, so that no two of them are called the same.
///
/// @param files of the products, by publisher DID
/// @param paths of the files of each name
record RowNames(Map<String, ProductFiles.Filed> files, Map<String, Set<String>> paths) {

    static RowNames of(Map<String, ProductFiles.Filed> files) {
        return new RowNames(
                files,
                files.values().stream()
                        .collect(Collectors.groupingBy(
                                ProductFiles.Filed::fileName,
                                Collectors.mapping(ProductFiles.Filed::path, Collectors.toSet()))));
    }

    /// The name of its file, with the folders where another file here has that name, and the HDU where it is one of
    /// several products of a file: `rate.fits`, `obs1/rate.fits`, `spectra.pha [SPECTRUM,2]`.
    Optional<String> file(Found found) {
        String did = found.did();
        String hdu = did.contains("#") ? " [" + did.substring(did.indexOf('#') + 1) + "]" : "";
        return Optional.ofNullable(files.get(did))
                .map(filed -> (paths.get(filed.fileName()).size() > 1 ? filed.path() : filed.fileName()) + hdu);
    }

    /// The target, or the title, or the file.
    String first(Found found) {
        return found.string("target_name")
                .or(() -> found.string("obs_title"))
                .or(() -> file(found))
                .orElseGet(found::name);
    }

    /// For who hears it without the rest of the row: `Crab, crab.fits`.
    String whole(Found found) {
        String first = first(found);
        return file(found)
                .filter(file -> !file.equals(first))
                .map(file -> first + ", " + file)
                .orElse(first);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files of products that were remade here and published: nobody else has them. They never change; what is being put
/// there has a name with a dot until it is whole.
public final class PublishedFiles {

    /// Where they are in a backup, and in a state that is restored from it.
    static final String FOLDER = "published/";

    /// No part begins with a dot: no name in a backup leads out of the state.
    private static final Pattern NAME = Pattern.compile(FOLDER + "(?!\\.)[^/\\\\]+(?:/(?!\\.)[^/\\\\]+)*");

    private PublishedFiles() {}

    static boolean isOne(String member) {
        return NAME.matcher(member).matches();
    }

    /// Those that are there now.
    ///
    /// @param folder may be missing: then nothing was published
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isOne(member(folder, file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    static String member(Path folder, Path file) {
        return FOLDER + folder.relativize(file).toString().replace('\\', '/');
    }
}

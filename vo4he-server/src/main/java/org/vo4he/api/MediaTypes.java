// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What kind of file an output is: by its first bytes, then by the end of its name.
final class MediaTypes {

    static final String FITS = "application/fits";
    static final String TEXT = "text/plain;charset=utf-8";

    private MediaTypes() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(9);
            if (new String(start, StandardCharsets.ISO_8859_1).equals("SIMPLE  =")) {
                return FITS;
            }
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt") || name.endsWith(".log") || name.endsWith(".reg")) {
            return TEXT;
        }
        if (name.endsWith(".gz")) {
            return "application/gzip";
        }
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }
}

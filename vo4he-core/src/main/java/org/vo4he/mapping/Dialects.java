// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The dialects of the missions, by the spellings of TELESCOP. A mission's file is read when its first product is
/// met, so that a command about one file reads one of them.
public final class Dialects {

    private static final String FOLDER = "dialects/";
    private static final Map<String, String> FILES = index();
    private static final Map<String, Dialect> READ = new ConcurrentHashMap<>();

    private Dialects() {}

    private static Map<String, String> index() {
        String text = new String(resource(FOLDER + "telescop.csv"), StandardCharsets.UTF_8);
        return text.lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
    }

    /// The dialect of the mission that a TELESCOP card names; that of no mission if it is not known.
    static Dialect of(Optional<String> telescop) {
        return telescop.map(name -> FILES.get(name.strip().toUpperCase(Locale.ROOT)))
                .map(Dialects::named)
                .orElse(Dialect.NONE);
    }

    /// All of them in the order of their names.
    public static List<Dialect> all() {
        return new TreeSet<>(FILES.values()).stream().map(Dialects::named).toList();
    }

    private static Dialect named(String name) {
        Dialect read = READ.get(name);
        return read != null ? read : READ.computeIfAbsent(name, Dialects::load);
    }

    private static Dialect load(String name) {
        String file = name + ".yaml";
        try {
            return DialectReader.read(file, resource(FOLDER + file));
        } catch (RulesException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Dialects.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vo4he.mapping.RulesException;
import org.vo4he.mapping.YamlFile;
import org.vo4he.mapping.YamlPart;

/// A mapping of a YAML file of which all keys are known.
///
/// @param what it is, for messages: `program evselect`
record Keys(String what, YamlPart.Mapping mapping) {

    /// The whole of a file.
    static Keys ofFile(Path file, Set<String> known) throws PipelineException {
        try {
            YamlPart root = YamlFile.read(file.toString(), Files.readAllBytes(file))
                    .orElseThrow(() -> new PipelineException(file + " is empty"));
            return of("the file", root, known);
        } catch (RulesException e) {
            throw new PipelineException(e);
        } catch (NoSuchFileException e) {
            throw new PipelineException("there is no file " + file, e);
        } catch (IOException e) {
            throw new PipelineException(file + " can't be read: " + e, e);
        }
    }

    static Keys of(String what, YamlPart part, Set<String> known) throws PipelineException {
        Keys keys = new Keys(what, mapping(what, part));
        for (YamlPart.Entry entry : keys.mapping.entries()) {
            if (!known.contains(entry.key())) {
                throw new PipelineException(
                        entry.place(),
                        what + " has the key '" + entry.key() + "'; known are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return keys;
    }

    static YamlPart.Mapping mapping(String what, YamlPart part) throws PipelineException {
        if (part instanceof YamlPart.Mapping mapping) {
            return mapping;
        }
        throw new PipelineException(part.place(), what + " takes keys with values");
    }

    YamlPart.Place place() {
        return mapping.place();
    }

    /// Of a key's value, if it is there.
    YamlPart.Place place(String key) {
        return entry(key).map(entry -> entry.value().place()).orElse(place());
    }

    Optional<YamlPart.Entry> entry(String key) {
        return mapping.entry(key);
    }

    YamlPart.Entry required(String key) throws PipelineException {
        return entry(key).orElseThrow(() -> new PipelineException(place(), what + " needs the key '" + key + "'"));
    }

    /// One word.
    Optional<String> text(String key) throws PipelineException {
        Optional<YamlPart.Entry> entry = entry(key);
        if (entry.isPresent() && entry.get().text().isEmpty()) {
            throw new PipelineException(entry.get().place(), key + " of " + what + " takes one value");
        }
        return entry.flatMap(YamlPart.Entry::text);
    }

    Optional<String> text(String key, String wanted, Predicate<String> accepts) throws PipelineException {
        Optional<String> text = text(key);
        if (text.filter(accepts.negate()).isPresent()) {
            throw refused(key, wanted, text.get());
        }
        return text;
    }

    Optional<Boolean> flag(String key) throws PipelineException {
        return text(key, "true or false", Set.of("true", "false")::contains).map("true"::equals);
    }

    Optional<Long> whole(String key) throws PipelineException {
        return text(key, "a whole number above 0", text -> text.matches("0*[1-9][0-9]{0,8}"))
                .map(Long::valueOf);
    }

    PipelineException refused(String key, String wanted, String found) {
        return new PipelineException(place(key), key + " of " + what + " takes " + wanted + ", not '" + found + "'");
    }

    /// Words.
    List<String> list(String key) throws PipelineException {
        List<String> words = new ArrayList<>();
        if (entry(key).isPresent()) {
            for (YamlPart part : sequence(key)) {
                words.add(word(part, key));
            }
        }
        return words;
    }

    List<YamlPart> sequence(String key) throws PipelineException {
        if (required(key).value() instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts)) {
            return parts;
        }
        throw new PipelineException(required(key).place(), key + " of " + what + " takes a list");
    }

    String word(YamlPart part, String key) throws PipelineException {
        if (part instanceof YamlPart.Scalar(YamlPart.Place _, Optional<String> text) && text.isPresent()) {
            return text.get();
        }
        throw new PipelineException(part.place(), key + " of " + what + " takes texts");
    }

    /// Texts by name.
    Map<String, String> texts(String key) throws PipelineException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (entry(key).isPresent()) {
            for (YamlPart.Entry entry :
                    mapping(key + " of " + what, required(key).value()).entries()) {
                texts.put(entry.key(), word(entry.value(), key));
            }
        }
        return texts;
    }
}

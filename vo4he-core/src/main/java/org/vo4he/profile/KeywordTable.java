// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vo4he.mapping.RulesException;
import org.vo4he.mapping.YamlPart;

/// Reads the table of keywords, whichever of the names of its columns are used.
final class KeywordTable {

    private static final Set<String> OWN_WORDS = Set.of(
            "name", "extension", "description", "type", "unit", "default", "expected", "range", "required", "search");

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "t", "x");

    private final ProfileForm form;
    private final boolean strict;
    private final List<String> remarks;

    KeywordTable(ProfileForm form, boolean strict, List<String> remarks) {
        this.form = form;
        this.strict = strict;
        this.remarks = remarks;
    }

    /// A list of rows; or rows by keyword; or lists of rows by extension.
    List<ProfileKeyword> read(YamlPart table) throws RulesException {
        List<ProfileKeyword> keywords = new ArrayList<>();
        switch (table) {
            case YamlPart.Sequence(YamlPart.Place _, List<YamlPart> rows) -> {
                for (YamlPart row : rows) {
                    row(row, "", "").ifPresent(keywords::add);
                }
            }
            case YamlPart.Mapping(YamlPart.Place _, List<YamlPart.Entry> entries) -> {
                for (YamlPart.Entry entry : entries) {
                    if (entry.value() instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> rows)) {
                        for (YamlPart row : rows) {
                            row(row, "", entry.key()).ifPresent(keywords::add);
                        }
                    } else {
                        row(entry.value(), entry.key(), "").ifPresent(keywords::add);
                    }
                }
            }
            case YamlPart.Scalar(YamlPart.Place place, Optional<String> _) ->
                throw new RulesException(place, "'keywords' needs a list");
        }
        return List.copyOf(keywords);
    }

    private Optional<ProfileKeyword> row(YamlPart part, String key, String group) throws RulesException {
        if (!(part instanceof YamlPart.Mapping row)) {
            doubt(part.place(), "a keyword needs a name and what is known of it");
            return Optional.empty();
        }
        if (strict) {
            for (YamlPart.Entry entry : row.entries()) {
                if (!OWN_WORDS.contains(entry.key())) {
                    throw new RulesException(entry.place(), "'" + entry.key() + "' is not known of a keyword");
                }
            }
        }
        String name = word(row, "name").orElse(key).strip();
        if (!name.matches("[A-Z0-9_-]{1,8}")) {
            doubt(row.place(), "'" + name + "' is no keyword of FITS: up to 8 of A-Z 0-9 _ -");
            return Optional.empty();
        }
        ProfileKeyword.Type type = type(row, name);
        Optional<String> written = word(row, "default", "default_value");
        Optional<String> fallback = written.filter(text -> !Placeholder.isNone(text));
        boolean required = word(row, "required")
                .map(KeywordTable::isYes)
                .orElseGet(() -> written.filter(text -> !text.isBlank()).isEmpty());
        return Optional.of(new ProfileKeyword(
                name,
                extension(row, group),
                word(row, "description").orElse(""),
                type,
                word(row, "unit").filter(unit -> !Placeholder.isNone(unit)).orElse(""),
                fallback,
                expected(row, type),
                required,
                searched(row, "sdb_search", "science"),
                searched(row, "ba_search", "burst")));
    }

    private ProfileKeyword.Type type(YamlPart.Mapping row, String name) throws RulesException {
        String text = word(row, "type", "data_type", "format").orElse("string");
        Optional<ProfileKeyword.Type> type = ProfileKeyword.Type.of(text);
        if (type.isEmpty()) {
            doubt(row.place(), name + " has the type '" + text + "', expected string, integer, float, boolean or date");
        }
        return type.orElse(ProfileKeyword.Type.STRING);
    }

    /// The seed's table is of VO-TAGS only, and does not say so.
    private String extension(YamlPart.Mapping row, String group) {
        String extension = word(row, "extension", "hdu").orElse(group);
        if (form == ProfileForm.SEED && extension.isEmpty()) {
            return ProfileKeyword.VO_TAGS;
        }
        return Placeholder.isNone(extension) ? "" : extension.strip();
    }

    private static Expected expected(YamlPart.Mapping row, ProfileKeyword.Type type) {
        boolean numeric = type == ProfileKeyword.Type.INTEGER || type == ProfileKeyword.Type.FLOAT;
        for (String word : List.of("expected", "expected values", "expected_values", "range")) {
            Optional<YamlPart.Entry> entry = row.entry(word);
            Expected expected = entry.isEmpty()
                    ? new Expected.Anything()
                    : expected(entry.get().value(), numeric, word.equals("range"));
            if (!(expected instanceof Expected.Anything)) {
                return expected;
            }
        }
        return new Expected.Anything();
    }

    private static Expected expected(YamlPart part, boolean numeric, boolean range) {
        return switch (part) {
            case YamlPart.Scalar scalar -> Expected.parse(scalar.text().orElse(""), numeric && range);
            case YamlPart.Sequence sequence -> {
                List<String> values = scalars(sequence);
                boolean written =
                        numeric && values.size() == 1 && values.getFirst().contains("..");
                yield written ? Expected.parse(values.getFirst(), true) : Expected.of(values, numeric && range);
            }
            case YamlPart.Mapping mapping ->
                Expected.between(
                        word(mapping, "min").orElse(""), word(mapping, "max").orElse(""));
        };
    }

    /// Each as it is: a description may hold a comma.
    private static List<String> scalars(YamlPart.Sequence sequence) {
        return sequence.parts().stream()
                .map(part -> part instanceof YamlPart.Scalar scalar ? scalar.text() : Optional.<String>empty())
                .flatMap(Optional::stream)
                .filter(text -> !Placeholder.isNone(text))
                .toList();
    }

    private static boolean searched(YamlPart.Mapping row, String column, String word) {
        return word(row, column).map(KeywordTable::isYes).orElse(false)
                || row.entry("search")
                        .map(entry -> ProfileReader.words(entry.value()).contains(word))
                        .orElse(false);
    }

    private static boolean isYes(String text) {
        return YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> word(YamlPart.Mapping row, String... names) {
        for (String name : names) {
            Optional<String> text = row.entry(name).flatMap(YamlPart.Entry::text);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private void doubt(YamlPart.Place place, String problem) throws RulesException {
        if (strict) {
            throw new RulesException(place, problem);
        }
        remarks.add(place + ": " + problem);
    }
}

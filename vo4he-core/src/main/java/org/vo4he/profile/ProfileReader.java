// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.mapping.ConstantText;
import org.vo4he.mapping.NamePattern;
import org.vo4he.mapping.RulesException;
import org.vo4he.mapping.YamlFile;
import org.vo4he.mapping.YamlPart;
import org.vo4he.obscore.ObsCoreColumn;

/// Reads definitions of profiles in any of the three forms; the form is told by the words that it uses.
///
/// vo4he's own form is read strictly: a word that is not known is refused with line and column. The other two are read
/// as they are met: what is not understood is a remark.
public final class ProfileReader {

    private static final Set<String> OWN_WORDS = Set.of(
            "name",
            "card",
            "match",
            "description",
            "contact",
            "instrument",
            "level",
            "stream",
            "version",
            "programs",
            "unicity",
            "newest",
            "defaults",
            "keywords");

    /// What each word of vo4he's own form is called in product cards.
    private static final Map<String, String> CARD_WORDS =
            Map.of("level", "dp_level", "stream", "dstream", "version", "prdm_ver", "unicity", "unicity_rule");

    private final String file;
    private final boolean strict;
    private final List<String> remarks = new ArrayList<>();

    private ProfileReader(String file, boolean strict) {
        this.file = file;
        this.strict = strict;
    }

    /// @param form in which the file is written
    /// @param remarks sentences about what was not understood, each with its place
    public record Read(ProfileForm form, List<ProductProfile> profiles, List<String> remarks) {}

    /// @throws ProfileException if the file is no definition
    public static Read read(Path path) throws ProfileException {
        String name = path.getFileName().toString();
        try {
            return read(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new ProfileException(name + " can't be read: " + e.getMessage(), e);
        }
    }

    static Read read(String name, byte[] content) throws ProfileException {
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            Optional<YamlPart> root = json ? YamlFile.readJson(name, content) : YamlFile.read(name, content);
            if (root.isEmpty()) {
                throw new ProfileException(name + " is empty");
            }
            ProfileReader reader = new ProfileReader(name, !json);
            ProfileForm form = json ? ProfileForm.of(root.get()) : ProfileForm.OWN;
            List<ProductProfile> profiles = new ArrayList<>();
            for (YamlPart part : reader.definitions(root.get())) {
                profiles.add(reader.profile(part, form));
            }
            return new Read(form, List.copyOf(profiles), List.copyOf(reader.remarks));
        } catch (RulesException e) {
            throw new ProfileException(e.getMessage(), e);
        }
    }

    /// Several cards may stand in one list.
    private List<YamlPart> definitions(YamlPart root) {
        boolean severalCards = root instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts)
                && parts.stream()
                        .allMatch(part -> part instanceof YamlPart.Mapping mapping
                                && mapping.entry("keywords").isPresent());
        return severalCards ? ((YamlPart.Sequence) root).parts() : List.of(root);
    }

    private ProductProfile profile(YamlPart part, ProfileForm form) throws RulesException {
        KeywordTable table = new KeywordTable(form, strict, remarks);
        if (!(part instanceof YamlPart.Mapping body)) {
            return seed(table.read(part));
        }
        if (form == ProfileForm.SEED && body.entry("keywords").isEmpty()) {
            return seed(table.read(body));
        }
        if (strict) {
            for (YamlPart.Entry entry : body.entries()) {
                if (!OWN_WORDS.contains(entry.key())) {
                    throw new RulesException(
                            entry.place(),
                            "'" + entry.key() + "' is not known; a profile has "
                                    + String.join(
                                            ", ", OWN_WORDS.stream().sorted().toList()));
                }
            }
        }
        Optional<YamlPart.Entry> keywords = body.entry("keywords");
        List<ProfileKeyword> rows =
                keywords.isPresent() ? table.read(keywords.get().value()) : List.of();
        return form == ProfileForm.SEED ? seed(rows) : profile(body, rows);
    }

    /// The seed's form names no profile: the file's name stands for it.
    private ProductProfile seed(List<ProfileKeyword> keywords) {
        return new ProductProfile(
                stem(), List.of(), "", ProductProfile.Heading.EMPTY, UnicityRule.NONE, List.of(), Map.of(), keywords);
    }

    private String stem() {
        return file.replaceFirst("\\.[^.]*$", "");
    }

    private ProductProfile profile(YamlPart.Mapping body, List<ProfileKeyword> keywords) throws RulesException {
        List<String> cards = words(body, "card");
        String name = word(body, "name").orElse(cards.isEmpty() ? stem() : cards.getFirst());
        boolean hasNewest = body.entry("newest").isPresent();
        return new ProductProfile(
                name,
                cards,
                pattern(body),
                new ProductProfile.Heading(
                        word(body, "description").orElse(""),
                        word(body, "contact").orElse(""),
                        word(body, "instrument").orElse(""),
                        word(body, "level").orElse(""),
                        word(body, "stream").orElse(""),
                        word(body, "version").orElse(""),
                        words(body, "programs")),
                unicity(body),
                hasNewest ? words(body, "newest") : ProductProfile.NEWEST,
                defaults(body),
                keywords);
    }

    private Optional<YamlPart.Entry> entry(YamlPart.Mapping body, String word) {
        return strict ? body.entry(word) : body.entry(CARD_WORDS.getOrDefault(word, word));
    }

    private Optional<String> word(YamlPart.Mapping body, String word) {
        return entry(body, word).flatMap(YamlPart.Entry::text).filter(text -> strict || !Placeholder.isNone(text));
    }

    private List<String> words(YamlPart.Mapping body, String word) {
        Optional<YamlPart.Entry> entry = entry(body, word);
        return entry.isEmpty() ? List.of() : words(entry.get().value());
    }

    static List<String> words(YamlPart part) {
        return switch (part) {
            case YamlPart.Scalar scalar ->
                scalar.text()
                        .filter(text -> !Placeholder.isNone(text))
                        .map(UnicityRule::words)
                        .orElse(List.of());
            case YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts) ->
                parts.stream().flatMap(each -> words(each).stream()).toList();
            case YamlPart.Mapping _ -> List.of();
        };
    }

    private String pattern(YamlPart.Mapping body) throws RulesException {
        String match = word(body, "match").orElse("");
        try {
            return NamePattern.of(match).toString();
        } catch (IllegalArgumentException e) {
            throw new RulesException(
                    entry(body, "match").orElseThrow().value().place(), "match '" + match + "' " + e.getMessage());
        }
    }

    private UnicityRule unicity(YamlPart.Mapping body) throws RulesException {
        Optional<YamlPart.Entry> entry = entry(body, "unicity");
        if (entry.isEmpty()) {
            return UnicityRule.NONE;
        }
        Optional<UnicityRule> rule = switch (entry.get().value()) {
            case YamlPart.Scalar scalar -> UnicityRule.parse(scalar.text().orElse(""));
            case YamlPart.Sequence list -> Optional.of(UnicityRule.forAll(words(list)));
            case YamlPart.Mapping(YamlPart.Place _, List<YamlPart.Entry> programs) -> {
                Map<String, List<String>> byProgram = new java.util.LinkedHashMap<>();
                programs.forEach(program -> byProgram.put(program.key(), words(program.value())));
                yield Optional.of(new UnicityRule(byProgram));
            }
        };
        if (rule.isEmpty()) {
            doubt(entry.get().value().place(), "the unicity rule is not understood; expected {All: [OBS_ID]}");
        }
        return rule.orElse(UnicityRule.NONE);
    }

    private Map<ObsCoreColumn, Object> defaults(YamlPart.Mapping body) throws RulesException {
        Optional<YamlPart.Entry> entry = entry(body, "defaults");
        Map<ObsCoreColumn, Object> defaults = new java.util.EnumMap<>(ObsCoreColumn.class);
        if (entry.isPresent() && entry.get().value() instanceof YamlPart.Mapping mapping) {
            for (YamlPart.Entry value : mapping.entries()) {
                ObsCoreColumn column = ObsCoreColumn.named(value.key())
                        .orElseThrow(
                                () -> new RulesException(value.place(), "ObsCore has no column '" + value.key() + "'"));
                try {
                    defaults.put(column, ConstantText.parse(column, value.text().orElse("")));
                } catch (IllegalArgumentException e) {
                    throw new RulesException(value.value().place(), e.getMessage());
                }
            }
        } else if (entry.isPresent()) {
            throw new RulesException(entry.get().place(), "'defaults' needs columns and values");
        }
        return defaults;
    }

    private void doubt(YamlPart.Place place, String problem) throws RulesException {
        if (strict) {
            throw new RulesException(place, problem);
        }
        remarks.add(place + ": " + problem);
    }
}

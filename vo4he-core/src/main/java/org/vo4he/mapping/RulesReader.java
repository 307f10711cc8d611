// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.obscore.ObsCoreColumn;

/// Reads the YAML of a rules file; all that can be known to be wrong without a product is refused here.
///
/// The sections are read in the order of their weight: `set` and `default` for every file, `types`, `rules`; the last
/// word on a column wins.
final class RulesReader {

    /// These are the publisher's business at harvest time, never a constant.
    private static final Set<ObsCoreColumn> PUBLISHERS = Set.of(
            ObsCoreColumn.OBS_PUBLISHER_DID,
            ObsCoreColumn.PUBLISHER_ID,
            ObsCoreColumn.ACCESS_URL,
            ObsCoreColumn.ACCESS_FORMAT,
            ObsCoreColumn.ACCESS_ESTSIZE);

    private static final String SHAPE = "expected 'rules:' and a list of entries with 'match', 'when', 'set' and"
            + " 'default', before it 'set:' and 'default:' for every file, and 'types:'";

    private static final String DATAPRODUCT_TYPE = "dataproduct_type";

    private static final NamePattern EVERY_FILE = NamePattern.of("*");

    private RulesReader() {}

    static List<Rule> read(String file, byte[] content) throws RulesException {
        Optional<YamlPart> root = YamlFile.read(file, content);
        if (root.isEmpty()) {
            return List.of();
        }
        if (!(root.get() instanceof YamlPart.Mapping sections)) {
            throw new RulesException(root.get().place(), SHAPE);
        }
        for (YamlPart.Entry section : sections.entries()) {
            if (!Set.of("set", "default", "types", "rules").contains(section.key())) {
                throw new RulesException(section.place(), "'" + section.key() + "' is not known; " + SHAPE);
            }
        }
        List<Rule> rules = new ArrayList<>();
        List<Rule.Setting> everywhere = settings(sections, List.of());
        if (!everywhere.isEmpty()) {
            rules.add(new Rule(everywhere.getFirst().place(), EVERY_FILE, List.of(), everywhere));
        }
        Optional<YamlPart.Entry> types = sections.entry("types");
        if (types.isPresent()) {
            types(types.get(), rules);
        }
        Optional<YamlPart.Entry> entries = sections.entry("rules");
        if (entries.isPresent()) {
            if (!(entries.get().value() instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> list))) {
                throw new RulesException(entries.get().place(), "'rules' needs a list; " + SHAPE);
            }
            for (YamlPart entry : list) {
                rules.add(rule(entry));
            }
        }
        return List.copyOf(rules);
    }

    private static void types(YamlPart.Entry section, List<Rule> rules) throws RulesException {
        for (YamlPart.Entry type : mapping(section, "'types' needs product types, each with 'set' or 'default'")
                .entries()) {
            if (!ObsCoreColumn.DATAPRODUCT_TYPE.allowed().contains(type.key())) {
                throw new RulesException(
                        type.place(),
                        "'" + type.key() + "' is no dataproduct_type, expected one of "
                                + String.join(", ", ObsCoreColumn.DATAPRODUCT_TYPE.allowed()));
            }
            YamlPart.Mapping body = mapping(type, "the type '" + type.key() + "' needs 'set' or 'default'");
            only(body, Set.of("set", "default"));
            Rule.Condition isOfType = new Rule.OfType(Rule.Wanted.of(List.of(type.key())));
            rules.add(new Rule(type.place(), EVERY_FILE, List.of(isOfType), some(body, type.key(), List.of())));
        }
    }

    private static Rule rule(YamlPart part) throws RulesException {
        if (!(part instanceof YamlPart.Mapping entry)) {
            throw new RulesException(part.place(), "an entry needs 'match' and 'set'; " + SHAPE);
        }
        only(entry, Set.of("match", "when", "set", "default"));
        Optional<YamlPart.Entry> match = entry.entry("match");
        if (match.isEmpty()) {
            throw new RulesException(part.place(), "the entry has no 'match'");
        }
        NamePattern pattern = pattern(match.get());
        List<Rule.Condition> conditions = new ArrayList<>();
        Optional<YamlPart.Entry> when = entry.entry("when");
        if (when.isPresent()) {
            for (YamlPart.Entry condition :
                    mapping(when.get(), "'when' needs keywords and values").entries()) {
                conditions.add(condition(condition));
            }
        }
        return new Rule(
                part.place(), pattern, List.copyOf(conditions), some(entry, pattern.toString(), pattern.parts()));
    }

    private static NamePattern pattern(YamlPart.Entry match) throws RulesException {
        String text = match.text()
                .orElseThrow(() -> new RulesException(match.place(), "'match' needs a pattern such as \"*.evt*\""));
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw new RulesException(match.value().place(), "match '" + text + "' " + e.getMessage());
        }
    }

    private static Rule.Condition condition(YamlPart.Entry entry) throws RulesException {
        Rule.Wanted wanted = Rule.Wanted.of(wanted(entry));
        if (entry.key().equals(DATAPRODUCT_TYPE)) {
            return new Rule.OfType(wanted);
        }
        try {
            return new Rule.OfHeader(HeaderKeyword.of(entry.key()), wanted);
        } catch (IllegalArgumentException e) {
            throw new RulesException(entry.place(), "when " + e.getMessage());
        }
    }

    private static List<String> wanted(YamlPart.Entry entry) throws RulesException {
        List<YamlPart> values = entry.value() instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> list)
                ? list
                : List.of(entry.value());
        List<String> texts = new ArrayList<>();
        for (YamlPart value : values) {
            if (!(value instanceof YamlPart.Scalar(YamlPart.Place _, Optional<String> text))
                    || text.isEmpty() && values.size() > 1) {
                throw new RulesException(value.place(), "when " + entry.key() + " needs a value, or a list of values");
            }
            text.ifPresent(texts::add);
        }
        return texts;
    }

    private static List<Rule.Setting> some(YamlPart.Mapping entry, String name, List<String> parts)
            throws RulesException {
        List<Rule.Setting> settings = settings(entry, parts);
        if (settings.isEmpty()) {
            throw new RulesException(entry.place(), "the entry for '" + name + "' sets nothing");
        }
        return settings;
    }

    /// `default` first: what is set afterwards wins.
    private static List<Rule.Setting> settings(YamlPart.Mapping entry, List<String> parts) throws RulesException {
        List<Rule.Setting> settings = new ArrayList<>();
        for (String section : List.of("default", "set")) {
            Optional<YamlPart.Entry> values = entry.entry(section);
            if (values.isPresent()) {
                for (YamlPart.Entry setting : mapping(values.get(), "'" + section + "' needs columns and values")
                        .entries()) {
                    ObsCoreColumn column = column(setting);
                    settings.add(new Rule.Setting(
                            setting.value().place(),
                            column,
                            new RuleValueReader(column, parts).read(setting.value()),
                            section.equals("default")));
                }
            }
        }
        return List.copyOf(settings);
    }

    private static ObsCoreColumn column(YamlPart.Entry setting) throws RulesException {
        ObsCoreColumn column = ObsCoreColumn.named(setting.key())
                .orElseThrow(
                        () -> new RulesException(setting.place(), "ObsCore 1.1 has no column '" + setting.key() + "'"));
        if (PUBLISHERS.contains(column)) {
            throw new RulesException(setting.place(), setting.key() + " is made by the harvest and can't be set");
        }
        return column;
    }

    private static YamlPart.Mapping mapping(YamlPart.Entry entry, String otherwise) throws RulesException {
        if (entry.value() instanceof YamlPart.Mapping mapping) {
            return mapping;
        }
        throw new RulesException(entry.place(), otherwise);
    }

    private static void only(YamlPart.Mapping mapping, Set<String> keys) throws RulesException {
        for (YamlPart.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.key())) {
                throw new RulesException(entry.place(), "'" + entry.key() + "' is not known; " + SHAPE);
            }
        }
    }
}

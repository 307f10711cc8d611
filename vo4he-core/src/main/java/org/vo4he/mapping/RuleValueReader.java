// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.units.Unit.Dimension.ENERGY;
import static org.vo4he.units.Unit.Dimension.FREQUENCY;
import static org.vo4he.units.Unit.Dimension.LENGTH;
import static org.vo4he.units.Unit.Dimension.TIME;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// Reads what a rules file says of one column, and refuses what can never be right.
final class RuleValueReader {

    /// Limits of the spectral axis, which a file may state as energies.
    static final Set<ObsCoreColumn> WAVELENGTHS = Set.of(ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX);

    static final Set<ObsCoreColumn> DATES = Set.of(ObsCoreColumn.T_MIN, ObsCoreColumn.T_MAX);

    private static final Set<Unit.Dimension> SPECTRAL = Set.of(ENERGY, LENGTH, FREQUENCY);

    private static final Set<String> KEYS = Set.of("keyword", "unit", "since", "scale", "template", "otherwise");

    private static final String FORMS =
            "a value, a template such as \"{OBS_ID}\", or {keyword: EXPOSURE, unit: ks, otherwise: null}";

    private final ObsCoreColumn column;
    private final List<String> parts;

    /// @param parts of the name that the entry's pattern has
    RuleValueReader(ObsCoreColumn column, List<String> parts) {
        this.column = column;
        this.parts = parts;
    }

    RuleValue read(YamlPart part) throws RulesException {
        return switch (part) {
            case YamlPart.Scalar scalar -> scalar(scalar, Optional.empty());
            case YamlPart.Mapping mapping -> mapping(mapping);
            case YamlPart.Sequence(YamlPart.Place place, List<YamlPart> _) -> throw wrong(place, "needs " + FORMS);
        };
    }

    private RuleValue scalar(YamlPart.Scalar scalar, Optional<RuleValue> otherwise) throws RulesException {
        if (scalar.text().isEmpty()) {
            if (column.need() == ObsCoreColumn.Need.NEVER_NULL) {
                throw new RulesException(scalar.place(), column.columnName() + " may not be null");
            }
            return new RuleValue.Nothing();
        }
        String text = scalar.text().get();
        try {
            return TextTemplate.hasFields(text)
                    ? new RuleValue.Text(TextTemplate.of(text, parts), otherwise)
                    : new RuleValue.Constant(ConstantText.parse(column, text));
        } catch (IllegalArgumentException e) {
            throw new RulesException(scalar.place(), e.getMessage());
        }
    }

    private RuleValue mapping(YamlPart.Mapping mapping) throws RulesException {
        for (YamlPart.Entry entry : mapping.entries()) {
            if (!KEYS.contains(entry.key())) {
                throw new RulesException(entry.place(), "'" + entry.key() + "' is not known; expected " + FORMS);
            }
        }
        Optional<RuleValue> otherwise = otherwise(mapping.entry("otherwise"));
        Optional<YamlPart.Entry> template = mapping.entry("template");
        Optional<YamlPart.Entry> keyword = mapping.entry("keyword");
        if (template.isPresent() == keyword.isPresent()) {
            throw wrong(mapping.place(), "needs either 'keyword' or 'template'");
        }
        if (template.isPresent()) {
            refuse(mapping, List.of("unit", "since", "scale"), "goes with 'keyword', not with 'template'");
            if (!(template.get().value() instanceof YamlPart.Scalar scalar)
                    || scalar.text().isEmpty()) {
                throw wrong(template.get().place(), "needs a template such as \"{OBS_ID}\"");
            }
            return scalar(scalar, otherwise);
        }
        return ofKeyword(mapping, keywords(keyword.get()), otherwise);
    }

    private RuleValue ofKeyword(YamlPart.Mapping mapping, List<HeaderKeyword> keywords, Optional<RuleValue> otherwise)
            throws RulesException {
        Optional<Unit> unit = unit(mapping.entry("unit"));
        if (DATES.contains(column)) {
            return moment(mapping, keywords, unit, otherwise);
        }
        refuse(mapping, List.of("since", "scale"), "is for t_min and t_max");
        return switch (column.type()) {
            case TEXT, TIMESTAMP, REGION -> new RuleValue.Word(keywords, otherwise);
            case INTEGER, BIGINT, DOUBLE -> new RuleValue.Quantity(keywords, unit, otherwise);
        };
    }

    private RuleValue moment(
            YamlPart.Mapping mapping, List<HeaderKeyword> keywords, Optional<Unit> unit, Optional<RuleValue> otherwise)
            throws RulesException {
        Optional<YamlPart.Entry> scale = mapping.entry("scale");
        Optional<TimeSystem> system =
                scale.flatMap(YamlPart.Entry::text).flatMap(TimeSystem::named).filter(of -> of != TimeSystem.LOCAL);
        if (scale.isPresent() && system.isEmpty()) {
            throw wrong(scale.get().value().place(), "has a scale that is none of TT, TDB, TAI, UTC, GPS, TCB, TCG");
        }
        return new RuleValue.Moment(keywords, unit, since(mapping.entry("since")), system, otherwise);
    }

    private RuleValue.Since since(Optional<YamlPart.Entry> entry) throws RulesException {
        if (entry.isEmpty()) {
            return new RuleValue.MjdZero();
        }
        String text = entry.get().text().orElse("");
        if (text.equals("MJDREF")) {
            return new RuleValue.MjdrefCards();
        }
        try {
            return new RuleValue.Day((Double) ConstantText.parse(ObsCoreColumn.T_MIN, text));
        } catch (IllegalArgumentException e) {
            throw wrong(entry.get().value().place(), "counts since '" + text + "', expected MJDREF or an MJD in days");
        }
    }

    private Optional<RuleValue> otherwise(Optional<YamlPart.Entry> entry) throws RulesException {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (entry.get().text().filter("keep"::equals).isPresent()) {
            return Optional.of(new RuleValue.Kept());
        }
        return Optional.of(read(entry.get().value()));
    }

    private List<HeaderKeyword> keywords(YamlPart.Entry entry) throws RulesException {
        List<YamlPart> words = switch (entry.value()) {
            case YamlPart.Sequence(YamlPart.Place _, List<YamlPart> list) -> list;
            case YamlPart.Scalar scalar -> List.of(scalar);
            case YamlPart.Mapping(YamlPart.Place place, List<YamlPart.Entry> _) ->
                throw wrong(place, "needs a keyword, or a list");
        };
        if (words.isEmpty()) {
            throw wrong(entry.place(), "needs a keyword, or a list");
        }
        List<HeaderKeyword> keywords = new java.util.ArrayList<>();
        for (YamlPart word : words) {
            if (!(word instanceof YamlPart.Scalar(YamlPart.Place place, Optional<String> text)) || text.isEmpty()) {
                throw wrong(word.place(), "needs a keyword, or a list");
            }
            try {
                keywords.add(HeaderKeyword.of(text.get()));
            } catch (IllegalArgumentException e) {
                throw new RulesException(place, e.getMessage());
            }
        }
        return List.copyOf(keywords);
    }

    private Optional<Unit> unit(Optional<YamlPart.Entry> entry) throws RulesException {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        String text = entry.get().text().orElse("");
        Optional<Unit> unit = Unit.parse(text);
        if (unit.isEmpty()) {
            throw wrong(entry.get().value().place(), "has the unit '" + text + "', which is not known");
        }
        if (!isConvertible(column, unit.get())) {
            String own = column.unit().isEmpty() ? "which has no unit" : "which is in " + column.unit();
            throw wrong(entry.get().value().place(), "can't be made of a number in " + text + ", " + own);
        }
        return unit;
    }

    /// Whether a number in this unit can be brought to the unit of the column.
    static boolean isConvertible(ObsCoreColumn column, Unit unit) {
        if (WAVELENGTHS.contains(column)) {
            return SPECTRAL.contains(unit.dimension());
        }
        if (DATES.contains(column)) {
            return unit.dimension() == TIME;
        }
        return Unit.parse(column.unit())
                .filter(own -> own.dimension() == unit.dimension())
                .isPresent();
    }

    private void refuse(YamlPart.Mapping mapping, List<String> keys, String why) throws RulesException {
        for (String key : keys) {
            Optional<YamlPart.Entry> entry = mapping.entry(key);
            if (entry.isPresent()) {
                throw new RulesException(entry.get().place(), "'" + key + "' " + why);
            }
        }
    }

    private RulesException wrong(YamlPart.Place place, String problem) {
        return new RulesException(place, column.columnName() + " " + problem);
    }

    /// For messages: `E_MIN`, or `E_MIN or ENERGLO`.
    static String inWords(List<HeaderKeyword> keywords) {
        return keywords.stream().map(HeaderKeyword::toString).collect(Collectors.joining(" or "));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vo4he.mapping.Dialect.Channels;
import org.vo4he.mapping.Dialect.FieldOfView;
import org.vo4he.mapping.Dialect.Instrument;
import org.vo4he.mapping.Dialect.MissionClock;
import org.vo4he.mapping.Dialect.Prefix;
import org.vo4he.mapping.Dialect.SkyCards;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.time.CalendarTime;
import org.vo4he.time.MjdReference;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// Reads the YAML of one mission's dialect. What it can't use is told with its line.
final class DialectReader {

    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");
    private static final Pattern SOURCE = Pattern.compile("[^:]+, .+: .+");
    private static final double ARCMIN_PER_DEGREE = 60;

    private static final Set<String> FIELDS = Set.of(
            "facility",
            "telescop",
            "messenger",
            "keywords",
            "pointing",
            "obs_id_begins_with",
            "detector_exposures",
            "clock",
            "instruments");

    private DialectReader() {}

    /// @param file its name without the ending is that of the dialect
    /// @throws RulesException with file and line if the file holds something that is no dialect
    static Dialect read(String file, byte[] content) throws RulesException {
        DialectPart root = new DialectPart(YamlFile.read(file, content)
                .orElseThrow(() -> new RulesException(new YamlPart.Place(file, 1, 1), "the file is empty")));
        Map<String, DialectPart> fields = root.fields("the dialect", FIELDS);
        List<String> telescop = spellings(root.need("the dialect", "telescop"), "telescop");
        return new Dialect(
                file.replaceFirst("\\.yaml$", ""),
                root.need("the dialect", "facility").text("facility"),
                telescop,
                messenger(fields.get("messenger")),
                keywords(fields.get("keywords")),
                pointing(fields.get("pointing")),
                prefixes(fields.get("obs_id_begins_with")),
                fields.containsKey("detector_exposures")
                        ? fields.get("detector_exposures").texts("detector_exposures")
                        : List.of(),
                clock(fields.get("clock")),
                instruments(fields.get("instruments")));
    }

    private static List<String> spellings(DialectPart node, String name) throws RulesException {
        List<String> spellings = node.texts(name);
        for (String spelling : spellings) {
            if (!spelling.equals(spelling.toUpperCase(Locale.ROOT))) {
                throw node.wrong(
                        name + " '" + spelling + "' must be in upper case; the case of headers is not looked at");
            }
        }
        return spellings;
    }

    private static Optional<String> messenger(DialectPart node) throws RulesException {
        return node == null ? Optional.empty() : Optional.of(node.text("messenger"));
    }

    private static Map<ObsCoreColumn, List<String>> keywords(DialectPart node) throws RulesException {
        Map<ObsCoreColumn, List<String>> keywords = new EnumMap<>(ObsCoreColumn.class);
        if (node != null) {
            for (Map.Entry<String, DialectPart> entry : node.fields("keywords").entrySet()) {
                keywords.put(column(entry), cards(entry.getValue(), entry.getKey()));
            }
        }
        return keywords;
    }

    private static ObsCoreColumn column(Map.Entry<String, DialectPart> entry) throws RulesException {
        ObsCoreColumn column = ObsCoreColumn.named(entry.getKey())
                .orElseThrow(() -> entry.getValue().wrong("there is no column '" + entry.getKey() + "'"));
        if (column.type() != ObsCoreColumn.Type.TEXT) {
            throw entry.getValue().wrong(entry.getKey() + " is not a column of text");
        }
        return column;
    }

    private static List<String> cards(DialectPart node, String name) throws RulesException {
        List<String> cards = node.texts(name);
        for (String card : cards) {
            if (!KEYWORD.matcher(card).matches()) {
                throw node.wrong("'" + card + "' is no FITS keyword");
            }
        }
        return cards;
    }

    private static List<SkyCards> pointing(DialectPart node) throws RulesException {
        List<SkyCards> pairs = new ArrayList<>();
        if (node != null) {
            for (DialectPart item : node.items("pointing")) {
                List<String> pair = cards(item, "pointing");
                if (pair.size() != 2) {
                    throw item.wrong("pointing needs pairs of keywords");
                }
                pairs.add(new SkyCards(pair.getFirst(), pair.getLast()));
            }
        }
        return List.copyOf(pairs);
    }

    private static Map<ObsCoreColumn, Prefix> prefixes(DialectPart node) throws RulesException {
        Map<ObsCoreColumn, Prefix> prefixes = new EnumMap<>(ObsCoreColumn.class);
        if (node != null) {
            for (Map.Entry<String, DialectPart> entry :
                    node.fields("obs_id_begins_with").entrySet()) {
                DialectPart prefix = entry.getValue();
                prefix.fields(entry.getKey(), Set.of("length", "of", "source"));
                prefixes.put(
                        column(entry),
                        new Prefix(
                                (int) above(0, prefix, entry.getKey(), "length"),
                                (int) above(0, prefix, entry.getKey(), "of"),
                                source(prefix, entry.getKey())));
            }
        }
        return prefixes;
    }

    private static Optional<MissionClock> clock(DialectPart node) throws RulesException {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, DialectPart> fields = node.fields(
                "clock",
                Set.of("mjdrefi", "mjdreff", "mjdref", "timesys", "unit", "launch", "launch_source", "source"));
        String system = node.need("clock", "timesys").text("timesys");
        String unit = fields.containsKey("unit") ? fields.get("unit").text("unit") : "s";
        return Optional.of(new MissionClock(
                MjdReference.of(number(fields, "mjdrefi"), number(fields, "mjdreff"), number(fields, "mjdref"))
                        .orElseThrow(() -> node.wrong("clock has neither 'mjdref' nor 'mjdrefi'")),
                TimeSystem.named(system)
                        .filter(named -> named != TimeSystem.LOCAL)
                        .orElseThrow(() -> node.wrong("timesys '" + system + "' is no time scale")),
                Unit.parse(unit, Unit.Dimension.TIME)
                        .orElseThrow(() -> node.wrong("unit '" + unit + "' is no unit of time")),
                launch(node.need("clock", "launch")),
                source(node, "clock"),
                source(node, "clock", "launch_source")));
    }

    private static double launch(DialectPart node) throws RulesException {
        String date = node.text("launch");
        return CalendarTime.parse(date)
                .flatMap(day -> day.toMjdUtc(TimeSystem.UTC))
                .orElseThrow(() -> node.wrong("launch '" + date + "' is no date"));
    }

    private static Optional<Double> number(Map<String, DialectPart> fields, String name) throws RulesException {
        return fields.containsKey(name) ? Optional.of(fields.get(name).number(name)) : Optional.empty();
    }

    private static List<Instrument> instruments(DialectPart node) throws RulesException {
        List<Instrument> instruments = new ArrayList<>();
        if (node != null) {
            for (DialectPart item : node.items("instruments")) {
                instruments.add(instrument(item));
            }
        }
        return List.copyOf(instruments);
    }

    private static Instrument instrument(DialectPart node) throws RulesException {
        Map<String, DialectPart> fields =
                node.fields("an instrument", Set.of("name", "instrume", "energy_columns", "channels", "field"));
        String name = node.need("an instrument", "name").text("name");
        return new Instrument(
                name,
                spellings(node.need(name, "instrume"), "instrume"),
                fields.containsKey("energy_columns")
                        ? fields.get("energy_columns").texts("energy_columns")
                        : List.of(),
                channels(fields.get("channels")),
                field(fields.get("field")));
    }

    private static Optional<Channels> channels(DialectPart node) throws RulesException {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, DialectPart> fields =
                node.fields("channels", Set.of("column", "step_ev", "zero_ev", "first", "count", "source"));
        return Optional.of(new Channels(
                node.need("channels", "column").text("column"),
                above(0, node, "channels", "step_ev"),
                number(fields, "zero_ev").orElse(0.0),
                number(fields, "first").orElse(0.0).intValue(),
                number(fields, "count").orElse(0.0).intValue(),
                source(node, "channels")));
    }

    private static Optional<FieldOfView> field(DialectPart node) throws RulesException {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, DialectPart> fields =
                node.fields("field", Set.of("diameter_arcmin", "width_arcmin", "height_arcmin", "aligned", "source"));
        if (fields.containsKey("diameter_arcmin")) {
            return Optional.of(new FieldOfView.Circle(angle(node, "diameter_arcmin"), source(node, "field")));
        }
        return Optional.of(new FieldOfView.Rectangle(
                angle(node, "width_arcmin"),
                angle(node, "height_arcmin"),
                fields.containsKey("aligned") && fields.get("aligned").truth("aligned"),
                source(node, "field")));
    }

    private static double angle(DialectPart node, String name) throws RulesException {
        double arcmin = above(0, node, "field", name);
        if (arcmin > 180 * ARCMIN_PER_DEGREE) {
            throw node.wrong(name + " is " + arcmin + ", more than half the sky");
        }
        return arcmin / ARCMIN_PER_DEGREE;
    }

    private static double above(double least, DialectPart node, String name, String field) throws RulesException {
        double number = node.need(name, field).number(field);
        if (!(number > least)) {
            throw node.wrong(field + " of " + name + " is " + number + ", not above " + least);
        }
        return number;
    }

    private static String source(DialectPart node, String name) throws RulesException {
        return source(node, name, "source");
    }

    /// A number whose source nobody wrote down is not used: the document, where in it, and what it says there.
    private static String source(DialectPart node, String name, String field) throws RulesException {
        String source = node.need(name, field).text(field);
        if (!SOURCE.matcher(source).matches()) {
            throw node.wrong(field + " of " + name + " is '" + source + "', not 'document, place in it: what it says'");
        }
        return source;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.http.Parameters;

/// What somebody searches for: the fields as typed, what they mean, and a sentence for each that means nothing.
/// Immutable.
final class Search {

    static final double DEFAULT_RADIUS_DEG = 0.25;

    private static final Pattern RADIUS = Pattern.compile(
            "(\\d+(?:[.,]\\d*)?|[.,]\\d+)\\s*(d|deg|degrees?|°|'|′|arcmin(?:ute)?s?|\"|″|''|arcsec(?:ond)?s?)?",
            Pattern.CASE_INSENSITIVE);

    private final Map<SearchField, String> typed = new EnumMap<>(SearchField.class);
    private final Map<SearchField, String> errors = new EnumMap<>(SearchField.class);
    private final Optional<TypedPosition> position;
    private final double radiusDeg;
    private final Optional<Double> fromMjd;
    private final Optional<Double> toMjd;
    private final Optional<Double> energyFromKev;
    private final Optional<Double> energyToKev;

    private Search(Parameters parameters) {
        for (SearchField field : SearchField.values()) {
            parameters
                    .one(field.parameter())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> {
                        if (text.indexOf('\0') >= 0 || text.length() > 200) {
                            errors.put(field, "at most 200 characters are taken here, none of them NUL");
                        } else {
                            typed.put(field, text);
                        }
                    });
        }
        position = read(SearchField.POSITION, TypedPosition::parse);
        radiusDeg = read(SearchField.RADIUS, Search::radius)
                .or(() -> position.flatMap(TypedPosition::radiusDeg))
                .orElse(Math.max(
                        DEFAULT_RADIUS_DEG, position.map(TypedPosition::openDeg).orElse(0.0)));
        fromMjd = number(SearchField.FROM, Moment::startMjd);
        toMjd = number(SearchField.TO, Moment::endMjd);
        energyFromKev = number(SearchField.ENERGY_FROM, PhotonEnergy::parseKev);
        energyToKev = number(SearchField.ENERGY_TO, PhotonEnergy::parseKev);
        refuse(SearchField.TO, toMjd, to -> fromMjd.isPresent() && to < fromMjd.get(), "this is before 'From'");
        refuse(
                SearchField.ENERGY_TO,
                energyToKev,
                to -> energyFromKev.isPresent() && to < energyFromKev.get(),
                typed(SearchField.ENERGY_TO).filter(PhotonEnergy::isWavelength).isPresent()
                        ? "this is a lower energy than 'From': of two wavelengths the longer goes there"
                        : "this is below 'From'");
    }

    static Search of(Parameters parameters) {
        return new Search(parameters);
    }

    /// Nothing typed yet.
    static Search empty() {
        return new Search(new Parameters(Map.of()));
    }

    /// The same with one field left empty; without a position the radius says nothing and goes too.
    Search without(SearchField field) {
        Map<String, List<String>> rest = new HashMap<>();
        typed.forEach((each, text) -> {
            boolean pointless = field == SearchField.POSITION && each == SearchField.RADIUS;
            if (each != field && !pointless) {
                rest.put(each.parameter(), List.of(text));
            }
        });
        return new Search(new Parameters(rest));
    }

    /// The same with what stands as position, and is none, taken for the name of an object; empty where it can't be
    /// one, or an object is named already.
    Optional<Search> asObjectName() {
        return typed(SearchField.POSITION)
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .filter(_ -> errors.containsKey(SearchField.POSITION) && !typed.containsKey(SearchField.TARGET))
                .map(text -> {
                    Map<String, List<String>> rest = new HashMap<>();
                    without(SearchField.POSITION)
                            .typed()
                            .forEach((field, other) -> rest.put(field.parameter(), List.of(other)));
                    rest.put(SearchField.TARGET.parameter(), List.of(text));
                    return new Search(new Parameters(rest));
                })
                .filter(Search::isValid);
    }

    /// As typed, without outer blanks.
    Optional<String> typed(SearchField field) {
        return Optional.ofNullable(typed.get(field));
    }

    /// The fields that were filled in, as typed.
    Map<SearchField, String> typed() {
        return new EnumMap<>(typed);
    }

    /// Whether the products are looked for that don't state this.
    boolean unstated(SearchField field) {
        return field.stated().isPresent()
                && typed(field).filter(SearchField.NOT_STATED::equalsIgnoreCase).isPresent();
    }

    /// What is wrong with this field.
    Optional<String> error(SearchField field) {
        return Optional.ofNullable(errors.get(field));
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    Optional<SkyPosition> position() {
        return position.map(TypedPosition::centre);
    }

    /// How the position was understood where that is not what was typed.
    Optional<String> remark() {
        return position.flatMap(TypedPosition::remark);
    }

    /// What was typed, that of a circle typed as position, else 0.25 degrees, or more where the name of an object
    /// leaves more open.
    double radiusDeg() {
        return radiusDeg;
    }

    Optional<Double> fromMjd() {
        return fromMjd;
    }

    Optional<Double> toMjd() {
        return toMjd;
    }

    /// Whether `toMjd` is the first moment after the day, month or year that was typed.
    boolean endsBefore() {
        return typed(SearchField.TO).filter(Moment::isPeriod).isPresent();
    }

    Optional<Double> energyFromKev() {
        return energyFromKev;
    }

    Optional<Double> energyToKev() {
        return energyToKev;
    }

    private <T> Optional<T> read(SearchField field, Function<String, T> reading) {
        return typed(field).filter(_ -> !unstated(field)).flatMap(text -> {
            try {
                return Optional.of(reading.apply(text));
            } catch (IllegalArgumentException e) {
                errors.put(field, e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<Double> number(SearchField field, ToDoubleFunction<String> reading) {
        return read(field, reading::applyAsDouble);
    }

    private void refuse(SearchField field, Optional<Double> value, DoublePredicate wrong, String sentence) {
        if (value.filter(wrong::test).isPresent()) {
            errors.put(field, sentence);
        }
    }

    private static double radius(String text) {
        Matcher matcher = RADIUS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not read as a radius; write degrees, like 0.25, or 15′ or 30 arcsec");
        }
        double radiusDeg = Double.parseDouble(matcher.group(1).replace(',', '.')) / partsOfDegree(matcher.group(2));
        if (!(radiusDeg > 0 && radiusDeg <= 180)) {
            throw new IllegalArgumentException("the radius must be above 0 and at most 180 degrees");
        }
        return radiusDeg;
    }

    private static double partsOfDegree(String unit) {
        String lower = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
        if (lower.startsWith("arcmin") || lower.equals("'") || lower.equals("′")) {
            return 60;
        }
        return lower.isEmpty() || lower.startsWith("d") || lower.equals("°") ? 1 : 3600;
    }
}

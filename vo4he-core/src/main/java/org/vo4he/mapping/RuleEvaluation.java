// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ValueRange;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.time.CalendarTime;
import org.vo4he.time.MjdReference;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// What the values of a rule are for one product.
///
/// @param headers of the product: its own, then the primary one
/// @param parts of the file's name, by the pattern of the rule
record RuleEvaluation(FitsFile file, HeaderChain headers, Map<String, String> parts) {

    private static final double SECONDS_PER_DAY = 86400;

    /// What a rule comes to for one column.
    sealed interface Answer {}

    /// @param remark something the archivist should know all the same; empty when there is nothing
    record Given(Object value, String remark) implements Answer {}

    /// @param why a sentence's end after "the rule": `takes E_MAX, which …`
    record Missing(String why) implements Answer {}

    record LeftAlone() implements Answer {}

    /// @param why what was found and what was expected
    record Refused(String why) implements Answer {}

    Answer answer(RuleValue value, ObsCoreColumn column) {
        Answer answer = switch (value) {
            case RuleValue.Constant(Object constant) -> new Given(constant, "");
            case RuleValue.Nothing _ -> new Missing("says null");
            case RuleValue.Kept _ -> new LeftAlone();
            case RuleValue.Text(TextTemplate template, Optional<RuleValue> _) -> text(template, column);
            case RuleValue.Word(List<HeaderKeyword> keywords, Optional<RuleValue> _) -> word(keywords, column);
            case RuleValue.Quantity(List<HeaderKeyword> keywords, Optional<Unit> unit, Optional<RuleValue> _) ->
                quantity(keywords, unit, column);
            case RuleValue.Moment moment -> moment(moment, column);
        };
        return answer instanceof Missing && value.otherwise().isPresent()
                ? answer(value.otherwise().get(), column)
                : answer;
    }

    private Answer text(TextTemplate template, ObsCoreColumn column) {
        StringBuilder text = new StringBuilder();
        for (TextTemplate.Piece piece : template.pieces()) {
            switch (piece) {
                case TextTemplate.Literal(String literal) -> text.append(literal);
                case TextTemplate.Field(TextTemplate.Source source, TextTemplate.Format format) -> {
                    Optional<String> value = value(source);
                    if (value.isEmpty()) {
                        return missing(List.of(((TextTemplate.OfHeader) source).keyword()));
                    }
                    try {
                        text.append(TextTemplate.written(format, value.get()));
                    } catch (IllegalArgumentException e) {
                        return new Refused(column.columnName() + " wants a number in its template: " + e.getMessage());
                    }
                }
            }
        }
        return parsed(column, text.toString(), "");
    }

    private Optional<String> value(TextTemplate.Source source) {
        return switch (source) {
            case TextTemplate.OfHeader(HeaderKeyword keyword) -> text(keyword).map(HeaderChain.Found::value);
            case TextTemplate.OfName(String part) ->
                Optional.of(
                        switch (part) {
                            case "file" -> file.path().getFileName().toString();
                            case "stem" -> Identification.stem(file.path());
                            default -> parts.get(part);
                        });
        };
    }

    private Answer word(List<HeaderKeyword> keywords, ObsCoreColumn column) {
        return first(keywords)
                .map(found -> parsed(column, found.value(), place(found)))
                .orElseGet(() -> missing(keywords));
    }

    private static Answer parsed(ObsCoreColumn column, String text, String place) {
        try {
            return new Given(ConstantText.parse(column, text), "");
        } catch (IllegalArgumentException e) {
            return new Refused(e.getMessage() + (place.isEmpty() ? "" : " (" + place + ")"));
        }
    }

    private Answer quantity(List<HeaderKeyword> keywords, Optional<Unit> stated, ObsCoreColumn column) {
        Optional<HeaderChain.Found<String>> found = first(keywords);
        if (found.isEmpty()) {
            return missing(keywords);
        }
        HeaderChain.Found<String> card = found.get();
        Optional<Double> number = card.hdu().header().number(card.keyword());
        if (number.isEmpty()) {
            return new Refused(column.columnName() + ": " + place(card) + " is '" + card.value() + "', no number");
        }
        Optional<Unit> onCard = card.unit();
        Optional<Unit> unit = stated.or(() -> onCard);
        if (unit.isPresent() && !RuleValueReader.isConvertible(column, unit.get())) {
            return new Refused(column.columnName() + ": the comment of " + place(card) + " says "
                    + unit.get().vounit() + ", which can't be brought to '" + column.unit()
                    + "'; a 'unit' in the rule decides");
        }
        String remark = stated.isPresent() && onCard.isPresent() && onCard.get() != stated.get()
                ? column.columnName() + " takes " + place(card) + " in "
                        + stated.get().vounit() + ", its comment says "
                        + onCard.get().vounit()
                : "";
        return ranged(column, converted(column, number.get(), unit), number.get(), unit, place(card), remark);
    }

    private static double converted(ObsCoreColumn column, double number, Optional<Unit> unit) {
        if (unit.isEmpty()) {
            return number;
        }
        return RuleValueReader.WAVELENGTHS.contains(column)
                ? EnergyBand.wavelengthMetres(number, unit.get())
                : unit.get().convert(number, Unit.parse(column.unit()).orElseThrow());
    }

    private static Answer ranged(
            ObsCoreColumn column, double value, double asWritten, Optional<Unit> unit, String place, String remark) {
        String written = asWritten + unit.map(of -> " " + of.vounit()).orElse("");
        boolean whole = column.type() != ObsCoreColumn.Type.DOUBLE;
        Optional<String> wanted = !Double.isFinite(value)
                ? Optional.of("a number that has a value in " + column.unit())
                : whole && value != Math.rint(value)
                        ? Optional.of("a whole number")
                        : ValueRange.violated(column, value);
        if (wanted.isPresent()) {
            return new Refused(column.columnName() + " is " + value + " by " + place + " = " + written + ", expected "
                    + wanted.get());
        }
        Object typed = switch (column.type()) {
            case INTEGER -> (Object) (int) value;
            case BIGINT -> (Object) (long) value;
            case DOUBLE, TEXT, TIMESTAMP, REGION -> (Object) value;
        };
        return new Given(typed, remark);
    }

    private Answer moment(RuleValue.Moment moment, ObsCoreColumn column) {
        Optional<HeaderChain.Found<String>> found = first(moment.keywords());
        if (found.isEmpty()) {
            return missing(moment.keywords());
        }
        HeaderChain.Found<String> card = found.get();
        HeaderChain own = HeaderChain.of(card.hdu(), file.hdus().getFirst());
        Clock clock = Clock.of(own, place(card), new ArrayList<>());
        Optional<TimeSystem> scale =
                moment.scale().or(() -> clock.systemStated() ? Optional.of(clock.system()) : Optional.empty());
        if (scale.isEmpty()) {
            return new Refused(column.columnName() + ": nothing says the time scale of " + place(card)
                    + ": TIMESYS is absent, and the rule has no 'scale'");
        }
        Optional<Double> number = card.hdu().header().number(card.keyword());
        Optional<Double> mjd = number.isPresent()
                ? ofNumber(moment, number.get(), clock, scale.get())
                : CalendarTime.parse(card.value()).flatMap(date -> date.toMjdUtc(scale.get()));
        return mjd.<Answer>map(utc -> new Given(utc, ""))
                .orElseGet(() -> new Refused(column.columnName() + ": " + place(card) + " is '" + card.value() + "', "
                        + noDate(moment.since(), clock)));
    }

    private static Optional<Double> ofNumber(RuleValue.Moment moment, double number, Clock clock, TimeSystem scale) {
        return switch (moment.since()) {
            case RuleValue.MjdZero _ ->
                scale.toMjdUtc(moment.unit().orElse(Unit.DAY).convert(number, Unit.DAY), 0);
            case RuleValue.Day(double mjd) ->
                scale.toMjdUtc(mjd, moment.unit().orElse(Unit.SECOND).convert(number, Unit.SECOND) / SECONDS_PER_DAY);
            case RuleValue.MjdrefCards _ ->
                clock.reference()
                        .flatMap((MjdReference zero) -> zero.toMjdUtc(
                                moment.unit()
                                        .map(unit -> unit.convert(number, Unit.SECOND))
                                        .orElseGet(() -> clock.secondsOfReading(number)),
                                scale));
        };
    }

    private static String noDate(RuleValue.Since since, Clock clock) {
        return since instanceof RuleValue.MjdrefCards && clock.reference().isEmpty()
                ? "which can't be dated: there is no MJDREF"
                : "no date of the years 1960 to 2050";
    }

    private Optional<HeaderChain.Found<String>> first(List<HeaderKeyword> keywords) {
        return keywords.stream().map(this::text).flatMap(Optional::stream).findFirst();
    }

    /// The card of a keyword, if it says something.
    Optional<HeaderChain.Found<String>> text(HeaderKeyword keyword) {
        return keyword.headers(file, headers).flatMap(chain -> chain.text(keyword.keyword()));
    }

    private Missing missing(List<HeaderKeyword> keywords) {
        return new Missing("takes " + RuleValueReader.inWords(keywords) + ", which "
                + (keywords.size() == 1 ? "this file does not state" : "this file states none of"));
    }

    private static String place(HeaderChain.Found<?> card) {
        return card.keyword() + " of " + card.hdu().label();
    }
}

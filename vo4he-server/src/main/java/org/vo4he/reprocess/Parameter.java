// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;

/// One argument that a step takes: a file it reads, a value, or a file it writes.
///
/// @param name by which command lines, edits and placeholders address it
/// @param description for a person, one line
/// @param unit VOUnits
/// @param minimum smallest value, as text in `unit`
/// @param maximum largest value, as text in `unit`
/// @param choices the only values allowed; empty when any is
/// @param fallback the value that holds when none is given
/// @param required whether a run without a value (and without `fallback`) is refused
/// @param editable whether whoever remakes a product may give another value
/// @param outputs those that it has to do with; empty: all of them
public record Parameter(
        String name,
        Role role,
        ParameterType type,
        String description,
        Optional<String> unit,
        Optional<String> minimum,
        Optional<String> maximum,
        List<String> choices,
        Optional<String> fallback,
        boolean required,
        boolean editable,
        Set<String> outputs) {

    /// What an argument is for the step.
    public enum Role {
        INPUT,
        PARAMETER,
        OUTPUT
    }

    public Parameter {
        if (name.isBlank() || !name.strip().equals(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of an argument");
        }
        choices = List.copyOf(choices);
        outputs = Set.copyOf(outputs);
    }

    private Parameter(String name, Role role, ParameterType type, String description, boolean editable) {
        this(
                name,
                role,
                type,
                description,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                true,
                editable,
                Set.of());
    }

    /// A file to read; required, and not to be replaced.
    public static Parameter input(String name, String description) {
        return new Parameter(name, Role.INPUT, ParameterType.FILE, description, false);
    }

    /// A file to write; required, and not to be renamed by who remakes a product.
    public static Parameter output(String name, String description) {
        return new Parameter(name, Role.OUTPUT, ParameterType.FILE, description, false);
    }

    /// A value; required, and editable.
    public static Parameter value(String name, ParameterType type, String description) {
        return new Parameter(name, Role.PARAMETER, type, description, true);
    }

    public Parameter withUnit(String newUnit) {
        return with(Optional.of(newUnit), minimum, maximum, choices, fallback, required, editable);
    }

    /// @param least as text; empty: no lower bound
    /// @param most as text; empty: no upper bound
    public Parameter withRange(String least, String most) {
        return with(unit, given(least), given(most), choices, fallback, required, editable);
    }

    public Parameter withChoices(String... only) {
        return with(unit, minimum, maximum, List.of(only), fallback, required, editable);
    }

    public Parameter withDefault(String value) {
        return with(unit, minimum, maximum, choices, Optional.of(value), required, editable);
    }

    /// The same that may be left out.
    public Parameter optional() {
        return with(unit, minimum, maximum, choices, fallback, false, editable);
    }

    /// The same that nobody may change in a product's provenance.
    public Parameter fixed() {
        return with(unit, minimum, maximum, choices, fallback, required, false);
    }

    /// The same that may be changed.
    public Parameter free() {
        return with(unit, minimum, maximum, choices, fallback, required, true);
    }

    /// The same that changes nothing but these outputs of the step.
    public Parameter changingOnly(String... names) {
        return new Parameter(
                name,
                role,
                type,
                description,
                unit,
                minimum,
                maximum,
                choices,
                fallback,
                required,
                editable,
                Set.of(names));
    }

    /// Whether it has to do with any of these outputs.
    boolean changes(Set<String> made) {
        return outputs.isEmpty() || outputs.stream().anyMatch(made::contains);
    }

    /// The same where these outputs are all that is made.
    Parameter among(Set<String> made) {
        String[] changed = outputs.stream().filter(made::contains).toArray(String[]::new);
        return changed.length == made.size() ? changingOnly() : changingOnly(changed);
    }

    /// What is wrong with a value: its type, its range, or that it is none of the choices.
    ///
    /// @param where names the place of the value in what was asked, such as a JSON pointer
    public List<Finding> check(String value, String where) {
        List<Finding> findings = new ArrayList<>();
        if (!type.accepts(value)) {
            findings.add(new Finding(
                    ReprocessFinding.TYPE,
                    where,
                    "%s takes %s, not '%s'".formatted(name, type.wanted(), Shown.text(value))));
        }
        if (!choices.isEmpty() && !choices.contains(value)) {
            findings.add(new Finding(
                    ReprocessFinding.CHOICE,
                    where,
                    "%s takes one of %s, not '%s'".formatted(name, String.join(", ", choices), Shown.text(value))));
        }
        type.number(value).filter(this::isOutside).ifPresent(number -> findings.add(outside(value, where)));
        return findings;
    }

    private boolean isOutside(BigDecimal number) {
        return bound(minimum).filter(least -> number.compareTo(least) < 0).isPresent()
                || bound(maximum).filter(most -> number.compareTo(most) > 0).isPresent();
    }

    private Finding outside(String value, String where) {
        String range = minimum.map(least -> "from " + least).orElse("")
                + (minimum.isPresent() ? " " : "")
                + maximum.map(most -> "to " + most).orElse("");
        String words = "%s takes %s%s, not %s"
                .formatted(name, range.strip(), unit.map(text -> " " + text).orElse(""), value);
        return new Finding(ReprocessFinding.RANGE, where, words);
    }

    /// A recorded bound that is no number bounds nothing.
    private static Optional<BigDecimal> bound(Optional<String> text) {
        return text.map(String::strip).flatMap(ParameterType.REAL::number);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Parameter with(
            Optional<String> newUnit,
            Optional<String> newMinimum,
            Optional<String> newMaximum,
            List<String> newChoices,
            Optional<String> newFallback,
            boolean newRequired,
            boolean newEditable) {
        return new Parameter(
                name,
                role,
                type,
                description,
                newUnit,
                newMinimum,
                newMaximum,
                newChoices,
                newFallback,
                newRequired,
                newEditable,
                outputs);
    }
}

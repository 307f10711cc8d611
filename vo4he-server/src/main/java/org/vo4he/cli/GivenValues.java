// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vo4he.obscore.ColumnText;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The values of `--set column=value`, or of the member `set` of a line, checked before any file is touched.
record GivenValues(List<Given> values) {

    /// Words for "no value" that nobody writes by mistake, in lower case.
    private static final Set<String> TAKES_AWAY = Set.of("notset", "null", "n.a", "n.a.", "n/a");

    /// One of them.
    record Given(ObsCoreColumn column, Value value) {}

    /// @throws ParameterException naming the option and what is wrong with it
    static GivenValues parse(List<String> settings, CommandLine line) {
        return new GivenValues(
                settings.stream().map(setting -> parse(setting, line)).toList());
    }

    private static Given parse(String setting, CommandLine line) {
        try {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("column=value is wanted");
            }
            return read(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip(),
                    "--set");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, "--set " + setting + ": " + e.getMessage(), e);
        }
    }

    /// @param by which option or member gives it
    /// @throws IllegalArgumentException saying what is wrong
    static Given read(String name, String text, String by) {
        ObsCoreColumn column = ObsCoreColumn.named(name)
                .orElseThrow(() -> new IllegalArgumentException("ObsCore has no column '" + name + "'"));
        String given = by + " " + name + "=" + text;
        return switch (ColumnText.read(column, text)) {
            case ColumnText.Understood understood ->
                new Given(column, new Value(understood.value(), new Origin.Given(given)));
            case ColumnText.Unset()
            when !TAKES_AWAY.contains(text.toLowerCase(Locale.ROOT)) ->
                throw new IllegalArgumentException(
                        column.columnName() + (text.isEmpty() ? " is empty" : " is '" + text + "'")
                                + ", which is no value; NotSet takes a value away");
            case ColumnText.Unset() -> new Given(column, Value.absent("taken away by " + given));
            case ColumnText.Refused refused ->
                throw new IllegalArgumentException(column.columnName() + " " + refused.why());
        };
    }

    /// These, then others, which win.
    GivenValues and(GivenValues later) {
        List<Given> all = new ArrayList<>(values);
        all.addAll(later.values);
        return new GivenValues(all);
    }

    ObsCoreRow applyTo(ObsCoreRow row) {
        ObsCoreRow.Builder builder = row.with();
        values.forEach(given -> builder.set(given.column(), given.value()));
        return builder.build();
    }
}

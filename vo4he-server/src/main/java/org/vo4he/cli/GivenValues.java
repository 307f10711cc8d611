// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.votags.ColumnText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The values of `--set column=value`, checked before any file is touched.
record GivenValues(List<Given> values) {

    /// Words for "no value" that nobody writes by mistake, in lower case.
    private static final Set<String> TAKES_AWAY = Set.of("notset", "null", "n.a", "n.a.", "n/a");

    /// One of them.
    private record Given(ObsCoreColumn column, Value value) {}

    /// @throws ParameterException naming the option and what is wrong with it
    static GivenValues parse(List<String> settings, CommandLine line) {
        return new GivenValues(
                settings.stream().map(setting -> parse(setting, line)).toList());
    }

    private static Given parse(String setting, CommandLine line) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            throw wrong(line, setting, "column=value is wanted");
        }
        String name = setting.substring(0, equals).strip();
        Optional<ObsCoreColumn> column = ObsCoreColumn.named(name);
        if (column.isEmpty()) {
            throw wrong(line, setting, "ObsCore has no column '" + name + "'");
        }
        String text = setting.substring(equals + 1).strip();
        return switch (ColumnText.read(column.get(), text)) {
            case ColumnText.Understood understood ->
                new Given(column.get(), new Value(understood.value(), new Origin.Given("--set " + setting)));
            case ColumnText.Unset()
            when !TAKES_AWAY.contains(text.toLowerCase(Locale.ROOT)) ->
                throw wrong(
                        line,
                        setting,
                        column.get().columnName() + (text.isEmpty() ? " is empty" : " is '" + text + "'")
                                + ", which is no value; NotSet takes a value away");
            case ColumnText.Unset() -> new Given(column.get(), Value.absent("taken away by --set " + setting));
            case ColumnText.Refused refused ->
                throw wrong(line, setting, column.get().columnName() + " " + refused.why());
        };
    }

    private static ParameterException wrong(CommandLine line, String setting, String why) {
        return new ParameterException(line, "--set " + setting + ": " + why);
    }

    ObsCoreRow applyTo(ObsCoreRow row) {
        ObsCoreRow.Builder builder = row.with();
        values.forEach(given -> builder.set(given.column(), given.value()));
        return builder.build();
    }
}

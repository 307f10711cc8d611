// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.adql.Expression.ColumnReference;

/// The names that a clause of a query can use.
///
/// @param ranges the tables, each with all its columns, for qualified names
/// @param visible the columns, for plain names and `*`; a join on common columns has each of those once
/// @param aliases columns of the answer, where they may be used too (`ORDER BY`)
/// @param outer what surrounds the query, if it is a sub-query
record Scope(List<Range> ranges, List<Field> visible, List<Field> aliases, Optional<Scope> outer) {

    /// One table under the name by which the query speaks of it.
    ///
    /// @param schema empty for an alias
    record Range(String schema, String name, List<Field> fields) {

        /// Whether `schema.name` or `name` means this.
        boolean isNamed(List<Identifier> path) {
            boolean schemaFits =
                    path.size() == 1 || (path.size() == 2 && path.getFirst().names(schema));
            return schemaFits && path.getLast().names(name);
        }

        String shown() {
            return schema.isEmpty() ? name : schema + "." + name;
        }
    }

    /// A column under its name.
    ///
    /// @param hidden not part of `*`
    record Field(String name, CheckedExpression expression, boolean hidden) {}

    static Scope empty(Optional<Scope> outer) {
        return new Scope(List.of(), List.of(), List.of(), outer);
    }

    Scope withAliases(List<Field> more) {
        return new Scope(ranges, visible, more, outer);
    }

    Scope within(Optional<Scope> surrounding) {
        return new Scope(ranges, visible, aliases, surrounding);
    }

    /// Both sides' names, for the condition of a join and for a list of tables.
    Scope and(Scope other) {
        return new Scope(concatenated(ranges, other.ranges), concatenated(visible, other.visible), List.of(), outer);
    }

    private static <T> List<T> concatenated(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    /// The column that a name means, here or around.
    CheckedExpression resolve(ColumnReference reference) throws AdqlException {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            Optional<CheckedExpression> found = scope.get().find(reference);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw unknown(reference);
    }

    private Optional<CheckedExpression> find(ColumnReference reference) throws AdqlException {
        List<Field> candidates = reference.qualifier().isEmpty()
                ? visible
                : range(reference.qualifier(), reference.at())
                        .map(Range::fields)
                        .orElse(List.of());
        Optional<CheckedExpression> found = only(candidates, reference);
        return found.isPresent() || !reference.qualifier().isEmpty() ? found : only(aliases, reference);
    }

    private static Optional<CheckedExpression> only(List<Field> fields, ColumnReference reference)
            throws AdqlException {
        List<CheckedExpression> matches = fields.stream()
                .filter(field -> reference.column().names(field.name()))
                .map(Field::expression)
                .distinct()
                .toList();
        if (matches.size() > 1) {
            throw new AdqlException(
                    reference.at(),
                    "found " + reference.column() + ", which is a column of more than one table; expected the table's"
                            + " name before it");
        }
        return matches.stream().findFirst();
    }

    /// The table of a name in this scope only.
    Optional<Range> range(List<Identifier> path, Position at) throws AdqlException {
        List<Range> matches =
                ranges.stream().filter(range -> range.isNamed(path)).toList();
        if (matches.size() > 1) {
            throw new AdqlException(at, "found " + path.getLast() + ", which names more than one table of FROM");
        }
        return matches.stream().findFirst();
    }

    private AdqlException unknown(ColumnReference reference) {
        List<String> names = new ArrayList<>();
        boolean knownTable = reference.qualifier().isEmpty();
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            for (Range range : scope.get().ranges) {
                if (reference.qualifier().isEmpty() || range.isNamed(reference.qualifier())) {
                    knownTable = true;
                    range.fields().forEach(field -> names.add(field.name()));
                }
            }
        }
        if (!knownTable) {
            List<String> tables = ranges.stream().map(Range::shown).toList();
            String qualifier = String.join(
                    ".",
                    reference.qualifier().stream().map(Identifier::toString).toList());
            return new AdqlException(
                    reference.at(), "found " + qualifier + ", expected a table of FROM: " + String.join(", ", tables));
        }
        return new AdqlException(
                reference.at(),
                "found " + reference.column() + ", expected a column of the tables in FROM"
                        + Nearest.hint(reference.column().text(), names));
    }
}

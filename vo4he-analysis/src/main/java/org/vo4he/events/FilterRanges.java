// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// What of a row filter is ranges of single columns, which hold together: `PI in [35:480] && GRADE in 0,2:4` is two of
/// these. Whatever else it asks for is not among them.
public final class FilterRanges {

    private static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Hdu table;
    private final Map<TableColumn, List<Range>> columns = new LinkedHashMap<>();

    private FilterRanges(Hdu table) {
        this.table = table;
    }

    /// Both ends belong to it.
    ///
    /// @param low infinite where the side is open
    /// @param high likewise
    public record Range(double low, double high) {

        private Optional<Range> and(Range other) {
            double from = Math.max(low, other.low);
            double to = Math.min(high, other.high);
            return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
        }
    }

    /// Of one column: a value passes that is in any of the ranges.
    private record Part(TableColumn column, List<Range> ranges) {}

    /// By column, in ascending order; a column of whose values none passes is left out.
    public static Map<TableColumn, List<Range>> of(RowFilter filter, Hdu table) {
        FilterRanges all = new FilterRanges(table);
        all.conjunction(filter.expression());
        all.columns.values().removeIf(List::isEmpty);
        return all.columns;
    }

    private void conjunction(FilterExpression expression) {
        Optional<Part> part = part(expression);
        if (part.isPresent()) {
            columns.merge(part.get().column(), part.get().ranges(), FilterRanges::both);
        } else if (expression instanceof FilterExpression.Binary(String operator, var left, var right)
                && operator.equals("&&")) {
            conjunction(left);
            conjunction(right);
        }
    }

    private Optional<Part> part(FilterExpression expression) {
        return expression instanceof FilterExpression.Binary(String operator, var left, var right)
                ? switch (operator) {
                    case "&&" -> joined(left, right, FilterRanges::both);
                    case "||" -> joined(left, right, FilterRanges::either);
                    default -> compared(operator, left, right);
                }
                : Optional.empty();
    }

    private interface Joining {
        List<Range> of(List<Range> one, List<Range> other);
    }

    private Optional<Part> joined(FilterExpression left, FilterExpression right, Joining joining) {
        Optional<Part> one = part(left);
        Optional<Part> other = part(right);
        return one.isPresent()
                        && other.isPresent()
                        && one.get().column().equals(other.get().column())
                ? Optional.of(new Part(
                        one.get().column(),
                        joining.of(one.get().ranges(), other.get().ranges())))
                : Optional.empty();
    }

    private static List<Range> both(List<Range> one, List<Range> other) {
        return merged(one.stream()
                .flatMap(range -> other.stream().map(range::and).flatMap(Optional::stream))
                .toList());
    }

    private static List<Range> either(List<Range> one, List<Range> other) {
        return merged(Stream.concat(one.stream(), other.stream()).toList());
    }

    /// Ranges that have a value in common are one: what was joined is never more than was written.
    private static List<Range> merged(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingDouble(Range::low)).toList()) {
            if (!merged.isEmpty() && range.low <= merged.getLast().high) {
                Range last = merged.removeLast();
                merged.add(new Range(last.low, Math.max(last.high, range.high)));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }

    private Optional<Part> compared(String operator, FilterExpression left, FilterExpression right) {
        Optional<TableColumn> column = column(left);
        if (column.isPresent()) {
            return (operator.equals("==") && left.equals(right)
                            ? Optional.of(ALL)
                            : range(operator, right, column.get()))
                    .map(range -> new Part(column.get(), List.of(range)));
        }
        String turned = switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
        return column(right).flatMap(of -> range(turned, left, of).map(range -> new Part(of, List.of(range))));
    }

    private Optional<TableColumn> column(FilterExpression expression) {
        return expression instanceof FilterExpression.Name(String name, int _)
                ? table.column(name).filter(TableColumn::isScalarNumber)
                : Optional.empty();
    }

    /// Of whole numbers what is below 5 is 4 at most; of others that can't be said.
    private static Optional<Range> range(String operator, FilterExpression bound, TableColumn column) {
        double value = constant(bound);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        boolean whole =
                "BIJK".indexOf(column.type()) >= 0 && column.scale() == 1 && column.zero() == Math.rint(column.zero());
        return switch (operator) {
            case "==" -> Optional.of(new Range(value, value));
            case "<=" -> Optional.of(new Range(ALL.low, value));
            case ">=" -> Optional.of(new Range(value, ALL.high));
            case "<" -> whole ? Optional.of(new Range(ALL.low, Math.ceil(value) - 1)) : Optional.empty();
            case ">" -> whole ? Optional.of(new Range(Math.floor(value) + 1, ALL.high)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static double constant(FilterExpression expression) {
        return switch (expression) {
            case FilterExpression.Constant(double value) -> value;
            case FilterExpression.Unary(char operator, FilterExpression.Constant(double value))
            when operator == '-' -> -value;
            case FilterExpression.Unary _,
                    FilterExpression.Name _,
                    FilterExpression.Bits _,
                    FilterExpression.Binary _,
                    FilterExpression.Call _ -> Double.NaN;
        };
    }
}

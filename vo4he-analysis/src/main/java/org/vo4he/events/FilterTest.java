// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.RowBlock;
import org.vo4he.fits.TableColumn;

/// A row filter checked against the columns of a table, computed on many rows at a time. True is 1, false 0, undefined
/// NaN.
record FilterTest(Vector whole) implements RowTest {

    /// Where no column is called so.
    private static final Map<String, Double> TRUTHS = Map.of("T", 1.0, "true", 1.0, "F", 0.0, "false", 0.0);

    /// A value for each of the first rows of a list.
    interface Vector {
        double[] of(RowBlock block, int[] rows, int count);
    }

    static FilterTest of(RowFilter filter, EventList events) throws EventsException {
        return new FilterTest(vector(filter.expression(), filter, events));
    }

    @Override
    public int keep(RowBlock block, int[] rows, int count) {
        double[] values = whole.of(block, rows, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            rows[kept] = rows[i];
            kept += isTrue(values[i]) ? 1 : 0;
        }
        return kept;
    }

    @Override
    public int cost() {
        return 10;
    }

    private static boolean isTrue(double value) {
        return value != 0 && !Double.isNaN(value);
    }

    private static Vector vector(FilterExpression expression, RowFilter filter, EventList events)
            throws EventsException {
        return switch (expression) {
            case FilterExpression.Constant(double value) -> constant(value);
            case FilterExpression.Bits(long bits, long _) -> constant(bits);
            case FilterExpression.Name(String name, int at) -> column(name, at, filter, events);
            case FilterExpression.Unary(char operator, FilterExpression operand) ->
                mapped(
                        vector(operand, filter, events),
                        operator == '-' ? x -> -x : x -> Double.isNaN(x) ? x : x == 0 ? 1 : 0);
            case FilterExpression.Binary(
                    String operator,
                    FilterExpression left,
                    FilterExpression.Bits(long bits, long mask))
            when operator.equals("==") || operator.equals("!=") ->
                mapped(vector(left, filter, events), x -> truth(x, ((long) x & mask) == bits == operator.equals("==")));
            case FilterExpression.Binary(String operator, FilterExpression left, FilterExpression right) ->
                combined(vector(left, filter, events), vector(right, filter, events), operator(operator));
            case FilterExpression.Call(FilterFunction function, List<FilterExpression> arguments) ->
                call(function, arguments, filter, events);
        };
    }

    private static Vector constant(double value) {
        return (_, _, count) -> {
            double[] values = new double[count];
            Arrays.fill(values, value);
            return values;
        };
    }

    private static Vector column(String name, int at, RowFilter filter, EventList events) throws EventsException {
        Hdu table = events.hdu();
        Optional<TableColumn> column = table.column(name);
        if (column.isEmpty() && TRUTHS.containsKey(name)) {
            return constant(TRUTHS.get(name));
        }
        if (column.isEmpty()) {
            throw new EventsException("the filter '" + filter.text() + "', at " + at + ": " + events.path() + " "
                    + table + " has no column " + name + "; its columns are "
                    + table.columns().stream().map(TableColumn::name).collect(Collectors.joining(", ")));
        }
        TableColumn found = column.get();
        if (found.isScalarNumber()) {
            return (block, rows, count) -> {
                double[] all = block.doubles(found);
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = all[rows[i]];
                }
                return values;
            };
        }
        boolean bits = found.type() == 'X' && found.variable() == ' ' && found.repeat() >= 1 && found.repeat() <= 52;
        if (bits) {
            return (block, rows, count) -> bits(found, block, rows, count);
        }
        if (found.type() == 'L' && found.variable() == ' ' && found.repeat() == 1) {
            return (block, rows, count) -> logical(found, block, rows, count);
        }
        throw new EventsException("the filter '" + filter.text() + "', at " + at + ": the column " + name + " of "
                + events.path() + " " + table + " holds no single numbers and no more than 52 bits");
    }

    private static double[] bits(TableColumn column, RowBlock block, int[] rows, int count) {
        double[] values = new double[count];
        int unused = column.width() * 8 - column.repeat();
        for (int i = 0; i < count; i++) {
            long at = (long) rows[i] * block.rowLength() + column.offset();
            long value = 0;
            for (int n = 0; n < column.width(); n++) {
                value = value << 8 | block.bytes().get(ValueLayout.JAVA_BYTE, at + n) & 0xff;
            }
            values[i] = value >>> unused;
        }
        return values;
    }

    private static double[] logical(TableColumn column, RowBlock block, int[] rows, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            byte stored =
                    block.bytes().get(ValueLayout.JAVA_BYTE, (long) rows[i] * block.rowLength() + column.offset());
            values[i] = stored == 'T' ? 1 : stored == 'F' ? 0 : Double.NaN;
        }
        return values;
    }

    private static Vector mapped(Vector operand, DoubleUnaryOperator by) {
        return (block, rows, count) -> {
            double[] values = operand.of(block, rows, count);
            for (int i = 0; i < count; i++) {
                values[i] = by.applyAsDouble(values[i]);
            }
            return values;
        };
    }

    private static Vector combined(Vector left, Vector right, DoubleBinaryOperator by) {
        return (block, rows, count) -> {
            double[] values = left.of(block, rows, count);
            double[] others = right.of(block, rows, count);
            for (int i = 0; i < count; i++) {
                values[i] = by.applyAsDouble(values[i], others[i]);
            }
            return values;
        };
    }

    /// Undefined if what it is said of is.
    private static double truth(double of, boolean said) {
        return Double.isNaN(of) ? of : said ? 1 : 0;
    }

    private static DoubleBinaryOperator operator(String sign) {
        return switch (sign) {
            case "||" -> (a, b) -> isTrue(a) || isTrue(b) ? 1 : a + b;
            case "&&" -> (a, b) -> a == 0 || b == 0 ? 0 : Double.isNaN(a + b) ? Double.NaN : 1;
            case "==" -> (a, b) -> truth(either(a, b), a == b);
            case "!=" -> (a, b) -> truth(either(a, b), a != b);
            case "<" -> (a, b) -> truth(either(a, b), a < b);
            case "<=" -> (a, b) -> truth(either(a, b), a <= b);
            case ">" -> (a, b) -> truth(either(a, b), a > b);
            case ">=" -> (a, b) -> truth(either(a, b), a >= b);
            case "+" -> Double::sum;
            case "-" -> (a, b) -> a - b;
            case "*" -> (a, b) -> a * b;
            case "/" -> (a, b) -> b == 0 ? Double.NaN : a / b;
            case "%" -> (a, b) -> a % b;
            case "**" -> Math::pow;
            case "&" -> (a, b) -> Double.isNaN(a + b) ? Double.NaN : (long) a & (long) b;
            case "|" -> (a, b) -> Double.isNaN(a + b) ? Double.NaN : (long) a | (long) b;
            default -> throw new IllegalArgumentException("no operator " + sign);
        };
    }

    private static double either(double a, double b) {
        return Double.isNaN(a) ? a : b;
    }

    private static Vector call(
            FilterFunction function, List<FilterExpression> arguments, RowFilter filter, EventList events)
            throws EventsException {
        Vector[] vectors = new Vector[arguments.size()];
        for (int n = 0; n < vectors.length; n++) {
            vectors[n] = vector(arguments.get(n), filter, events);
        }
        return (block, rows, count) -> {
            double[][] columns = new double[vectors.length][];
            for (int n = 0; n < columns.length; n++) {
                columns[n] = vectors[n].of(block, rows, count);
            }
            double[] row = new double[columns.length];
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                for (int n = 0; n < row.length; n++) {
                    row[n] = columns[n][i];
                }
                values[i] = function.of(row);
            }
            return values;
        };
    }
}

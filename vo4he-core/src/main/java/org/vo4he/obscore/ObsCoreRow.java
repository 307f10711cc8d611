// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// One row of `ivoa.obscore` with its row of `ivoa.obscore_hea`: a [Value] for each column. Immutable.
public final class ObsCoreRow {

    private static final ObsCoreColumn[] COLUMNS = ObsCoreColumn.values();
    private static final Value[] NOTHING_LOOKED_FOR = new Value[COLUMNS.length];

    static {
        Arrays.fill(NOTHING_LOOKED_FOR, Value.absent("nothing in the product states it"));
    }

    /// In the order of the columns.
    private final Value[] values;

    private ObsCoreRow(Value[] values) {
        this.values = values.clone();
    }

    public static Builder builder() {
        return new Builder(NOTHING_LOOKED_FOR);
    }

    /// Never null: a column nobody set is [Origin.Absent].
    public Value get(ObsCoreColumn column) {
        return values[column.ordinal()];
    }

    public Optional<String> text(ObsCoreColumn column) {
        return Optional.ofNullable((String) get(column).value());
    }

    public Optional<Double> number(ObsCoreColumn column) {
        return Optional.ofNullable((Double) get(column).value());
    }

    /// Every column with its value: those of `ivoa.obscore` in the standard's order, then those of the extension.
    public void forEach(BiConsumer<ObsCoreColumn, Value> each) {
        for (ObsCoreColumn column : COLUMNS) {
            each.accept(column, get(column));
        }
    }

    /// As [#forEach] gives them.
    public Map<ObsCoreColumn, Value> values() {
        Map<ObsCoreColumn, Value> map = new EnumMap<>(ObsCoreColumn.class);
        forEach(map::put);
        return Collections.unmodifiableMap(map);
    }

    /// The columns of which something is said: a value, or why there is none.
    public List<ObsCoreColumn> told() {
        List<ObsCoreColumn> told = new ArrayList<>(COLUMNS.length);
        for (ObsCoreColumn column : COLUMNS) {
            if (!get(column).equals(NOTHING_LOOKED_FOR[column.ordinal()])) {
                told.add(column);
            }
        }
        return told;
    }

    /// Whether every column that has a value here has one there.
    public boolean isCoveredBy(ObsCoreRow other) {
        for (ObsCoreColumn column : COLUMNS) {
            if (get(column).isPresent() && !other.get(column).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /// A builder that starts from this row.
    public Builder with() {
        return new Builder(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObsCoreRow row && Arrays.equals(row.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values().toString();
    }

    /// Gathers values; the last word on a column wins.
    public static final class Builder {

        private final Value[] values;

        private Builder(Value[] start) {
            values = start.clone();
        }

        /// @throws IllegalArgumentException if the value is not of the column's type, or not a finite number
        public Builder set(ObsCoreColumn column, Value value) {
            Object content = value.value();
            if (content != null && !column.type().javaType().isInstance(content)) {
                throw new IllegalArgumentException(column.columnName() + " takes "
                        + column.type().javaType().getSimpleName() + ", not "
                        + content.getClass().getSimpleName() + " "
                        + content);
            }
            if (content instanceof Double number && !Double.isFinite(number)) {
                throw new IllegalArgumentException(column.columnName() + " is " + number + ", not a finite number");
            }
            values[column.ordinal()] = value;
            return this;
        }

        public Builder set(ObsCoreColumn column, Object value, Origin origin) {
            return set(column, new Value(value, origin));
        }

        public Builder absent(ObsCoreColumn column, String why) {
            return set(column, Value.absent(why));
        }

        public Value get(ObsCoreColumn column) {
            return values[column.ordinal()];
        }

        public ObsCoreRow build() {
            return new ObsCoreRow(values);
        }
    }
}

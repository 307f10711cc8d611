// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One row of `ivoa.obscore` with its row of `ivoa.obscore_hea`: a [Value] for each column. Immutable.
public final class ObsCoreRow {

    private static final Value NOT_LOOKED_FOR = Value.absent("nothing in the product states it");

    private final Map<ObsCoreColumn, Value> values;

    private ObsCoreRow(Map<ObsCoreColumn, Value> values) {
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Never null: a column nobody set is [Origin.Absent].
    public Value get(ObsCoreColumn column) {
        return values.get(column);
    }

    public Optional<String> text(ObsCoreColumn column) {
        return Optional.ofNullable((String) get(column).value());
    }

    public Optional<Double> number(ObsCoreColumn column) {
        return Optional.ofNullable((Double) get(column).value());
    }

    /// Of every column: those of `ivoa.obscore` in the standard's order, then those of the extension.
    public Map<ObsCoreColumn, Value> values() {
        return values;
    }

    /// A builder that starts from this row.
    public Builder with() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObsCoreRow row && row.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /// Gathers values; the last word on a column wins.
    public static final class Builder {

        private final Map<ObsCoreColumn, Value> values = new EnumMap<>(ObsCoreColumn.class);

        private Builder() {
            for (ObsCoreColumn column : ObsCoreColumn.values()) {
                values.put(column, NOT_LOOKED_FOR);
            }
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
            values.put(column, value);
            return this;
        }

        public Builder set(ObsCoreColumn column, Object value, Origin origin) {
            return set(column, new Value(value, origin));
        }

        public Builder absent(ObsCoreColumn column, String why) {
            return set(column, Value.absent(why));
        }

        public Value get(ObsCoreColumn column) {
            return values.get(column);
        }

        public ObsCoreRow build() {
            return new ObsCoreRow(values);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vo4he.sphere.Region;

/// A value of which names and types are settled. Holds no positions, so that two equal expressions are equal:
/// `GROUP BY` needs that.
sealed interface CheckedExpression {

    /// The type; for [Null] that of the text it would be written as.
    AdqlType type();

    /// A literal; the text is that of the query.
    record Number(String text, AdqlType type) implements CheckedExpression {}

    record Text(String value) implements CheckedExpression {

        @Override
        public AdqlType type() {
            return AdqlType.VARCHAR;
        }
    }

    record Null() implements CheckedExpression {

        @Override
        public AdqlType type() {
            return AdqlType.VARCHAR;
        }
    }

    /// A column of a relation of `FROM`.
    ///
    /// @param relation the relation's alias, ours, unique within the whole query
    /// @param sqlName the column's name there
    /// @param template see [CatalogueColumn#sql]
    /// @param skyIndex that of the table, if it comes straight from one
    record Column(
            String relation,
            String sqlName,
            Optional<String> template,
            OutputColumn description,
            Optional<SkyIndex> skyIndex)
            implements CheckedExpression {

        @Override
        public AdqlType type() {
            return description.type();
        }
    }

    /// The one column that `FULL JOIN ... USING` makes of two.
    record Merged(CheckedExpression left, CheckedExpression right) implements CheckedExpression {

        @Override
        public AdqlType type() {
            return left.type();
        }
    }

    record Negation(CheckedExpression operand) implements CheckedExpression {

        @Override
        public AdqlType type() {
            return operand.type();
        }
    }

    record Arithmetic(ArithmeticOperator operator, CheckedExpression left, CheckedExpression right, AdqlType type)
            implements CheckedExpression {}

    record Concatenation(CheckedExpression left, CheckedExpression right) implements CheckedExpression {

        @Override
        public AdqlType type() {
            return AdqlType.VARCHAR;
        }
    }

    record Call(AdqlFunction function, List<CheckedExpression> arguments, AdqlType type) implements CheckedExpression {}

    record Aggregate(SetFunction function, boolean distinct, Optional<CheckedExpression> argument, AdqlType type)
            implements CheckedExpression {}

    record Cast(CheckedExpression operand, AdqlType type, OptionalInt length) implements CheckedExpression {}

    /// A value in another unit.
    ///
    /// @param factor by which the value in its own unit is to be multiplied
    record Conversion(CheckedExpression value, double factor, String unit) implements CheckedExpression {

        @Override
        public AdqlType type() {
            return AdqlType.DOUBLE;
        }
    }

    /// A geometry made in the query, or text of the database that holds one.
    sealed interface Geometry extends CheckedExpression {}

    record Point(CheckedExpression longitude, CheckedExpression latitude) implements Geometry {

        @Override
        public AdqlType type() {
            return AdqlType.POINT;
        }
    }

    record Circle(CheckedExpression centre, CheckedExpression radius) implements Geometry {

        @Override
        public AdqlType type() {
            return AdqlType.CIRCLE;
        }
    }

    record Polygon(List<CheckedExpression> vertices) implements Geometry {

        @Override
        public AdqlType type() {
            return AdqlType.POLYGON;
        }
    }

    /// `REGION('...')`
    record ConstantRegion(Region region) implements Geometry {

        @Override
        public AdqlType type() {
            return AdqlType.REGION;
        }
    }

    record Centroid(CheckedExpression geometry) implements Geometry {

        @Override
        public AdqlType type() {
            return AdqlType.POINT;
        }
    }

    /// What is asked of geometries and answered with a number.
    sealed interface Measure extends CheckedExpression {}

    /// `COORD1`, or `COORD2` if `second`.
    record Coordinate(CheckedExpression point, boolean second) implements Measure {

        @Override
        public AdqlType type() {
            return AdqlType.DOUBLE;
        }
    }

    /// Square degrees.
    record Area(CheckedExpression geometry) implements Measure {

        @Override
        public AdqlType type() {
            return AdqlType.DOUBLE;
        }
    }

    /// Degrees.
    record Distance(CheckedExpression from, CheckedExpression to) implements Measure {

        @Override
        public AdqlType type() {
            return AdqlType.DOUBLE;
        }
    }

    /// 1 or 0.
    record Contains(CheckedExpression inner, CheckedExpression outer) implements Measure {

        @Override
        public AdqlType type() {
            return AdqlType.INTEGER;
        }
    }

    /// 1 or 0.
    record Intersects(CheckedExpression left, CheckedExpression right) implements Measure {

        @Override
        public AdqlType type() {
            return AdqlType.INTEGER;
        }
    }
}

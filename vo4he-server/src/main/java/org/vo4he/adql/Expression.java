// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A value, as the grammar has it (ADQL 2.1, appendix A, `value_expression`).
sealed interface Expression extends Node {

    /// `42`, `3.14`, `.5`, `1.`, `10E-5`.
    record NumberLiteral(String text, Position at) implements Expression {}

    /// `'it''s'`, here without the quotes.
    record TextLiteral(String value, Position at) implements Expression {}

    record NullLiteral(Position at) implements Expression {}

    /// `s_ra`, `o.s_ra`, `ivoa.obscore.s_ra`: the column is the last name.
    record ColumnReference(List<Identifier> path, Position at) implements Expression {

        Identifier column() {
            return path.getLast();
        }

        List<Identifier> qualifier() {
            return path.subList(0, path.size() - 1);
        }
    }

    record Sign(boolean minus, Expression operand, Position at) implements Expression {

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Position at)
            implements Expression {

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record Concatenation(Expression left, Expression right, Position at) implements Expression {

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /// A function that takes and gives plain values.
    record Call(String name, List<Expression> arguments, Position at) implements Expression {

        @Override
        public List<Node> children() {
            return List.copyOf(arguments);
        }
    }

    /// A geometry or what is asked of one.
    ///
    /// @param frame the deprecated first argument, if it was written
    record GeometryCall(GeometryFunction function, Optional<String> frame, List<Expression> arguments, Position at)
            implements Expression {

        @Override
        public List<Node> children() {
            return List.copyOf(arguments);
        }
    }

    /// @param argument empty for `COUNT(*)`
    record Aggregate(SetFunction function, boolean distinct, Optional<Expression> argument, Position at)
            implements Expression {

        @Override
        public List<Node> children() {
            return argument.<List<Node>>map(List::of).orElse(List.of());
        }
    }

    record Cast(Expression operand, AdqlType type, OptionalInt length, Position at) implements Expression {

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    /// `IN_UNIT(value, 'unit')`
    record InUnit(Expression value, String unit, Position at) implements Expression {

        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    @Override
    default List<Node> children() {
        return List.of();
    }
}

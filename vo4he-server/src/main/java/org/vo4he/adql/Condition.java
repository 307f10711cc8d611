// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.stream.Stream;

/// Something true, false or unknown, as the grammar has it (ADQL 2.1, appendix A, `search_condition`).
sealed interface Condition extends Node {

    record And(List<Condition> terms, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.copyOf(terms);
        }
    }

    record Or(List<Condition> terms, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.copyOf(terms);
        }
    }

    record Not(Condition operand, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Comparison(ComparisonOperator operator, Expression left, Expression right, Position at)
            implements Condition {

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record Between(Expression value, Expression low, Expression high, boolean negated, Position at)
            implements Condition {

        @Override
        public List<Node> children() {
            return List.of(value, low, high);
        }
    }

    record InList(Expression value, List<Expression> list, boolean negated, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return Stream.concat(Stream.of(value), list.stream())
                    .map(Node.class::cast)
                    .toList();
        }
    }

    record InQuery(Expression value, Query query, boolean negated, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    record Like(Expression value, Expression pattern, boolean anyCase, boolean negated, Position at)
            implements Condition {

        @Override
        public List<Node> children() {
            return List.of(value, pattern);
        }
    }

    record IsNull(Expression value, boolean negated, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    record Exists(Query query, Position at) implements Condition {

        @Override
        public List<Node> children() {
            return List.of();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Arrays;
import java.util.Optional;

enum ComparisonOperator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /// The operator of a symbol; `!=` is another way to write `<>`.
    static Optional<ComparisonOperator> of(String symbol) {
        String standard = symbol.equals("!=") ? "<>" : symbol;
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(standard))
                .findFirst();
    }

    /// The operator that says the same with both sides exchanged.
    ComparisonOperator mirrored() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
        };
    }
}

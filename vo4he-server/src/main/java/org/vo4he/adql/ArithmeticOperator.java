// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Arrays;

enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    static ArithmeticOperator of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    String symbol() {
        return symbol;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;

/// The tree of a [RowFilter].
public sealed interface FilterExpression {

    record Constant(double value) implements FilterExpression {}

    /// @param at where it stands in the text, from 1
    record Name(String name, int at) implements FilterExpression {}

    /// A pattern of bits.
    ///
    /// @param mask the bits that count
    record Bits(long bits, long mask) implements FilterExpression {}

    record Unary(char operator, FilterExpression operand) implements FilterExpression {}

    record Binary(String operator, FilterExpression left, FilterExpression right) implements FilterExpression {}

    record Call(FilterFunction function, List<FilterExpression> arguments) implements FilterExpression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}

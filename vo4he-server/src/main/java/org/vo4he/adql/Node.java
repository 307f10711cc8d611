// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;

/// A part of a query that stands where a value or a condition may stand.
sealed interface Node permits Expression, Condition {

    /// Where it begins in the text.
    Position at();

    /// The values and conditions it is made of; sub-queries are not among them.
    List<Node> children();

    /// How many levels it has, itself included.
    default int depth() {
        return 1 + children().stream().mapToInt(Node::depth).max().orElse(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.OptionalLong;

/// A query whose every name is resolved and every expression typed. Made by [AdqlChecker] only.
public final class CheckedQuery {

    private final List<OutputColumn> columns;
    private final OptionalLong top;

    CheckedQuery(List<OutputColumn> columns, OptionalLong top) {
        this.columns = List.copyOf(columns);
        this.top = top;
    }

    /// The columns of the answer, in order.
    public List<OutputColumn> columns() {
        return columns;
    }

    /// The row limit that the query itself states with `TOP` for its whole answer.
    public OptionalLong top() {
        return top;
    }
}

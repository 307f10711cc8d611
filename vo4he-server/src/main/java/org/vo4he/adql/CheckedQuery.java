// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.OptionalLong;

/// A query whose every name is resolved and every expression typed. Made by [AdqlChecker] only.
public final class CheckedQuery {

    private final List<CheckedStatement.Common> commonTables;
    private final CheckedStatement statement;
    private final List<OutputColumn> columns;

    CheckedQuery(List<CheckedStatement.Common> commonTables, CheckedStatement statement, List<OutputColumn> columns) {
        this.commonTables = List.copyOf(commonTables);
        this.statement = statement;
        this.columns = List.copyOf(columns);
    }

    List<CheckedStatement.Common> commonTables() {
        return commonTables;
    }

    CheckedStatement statement() {
        return statement;
    }

    /// The columns of the answer, in order; their names are unique.
    public List<OutputColumn> columns() {
        return columns;
    }

    /// The row limit that the query itself states with `TOP` for its whole answer.
    public OptionalLong top() {
        return statement.body() instanceof CheckedStatement.Select select ? select.top() : OptionalLong.empty();
    }
}

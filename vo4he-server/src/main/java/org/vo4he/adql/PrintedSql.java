// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;

/// SQL with the values for its `?` in order.
public record PrintedSql(String sql, List<Object> binds) {

    public PrintedSql {
        binds = List.copyOf(binds);
    }
}

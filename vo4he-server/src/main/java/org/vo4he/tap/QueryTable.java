// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.List;

/// A small answer in memory, for pages.
///
/// @param columns their names
/// @param rows each as long as `columns`; an absent value is null
/// @param overflow whether there would have been more rows
public record QueryTable(List<String> columns, List<List<Object>> rows, boolean overflow) {

    public QueryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}

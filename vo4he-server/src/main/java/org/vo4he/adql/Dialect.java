// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// Prints checked queries as the SQL of one database. Only prints: what a query means is settled before.
public interface Dialect {

    /// The SQL of a query.
    ///
    /// @param rowLimit most rows wanted, whatever the query says with `TOP`; negative for no limit
    PrintedSql print(CheckedQuery query, long rowLimit);
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;

/// The SQL of DuckDB.
public final class DuckDbDialect implements Dialect {

    @Override
    public PrintedSql print(CheckedQuery query, long rowLimit) {
        return new PrintedSql("SELECT NULL WHERE FALSE", List.of());
    }
}

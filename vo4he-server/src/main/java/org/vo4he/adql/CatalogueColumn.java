// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Optional;

/// A column that queries may read: its `TAP_SCHEMA.columns` row, and where its value is.
///
/// Texts that say nothing are empty, never null.
///
/// @param name in the query and, unless `sql` says otherwise, in the physical table
/// @param arraysize as VOTable writes it, empty for a scalar
/// @param hidden left out of `SELECT *` but may be named
/// @param sql an expression over physical columns used instead of the plain column; `{t}` stands for the table's
///     alias
public record CatalogueColumn(
        String name,
        AdqlType type,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description,
        boolean principal,
        boolean indexed,
        boolean std,
        boolean hidden,
        Optional<String> sql) {

    /// The column as it goes out when a query selects it unchanged.
    OutputColumn output() {
        return new OutputColumn(name, type, arraysize, xtype, unit, ucd, utype, description);
    }
}

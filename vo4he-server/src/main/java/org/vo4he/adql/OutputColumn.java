// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// One column of a query's answer, described as VOTable and `TAP_SCHEMA.columns` do. Texts that say nothing are
/// empty, never null.
///
/// @param name unique within the answer, whatever the case
/// @param arraysize as VOTable writes it, empty for a scalar
public record OutputColumn(
        String name,
        AdqlType type,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description) {

    /// A column of which nothing but name and type is known.
    static OutputColumn of(String name, AdqlType type) {
        return new OutputColumn(name, type, type.arraysize(), type.xtype(), "", "", "", "");
    }

    OutputColumn named(String other) {
        return new OutputColumn(other, type, arraysize, xtype, unit, ucd, utype, description);
    }

    OutputColumn withUnitAndUcd(String otherUnit, String otherUcd) {
        return new OutputColumn(name, type, arraysize, xtype, otherUnit, otherUcd, utype, description);
    }

    OutputColumn typed(AdqlType other) {
        return new OutputColumn(name, other, other.arraysize(), other.xtype(), unit, ucd, utype, description);
    }

    OutputColumn sized(String otherArraysize) {
        return new OutputColumn(name, type, otherArraysize, xtype, unit, ucd, utype, description);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// The types of ADQL 2.1 (section 3) with their VOTable serialisation (TAP 1.1, section 2.5).
///
/// Each constant reads: VOTable datatype, arraysize, xtype.
public enum AdqlType {
    SMALLINT("short", "", ""),
    INTEGER("int", "", ""),
    BIGINT("long", "", ""),
    REAL("float", "", ""),
    DOUBLE("double", "", ""),
    CHAR("char", "*", ""),
    VARCHAR("char", "*", ""),
    TIMESTAMP("char", "*", "timestamp"),
    POINT("double", "2", "point"),
    CIRCLE("double", "3", "circle"),
    POLYGON("double", "*", "polygon"),
    REGION("char", "*", "adql:REGION"),
    CLOB("char", "*", ""),
    BLOB("unsignedByte", "*", "");

    private final String datatype;
    private final String arraysize;
    private final String xtype;

    AdqlType(String datatype, String arraysize, String xtype) {
        this.datatype = datatype;
        this.arraysize = arraysize;
        this.xtype = xtype;
    }

    /// The VOTable datatype.
    public String datatype() {
        return datatype;
    }

    /// The VOTable arraysize, empty for a scalar.
    public String arraysize() {
        return arraysize;
    }

    /// The VOTable xtype, empty for none.
    public String xtype() {
        return xtype;
    }

    boolean isInteger() {
        return this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    boolean isNumeric() {
        return isInteger() || this == REAL || this == DOUBLE;
    }

    boolean isText() {
        return this == CHAR || this == VARCHAR || this == CLOB;
    }

    boolean isGeometry() {
        return this == POINT || this == CIRCLE || this == POLYGON || this == REGION;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.Objects;

/// One column of a table. Texts that say nothing are empty, never null.
///
/// @param arraysize empty for a scalar, `*` for any number, or a number
/// @param id by which other elements of the document refer to the column
/// @param ref to an element of the document: the coordinate or time system of the values
public record Field(
        String name,
        Datatype datatype,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description,
        String id,
        String ref) {

    public Field {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
        if (!arraysize.matches("|\\*|[1-9]\\d{0,8}\\*?")) {
            throw new IllegalArgumentException(
                    "the arraysize of column " + name + " must be a number or *, found '" + arraysize + "'");
        }
        Objects.requireNonNull(datatype);
        Objects.requireNonNull(xtype);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(ucd);
        Objects.requireNonNull(utype);
        Objects.requireNonNull(description);
        Objects.requireNonNull(id);
        Objects.requireNonNull(ref);
    }

    public Field(
            String name,
            Datatype datatype,
            String arraysize,
            String xtype,
            String unit,
            String ucd,
            String utype,
            String description) {
        this(name, datatype, arraysize, xtype, unit, ucd, utype, description, "", "");
    }

    /// A text column of any length.
    public static Field text(String name, String ucd, String description) {
        return new Field(name, Datatype.CHAR, "*", "", "", ucd, "", description);
    }

    public Field withId(String newId) {
        return new Field(name, datatype, arraysize, xtype, unit, ucd, utype, description, newId, ref);
    }

    public Field withUcd(String newUcd) {
        return new Field(name, datatype, arraysize, xtype, unit, newUcd, utype, description, id, ref);
    }

    public Field withDescription(String newDescription) {
        return new Field(name, datatype, arraysize, xtype, unit, ucd, utype, newDescription, id, ref);
    }

    public Field withRef(String newRef) {
        return new Field(name, datatype, arraysize, xtype, unit, ucd, utype, description, id, newRef);
    }

    boolean isScalar() {
        return arraysize.isEmpty();
    }

    boolean isVariable() {
        return arraysize.endsWith("*");
    }

    /// A DALI point, circle or polygon.
    boolean isGeometry() {
        return datatype == Datatype.DOUBLE && !isScalar() && !xtype.isEmpty();
    }

    /// Text whose characters the datatype fixes to ASCII: timestamps, regions.
    boolean isAsciiText() {
        return datatype == Datatype.CHAR && !xtype.isEmpty();
    }
}

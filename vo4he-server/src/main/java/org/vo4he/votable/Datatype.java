// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.Arrays;
import java.util.Optional;

/// The VOTable datatypes that vo4he writes (VOTable 1.4, section 2.1).
public enum Datatype {
    BOOLEAN("boolean"),
    UNSIGNED_BYTE("unsignedByte"),
    SHORT("short"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    CHAR("char");

    private final String word;

    Datatype(String word) {
        this.word = word;
    }

    /// As an attribute value.
    public String word() {
        return word;
    }

    public static Optional<Datatype> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}

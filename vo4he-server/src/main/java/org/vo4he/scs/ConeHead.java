// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.util.List;
import java.util.Map;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;

/// Gives the three columns that every cone search has the UCDs they have there (Simple Cone Search 1.03, section 2):
/// old words that no other protocol uses, and that clients look for. All others keep theirs.
final class ConeHead {

    private static final Map<String, String> UCD_BY_UTYPE = Map.of(
            ObsCoreColumn.OBS_PUBLISHER_DID.utype(), "ID_MAIN",
            ObsCoreColumn.S_RA.utype(), "POS_EQ_RA_MAIN",
            ObsCoreColumn.S_DEC.utype(), "POS_EQ_DEC_MAIN");

    /// The one column that is computed.
    static final String SEPARATION = "separation";

    private ConeHead() {}

    static Head of(Head head) {
        List<Field> fields = head.fields().stream().map(ConeHead::field).toList();
        return new Head(fields, head.infos(), head.systems(), head.services());
    }

    private static Field field(Field field) {
        if (field.name().equals(SEPARATION)) {
            return field.withDescription("Distance from the centre of the cone");
        }
        String ucd = UCD_BY_UTYPE.get(field.utype());
        return ucd == null ? field : field.withUcd(ucd);
    }
}

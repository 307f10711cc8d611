// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.List;
import org.vo4he.obscore.ObsCoreColumn;

/// How ready a product is for ObsTAP, the best first. Each grade asks for all that the grades below it ask for.
///
/// Each constant reads: what it means, the columns that it asks for besides.
public enum Grade {
    /// What else it asks for: tags of its own without a finding, and checksums that are true.
    A("the file says all this itself, in its own tags, and its checksums are true", List.of()),
    /// What else it asks for: no warnings, and every file that it names within reach.
    B(
            "every column that a search or a client relies on is filled, and nothing is in doubt",
            List.of(ObsCoreColumn.TARGET_NAME, ObsCoreColumn.S_FOV, ObsCoreColumn.S_REGION, ObsCoreColumn.T_EXPTIME)),
    C(
            "it is found by place, time, energy and who observed it",
            List.of(
                    ObsCoreColumn.T_MIN,
                    ObsCoreColumn.T_MAX,
                    ObsCoreColumn.EM_MIN,
                    ObsCoreColumn.EM_MAX,
                    ObsCoreColumn.FACILITY_NAME,
                    ObsCoreColumn.INSTRUMENT_NAME)),
    D("it is found by place", List.of(ObsCoreColumn.S_RA, ObsCoreColumn.S_DEC)),
    E("it is listed", List.of(ObsCoreColumn.DATAPRODUCT_TYPE, ObsCoreColumn.OBS_ID, ObsCoreColumn.CALIB_LEVEL)),
    F("it can't be published, or holds errors", List.of());

    private final String meaning;
    private final List<ObsCoreColumn> columns;

    Grade(String meaning, List<ObsCoreColumn> columns) {
        this.meaning = meaning;
        this.columns = columns;
    }

    /// A sentence's end about a product of this grade.
    public String meaning() {
        return meaning;
    }

    /// The columns that must have a value, besides those of the grades below.
    public List<ObsCoreColumn> columns() {
        return columns;
    }
}

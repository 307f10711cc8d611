// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.util.List;
import java.util.Set;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.obscore.ObsCoreColumn;

/// How many columns come (Simple Cone Search 1.03, section 2, VERB).
enum Verbosity {
    /// identifier and position
    LEAST {
        @Override
        boolean has(ObsCoreColumn column) {
            return ALWAYS.contains(column);
        }
    },
    /// the columns that ObsCore wants of every service
    USUAL {
        @Override
        boolean has(ObsCoreColumn column) {
            return column.need() != ObsCoreColumn.Need.OPTIONAL;
        }
    },
    /// every column
    ALL {
        @Override
        boolean has(ObsCoreColumn column) {
            return true;
        }
    };

    private static final Set<ObsCoreColumn> ALWAYS =
            Set.of(ObsCoreColumn.OBS_PUBLISHER_DID, ObsCoreColumn.S_RA, ObsCoreColumn.S_DEC);

    abstract boolean has(ObsCoreColumn column);

    List<ObsCoreColumn> columns() {
        return ObsCoreColumn.core().stream().filter(this::has).toList();
    }

    /// @throws ServiceException.Usage for another value than 1, 2 or 3
    static Verbosity of(Parameters parameters) {
        String given = parameters.one("VERB").orElse("2");
        return switch (given.strip()) {
            case "1" -> LEAST;
            case "2" -> USUAL;
            case "3" -> ALL;
            default ->
                throw new ServiceException.Usage("parameter VERB must be 1, 2 or 3, found " + Parameters.quoted(given));
        };
    }
}

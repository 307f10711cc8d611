// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;

/// How many products of each mission have a value in each column, as `stated+derived/all`: stated by the file itself,
/// derived by what a standard or the mission's documents say of it.
final class CoverageTable {

    private static final List<ObsCoreColumn> COLUMNS = List.of(
            ObsCoreColumn.TARGET_NAME,
            ObsCoreColumn.S_RA,
            ObsCoreColumn.S_FOV,
            ObsCoreColumn.S_REGION,
            ObsCoreColumn.T_MIN,
            ObsCoreColumn.T_EXPTIME,
            ObsCoreColumn.T_INTERVALS,
            ObsCoreColumn.EM_MIN,
            ObsCoreColumn.EM_MAX,
            ObsCoreColumn.EV_XEL,
            ObsCoreColumn.OBS_MODE,
            ObsCoreColumn.PROPOSAL_ID,
            ObsCoreColumn.MESSENGER_NAME);

    private final Map<String, List<ObsCoreRow>> byMission = new TreeMap<>();

    CoverageTable(List<ObsCoreRow> rows) {
        rows.forEach(row -> row.text(ObsCoreColumn.FACILITY_NAME)
                .ifPresent(facility -> byMission
                        .computeIfAbsent(
                                facility + " "
                                        + row.text(ObsCoreColumn.DATAPRODUCT_TYPE)
                                                .orElse(""),
                                _ -> new ArrayList<>())
                        .add(row)));
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| products |");
        COLUMNS.forEach(column -> table.append(' ').append(column.columnName()).append(" |"));
        table.append('\n');
        byMission.forEach((mission, rows) -> table.append("| ")
                .append(mission)
                .append(" | ")
                .append(COLUMNS.stream().map(column -> cell(column, rows)).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    private static String cell(ObsCoreColumn column, List<ObsCoreRow> rows) {
        long stated = rows.stream()
                .map(row -> row.get(column))
                .filter(Value::isPresent)
                .filter(value -> isStated(value.origin()))
                .count();
        long all = rows.stream()
                .map(row -> row.get(column))
                .filter(Value::isPresent)
                .count();
        return String.format(Locale.ROOT, "%d+%d/%d", stated, all - stated, rows.size());
    }

    private static boolean isStated(Origin origin) {
        return switch (origin) {
            case Origin.Card _, Origin.Column _, Origin.Wcs _, Origin.LinkedFile _, Origin.Tag _ -> true;
            case Origin.Rule _,
                    Origin.Profile _,
                    Origin.Minted _,
                    Origin.Standard _,
                    Origin.Derived _,
                    Origin.Publisher _,
                    Origin.Given _,
                    Origin.Absent _ -> false;
        };
    }
}

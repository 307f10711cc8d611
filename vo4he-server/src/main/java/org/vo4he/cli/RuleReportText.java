// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.vo4he.mapping.RuleReport;

/// What each entry of a rules file did for a file.
final class RuleReportText {

    private RuleReportText() {}

    static void print(List<RuleReport> reports, PrintWriter out) {
        if (reports.isEmpty()) {
            return;
        }
        out.println();
        out.println(Terminal.strong("Rules"));
        for (RuleReport report : reports) {
            String entry = report.file() + " line " + report.line() + " '" + report.match() + "': ";
            Wrapped.print(out, "  ", entry + (report.used() ? "is used" : "is not used, " + report.obstacle()));
            for (RuleReport.Said said : report.said()) {
                Wrapped.print(
                        out, "    ", "line " + said.line() + " " + said.column().columnName() + " " + said.outcome());
            }
        }
    }

    static ArrayNode json(List<RuleReport> reports) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (RuleReport report : reports) {
            ObjectNode node = list.addObject()
                    .put("file", report.file())
                    .put("line", report.line())
                    .put("match", report.match())
                    .put("used", report.used())
                    .put("obstacle", report.obstacle());
            ArrayNode said = node.putArray("said");
            for (RuleReport.Said each : report.said()) {
                said.addObject()
                        .put("column", each.column().columnName())
                        .put("line", each.line())
                        .put("outcome", each.outcome());
            }
        }
        return list;
    }
}

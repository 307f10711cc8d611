// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.vo4he.harvest.HarvestReport;

/// What a harvest came to, in lines for a person.
record HarvestSummary(JsonNode sums) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static HarvestSummary of(HarvestReport report) {
        return new HarvestSummary(JSON.valueToTree(report));
    }

    /// @param seconds the harvest took
    String text(double seconds) {
        long seen = sum("published") + sum("associated") + sum("notFits") + sum("failed");
        return String.format(
                Locale.ROOT,
                "%d files in %.1f s: %d published, %d associated, %d not FITS, %d failed%n"
                        + "%d new, %d changed, %d moved, %s%d unchanged, %d withdrawn; %d errors, %d warnings",
                seen,
                seconds,
                sum("published"),
                sum("associated"),
                sum("notFits"),
                sum("failed"),
                sum("created"),
                sum("changed"),
                sum("moved"),
                sum("anew") == 0 ? "" : sum("anew") + " described anew by this version, ",
                sum("unchanged"),
                sum("withdrawn"),
                sum("errors"),
                sum("warnings"));
    }

    int exitCode(boolean strict) {
        return sum("errors") > 0 || (strict && sum("warnings") > 0) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private long sum(String name) {
        return sums.path(name).longValue();
    }
}

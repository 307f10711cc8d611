// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.vo4he.events.BandCounts;
import org.vo4he.events.HardnessRatio;
import org.vo4he.events.Outcome;
import org.vo4he.extract.ExtractResult;
import org.vo4he.reprocess.FindingJson;

/// What `vo4he extract` tells of a run.
final class ExtractReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExtractReport() {}

    /// @param written files by what they are
    static String text(ExtractResult result, Map<String, Path> written) {
        Outcome source = result.extracted().source();
        StringBuilder lines = new StringBuilder();
        lines.append(source.selected() + " of " + result.extracted().rows() + " events selected"
                + source.exposureSeconds()
                        .map(seconds -> String.format(Locale.ROOT, ", exposure %.3f s", seconds))
                        .orElse(", exposure not known")
                + "\n");
        result.extracted()
                .background()
                .ifPresent(other -> lines.append(other.selected() + " events of the background\n"));
        result.hardness()
                .map(BandCounts::hardness)
                .ifPresent(ratio -> lines.append(
                        String.format(Locale.ROOT, "hardness ratio %.4f, error %.4f%n", ratio.value(), ratio.error())));
        written.values().forEach(file -> lines.append(file + ": written\n"));
        return lines.toString();
    }

    static String json(ExtractResult result, Map<String, Path> written) {
        Outcome source = result.extracted().source();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("selected", source.selected());
        answer.put("rows", result.extracted().rows());
        source.exposureSeconds()
                .ifPresentOrElse(seconds -> answer.put("exposure", seconds), () -> answer.putNull("exposure"));
        result.extracted().background().ifPresent(other -> answer.put("background_selected", other.selected()));
        result.extracted().backgroundScale().ifPresent(scale -> answer.put("background_scale", scale));
        result.hardness().ifPresent(bands -> put(bands, answer.putObject("hardness")));
        ObjectNode files = answer.putObject("outputs");
        written.forEach((kind, file) -> files.put(kind, file.toString()));
        answer.set("findings", FindingJson.of(result.findings()));
        return answer.toString();
    }

    private static void put(BandCounts bands, ObjectNode answer) {
        HardnessRatio ratio = bands.hardness();
        answer.put("soft", bands.source()[0]).put("hard", bands.source()[1]);
        if (Double.isNaN(ratio.value())) {
            answer.putNull("ratio").putNull("error");
        } else {
            answer.put("ratio", ratio.value()).put("error", ratio.error());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.CalibrationInput;

/// By what a product was calibrated, beside what a file says of it now: an input, or the product made again.
public final class CalibrationCheck {

    private final Map<String, String> recorded;

    /// @param recorded by the product's provenance
    public CalibrationCheck(List<CalibrationInput> recorded) {
        this.recorded = words(recorded);
    }

    /// A finding for each keyword of the record that an input has with other words. What only one of both tells, the
    /// steps may have put in or left out.
    ///
    /// @param accepted whether that is only told
    List<Finding> ofInput(Path input, List<CalibrationInput> said, String where, boolean accepted) {
        Map<String, String> now = words(said);
        return recorded.keySet().stream()
                .filter(keyword -> now.containsKey(keyword) && !now.get(keyword).equals(recorded.get(keyword)))
                .map(keyword -> new Finding(
                        accepted ? ReprocessFinding.CALIBRATION_MOVED : ReprocessFinding.CALIBRATION_CHANGED,
                        where,
                        "%s was %s, and is %s in %s"
                                .formatted(
                                        keyword,
                                        Shown.text(recorded.get(keyword)),
                                        Shown.text(now.get(keyword)),
                                        input.getFileName())))
                .toList();
    }

    /// A finding for each keyword whose words are others in what was made again.
    public List<Finding> ofRemade(Path product, List<CalibrationInput> said) {
        Map<String, String> now = words(said);
        Set<String> keywords = new LinkedHashSet<>(recorded.keySet());
        keywords.addAll(now.keySet());
        return keywords.stream()
                .filter(keyword -> !recorded.getOrDefault(keyword, "").equals(now.getOrDefault(keyword, "")))
                .map(keyword -> new Finding(
                        ReprocessFinding.CALIBRATION_MOVED,
                        product.getFileName() + ", " + keyword,
                        "%s was %s, and is %s when made again"
                                .formatted(
                                        keyword,
                                        Shown.text(recorded.getOrDefault(keyword, "not told")),
                                        Shown.text(now.getOrDefault(keyword, "not told")))))
                .toList();
    }

    private static Map<String, String> words(List<CalibrationInput> inputs) {
        return CalibrationInput.gathered(inputs).stream()
                .collect(Collectors.groupingBy(
                        CalibrationInput::keyword,
                        LinkedHashMap::new,
                        Collectors.mapping(CalibrationInput::value, Collectors.joining(", "))));
    }
}

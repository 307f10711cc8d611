// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.product.FileDescription;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.reprocess.ReprocessFinding;

/// By what a product was calibrated, beside what was made again.
final class CalibrationChange {

    private CalibrationChange() {}

    /// One for each keyword whose words are others.
    static List<Finding> findings(Path product, ProvenanceDocument recorded, FileDescription remade) {
        Map<String, String> was = words(CalibrationInput.of(recorded));
        Map<String, String> is = words(remade.products().stream()
                .findFirst()
                .map(each -> each.calibration())
                .orElse(List.of()));
        Set<String> keywords = new LinkedHashSet<>(was.keySet());
        keywords.addAll(is.keySet());
        return keywords.stream()
                .filter(keyword -> !Optional.ofNullable(was.get(keyword)).equals(Optional.ofNullable(is.get(keyword))))
                .map(keyword -> new Finding(
                        ReprocessFinding.CALIBRATION_MOVED,
                        product.getFileName() + ", " + keyword,
                        "%s was %s, and is %s when made again"
                                .formatted(
                                        keyword,
                                        was.getOrDefault(keyword, "not told"),
                                        is.getOrDefault(keyword, "not told"))))
                .toList();
    }

    private static Map<String, String> words(List<CalibrationInput> inputs) {
        return inputs.stream()
                .collect(Collectors.groupingBy(
                        CalibrationInput::keyword,
                        LinkedHashMap::new,
                        Collectors.mapping(CalibrationInput::value, Collectors.joining(", "))));
    }
}

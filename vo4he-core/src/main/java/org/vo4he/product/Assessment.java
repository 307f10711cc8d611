// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.obscore.ValueRange;

/// The grade of a file's main product, and what stands against a better one.
///
/// @param grade empty for a file that is no product itself, such as a response: it is not graded
/// @param reasons against the next better grade, each with what to do; empty for A
public record Assessment(Optional<Grade> grade, List<String> reasons) {

    public Assessment {
        reasons = List.copyOf(reasons);
    }

    /// What the file itself tells besides its description.
    ///
    /// @param tagged whether it has VO-TAGS
    /// @param checksums what is wrong or absent with them, as sentences
    /// @param unreachable files that it names and that are not there
    public record Circumstances(boolean tagged, List<String> checksums, List<Reference> unreachable) {

        public Circumstances {
            checksums = List.copyOf(checksums);
            unreachable = List.copyOf(unreachable);
        }
    }

    public static Assessment of(FileDescription file, Circumstances circumstances) {
        if (file.outcome() == Outcome.ASSOCIATED) {
            return new Assessment(
                    Optional.empty(), List.of("an associated file is reached through the products that name it"));
        }
        Map<Grade, List<String>> against = new EnumMap<>(Grade.class);
        against.put(Grade.E, listed(file));
        for (Grade grade : List.of(Grade.D, Grade.C, Grade.B)) {
            against.put(
                    grade,
                    file.products().isEmpty()
                            ? new ArrayList<>()
                            : missing(grade, file.products().getFirst()));
        }
        against.get(Grade.B).addAll(doubts(file, circumstances));
        against.put(Grade.A, own(file, circumstances));
        Grade reached = Grade.F;
        for (Grade next : List.of(Grade.E, Grade.D, Grade.C, Grade.B, Grade.A)) {
            if (!against.get(next).isEmpty()) {
                return new Assessment(Optional.of(reached), against.get(next));
            }
            reached = next;
        }
        return new Assessment(Optional.of(reached), List.of());
    }

    private static List<String> listed(FileDescription file) {
        List<String> reasons = new ArrayList<>();
        if (file.products().isEmpty()) {
            reasons.add("there is no product that could be published");
        }
        file.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Assessment::told)
                .distinct()
                .forEach(reasons::add);
        if (!file.products().isEmpty()) {
            reasons.addAll(missing(Grade.E, file.products().getFirst()));
        }
        return reasons;
    }

    private static String told(Finding finding) {
        return finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " "
                + finding.code().id() + ": " + finding.message();
    }

    /// Columns without a value, and values that can't be right.
    private static List<String> missing(Grade grade, Product product) {
        List<String> reasons = new ArrayList<>();
        for (ObsCoreColumn column : grade.columns()) {
            Value value = product.row().get(column);
            if (value.origin() instanceof Origin.Absent(String why)) {
                reasons.add(column.columnName() + " has no value: " + why);
            } else {
                ValueRange.violated(column, value.value())
                        .ifPresent(wanted ->
                                reasons.add(column.columnName() + " is " + value.value() + ", expected " + wanted));
            }
        }
        return reasons;
    }

    private static List<String> doubts(FileDescription file, Circumstances circumstances) {
        List<String> reasons = new ArrayList<>();
        file.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(Assessment::told)
                .distinct()
                .forEach(reasons::add);
        circumstances.unreachable().stream()
                .map(reference -> reference.namedBy() + " names '" + reference.name() + "', which is not in the folder")
                .forEach(reasons::add);
        return reasons;
    }

    private static List<String> own(FileDescription file, Circumstances circumstances) {
        List<String> reasons = new ArrayList<>();
        if (!circumstances.tagged()) {
            reasons.add("the file has no VO-TAGS: 'vo4he annotate' writes them");
        }
        file.findings().stream()
                .filter(finding -> finding.code().id().startsWith("votags-"))
                .map(Assessment::told)
                .distinct()
                .forEach(reasons::add);
        reasons.addAll(circumstances.checksums());
        for (Product product : file.products()) {
            if (product.row().get(ObsCoreColumn.OBS_ID).origin() instanceof Origin.Minted(String rule)) {
                reasons.add("obs_id is made up (" + rule + "): state OBS_ID, or set it by a rule");
            }
        }
        return reasons.stream().distinct().toList();
    }
}

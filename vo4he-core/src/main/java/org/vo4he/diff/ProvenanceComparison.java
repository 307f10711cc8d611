// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diff.Difference.Part;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;

/// How two products were made: step by step, argument by argument. When a step ran, and on which host, is no difference
/// of products.
final class ProvenanceComparison {

    private ProvenanceComparison() {}

    static List<Difference> of(Optional<String> left, Optional<String> right) {
        if (left.equals(right)) {
            return List.of();
        }
        try {
            List<ProvenanceStep> one = steps(left);
            List<ProvenanceStep> other = steps(right);
            List<Difference> differences = new ArrayList<>();
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                step(
                        i,
                        i < one.size() ? Optional.of(one.get(i)) : Optional.empty(),
                        i < other.size() ? Optional.of(other.get(i)) : Optional.empty(),
                        differences);
            }
            return differences;
        } catch (ProvenanceFormatException _) {
            return List.of(Difference.of(Part.PROVENANCE, "provenance", "text", left, right));
        }
    }

    private static List<ProvenanceStep> steps(Optional<String> json) throws ProvenanceFormatException {
        return json.isEmpty() ? List.of() : document(json.get()).steps();
    }

    private static ProvenanceDocument document(String json) throws ProvenanceFormatException {
        return ProvenanceJson.read(json).document();
    }

    /// @param number from 0, as edits are addressed
    private static void step(
            int number, Optional<ProvenanceStep> left, Optional<ProvenanceStep> right, List<Difference> differences) {
        String place = "step " + number;
        if (left.isEmpty() || right.isEmpty()) {
            differences.add(Difference.of(
                    Part.PROVENANCE,
                    place,
                    "",
                    left.map(ProvenanceComparison::name),
                    right.map(ProvenanceComparison::name)));
            return;
        }
        Map<String, String> one = words(number, left.get());
        Map<String, String> other = words(number, right.get());
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            Optional<String> first = Optional.ofNullable(one.get(name));
            Optional<String> second = Optional.ofNullable(other.get(name));
            if (!first.equals(second)) {
                differences.add(Difference.of(Part.PROVENANCE, place + " " + name(left.get()), name, first, second));
            }
        }
    }

    private static String name(ProvenanceStep step) {
        return step.name().orElse(ProvenanceStep.NAMELESS);
    }

    private static Map<String, String> words(int number, ProvenanceStep step) {
        Map<String, String> words = new LinkedHashMap<>();
        step.name().ifPresent(name -> words.put("name", name));
        step.version().ifPresent(version -> words.put("version", version));
        step.image().ifPresent(image -> words.put("image", image));
        step.exitCode().ifPresent(code -> words.put("exit code", code));
        for (Argument argument : step.arguments()) {
            String address = number + ":" + argument.index();
            switch (argument) {
                case Argument.Parameter parameter ->
                    words.put(
                            "parameter " + address + " " + parameter.name().orElse(parameter.description()),
                            parameter.value());
                case Argument.Input(int _, DataFile file) -> words.put("input " + address, file(file));
                case Argument.InputList(int _, DataFile list, java.util.OptionalLong _) ->
                    words.put("inputs " + address, file(list));
                case Argument.Output(int _, DataFile file) -> words.put("output " + address, file(file));
                case Argument.Unrecognised unrecognised -> words.put("argument " + address, unrecognised.toString());
            }
        }
        return words;
    }

    private static String file(DataFile file) {
        String path = file.location().isEmpty() ? file.path() : file.location() + "/" + file.path();
        return path + file.checksum().map(sum -> " " + sum).orElse("");
    }
}

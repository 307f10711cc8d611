// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.ShownPath;
import org.vo4he.reprocess.Offer.Editable;

/// An [Offer] as forms and service descriptors show it: step by step, each argument with the name that a request gives
/// it by, beside what can't be changed.
///
/// @param stages one for each step that would run, in their order
public record Remake(List<Stage> stages) {

    /// Names that a request has for itself, in upper case: an argument called so is addressed by its place.
    public static final Set<String> TAKEN = Set.of(
            "ID",
            "TOKEN",
            "PROVENANCE",
            "TARGET",
            "EDIT",
            "DRYRUN",
            "FORCE",
            "ACCEPTCHANGEDINPUTS",
            "PHASE",
            "ACTION",
            "WAIT",
            "RUNID",
            "EXECUTIONDURATION",
            "DESTRUCTION",
            "RESPONSEFORMAT");

    /// One step.
    ///
    /// @param number in the provenance, from 0
    /// @param version as recorded; empty when nothing says
    /// @param open what may be changed
    /// @param fixed what may not
    public record Stage(int number, String name, String version, List<Choice> open, List<Fixed> fixed) {

        public Stage {
            open = List.copyOf(open);
            fixed = List.copyOf(fixed);
        }
    }

    /// An argument that may be changed.
    ///
    /// @param address by which an edit names it: its name where no other argument has it, else `step:index`
    /// @param value as recorded, without the folders of the machine where it ran; empty when it was left out
    public record Choice(String address, Parameter parameter, String value) {}

    /// An argument that stays as it is.
    ///
    /// @param label its name, else its description
    /// @param value without the folders of the machine where it ran
    public record Fixed(String label, String value) {}

    public Remake {
        stages = List.copyOf(stages);
    }

    /// All that may be changed.
    public List<Choice> open() {
        return stages.stream().flatMap(stage -> stage.open().stream()).toList();
    }

    /// How the product of a provenance can be made again; empty when it can't, or nothing of it may be changed.
    ///
    /// @param json as the product carries it
    public static Optional<Remake> of(String json, Planner planner) {
        try {
            return of(ProvenanceJson.read(json).document(), planner);
        } catch (ProvenanceFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<Remake> of(ProvenanceDocument document, Planner planner) {
        return planner.offer(document, Optional.empty())
                .filter(offer -> !offer.arguments().isEmpty())
                .map(offer -> of(document, offer));
    }

    private static Remake of(ProvenanceDocument document, Offer offer) {
        Map<String, Integer> uses = uses(document, offer);
        Map<Integer, List<Editable>> bySteps = offer.arguments().stream()
                .collect(Collectors.groupingBy(each -> each.address().step(), TreeMap::new, Collectors.toList()));
        List<Stage> stages = new ArrayList<>();
        bySteps.forEach(
                (number, arguments) -> stages.add(stage(number, document.steps().get(number), arguments, uses)));
        return new Remake(stages);
    }

    private static Stage stage(int number, ProvenanceStep step, List<Editable> arguments, Map<String, Integer> uses) {
        List<Choice> open = arguments.stream()
                .map(each -> new Choice(
                        address(each, uses), each.parameter(), each.value().orElse("")))
                .toList();
        Set<Integer> changeable =
                arguments.stream().map(each -> each.address().index()).collect(Collectors.toSet());
        Map<String, String> values = StepRecord.values(step);
        List<Fixed> fixed = new ArrayList<>();
        StepRecord.arguments(step).forEach((name, argument) -> {
            if (!changeable.contains(argument.index())) {
                fixed.add(new Fixed(label(name, argument), ShownPath.inText(ShownPath.of(values.get(name)))));
            }
        });
        return new Stage(number, step.title(), step.version().orElse(""), open, fixed);
    }

    private static String address(Editable argument, Map<String, Integer> uses) {
        String name = argument.address().name();
        boolean alone = uses.getOrDefault(upper(name), 0) == 1 && !TAKEN.contains(upper(name));
        return alone ? name : argument.address().exact();
    }

    private static String label(String name, Argument argument) {
        String description = StepRecord.description(argument);
        return name.equals(String.valueOf(argument.index())) && !description.isBlank() ? description : name;
    }

    /// How many arguments have a name, in upper case: requests don't tell the case of names apart.
    private static Map<String, Integer> uses(ProvenanceDocument document, Offer offer) {
        Map<String, Integer> uses = new HashMap<>();
        for (ProvenanceStep step : document.steps()) {
            StepRecord.arguments(step).keySet().forEach(name -> uses.merge(upper(name), 1, Integer::sum));
        }
        offer.arguments().stream()
                .filter(each -> each.value().isEmpty())
                .forEach(each -> uses.merge(upper(each.address().name()), 1, Integer::sum));
        return uses;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}

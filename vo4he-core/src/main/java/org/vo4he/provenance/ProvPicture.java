// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.provenance.ProvGraph.Activity;
import org.vo4he.provenance.ProvGraph.Entity;
import org.vo4he.provenance.ProvGraph.Setting;
import org.vo4he.provenance.ProvGraph.Used;

/// What is drawn of a graph: files and runs as boxes, and arrows as the data flowed. Programs, hosts and parameters are
/// words in the box of their run; of many files that one run alone read, most are one box.
///
/// @param boxes in the order of the graph
record ProvPicture(List<Box> boxes, List<Arrow> arrows) {

    private static final int MOST_SINGLE_INPUTS = 12;
    private static final int FIRST_INPUTS = 10;
    private static final int MOST_SETTINGS = 6;
    private static final int LONGEST_LINE = 40;

    /// @param title the first line
    /// @param lines below it
    /// @param words all there is to say, for a tooltip
    record Box(String id, Kind kind, String title, List<String> lines, String words) {}

    /// What a box stands for.
    enum Kind {
        FILE,
        RUN,
        OBSERVED_RUN
    }

    /// @param stated whether it is no step but a product that was remade
    record Arrow(String from, String to, boolean stated) {}

    static ProvPicture of(ProvGraph graph) {
        Set<String> programs = programs(graph);
        Map<String, String> gathered = gathered(graph, programs);
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Entity entity : graph.entities()) {
            if (!programs.contains(entity.id())) {
                String box = gathered.getOrDefault(entity.id(), entity.id());
                boxes.putIfAbsent(box, box.equals(entity.id()) ? box(entity) : more(box, gathered));
            }
        }
        graph.activities().forEach(activity -> boxes.put(activity.id(), box(activity, graph)));
        Set<Arrow> arrows = new LinkedHashSet<>();
        graph.used().stream()
                .filter(use -> !programs.contains(use.entity()))
                .forEach(use -> arrows.add(
                        new Arrow(gathered.getOrDefault(use.entity(), use.entity()), use.activity(), false)));
        graph.generations().forEach(made -> arrows.add(new Arrow(made.activity(), made.entity(), false)));
        graph.derivations().forEach(derived -> arrows.add(new Arrow(derived.from(), derived.entity(), true)));
        Set<Arrow> flow = Set.copyOf(arrows);
        graph.successions().stream()
                .filter(step -> !passesAFile(step.former(), step.activity(), flow))
                .forEach(step -> arrows.add(new Arrow(step.former(), step.activity(), true)));
        return new ProvPicture(
                List.copyOf(boxes.values()),
                arrows.stream()
                        .filter(arrow -> boxes.containsKey(arrow.from()) && boxes.containsKey(arrow.to()))
                        .toList());
    }

    /// Whether what one run wrote another one read, so that their order needs no arrow.
    private static boolean passesAFile(String former, String later, Set<Arrow> arrows) {
        return arrows.stream()
                .filter(arrow -> arrow.from().equals(former))
                .anyMatch(arrow -> arrows.contains(new Arrow(arrow.to(), later, false)));
    }

    /// Files that are nothing but programs.
    private static Set<String> programs(ProvGraph graph) {
        Set<String> programs = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Used use : graph.used()) {
            (use.role().filter("program"::equals).isPresent() ? programs : others).add(use.entity());
        }
        graph.generations().forEach(made -> others.add(made.entity()));
        programs.removeAll(others);
        return programs;
    }

    /// Entity to the box that stands for it and others.
    private static Map<String, String> gathered(ProvGraph graph, Set<String> programs) {
        Map<String, Long> uses =
                graph.used().stream().collect(Collectors.groupingBy(Used::entity, Collectors.counting()));
        Set<String> made = Stream.concat(
                        graph.generations().stream().map(ProvGraph.WasGeneratedBy::entity),
                        graph.derivations().stream().flatMap(each -> Stream.of(each.entity(), each.from())))
                .collect(Collectors.toSet());
        Map<String, String> gathered = new LinkedHashMap<>();
        for (Activity activity : graph.activities()) {
            List<String> single = graph.used().stream()
                    .filter(use -> use.activity().equals(activity.id()))
                    .map(Used::entity)
                    .filter(entity -> uses.get(entity) == 1 && !made.contains(entity) && !programs.contains(entity))
                    .toList();
            if (single.size() > MOST_SINGLE_INPUTS) {
                single.stream().skip(FIRST_INPUTS).forEach(entity -> gathered.put(entity, activity.id() + " more"));
            }
        }
        return gathered;
    }

    private static Box more(String id, Map<String, String> gathered) {
        List<String> names = gathered.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
        return new Box(id, Kind.FILE, "and " + names.size() + " more files", List.of(), String.join("\n", names));
    }

    private static Box box(Entity entity) {
        List<String> lines = new ArrayList<>();
        entity.members().ifPresent(members -> lines.add(members + " files"));
        entity.description().ifPresent(lines::add);
        String words = Stream.of(
                        entity.did(),
                        entity.location(),
                        entity.checksum(),
                        Optional.of(entity.sizeBytes())
                                .filter(size -> size.isPresent())
                                .map(size -> String.format(Locale.ROOT, "%d bytes", size.getAsLong())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return new Box(entity.id(), Kind.FILE, brief(entity.name()), brief(lines), words);
    }

    private static Box box(Activity activity, ProvGraph graph) {
        List<String> lines = new ArrayList<>();
        activity.version().ifPresent(version -> lines.add("version " + version));
        activity.started().ifPresent(lines::add);
        graph.associations().stream()
                .filter(each ->
                        each.activity().equals(activity.id()) && each.role().equals("host"))
                .forEach(each -> graph.agents().stream()
                        .filter(agent -> agent.id().equals(each.agent()))
                        .forEach(agent -> lines.add("on " + agent.name())));
        activity.settings().stream().limit(MOST_SETTINGS).forEach(setting -> lines.add(words(setting)));
        int others = activity.settings().size() - MOST_SETTINGS;
        if (others > 0) {
            lines.add("and " + others + " more parameters");
        }
        String all = Stream.concat(
                        activity.observed().map(where -> "observed in " + where).stream(),
                        activity.settings().stream().map(ProvPicture::words))
                .collect(Collectors.joining("\n"));
        Kind kind = activity.observed().isPresent() ? Kind.OBSERVED_RUN : Kind.RUN;
        return new Box(activity.id(), kind, brief(activity.name()), brief(lines), all);
    }

    private static String words(Setting setting) {
        String name =
                setting.name().startsWith("argument ") && !setting.description().isBlank()
                        ? setting.description()
                        : setting.name();
        return name + " = " + setting.value()
                + setting.unit().map(unit -> " " + unit).orElse("");
    }

    private static List<String> brief(List<String> lines) {
        return lines.stream().map(ProvPicture::brief).toList();
    }

    /// The end of a file name tells more than its middle.
    private static String brief(String line) {
        String text = line.replaceAll("\\s+", " ").strip();
        int half = LONGEST_LINE / 2;
        return text.length() <= LONGEST_LINE
                ? text
                : text.substring(0, half) + "…" + text.substring(text.length() - half + 1);
    }
}

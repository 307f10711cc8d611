// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Places boxes in columns, each to the right of all that it came from, and orders the columns so that few arrows
/// cross (the barycentre heuristic of Sugiyama, Tagawa and Toda 1981). An arrow over several columns gets a bend in
/// each, so that it runs between the boxes. What came from itself is placed as if one of the arrows were not there.
final class LayeredLayout {

    private static final int SWEEPS = 6;
    private static final double COLUMN_GAP = 56;
    private static final double ROW_GAP = 14;
    private static final double BEND_HEIGHT = 6;

    /// @param x left edge
    /// @param y upper edge
    record Place(double x, double y, double width, double height) {

        double middle() {
            return y + height / 2;
        }

        double right() {
            return x + width;
        }
    }

    /// Width and height of a box.
    record Size(double width, double height) {}

    /// The way of an arrow.
    ///
    /// @param bends between its ends
    record Way(ProvPicture.Arrow arrow, List<Place> bends) {}

    private final Map<String, Size> sizes;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<List<String>> order = new ArrayList<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<ProvPicture.Arrow, List<String>> bends = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /// @param sizes of all boxes, in the order in which they are to be placed where nothing else tells
    LayeredLayout(Map<String, Size> sizes, List<ProvPicture.Arrow> arrows) {
        this.sizes = new LinkedHashMap<>(sizes);
        List<ProvPicture.Arrow> forward = withoutCycles(arrows);
        rank(forward);
        addBends(arrows);
        fillColumns();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            sweep(sweep % 2 == 0);
        }
        place();
    }

    Place place(String box) {
        return places.get(box);
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        bends.forEach((arrow, names) ->
                ways.add(new Way(arrow, names.stream().map(places::get).toList())));
        return ways;
    }

    /// Arrows that lead back to where a walk along arrows came from are left out.
    private List<ProvPicture.Arrow> withoutCycles(List<ProvPicture.Arrow> arrows) {
        Map<String, List<ProvPicture.Arrow>> from = new HashMap<>();
        arrows.forEach(arrow ->
                from.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow));
        Set<ProvPicture.Arrow> back = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (String box : sizes.keySet()) {
            walk(box, from, new HashSet<>(), done, back);
        }
        return arrows.stream().filter(arrow -> !back.contains(arrow)).toList();
    }

    private static void walk(
            String start,
            Map<String, List<ProvPicture.Arrow>> from,
            Set<String> path,
            Set<String> done,
            Set<ProvPicture.Arrow> back) {
        record Visit(String box, Iterator<ProvPicture.Arrow> next) {}
        ArrayDeque<Visit> stack = new ArrayDeque<>();
        if (!done.contains(start)) {
            path.add(start);
            stack.push(new Visit(start, from.getOrDefault(start, List.of()).iterator()));
        }
        while (!stack.isEmpty()) {
            Visit visit = stack.peek();
            if (!visit.next().hasNext()) {
                path.remove(visit.box());
                done.add(visit.box());
                stack.pop();
                continue;
            }
            ProvPicture.Arrow arrow = visit.next().next();
            if (path.contains(arrow.to())) {
                back.add(arrow);
            } else if (!done.contains(arrow.to())) {
                path.add(arrow.to());
                stack.push(new Visit(
                        arrow.to(), from.getOrDefault(arrow.to(), List.of()).iterator()));
            }
        }
    }

    /// Each box one column after the last of what it came from; what came from nothing just before what it is for.
    private void rank(List<ProvPicture.Arrow> arrows) {
        sizes.keySet().forEach(box -> columns.put(box, 0));
        boolean moved = true;
        for (int round = 0; moved && round <= sizes.size(); round++) {
            moved = false;
            for (ProvPicture.Arrow arrow : arrows) {
                int least = columns.get(arrow.from()) + 1;
                if (columns.get(arrow.to()) < least) {
                    columns.put(arrow.to(), least);
                    moved = true;
                }
            }
        }
        Set<String> made = new HashSet<>();
        arrows.forEach(arrow -> made.add(arrow.to()));
        for (String box : sizes.keySet()) {
            if (!made.contains(box)) {
                arrows.stream()
                        .filter(arrow -> arrow.from().equals(box))
                        .mapToInt(arrow -> columns.get(arrow.to()) - 1)
                        .min()
                        .ifPresent(column -> columns.put(box, column));
            }
        }
    }

    private void addBends(List<ProvPicture.Arrow> arrows) {
        for (ProvPicture.Arrow arrow : arrows) {
            int first = columns.get(arrow.from());
            int last = columns.get(arrow.to());
            int step = first <= last ? 1 : -1;
            List<String> names = new ArrayList<>();
            String former = arrow.from();
            for (int column = first + step; first != last && column != last; column += step) {
                String bend = "bend " + bends.size() + " " + column;
                columns.put(bend, column);
                names.add(bend);
                link(former, bend);
                former = bend;
            }
            link(former, arrow.to());
            bends.put(arrow, names);
        }
    }

    private void link(String from, String to) {
        after.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
    }

    private void fillColumns() {
        int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int column = 0; column <= last; column++) {
            order.add(new ArrayList<>());
        }
        columns.forEach((name, column) -> order.get(column).add(name));
    }

    private void sweep(boolean forward) {
        for (int i = 0; i < order.size(); i++) {
            List<String> column = order.get(forward ? i : order.size() - 1 - i);
            Map<String, Double> wish = new HashMap<>();
            for (int at = 0; at < column.size(); at++) {
                String name = column.get(at);
                List<String> neighbours = (forward ? before : after).getOrDefault(name, List.of());
                double here = (at + 0.5) / column.size();
                wish.put(
                        name,
                        neighbours.stream()
                                .mapToDouble(this::relativePlace)
                                .average()
                                .orElse(here));
            }
            column.sort(Comparator.comparingDouble(wish::get));
        }
    }

    private double relativePlace(String name) {
        List<String> column = order.get(columns.get(name));
        return (column.indexOf(name) + 0.5) / column.size();
    }

    private void place() {
        double tallest = order.stream().mapToDouble(this::height).max().orElse(0);
        double x = 0;
        for (List<String> column : order) {
            double width = column.stream()
                    .mapToDouble(name -> size(name).width())
                    .max()
                    .orElse(0);
            double y = (tallest - height(column)) / 2;
            for (String name : column) {
                Size size = size(name);
                double left = sizes.containsKey(name) ? x + (width - size.width()) / 2 : x;
                places.put(name, new Place(left, y, sizes.containsKey(name) ? size.width() : width, size.height()));
                y += size.height() + ROW_GAP;
            }
            x += width + COLUMN_GAP;
        }
    }

    private double height(List<String> column) {
        return column.stream().mapToDouble(name -> size(name).height()).sum() + ROW_GAP * (column.size() - 1);
    }

    private Size size(String name) {
        return sizes.getOrDefault(name, new Size(0, BEND_HEIGHT));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vo4he.provenance.ProvGraph;

/// Rings in a graph of provenance: nothing comes from itself, so some record in each is wrong.
final class Cycles {

    private final Map<String, Set<String>> older = new LinkedHashMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    Cycles(ProvGraph graph) {
        graph.generations().forEach(made -> add(made.entity(), made.activity()));
        graph.used().forEach(used -> add(used.activity(), used.entity()));
        graph.derivations().forEach(derived -> add(derived.entity(), derived.from()));
        graph.successions().forEach(after -> add(after.activity(), after.former()));
    }

    private void add(String from, String to) {
        older.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(to);
    }

    /// One ring for each relation that closes one.
    List<List<String>> found() {
        older.keySet().forEach(this::follow);
        return List.copyOf(found);
    }

    /// Depth first, without recursion: a chain may be long.
    private void follow(String start) {
        if (done.contains(start)) {
            return;
        }
        List<String> way = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Deque<Iterator<String>> next = new ArrayDeque<>();
        enter(start, way, places, next);
        while (!way.isEmpty()) {
            if (!next.getLast().hasNext()) {
                String left = way.removeLast();
                places.remove(left);
                next.removeLast();
                done.add(left);
                continue;
            }
            String node = next.getLast().next();
            Integer place = places.get(node);
            if (place != null) {
                List<String> ring = new ArrayList<>(way.subList(place, way.size()));
                ring.add(node);
                found.add(ring);
            } else if (!done.contains(node)) {
                enter(node, way, places, next);
            }
        }
    }

    private void enter(String node, List<String> way, Map<String, Integer> places, Deque<Iterator<String>> next) {
        places.put(node, way.size());
        way.add(node);
        next.addLast(older.getOrDefault(node, Set.of()).iterator());
    }
}

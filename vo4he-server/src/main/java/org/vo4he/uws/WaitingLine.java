// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Jobs that wait: each share has a line of its own, and the shares take turns. Not thread-safe.
final class WaitingLine {

    /// In the order of their turns.
    private final Map<String, Deque<String>> shares = new LinkedHashMap<>();

    private int size;

    void add(String share, String id) {
        shares.computeIfAbsent(share, _ -> new ArrayDeque<>()).addLast(id);
        size++;
    }

    /// Takes the job whose turn it is out of the line; its share comes last from now on.
    ///
    /// @param mayRun whether a share may have one more job running; others keep their turn
    Optional<String> next(Predicate<String> mayRun) {
        for (Iterator<Map.Entry<String, Deque<String>>> turns =
                        shares.entrySet().iterator();
                turns.hasNext(); ) {
            Map.Entry<String, Deque<String>> turn = turns.next();
            if (mayRun.test(turn.getKey())) {
                String share = turn.getKey();
                Deque<String> line = turn.getValue();
                turns.remove();
                String id = line.removeFirst();
                size--;
                if (!line.isEmpty()) {
                    shares.put(share, line);
                }
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    void remove(String share, String id) {
        Deque<String> line = shares.get(share);
        if (line != null && line.remove(id)) {
            size--;
            if (line.isEmpty()) {
                shares.remove(share);
            }
        }
    }

    int size() {
        return size;
    }

    int size(String share) {
        return shares.getOrDefault(share, new ArrayDeque<>()).size();
    }
}

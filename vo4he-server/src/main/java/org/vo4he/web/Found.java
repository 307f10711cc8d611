// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One product of an answer, its values by column name.
record Found(Map<String, Object> row) {

    static List<Found> all(QueryService.Answer answer) {
        return answer.rows().stream()
                .map(row -> {
                    Map<String, Object> named = new TreeMap<>();
                    IntStream.range(0, answer.columns().size())
                            .forEach(i -> named.put(answer.columns().get(i), row.get(i)));
                    return new Found(named);
                })
                .toList();
    }

    String did() {
        return string("obs_publisher_did").orElseThrow();
    }

    /// What people call it.
    String name() {
        return string("target_name")
                .or(() -> string("obs_title"))
                .or(() -> string("obs_id"))
                .orElse("unnamed");
    }

    Optional<String> string(String column) {
        return Optional.ofNullable(row.get(column)).map(Object::toString).filter(text -> !text.isBlank());
    }

    Optional<Double> number(String column) {
        return Optional.ofNullable((Number) row.get(column)).map(Number::doubleValue);
    }

    Html text(String column) {
        return Shown.orUnstated(string(column).map(Html::text));
    }
}

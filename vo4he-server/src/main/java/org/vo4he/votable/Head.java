// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands before the rows of a table. Formats without a place for it leave it out, except the names of the
/// columns.
///
/// @param infos INFO elements by name, in order, after `QUERY_STATUS`
/// @param systems the coordinate and time systems that fields refer to
/// @param services descriptors of services that take values of this table, after the table
public record Head(
        List<Field> fields,
        Map<String, String> infos,
        List<ReferenceSystem> systems,
        List<ServiceDescriptor> services) {

    public Head {
        fields = List.copyOf(fields);
        infos = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(infos));
        systems = List.copyOf(systems);
        services = List.copyOf(services);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
    }

    public static Head of(List<Field> fields) {
        return new Head(fields, Map.of(), List.of(), List.of());
    }
}

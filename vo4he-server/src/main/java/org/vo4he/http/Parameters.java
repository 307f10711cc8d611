// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The parameters of a request by the rules of DALI 1.1, section 2.1: names in any case, values as they are, names
/// may be repeated, unknown names are ignored by whoever reads.
public final class Parameters {

    private final Map<String, List<String>> values = new TreeMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    /// @param given by name in any case; values of names that differ in case only are joined in the order of the map
    public Parameters(Map<String, List<String>> given) {
        given.forEach((name, list) -> {
            values.computeIfAbsent(canonical(name), _ -> new ArrayList<>()).addAll(list);
            spellings.putIfAbsent(canonical(name), name);
        });
    }

    /// Names in upper case, sorted.
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /// A name as it was first written: for people, who are told of it.
    public String written(String name) {
        return spellings.getOrDefault(canonical(name), name);
    }

    /// Every value of this name in the order given; an empty value counts as none.
    public List<String> all(String name) {
        return values.getOrDefault(canonical(name), List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// The value of this name; the same value given twice counts once.
    ///
    /// @throws ServiceException.Usage when two different values are given
    public Optional<String> one(String name) {
        List<String> distinct = all(name).stream().distinct().toList();
        if (distinct.size() > 1) {
            throw new ServiceException.Usage("parameter " + canonical(name) + " is given " + distinct.size()
                    + " times with different values: " + quoted(distinct.get(0)) + " and " + quoted(distinct.get(1)));
        }
        return distinct.stream().findFirst();
    }

    /// @throws ServiceException.Usage when the value is no whole number of zero or more
    public Optional<Long> count(String name) {
        return one(name).map(value -> {
            try {
                long number = Long.parseLong(value.strip());
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw new ServiceException.Usage(
                    "parameter " + canonical(name) + " must be a whole number of 0 or more, found " + quoted(value));
        });
    }

    /// A value as it may stand in a message: in quotes, shortened, without control characters.
    public static String quoted(String value) {
        String shown = value.length() > 60 ? value.substring(0, 57) + "..." : value;
        return "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    private static String canonical(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

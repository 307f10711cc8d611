// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diff.Difference.Part;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.votags.VoTags;

/// Two files side by side. HDUs are paired by EXTNAME and EXTVER, the primary ones with each other.
///
/// Memory is constant, whatever the size of the data.
public final class Comparison {

    private static final String VO_TAGS = "VO-TAGS";

    private final FitsFile first;
    private final FitsFile second;
    private final Options options;
    private final List<Difference> differences = new ArrayList<>();

    /// @param ignored keywords in upper case that are passed over in headers, with `*` and `?`
    /// @param tagsApart whether VO-TAGS are left out
    public record Options(Set<String> ignored, boolean tagsApart) {

        public Options {
            ignored = Set.copyOf(ignored);
        }
    }

    public Comparison(FitsFile first, FitsFile second, Options options) {
        this.first = first;
        this.second = second;
        this.options = options;
    }

    /// In the order of [Part], then of the first file; empty when nothing differs.
    ///
    /// @throws IOException if data can't be read
    public List<Difference> differences() throws IOException {
        differences.clear();
        if (!options.tagsApart()) {
            tags();
        }
        Map<String, Hdu> left = hdus(first);
        Map<String, Hdu> right = hdus(second);
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            hdu(name, Optional.ofNullable(left.get(name)), Optional.ofNullable(right.get(name)));
        }
        return differences.stream()
                .sorted(java.util.Comparator.comparing(Difference::part))
                .toList();
    }

    private void tags() {
        Optional<VoTags> left = VoTags.read(first);
        Optional<VoTags> right = VoTags.read(second);
        if (left.isPresent() != right.isPresent()) {
            differences.add(
                    Difference.of(Part.TAGS, VO_TAGS, "", left.map(_ -> "is there"), right.map(_ -> "is there")));
            return;
        }
        if (left.isPresent()) {
            Map<String, String> valuesLeft = values(left.get());
            Map<String, String> valuesRight = values(right.get());
            unequal(Part.TAGS, VO_TAGS, valuesLeft, valuesRight);
            differences.addAll(ProvenanceComparison.of(
                    left.get().provenanceJson(), right.get().provenanceJson()));
        }
    }

    private static Map<String, String> values(VoTags tags) {
        Map<String, String> values = new LinkedHashMap<>();
        tags.values().forEach((column, value) -> values.put(column.columnName(), String.valueOf(value.value())));
        tags.declared().forEach((column, text) -> values.put(column.columnName(), text));
        tags.others().forEach(card -> values.put(card.keyword(), String.valueOf(card.value())));
        return values;
    }

    private void unequal(Part part, String place, Map<String, String> left, Map<String, String> right) {
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            Optional<String> one = Optional.ofNullable(left.get(name));
            Optional<String> other = Optional.ofNullable(right.get(name));
            if (!one.equals(other)) {
                differences.add(Difference.of(part, place, name, one, other));
            }
        }
    }

    /// By name; where a name and a version stand twice, in order.
    private static Map<String, Hdu> hdus(FitsFile file) {
        Map<String, Hdu> hdus = new LinkedHashMap<>();
        for (Hdu hdu : file.hdus()) {
            if (!hdu.name().equalsIgnoreCase(VO_TAGS)) {
                String version = hdu.version() == 1 ? "" : "," + hdu.version();
                String name = hdu.index() == 0 ? "PRIMARY" : hdu.name().toUpperCase(Locale.ROOT) + version;
                String free = name;
                for (int i = 2; hdus.containsKey(free); i++) {
                    free = name + " (" + i + ")";
                }
                hdus.put(free, hdu);
            }
        }
        return hdus;
    }

    private void hdu(String name, Optional<Hdu> left, Optional<Hdu> right) throws IOException {
        if (left.isEmpty() || right.isEmpty()) {
            differences.add(
                    Difference.of(Part.STRUCTURE, name, "", left.map(_ -> "is there"), right.map(_ -> "is there")));
            return;
        }
        differences.addAll(new HeaderComparison(name, options.ignored())
                .of(left.get().header(), right.get().header()));
        differences.addAll(new DataComparison(name).of(left.get(), right.get()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.util.Objects;
import java.util.Optional;

/// One thing that two files differ in.
///
/// @param place an HDU, or a step of the provenance
/// @param name of a keyword, column, parameter; empty when it is about the whole of the place
/// @param first what the first file says; empty when it says nothing
/// @param second what the second file says
/// @param note how many values differ and by how much; empty when there is nothing to count
public record Difference(
        Part part, String place, String name, Optional<String> first, Optional<String> second, String note) {

    public Difference {
        Objects.requireNonNull(part);
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
    }

    /// In the order in which they are told.
    public enum Part {
        PROVENANCE,
        TAGS,
        STRUCTURE,
        HEADER,
        DATA
    }

    static Difference of(Part part, String place, String name, Optional<String> first, Optional<String> second) {
        return new Difference(part, place, name, first, second, "");
    }

    static Difference counted(String place, String name, String note) {
        return new Difference(Part.DATA, place, name, Optional.empty(), Optional.empty(), note);
    }
}

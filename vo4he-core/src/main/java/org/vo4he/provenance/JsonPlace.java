// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

/// Where in a provenance document an object stands; becomes words only when something is to be said of it.
///
/// @param step -1 for the document itself
/// @param index of the argument, meaningless where the kind is empty
/// @param kind of the argument, such as `parameter`; empty for a step itself
record JsonPlace(int step, int index, String kind) {

    static final JsonPlace DOCUMENT = new JsonPlace(-1, -1, "");

    static JsonPlace ofStep(int step) {
        return new JsonPlace(step, -1, "");
    }

    /// A remark with the place before it: `step 0, index 1, parameter: value is missing`.
    String remark(String words) {
        if (step < 0) {
            return words;
        }
        return "step " + step + (kind.isEmpty() ? "" : ", index " + index + ", " + kind) + ": " + words;
    }
}

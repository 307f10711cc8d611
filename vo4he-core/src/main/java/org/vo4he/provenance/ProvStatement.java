// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vo4he.provenance.ProvNames.QualifiedName;

/// One expression of a PROV document.
///
/// @param names the thing itself, or what is related
/// @param attributes by name with prefix, such as `prov:label`
record ProvStatement(ProvTerm term, List<QualifiedName> names, Map<String, Value> attributes) {

    ProvStatement {
        names = List.copyOf(names);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /// A value of an attribute.
    sealed interface Value {

        record Text(String text) implements Value {}

        record Whole(long number) implements Value {}

        record Flag(boolean set) implements Value {}

        /// An ISO 8601 time, which PROV takes as an argument of an activity.
        record Time(String time) implements Value {}

        /// A type such as `prov:SoftwareAgent`.
        record Name(String name) implements Value {}
    }
}

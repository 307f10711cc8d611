// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keys of a JSON object that are not ours, kept so that they survive being read and written again.
///
/// @param json key to compact JSON text of its value, in the order found
public record OtherKeys(Map<String, String> json) {

    /// No key but the known ones.
    public static final OtherKeys NONE = new OtherKeys(Map.of());

    public OtherKeys {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }
}

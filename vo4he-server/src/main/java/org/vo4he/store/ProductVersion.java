// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// By which a product is known among its versions: a row of `vo4he.versions`.
///
/// @param key empty: the product is a version of no other
/// @param version in the order of texts
/// @param searchable keywords marked for search and their values
public record ProductVersion(String profile, String card, String key, String version, Map<String, String> searchable) {

    public ProductVersion {
        searchable = Collections.unmodifiableMap(new LinkedHashMap<>(searchable));
    }
}

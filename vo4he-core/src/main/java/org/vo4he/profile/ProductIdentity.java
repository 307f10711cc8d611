// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// By which a product is known among its versions.
///
/// @param profile its name
/// @param card what the file's CARD says, else the profile's name
/// @param key the keywords of the unicity rule and their values: `OBS_ID=42 BURST_ID=sb2`; empty when the profile has
///     no rule, or the file lacks one of the keywords
/// @param version of products with equal card and key, the one with the greatest text is the newest; empty when the
///     file says nothing of its version
/// @param searchable keywords that the profile marks for search, with their values
public record ProductIdentity(String profile, String card, String key, String version, Map<String, String> searchable) {

    public ProductIdentity {
        searchable = Collections.unmodifiableMap(new LinkedHashMap<>(searchable));
    }
}

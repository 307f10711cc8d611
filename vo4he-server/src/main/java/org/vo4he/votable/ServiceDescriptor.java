// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.List;

/// A service that clients may call with values of this table (DataLink 1.1, section 4).
///
/// @param id in the document; rows of a links table name it as their `service_def`
/// @param standardId empty for a service no standard knows
public record ServiceDescriptor(
        String id,
        String name,
        String description,
        String accessUrl,
        String standardId,
        String contentType,
        List<Input> inputs) {

    public ServiceDescriptor {
        inputs = List.copyOf(inputs);
    }

    /// One input parameter, text of any length.
    ///
    /// @param ref the ID of the column whose values the parameter takes, or empty
    /// @param value the only value it takes, or empty
    public record Input(String name, String ucd, String ref, String value, String description) {}
}

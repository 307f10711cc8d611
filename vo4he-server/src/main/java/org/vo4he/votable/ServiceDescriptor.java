// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.List;

/// A service that clients may call with values of this table (DataLink 1.1, section 4).
///
/// @param id in the document; rows of a links table name it as their `service_def`
/// @param name one that nothing else in the document has, or empty
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

    /// One input parameter.
    ///
    /// @param name as the service takes it
    /// @param ref the ID of the column whose values the parameter takes, or empty
    /// @param value the only value it takes, or the one that holds unless another is given; may be empty
    /// @param kind what values it takes
    public record Input(String name, String ucd, String ref, String value, String description, Kind kind) {

        /// Text of any length.
        public Input(String name, String ucd, String ref, String value, String description) {
            this(name, ucd, ref, value, description, Kind.TEXT);
        }
    }

    /// What values an input parameter takes (VOTable 1.4, sections 4.5 and 4.6).
    ///
    /// @param datatype of one value; text has any length
    /// @param minimum smallest value, as text; empty for none
    /// @param maximum largest value, as text; empty for none
    /// @param options the only values allowed; empty when any is
    public record Kind(Datatype datatype, String unit, String minimum, String maximum, List<String> options) {

        /// Any text.
        public static final Kind TEXT = new Kind(Datatype.CHAR, "", "", "", List.of());

        public Kind {
            options = List.copyOf(options);
        }

        boolean isBounded() {
            return !minimum.isEmpty() || !maximum.isEmpty() || !options.isEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One argument of a step's command line. Argument 0 may be the program itself, as in the seed, where it is
/// an [Input] whose path names the script.
public sealed interface Argument {

    /// Its place on the command line; the order of arguments is this and not their order in the JSON.
    int index();

    /// The same, not to be edited.
    default Argument fixed() {
        return switch (this) {
            case Input(int index, DataFile file) -> new Input(index, file.fixed());
            case InputList(int index, DataFile list, OptionalLong count) -> new InputList(index, list.fixed(), count);
            case Output(int index, DataFile file) -> new Output(index, file.fixed());
            case Parameter parameter -> parameter.unedited();
            case Unrecognised unrecognised -> unrecognised;
        };
    }

    /// A file the step read: `inputdata`.
    record Input(int index, DataFile file) implements Argument {}

    /// Many files the step read, listed in a file of their own so that the JSON stays short: `inputlist` (superset).
    ///
    /// @param list where the list lies, with its SHA-256
    /// @param count how many files it lists
    record InputList(int index, DataFile list, OptionalLong count) implements Argument {}

    /// A file the step wrote: `outputdata`.
    record Output(int index, DataFile file) implements Argument {}

    /// A value given to the step: `parameter`.
    ///
    /// @param value always text, as in the seed: `"2"`
    /// @param name by which an edit may address it (superset)
    /// @param type the word for its kind, such as `integer` (superset)
    /// @param minimum as text, in `unit` (superset key `min`)
    /// @param maximum as text, in `unit` (superset key `max`)
    /// @param choices the only values allowed, empty when any is (superset)
    record Parameter(
            int index,
            String description,
            boolean editable,
            String value,
            Optional<String> name,
            Optional<String> type,
            Optional<String> unit,
            Optional<String> minimum,
            Optional<String> maximum,
            List<String> choices,
            OtherKeys others)
            implements Argument {

        public Parameter {
            choices = List.copyOf(choices);
        }

        private Parameter unedited() {
            return new Parameter(index, description, false, value, name, type, unit, minimum, maximum, choices, others);
        }

        /// A parameter with the seed's keys only.
        public Parameter(int index, String description, boolean editable, String value) {
            this(
                    index,
                    description,
                    editable,
                    value,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    OtherKeys.NONE);
        }
    }

    /// An entry of the list that is none of these; kept as it was.
    ///
    /// @param json compact JSON text of the whole entry
    record Unrecognised(int index, String json) implements Argument {}
}

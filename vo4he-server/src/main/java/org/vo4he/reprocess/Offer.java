// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.Optional;

/// What of a product's making may be changed when it is made again: what forms and service descriptors show.
///
/// @param step number of the step whose outputs are wanted
/// @param name of that step
/// @param arguments that may be edited, of all steps that would run
public record Offer(int step, String name, List<Editable> arguments) {

    public Offer {
        arguments = List.copyOf(arguments);
    }

    /// @param address for an edit; its name alone is enough if no other of the offer has it
    /// @param parameter type, unit, range and choices
    /// @param value as recorded, without the folders of the machine where it ran: sent back it means the same;
    ///     empty when it was left out
    public record Editable(Address address, Parameter parameter, Optional<String> value) {}
}

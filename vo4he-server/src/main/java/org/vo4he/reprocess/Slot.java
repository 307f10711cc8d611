// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Optional;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ShownPath;
import org.vo4he.reprocess.Parameter.Role;

/// An argument of a recorded step, beside what the step that can be run here declares of it.
///
/// @param recorded empty when it was left out
/// @param declared empty when the step is not known here, or has no such argument
record Slot(Address address, Optional<Argument> recorded, Optional<Parameter> declared) {

    /// By which the step knows it.
    String name() {
        return declared.map(Parameter::name).orElse(address.name());
    }

    Optional<String> value() {
        return recorded.map(StepRecord::value);
    }

    /// Its value as strangers see it: without the folders of the machine where it ran.
    Optional<String> shown() {
        return value().map(ShownPath::ofValue);
    }

    /// Whether both the record and the definition of the step let it be edited.
    boolean isEditable() {
        boolean byRecord = recorded.map(argument -> switch (argument) {
                    case Argument.Input input -> input.file().editable();
                    case Argument.InputList list -> list.list().editable();
                    case Argument.Output output -> output.file().editable();
                    case Argument.Parameter parameter -> parameter.editable();
                    case Argument.Unrecognised _ -> false;
                })
                .orElse(true);
        return byRecord && declared.filter(Parameter::editable).isPresent();
    }

    boolean is(Role role) {
        return declared.filter(parameter -> parameter.role() == role).isPresent();
    }

    /// The file that it names.
    Optional<DataFile> file() {
        return recorded.flatMap(argument -> switch (argument) {
            case Argument.Input input -> Optional.of(input.file());
            case Argument.InputList list -> Optional.of(list.list());
            case Argument.Output output -> Optional.of(output.file());
            case Argument.Parameter _, Argument.Unrecognised _ -> Optional.empty();
        });
    }

    /// As the step declares it, but fixed where the record does not let it be edited.
    Parameter merged() {
        return isEditable() ? declared.orElseThrow() : declared.orElseThrow().fixed();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.provenance.ProvenanceStep;

/// A step as provenance has it: written from a definition with values, and read back into both.
///
/// The seed's arguments have no names; there an argument is called by its index.
public final class StepRecord {

    /// Where the program of a built-in step is said to be.
    public static final String BUILT_IN = "vo4he";

    private StepRecord() {}

    /// The step with these arguments: index 0 is the program, the others follow in the order of the definition, those
    /// left out being passed over. Nothing is said of the run itself.
    ///
    /// @param program where the program is: [#BUILT_IN], or the folder of a script
    /// @param files what is known of the files, by argument name; one that is missing is told by its path alone
    public static ProvenanceStep of(Arguments arguments, String program, Map<String, FileIdentity> files) {
        StepDefinition definition = arguments.definition();
        List<Argument> recorded = new ArrayList<>();
        recorded.add(new Argument.Input(0, new DataFile("the program", false, program, definition.name())));
        for (int i = 0; i < definition.parameters().size(); i++) {
            Parameter parameter = definition.parameters().get(i);
            int index = i + 1;
            arguments
                    .text(parameter.name())
                    .map(value -> argument(index, parameter, value, files))
                    .ifPresent(recorded::add);
        }
        return new ProvenanceStep(
                recorded,
                Optional.of(definition.name()),
                Optional.of(definition.version()).filter(version -> !version.isBlank()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OtherKeys.NONE);
    }

    private static Argument argument(int index, Parameter parameter, String value, Map<String, FileIdentity> files) {
        return switch (parameter.role()) {
            case INPUT -> new Argument.Input(index, file(parameter, value, files));
            case OUTPUT -> new Argument.Output(index, file(parameter, value, files));
            case PARAMETER ->
                new Argument.Parameter(
                        index,
                        parameter.description(),
                        parameter.editable(),
                        value,
                        Optional.of(parameter.name()),
                        Optional.of(parameter.type().word()),
                        parameter.unit(),
                        parameter.minimum(),
                        parameter.maximum(),
                        parameter.choices(),
                        OtherKeys.NONE);
        };
    }

    private static DataFile file(Parameter parameter, String value, Map<String, FileIdentity> files) {
        FileIdentity known = files.getOrDefault(parameter.name(), FileIdentity.UNKNOWN);
        int slash = value.lastIndexOf('/');
        return new DataFile(
                parameter.description(),
                parameter.editable(),
                slash > 0 ? value.substring(0, slash) : "",
                slash > 0 ? value.substring(slash + 1) : value,
                Optional.of(parameter.name()),
                known.did(),
                known.checksum(),
                known.sizeBytes(),
                OtherKeys.NONE);
    }

    /// What the record says of the step's arguments: names, types, ranges, and which may be edited. Every argument is
    /// required, as the program had them all.
    public static StepDefinition definition(ProvenanceStep step) {
        List<Parameter> parameters = new ArrayList<>();
        arguments(step).forEach((name, argument) -> parameters.add(parameter(name, argument)));
        return new StepDefinition(step.title(), step.version().orElse(""), "", parameters);
    }

    /// The recorded values by argument name; files as paths.
    public static Map<String, String> values(ProvenanceStep step) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments(step).forEach((name, argument) -> values.put(name, value(argument)));
        return values;
    }

    /// The arguments by name, the program and what is not understood apart; a name that stands twice is followed by
    /// its index.
    public static Map<String, Argument> arguments(ProvenanceStep step) {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        Optional<Argument.Input> program = step.program();
        for (Argument argument : step.arguments()) {
            boolean data = !(argument instanceof Argument.Unrecognised)
                    && program.filter(argument::equals).isEmpty();
            if (data) {
                String name = recordedName(argument).orElse(String.valueOf(argument.index()));
                arguments.put(arguments.containsKey(name) ? name + ":" + argument.index() : name, argument);
            }
        }
        return arguments;
    }

    private static Optional<String> recordedName(Argument argument) {
        Optional<String> name = switch (argument) {
            case Argument.Input input -> input.file().name();
            case Argument.InputList list -> list.list().name();
            case Argument.Output output -> output.file().name();
            case Argument.Parameter parameter -> parameter.name();
            case Argument.Unrecognised _ -> Optional.empty();
        };
        return name.map(String::strip).filter(text -> !text.isEmpty());
    }

    /// What the record alone says of an argument.
    static Parameter parameter(String name, Argument argument) {
        return switch (argument) {
            case Argument.Input(int _, DataFile file) -> editable(Parameter.input(name, file.description()), file);
            case Argument.InputList(int _, DataFile list, OptionalLong _) ->
                editable(Parameter.input(name, list.description()), list);
            case Argument.Output(int _, DataFile file) -> editable(Parameter.output(name, file.description()), file);
            case Argument.Parameter value ->
                new Parameter(
                        name,
                        Parameter.Role.PARAMETER,
                        ParameterType.of(value.type()),
                        value.description(),
                        value.unit(),
                        value.minimum(),
                        value.maximum(),
                        value.choices(),
                        Optional.empty(),
                        true,
                        value.editable(),
                        Set.of());
            case Argument.Unrecognised _ -> throw new IllegalArgumentException("an entry that is no argument");
        };
    }

    private static Parameter editable(Parameter parameter, DataFile file) {
        return file.editable() ? parameter.free() : parameter.fixed();
    }

    /// What was given for it: a file as its path.
    static String value(Argument argument) {
        return switch (argument) {
            case Argument.Input input -> path(input.file());
            case Argument.InputList list -> path(list.list());
            case Argument.Output output -> path(output.file());
            case Argument.Parameter parameter -> parameter.value();
            case Argument.Unrecognised _ -> throw new IllegalArgumentException("an entry that is no argument");
        };
    }

    /// Its words for a person.
    static String description(Argument argument) {
        return switch (argument) {
            case Argument.Input input -> input.file().description();
            case Argument.InputList list -> list.list().description();
            case Argument.Output output -> output.file().description();
            case Argument.Parameter parameter -> parameter.description();
            case Argument.Unrecognised _ -> "";
        };
    }

    private static String path(DataFile file) {
        return file.wholePath().isEmpty() ? file.did().orElse("") : file.wholePath();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// One program run: its arguments and, in the superset, what is known of the run.
///
/// @param arguments in the order of their index
/// @param image digest of the container image (superset)
/// @param started ISO 8601, as recorded (superset)
/// @param ended ISO 8601, as recorded (superset)
/// @param exitCode as text (superset key `exit_code`)
/// @param observed where this was read when another pipeline left it in headers, such as `XPROC0 of PRIMARY`; nothing
///     of such a step may be edited (superset)
public record ProvenanceStep(
        List<Argument> arguments,
        Optional<String> name,
        Optional<String> version,
        Optional<String> image,
        Optional<String> started,
        Optional<String> ended,
        Optional<String> exitCode,
        Optional<String> host,
        Optional<String> observed,
        OtherKeys others) {

    /// The title of a step that names neither itself nor its program.
    public static final String NAMELESS = "Step without a name";

    private static final Pattern FITS_NAME = Pattern.compile("(?i)\\.(?:fits?|fts|ftz|fz)(?:\\.gz)?\\s*$");

    public ProvenanceStep {
        arguments = arguments.stream()
                .map(observed.isPresent() ? Argument::fixed : UnaryOperator.<Argument>identity())
                .sorted(Comparator.comparingInt(Argument::index))
                .toList();
    }

    /// A step with the seed's keys only.
    public ProvenanceStep(List<Argument> arguments) {
        this(
                arguments,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OtherKeys.NONE);
    }

    /// The same run with these arguments.
    ProvenanceStep with(List<Argument> newArguments) {
        return new ProvenanceStep(newArguments, name, version, image, started, ended, exitCode, host, observed, others);
    }

    /// The program itself, which the seed writes as argument 0; a FITS file there is data.
    public Optional<Argument.Input> program() {
        return arguments.stream()
                .filter(argument -> argument.index() == 0)
                .filter(Argument.Input.class::isInstance)
                .map(Argument.Input.class::cast)
                .filter(input -> !FITS_NAME.matcher(input.file().path()).find())
                .findFirst();
    }

    /// Its name, else the file name of its program, else [#NAMELESS].
    public String title() {
        return name.or(() -> program().map(input -> input.file().fileName()))
                .filter(words -> !words.isBlank())
                .orElse(NAMELESS);
    }
}

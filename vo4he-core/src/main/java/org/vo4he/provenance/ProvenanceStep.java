// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One program run: its arguments and, in the superset, what is known of the run.
///
/// @param arguments in the order of their index
/// @param image digest of the container image (superset)
/// @param started ISO 8601, as recorded (superset)
/// @param ended ISO 8601, as recorded (superset)
/// @param exitCode as text (superset key `exit_code`)
public record ProvenanceStep(
        List<Argument> arguments,
        Optional<String> name,
        Optional<String> version,
        Optional<String> image,
        Optional<String> started,
        Optional<String> ended,
        Optional<String> exitCode,
        Optional<String> host,
        OtherKeys others) {

    public ProvenanceStep {
        arguments = arguments.stream()
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
                OtherKeys.NONE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that the operator allows to be run, as the file of programs declares it.
///
/// @param name by which provenance and pipelines mean it
/// @param version of what it computes; empty when the operator does not say
/// @param command its argument vector
/// @param environment variables that are set
/// @param inherited names of variables that are taken over from the server; no other is
/// @param copyInputs whether inputs are copied into its folder; else they are linked
/// @param image digest or name of the container image, as recorded; the command holds how to run it
/// @param arguments what it takes; without them, a product's record is taken for it
public record ExternalProgram(
        String name,
        String version,
        String description,
        ArgumentVector command,
        Map<String, String> environment,
        List<String> inherited,
        Limits limits,
        boolean copyInputs,
        Optional<String> image,
        Optional<List<Parameter>> arguments) {

    public ExternalProgram {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        inherited = List.copyOf(inherited);
        arguments = arguments.map(List::copyOf);
    }

    /// Its step, when it declares what it takes.
    Optional<StepDefinition> definition() {
        return arguments.map(declared -> new StepDefinition(name, version, description, declared));
    }
}

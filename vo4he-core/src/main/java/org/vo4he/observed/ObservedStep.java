// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.provenance.ProvenanceStep;

/// A step while it is read from a header.
final class ObservedStep {

    private final String where;
    private final String program;
    private Optional<String> version = Optional.empty();
    private Optional<String> written = Optional.empty();
    private final List<Argument> arguments = new ArrayList<>();

    /// @param where keyword and dialect, such as `XPROC0`
    ObservedStep(String where, String program) {
        this.where = where;
        this.program = program.strip();
    }

    String program() {
        return program;
    }

    ObservedStep version(String text) {
        version = Optional.of(text.strip()).filter(words -> !words.isEmpty());
        return this;
    }

    /// When the step wrote its line, which is about when it ended.
    ObservedStep written(String time) {
        written = Optional.of(time.strip()).filter(words -> !words.isEmpty());
        return this;
    }

    ObservedStep parameter(String name, String value, String description) {
        arguments.add(new Argument.Parameter(
                arguments.size() + 1,
                description,
                false,
                value,
                Optional.of(name).filter(words -> !words.isBlank()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OtherKeys.NONE));
        return this;
    }

    ObservedStep input(String name, String path, String description, Optional<String> checksum) {
        arguments.add(new Argument.Input(arguments.size() + 1, file(name, path, description, checksum)));
        return this;
    }

    ObservedStep output(String name, String path, String description) {
        arguments.add(new Argument.Output(arguments.size() + 1, file(name, path, description, Optional.empty())));
        return this;
    }

    private static DataFile file(String name, String path, String description, Optional<String> checksum) {
        return new DataFile(
                description,
                false,
                "",
                path,
                Optional.of(name).filter(words -> !words.isBlank()),
                Optional.empty(),
                checksum,
                OptionalLong.empty(),
                OtherKeys.NONE);
    }

    /// @param hdu where the header is
    ProvenanceStep of(String hdu) {
        return new ProvenanceStep(
                arguments,
                Optional.of(program),
                version,
                Optional.empty(),
                Optional.empty(),
                written,
                Optional.empty(),
                Optional.empty(),
                Optional.of(where + " of " + hdu),
                OtherKeys.NONE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Something that makes files from files by arguments: a brick of a pipeline.
///
/// A step reads its inputs, writes its outputs into the workspace and nothing elsewhere, gives the same outputs for the
/// same arguments, and says no more of the time than its progress. One object may run many times at once.
public interface Step {

    StepDefinition definition();

    /// By which pipelines and provenance name it.
    default String name() {
        return definition().name();
    }

    /// Of what it computes.
    default String version() {
        return definition().version();
    }

    /// Where its program is, as provenance of what it makes says.
    default String location() {
        return StepRecord.BUILT_IN;
    }

    /// Digest or name of the container image that it runs in.
    default Optional<String> image() {
        return Optional.empty();
    }

    /// How much it may take, which it sees to itself; empty: what usually holds.
    default Optional<Limits> limits() {
        return Optional.empty();
    }

    /// Names of files that a run with these arguments may write into the workspace besides the outputs that are
    /// declared, such as the background of a spectrum: they are taken with them.
    default List<String> companions(Arguments arguments) {
        return List.of();
    }

    /// What the text of a parameter means, in one spelling for all texts that mean the same: whoever asks for `2.0-7.0`
    /// gets what `2-7` made. Never one for texts that could make different outputs.
    ///
    /// @param text a good one
    default String meaning(Parameter parameter, String text) {
        return parameter.type().meaning(text);
    }

    /// Looks at what can be told of the arguments without reading a file: that a region is understood.
    ///
    /// @param arguments inputs are those named, which may not lie here
    /// @throws StepException when a run would be refused
    default void check(Arguments arguments) throws StepException {}

    /// Looks at what can be told of the arguments by the headers of the inputs: that columns which a condition names
    /// are there, that there are not too many bins. Comes after [#check]. Changes nothing, reads no table but good
    /// times, and is as quick for a large file as for a small one. What passes may still fail by its data.
    ///
    /// @param arguments inputs as paths that can be read
    /// @throws StepException when a run would be refused, by the same sentence; names the argument to
    ///     blame, for the place of the finding
    /// @throws IOException when an input can't be read
    default void checkInputs(Arguments arguments) throws StepException, IOException {}

    /// Runs to the end.
    ///
    /// @param arguments inputs as paths that can be read, outputs as names within the workspace
    /// @throws StepException when it can't do what was asked; the message is the sentence shown
    /// @throws InterruptedException when it was cancelled, by interrupting the thread
    void run(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException, InterruptedException;
}

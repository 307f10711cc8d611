// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Set;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What speaks against making a product again as it was asked, and what should be known beforehand.
public enum ReprocessFinding implements FindingCode {
    TYPE(
            "reprocess-type",
            "A value is not of the type that the step's argument takes (an integer, a number, 'true' or 'false', text of one line)."),
    RANGE("reprocess-range", "A number is below the least or above the largest value that the argument takes."),
    CHOICE("reprocess-choice", "The argument takes one of some words, and the value is none of them."),
    MISSING("reprocess-missing", "An argument that the step needs has no value."),
    UNKNOWN_ARGUMENT("reprocess-unknown-argument", "The step has no argument of this name."),
    NOT_UNDERSTOOD(
            "reprocess-not-understood",
            "The step does not understand the text of an argument, such as a region, or not together with another or with the input: a column that it names is not there, there would be too many bins."),
    NO_STEPS("reprocess-no-steps", "The product records no step, so that there is nothing to run."),
    TARGET("reprocess-target", "The provenance has no step of the number or name whose outputs are wanted."),
    EDIT_ADDRESS(
            "reprocess-edit-address",
            "An edit names no argument, or could mean several: step:index is always exact; a name or a description only when no other argument has it."),
    EDITS("reprocess-edits", "There are more edits than are taken at once."),
    EDIT_TWICE("reprocess-edit-twice", "Two edits are of the same argument."),
    NOT_EDITABLE(
            "reprocess-not-editable",
            "The argument is not marked as editable in the provenance, or by the definition of its step."),
    NOT_RUN(
            "reprocess-not-run",
            "An edit is of a step that the wanted outputs do not come from: it would change nothing."),
    PROGRAM_UNKNOWN(
            "reprocess-program-unknown",
            "The step's program is neither built in nor in the operator's file of programs. A product never chooses what is executed."),
    PROGRAM_VERSION(
            "reprocess-program-version",
            Severity.WARNING,
            "The program here has another version than the one that the provenance records, so that results may differ."),
    INPUT_MISSING(
            "reprocess-input-missing",
            "An input is not known by its DID or checksum, and no file, or more than one, of its name lies below the folders that inputs may come from."),
    INPUT_LIST(
            "reprocess-input-list",
            "An input is a list of files, and the step takes one: only the operator's programs take lists."),
    INPUT_CHANGED(
            "reprocess-input-changed",
            "The input that was found has another size or checksum than the one recorded: it is not the file that was used."),
    INPUT_ACCEPTED(
            "reprocess-input-accepted",
            Severity.WARNING,
            "The input that was found has another size or checksum than the one recorded, and was to be taken all the same."),
    INPUT_UNVERIFIED(
            "reprocess-input-unverified",
            Severity.WARNING,
            "The provenance records no checksum of an input (or one of a kind that can't be computed), so that nobody can tell whether the file found is the one that was used."),
    OUTPUT_NAME(
            "reprocess-output-name", "An output's name is no plain file name, or two outputs of a step have the same."),
    REFUSED(
            "reprocess-refused",
            Severity.WARNING,
            "A program of the operator ended without a fault, and its log says that something was refused to it (Permission denied): it may have been kept from writing outside its folder or from the network, and what it made may lack that."),
    DIFFERENT(
            "reprocess-different",
            "The data of an HDU are not those that the product's own provenance makes: DATASUM or their order is another. Other findings may say which input, calibration or program is another one."),
    CALIBRATION_CHANGED(
            "reprocess-calibration-changed",
            "An input that no SHA-256 proves to be the one that was used names another calibration file or version (CALDBVER, CALFILE, an index …) than the product records."),
    CALIBRATION_MOVED(
            "reprocess-calibration-moved",
            Severity.WARNING,
            "What is made again, or an input that was to be taken all the same, names another calibration file or version than the product does.");

    /// Those that [PlanRequest#acceptChangedInputs] turns into each other.
    static final Set<FindingCode> OF_CHANGED_INPUTS =
            Set.of(INPUT_CHANGED, INPUT_ACCEPTED, CALIBRATION_CHANGED, CALIBRATION_MOVED);

    private final FindingMeaning meaning;

    ReprocessFinding(String id, String explanation) {
        this(id, Severity.ERROR, explanation);
    }

    ReprocessFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
